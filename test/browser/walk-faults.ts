// What can go wrong: every refusal that has a page, caused as it would happen.
import { type Language, languages } from '../../src/language.ts'
import { press } from '../helpers/press.ts'
import { formsOf, type Page, type Visitor } from '../helpers/visitor.ts'
import { type Filed, saying, visitorIn, type Walk } from './walk.ts'
import { clerkIn } from './walk-desk.ts'

export async function walkFaults(walk: Walk, filed: Filed[]): Promise<void> {
  for (const language of languages) {
    await seeRefusals(walk, filed, language)
    await seeDeskRefusals(walk, language)
    await seeFault(walk, language)
    await seeTooMany(walk, filed, language)
  }
}

async function seeRefusals(walk: Walk, filed: Filed[], language: Language): Promise<void> {
  const keep = saying(walk, 'citizen', language)
  const visitor = await visitorIn(walk, language)
  const [, begun] = await begin(walk, visitor)
  keep('fault', 'not found', await visitor.request('/nirgendwo'))
  keep(
    'fault',
    'no such case',
    (await filed.find(one => one.language === language)?.visitor.request('/vorgang/LM-2026-999999-A')) ?? begun,
  )
  keep('fault', 'forged', await visitor.post(begun, { _csrf: ['x'] }, 'next'))
  keep('fault', 'bad request', await sent(walk, visitor, begun, { unheardOf: '1' }))
  keep('fault', 'too large', await sent(walk, visitor, begun, { filerRole: 'x'.repeat(110_000) }))
  keep('fault', 'already sent', await sendTwice(walk, visitor, language, filed))
}

async function seeDeskRefusals(walk: Walk, language: Language): Promise<void> {
  const keep = saying(walk, 'desk', language)
  const clerk = await clerkIn(walk, language)
  keep('fault', 'forged', await press(clerk, await clerk.request('/amt'), 'next', { _csrf: 'x' }))
  keep('fault', 'not found', await clerk.request('/amt/nirgendwo'))
  keep('fault', 'no such case', await clerk.request('/amt/vorgang/LM-2026-999999-A'))
}

/** A table is missing for a moment. */
async function seeFault(walk: Walk, language: Language): Promise<void> {
  const visitor = await visitorIn(walk, language)
  const [, begun] = await begin(walk, visitor)
  await walk.hall.pool.query('ALTER TABLE "Draft" RENAME TO "Away"')
  saying(walk, 'citizen', language)('fault', 'broken', await visitor.request(begun.url))
  saying(walk, 'citizen', language)('fault', 'broken, typed', await visitor.post(begun, {}, 'next'))
  await walk.hall.pool.query('ALTER TABLE "Away" RENAME TO "Draft"')
}

async function seeTooMany(walk: Walk, filed: Filed[], language: Language): Promise<void> {
  const visitor = await visitorIn(walk, language)
  const form = await visitor.request('/vorgang')
  for (let tries = 0; tries < 40; tries++) {
    const answer = await visitor.post(form, { number: [filed[0]?.number ?? ''], code: ['0000-0000-00'] }, '')
    if (answer.status === 429) saying(walk, 'citizen', language)('fault', 'too many', answer)
    if (answer.status === 429) break
  }
  await walk.hall.pool.query('DELETE FROM library.limits')
}

async function begin(walk: Walk, visitor: Visitor): Promise<[slug: string, page: Page]> {
  const slug = walk.services[0]?.slug ?? ''
  return [slug, await visitor.post(await visitor.request(`/leistungen/${slug}`), {}, 'begin')]
}

function sent(walk: Walk, visitor: Visitor, page: Page, more: Record<string, string>): Promise<Page> {
  const hidden = formsOf(page.html)[0]?.controls.filter(control => control.name.startsWith('_')) ?? []
  const body = new URLSearchParams({
    ...Object.fromEntries(hidden.map(control => [control.name, control.values[0] ?? ''])),
    ...more,
  })
  return visitor.request(page.url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: walk.hall.baseUrl },
  })
}

/** The check page was still open in another tab. */
async function sendTwice(walk: Walk, visitor: Visitor, language: Language, filed: Filed[]): Promise<Page> {
  const one = filed.find(other => other.language === language)
  const check = one?.visitor.visited.findLast(page => page.url.endsWith('/pruefen'))
  if (!one || !check) throw new Error('nothing was sent')
  return sent(walk, visitor, check, { action: 'send' })
}
