// The clerks' side: signing in, the queue, and cases free, mine, others', lost, with problems, decided, returned.
import { type Language, languages } from '../../src/language.ts'
import { press } from '../helpers/press.ts'
import { seat } from '../helpers/staff.ts'
import { openVisitor, type Visitor } from '../helpers/visitor.ts'
import { type Filed, type Saying, saying, type Walk } from './walk.ts'
import { changeLists, correctAnswers, emptyLists } from './walk-desk-correct.ts'
import { seeFees } from './walk-desk-fees.ts'
import { seeDeskForm } from './walk-desk-form.ts'
import { seeRecipients } from './walk-desk-recipients.ts'
import { seeConflicts, seeProblemsAndDecide, seeSessionEnd } from './walk-desk-trouble.ts'

export type Desk = { walk: Walk; clerk: Visitor; other: Visitor; language: Language; keep: Saying }

/** Signing in, and a queue with nothing in it. */
export async function walkEmptyDesk(walk: Walk): Promise<void> {
  for (const language of languages) {
    const keep = saying(walk, 'desk', language)
    const stranger = openVisitor(walk.hall.baseUrl)
    const form = await stranger.request(`/amt/anmelden?lang=${language}`)
    keep('sign-in', 'fresh', form)
    keep(
      'sign-in',
      'errors: wrong',
      await stranger.post(form, { email: ['nobody@example.org'], password: ['wrong'] }, ''),
    )
    keep('sign-in', 'errors: blank', await stranger.post(form, { email: [''], password: [''] }, ''))
    const clerk = await clerkIn(walk, language)
    keep('queue', 'empty, finished', await clerk.request('/amt?done=1'))
    keep('queue', 'empty', await clerk.request('/amt'))
    keep('queue', 'empty, mine', await clerk.request('/amt?mine=1'))
    keep('queue', 'nothing free', await press(clerk, await clerk.request('/amt'), 'next'))
    keep('queue', 'errors: unknown number', await clerk.request('/amt/vorgang?nummer=LM-1'))
  }
}

export async function walkDesk(walk: Walk, filed: Filed[]): Promise<void> {
  for (const language of languages) {
    const [clerk, other] = [await clerkIn(walk, language), await clerkIn(walk, language)]
    const desk: Desk = { walk, clerk, other, language, keep: saying(walk, 'desk', language) }
    await seeQueue(desk)
    for (const service of walk.services) {
      const own = filed.filter(one => one.service === service && one.language === language)
      for (const one of own) await seeCase(desk, one)
      await seeConflicts(desk, own[0], own[1])
      await seeProblemsAndDecide(desk, own[1], 'confirm')
      await seeRecipients(desk, own[1])
      if (service.effectiveOn) await seeProblemsAndDecide(desk, own[0], 'confirm') // its day is still to come
      await seeProblemsAndDecide(desk, own[2], 'return')
      if (service.rejects) await seeProblemsAndDecide(desk, own[3], 'reject')
      await seeEmptied(desk, own[4])
    }
    desk.keep('queue', 'finished', await clerk.request('/amt?done=1'))
    await seeSessionEnd(desk)
  }
  await seePages(walk)
}

/** A clerk of the counter, who sees every service, at a screen in one language. */
export async function clerkIn(walk: Walk, language: Language): Promise<Visitor> {
  const { visitor } = await seat(walk.hall, 'counter')
  await visitor.request(`/amt?lang=${language}`)
  return visitor
}

export const caseUrl = (one: Pick<Filed, 'number'>) => `/amt/vorgang/${one.number}`

async function seeQueue({ walk, clerk, keep }: Desk): Promise<void> {
  keep('queue', 'filled', await clerk.request('/amt'))
  for (const service of walk.services)
    keep('queue', 'filtered', await clerk.request(`/amt?service=${service.id}&status=received`))
}

/** Free, in somebody else's hands, in one's own, with the sensitive answers, and free again. */
async function seeCase(desk: Desk, one: Filed): Promise<void> {
  const { clerk, other, keep } = desk
  const name = `${one.service.id}/case`
  const free = await clerk.request(caseUrl(one))
  keep(name, 'free', free)
  const mine = await press(clerk, free, 'claim')
  keep(name, 'mine', mine)
  keep(name, 'taken', await other.request(caseUrl(one)))
  keep('queue', 'mine', await clerk.request('/amt?mine=1'))
  keep('queue', 'taken', await other.request('/amt'))
  if (mine.html.includes('value="reveal"')) keep(name, 'sensitive shown', await press(clerk, mine, 'reveal'))
  await correctAnswers(desk, one, mine)
  await changeLists(desk, one, mine)
  await seeDeskForm(desk, one)
  await seeFees(desk, one)
  keep('queue', 'given back', await press(clerk, mine, 'release'))
}

/** A case with persons and other dwellings, all of them struck out. */
async function seeEmptied(desk: Desk, one: Filed | undefined): Promise<void> {
  if (!one) return
  const mine = await press(desk.clerk, await desk.clerk.request(caseUrl(one)), 'claim')
  await emptyLists(desk, one, mine)
}

/** More than one page of cases, late and not. */
async function seePages(walk: Walk): Promise<void> {
  await walk.hall.pool.query(copies)
  for (const language of languages) {
    const clerk = await clerkIn(walk, language)
    for (const page of [1, 2, 3])
      saying(walk, 'desk', language)('queue', `page ${page}`, await clerk.request(`/amt?seite=${page}`))
  }
}

const copies = `
  INSERT INTO "CaseFile" SELECT (jsonb_populate_record(NULL::"CaseFile", original || jsonb_build_object(
    'id', gen_random_uuid(), 'serial', 900000 + n, 'number', 'LM-2026-' || (900000 + n) || '-A', 'draftTokenHash', decode(md5(n::text), 'hex'), 'dueOn', current_date + n - 20))).*
  FROM (SELECT to_jsonb("CaseFile") AS original FROM "CaseFile" WHERE "closedAt" IS NULL LIMIT 1) AS one, generate_series(1, 120) AS n`
