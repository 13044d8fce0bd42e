// What a clerk meets when something is missing, when a colleague was faster, and when the session has ended.

import { formatDay } from '../../src/law/partial-date.ts'
import { nextSunday } from '../helpers/filings.ts'
import { press } from '../helpers/press.ts'
import { unheard } from '../helpers/refuse.ts'
import { hire, password } from '../helpers/staff.ts'
import { formsOf, openVisitor, type Page, type Visitor } from '../helpers/visitor.ts'
import type { Filed } from './walk.ts'
import { caseUrl, type Desk } from './walk-desk.ts'

/** Somebody claims what another has just claimed; a case is taken over while its clerk is typing. */
export async function seeConflicts(
  { clerk, other, keep }: Desk,
  one: Filed | undefined,
  two: Filed | undefined,
): Promise<void> {
  if (!one || !two) return
  const name = `${one.service.id}/case`
  const free = await other.request(caseUrl(one))
  await press(clerk, await clerk.request(caseUrl(one)), 'claim')
  keep(name, 'conflict', await press(other, free, 'claim'))
  const mine = await clerk.request(caseUrl(one))
  const taking = await press(other, await other.request(caseUrl(one)), 'takeOver')
  keep(name, 'errors: no reason for taking over', taking)
  await press(other, taking, 'takeOver', { takeOverReason: 'agreed' })
  keep('queue', 'taken over', await clerk.request('/amt'))
  const typed = {
    tick: ticksOf(mine).slice(0, 2),
    decision: ['return'],
    reason: reasonsOf(mine).slice(0, 2),
    note: ['Bitte den Reisepass mitbringen.'],
  }
  keep(name, 'conflict, typed', await press(clerk, mine, 'decide', typed))
  await press(other, await other.request(caseUrl(one)), 'release')
}

const message = ['Bitte den Reisepass mitbringen.']
/** What is pressed without what the decision needs. */
const mistakes: Record<'confirm' | 'return' | 'reject', Record<string, Record<string, string[]>>> = {
  confirm: { 'no decision': {}, 'no ticks': { decision: ['confirm'] } },
  return: {
    'no reason': { decision: ['return'] },
    'wrong period': { decision: ['return'], until: ['bald'] },
    'closed period': { decision: ['return'], until: [formatDay(nextSunday(), 'de')] },
  },
  reject: {
    'no reason to reject': { decision: ['reject'] },
    'no words': { decision: ['reject'] },
  },
}

/** Everything that can be missing, then the decision, and the case after it. */
export async function seeProblemsAndDecide(
  { clerk, other, keep }: Desk,
  one: Filed | undefined,
  decision: 'confirm' | 'return' | 'reject',
): Promise<void> {
  if (!one) return
  const name = `${one.service.id}/case`
  let page = await press(clerk, await clerk.request(caseUrl(one)), 'claim')
  for (const [what, values] of Object.entries(mistakes[decision])) {
    const rejectReason = what === 'no words' ? optionsOf(page, 'rejectReason') : []
    const reason = what === 'closed period' ? reasonsOf(page).slice(0, 1) : []
    page = await press(clerk, page, 'decide', { tick: [], reason, rejectReason, ...values })
    keep(name, `errors: ${what}`, page)
  }
  page = await press(clerk, page, 'tick', { tick: ticksOf(page).slice(0, 1), decision: [] })
  keep(name, 'ticked', page)
  const typed: Record<typeof decision, Record<string, string[]>> = {
    confirm: { tick: ticksOf(page) },
    return: { tick: [], reason: reasonsOf(page), until: [''], letter: ['yes'], note: message },
    reject: { tick: [], rejectReason: optionsOf(page, 'rejectReason'), note: message },
  }
  page = await press(clerk, page, 'decide', { ...typed[decision], decision: [decision] })
  if (decision === 'reject') page = await seeHearing(clerk, page, (what, now) => keep(name, `reject: ${what}`, now))
  keep(name, `decided: ${decision}`, page)
  keep(name, `after: ${decision}`, await other.request(caseUrl(one)))
}

/** The page before a rejection is final, with what can be missing there. */
async function seeHearing(clerk: Visitor, page: Page, keep: (what: string, page: Page) => void): Promise<Page> {
  keep('hearing', page)
  for (const [what, hearing] of [['no hearing'], ['no day', 'spoken'], ['no reason', 'none']] as const)
    keep(`errors: ${what}`, await press(clerk, page, 'reject', hearing ? { hearing } : {}))
  return press(clerk, page, 'reject', unheard)
}

/** The cookie is worth nothing any more: what was typed is kept in the page, and there again after signing in. */
export async function seeSessionEnd({ walk, clerk, keep }: Desk): Promise<void> {
  const queue = await clerk.request('/amt')
  const stale = openVisitor(walk.hall.baseUrl)
  for (const [name, value] of clerk.jar) stale.jar.set(name, value)
  await walk.hall.pool.query(`DELETE FROM library.session WHERE sess->>'clerkId' IS NOT NULL`)
  keep('sign-in', 'expired', await stale.request('/amt'))
  const lost = await press(stale, queue, 'next')
  keep('sign-in', 'expired, typed', lost)
  const { email } = await hire(walk.hall, 'counter')
  keep('sign-in', 'errors: wrong, typed', await signInOn(stale, lost, email, 'wrong'))
  keep('again', 'signed in', await signInOn(stale, lost, email, password))
}

function signInOn(visitor: Visitor, page: Page, email: string, password: string): Promise<Page> {
  const index = formsOf(page.html).findIndex(form => form.controls.some(control => control.name === 'password'))
  return visitor.post(page, { email: [email], password: [password] }, '', index)
}

function ticksOf(page: Page): string[] {
  return optionsOf(page, 'tick')
}

function reasonsOf(page: Page): string[] {
  return optionsOf(page, 'reason')
}

function optionsOf(page: Page, name: string): string[] {
  return formsOf(page.html).flatMap(form => form.controls.find(control => control.name === name)?.options ?? [])
}
