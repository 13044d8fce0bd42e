// The clerks' side: signing in, the queue, and cases free, mine, others', lost, with problems, decided, returned.
import { type Language, languages } from '../../src/language.ts'
import { addClerk, type Role } from '../../src/office/clerks.ts'
import type { TownHall } from '../helpers/town-hall.ts'
import { formsOf, openVisitor, type Page, type Visitor } from '../helpers/visitor.ts'
import { seeConflicts, seeProblemsAndDecide, seeSessionEnd } from './walk-desk-trouble.ts'
import { type Filed, saying, type Saying, type Walk } from './walk.ts'

const password = 'correct horse battery staple'
const accounts: { name: string; email: string; role: Role }[] = [
  { name: 'Petra Musterfeld', email: 'schalter@demo.example', role: 'counter' },
  { name: 'Dr. Ulrike Vorbild', email: 'leitung@demo.example', role: 'supervisor' },
]
export type Desk = { walk: Walk; clerk: Visitor; other: Visitor; language: Language; keep: Saying }

/** Accounts, signing in, and a queue with nothing in it. */
export async function walkEmptyDesk(walk: Walk): Promise<void> {
  for (const account of accounts) await addClerk(walk.hall.database, { ...account, password })
  for (const language of languages) {
    const keep = saying(walk, 'desk', language)
    const stranger = openVisitor(walk.hall.baseUrl)
    const form = await stranger.request(`/amt/anmelden?lang=${language}`)
    keep('sign-in', 'fresh', form)
    keep('sign-in', 'errors: wrong', await stranger.post(form, { email: ['leitung@demo.example'], password: ['wrong'] }, ''))
    const clerk = await signIn(walk.hall, 0, language)
    keep('queue', 'empty', await clerk.request('/amt'))
    keep('queue', 'empty, mine', await clerk.request('/amt?mine=1'))
    keep('queue', 'nothing free', await press(clerk, await clerk.request('/amt'), 'next'))
    keep('queue', 'unknown number', await clerk.request('/amt/vorgang?nummer=LM-1'))
  }
}

export async function walkDesk(walk: Walk, filed: Filed[]): Promise<void> {
  for (const language of languages) {
    const [clerk, other] = [await signIn(walk.hall, 0, language), await signIn(walk.hall, 1, language)]
    const desk: Desk = { walk, clerk, other, language, keep: saying(walk, 'desk', language) }
    await seeQueue(desk)
    for (const service of walk.services) {
      const own = filed.filter(one => one.service === service && one.language === language)
      for (const one of own) await seeCase(desk, one)
      await seeConflicts(desk, own[0], own[1])
      await seeProblemsAndDecide(desk, own[1], 'confirm')
      await seeProblemsAndDecide(desk, own[2], 'return')
    }
    await seeSessionEnd(desk)
  }
  await seePages(walk)
}

export async function signIn(hall: TownHall, account: number, language: Language): Promise<Visitor> {
  const visitor = openVisitor(hall.baseUrl)
  const form = await visitor.request(`/amt/anmelden?lang=${language}`)
  const queue = await visitor.post(form, { email: [accounts[account]?.email ?? ''], password: [password] }, '')
  if (queue.url !== '/amt') throw new Error(`not signed in: ${queue.status} ${queue.url}`)
  return visitor
}

/** Presses a button by its value, in whichever form it stands. */
export function press(visitor: Visitor, page: Page, button: string, values: Record<string, string[]> = {}): Promise<Page> {
  const index = formsOf(page.html).findIndex(form => form.buttons.includes(button))
  if (index < 0) throw new Error(`no button ${button} on ${page.url}`)
  return visitor.post(page, values, button, index)
}

export const caseUrl = (one: Pick<Filed, 'number'>) => `/amt/vorgang/${one.number}`

async function seeQueue({ walk, clerk, keep }: Desk): Promise<void> {
  keep('queue', 'filled', await clerk.request('/amt'))
  for (const service of walk.services) keep('queue', 'filtered', await clerk.request(`/amt?service=${service.id}&status=received`))
}

/** Free, in somebody else's hands, in one's own, with the sensitive answers, and free again. */
async function seeCase({ clerk, other, keep }: Desk, one: Filed): Promise<void> {
  const name = `${one.service.id}/case`
  const free = await clerk.request(caseUrl(one))
  keep(name, 'free', free)
  const mine = await press(clerk, free, 'claim')
  keep(name, 'mine', mine)
  keep(name, 'taken', await other.request(caseUrl(one)))
  keep('queue', 'mine', await clerk.request('/amt?mine=1'))
  keep('queue', 'taken', await other.request('/amt'))
  keep(name, 'sensitive shown', await press(clerk, mine, 'reveal'))
  await press(clerk, mine, 'release')
}

/** More than one page of cases, late and not. */
async function seePages(walk: Walk): Promise<void> {
  await walk.hall.pool.query(copies)
  for (const language of languages) {
    const clerk = await signIn(walk.hall, 0, language)
    for (const page of [1, 2, 3]) saying(walk, 'desk', language)('queue', `page ${page}`, await clerk.request(`/amt?seite=${page}`))
  }
}

const copies = `
  INSERT INTO "CaseFile" SELECT (jsonb_populate_record(NULL::"CaseFile", original || jsonb_build_object(
    'id', gen_random_uuid(), 'serial', 900000 + n, 'number', 'LM-2026-' || (900000 + n) || '-A', 'draftTokenHash', decode(md5(n::text), 'hex'), 'dueOn', current_date + n - 20))).*
  FROM (SELECT to_jsonb("CaseFile") AS original FROM "CaseFile" WHERE "closedAt" IS NULL LIMIT 1) AS one, generate_series(1, 120) AS n`
