// A citizen's case found again by number and code: not found, received, returned, confirmed, masked.
import { languages } from '../../src/language.ts'
import { formatAccessCode } from '../../src/law/case-number.ts'
import { secretsFrom } from '../../src/secrets.ts'
import { press } from '../helpers/press.ts'
import type { Page, Visitor } from '../helpers/visitor.ts'
import { type Filed, saying, visitorIn, type Walk } from './walk.ts'

export async function walkCases(walk: Walk, filed: Filed[]): Promise<void> {
  for (const language of languages) {
    const visitor = await visitorIn(walk, language)
    const keep = saying(walk, 'citizen', language)
    keep('case/find', 'errors: blank', await find(visitor, '', ''))
    keep('case/find', 'errors: wrong', await find(visitor, 'LM-1', '?'))
    keep('case/find', 'errors: not found', await find(visitor, filed[0]?.number ?? '', '0000-0000-00'))
    for (const one of filed) await seeCase(walk, one, visitor, language, keep)
    keep('case/find', 'opened', await visitor.request('/vorgang'))
    keep('start', 'opened', await visitor.request('/'))
    await seeEnd(visitor, keep, walk.services[0]?.slug ?? '')
  }
}

/** With a form begun, too: ending asks what becomes of it. */
async function seeEnd(visitor: Visitor, keep: ReturnType<typeof saying>, slug: string): Promise<void> {
  await visitor.post(await visitor.request(`/leistungen/${slug}`), {}, 'begin')
  keep('case/find', 'opened, form begun', await visitor.request('/vorgang'))
  const page = await visitor.request('/')
  keep('start', 'opened, form begun', page)
  keep('start', 'session ended, forms deleted', await press(visitor, page, 'forget'))
}

async function seeCase(
  walk: Walk,
  one: Filed,
  visitor: Visitor,
  language: string,
  keep: ReturnType<typeof saying>,
): Promise<void> {
  const caseFile = await walk.hall.database.caseFile.findUniqueOrThrow({ where: { number: one.number } })
  const state = caseFile.masked ? `${caseFile.status}, masked` : caseFile.status
  await walk.hall.pool.query('DELETE FROM library.limits')
  const code = formatAccessCode(secretsFrom(walk.hall.config.sessionSecrets).accessCode(caseFile.id))
  keep('case/show', state, await find(visitor, one.number, code))
  if (one.language === language) keep('case/show', state, await one.visitor.request(`/vorgang/${one.number}`))
}

async function find(visitor: Visitor, number: string, code: string): Promise<Page> {
  return visitor.post(await visitor.request('/vorgang'), { number: [number], code: [code] }, '')
}
