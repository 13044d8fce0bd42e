// What a holder does with a case: tick, return, confirm (rejecting is in reject.ts). Each carries the version; the loser of a race loses nothing typed.
import { type Finding, findingsForClerks } from '../forms/findings.ts'
import type { Answers } from '../forms/journey.ts'
import { join } from '../forms/sensitive.ts'
import type { Service } from '../forms/service.ts'
import type { CaseFile, Clerk, Prisma, Query } from '../generated/client.ts'
import type { Day } from '../law/dates.ts'
import { requestDeadline } from '../law/deadlines.ts'
import { accountOf } from './fees.ts'
import { record } from './history.ts'
import { confirmationLetter, issue, requestLetter } from './letters.ts'
import { type Office, openAll, type Work } from './office.ts'

/** A case in a clerk's hands, as the page showed it: `version` says which state that was. */
export type Hold = { office: Office; service: Service; clerk: Clerk; caseFile: CaseFile; version: number }
/** `untilClosed`: on that day nobody is at the counter. `stale`: somebody changed the case since the page was shown, or this clerk does not hold it any more. */
export type Outcome = 'done' | 'stale' | 'incomplete' | 'untilClosed'
/** What is missing, by when (else within two weeks), and whether it is written although nobody wished for post. */
export type Asked = { reasons: string[]; note: string; ticks: string[]; until?: Day | undefined; letter?: boolean }
export type ChecklistItem = { id: string; text: string; person?: string; ticked: boolean }

/** All answers of a case, sensitive ones opened: for the letter and for a clerk who asked to see them. */
export function answersOf(office: Pick<Office, 'secrets'>, caseFile: CaseFile): Answers {
  return join(caseFile.answers as Answers, openAll(office, caseFile.id, caseFile.sealed))
}

/** The item that all findings on the answers are settled; a correction that changes them takes its tick back. */
export const findingsTick = 'findings'

/** The service's own items, and one before them for all findings that none of them settles by itself. */
export function checklistOf(service: Service, caseFile: CaseFile): ChecklistItem[] {
  const own = service.checklist(caseFile.answers as never)
  const ids = own.map(({ id }) => id)
  const open = findingsForClerks(service, caseFile.findings as Finding[], ids)
  const items = open.length > 0 ? [{ id: findingsTick, text: findingsTick }, ...own] : own
  return items.map(item => ({ ...item, ticked: caseFile.ticks.includes(item.id) }))
}

/** Stores the ticks as they stand; ids that are not on the list are dropped. */
export async function tick(hold: Hold, ticks: string[]): Promise<Outcome> {
  const known = knownTicks(hold, ticks)
  return change(hold, { ticks: known }, work =>
    record(work, hold.caseFile.id, 'ticked', hold.clerk, { ticks: known.length }),
  )
}

/**
 * Tells the citizen what to bring or to say at the counter; the case goes back to the queue and waits for them.
 * What was asked before is settled by it: only the latest list counts.
 */
export async function returnCase(hold: Hold, asked: Asked): Promise<Outcome> {
  const { office, service, clerk, caseFile } = hold
  const reasons = service.returns.filter(id => asked.reasons.includes(id))
  if (reasons.length === 0 || (reasons.includes('other') && asked.note === '')) return 'incomplete'
  const { note, until = usualDeadline(office) } = asked
  if (office.openDayFrom(until) !== until) return 'untilClosed'
  const isWritten = asked.letter || service.addressee(answersOf(office, caseFile)).byPost
  const letter = isWritten ? await requestLetter(hold, { reasons, note, until }) : null
  const ticks = knownTicks(hold, asked.ticks)
  return change(hold, { status: 'returned', claimedById: null, claimedAt: null, ticks }, async work => {
    const query = { caseId: caseFile.id, clerkId: clerk.id, reasons, note, until: new Date(until) }
    await settleQueries(work, caseFile)
    await work.query.create({ data: query })
    await record(work, caseFile.id, 'returned', clerk, { reasons })
    if (letter) await issue(work, hold, letter)
  })
}

/** Two weeks, and a day on which the counter is open. */
export function usualDeadline(office: Pick<Office, 'facts' | 'openDayFrom'>): Day {
  return office.openDayFrom(requestDeadline(office.facts().filedOn))
}

/**
 * Confirms and issues the letter, in one transaction. Every item of the checklist must be ticked.
 * What holds from a later day only is scheduled until then (R-D04); see take-effect.ts.
 */
export async function confirm(hold: Hold, ticks: string[]): Promise<Outcome> {
  const { office, service, clerk, caseFile } = hold
  const list = idsOf(hold)
  if (!list.every(id => ticks.includes(id))) {
    const saved = await tick(hold, ticks)
    return saved === 'done' ? 'incomplete' : saved
  }
  const letter = await confirmationLetter(hold, await accountOf(office, service, caseFile))
  const effectiveOn = laterDay(hold)
  const status = effectiveOn ? 'scheduled' : 'confirmed'
  return change(hold, { ...closing(status), effectiveOn, ticks: list }, async work => {
    await settleQueries(work, caseFile)
    await record(work, caseFile.id, status, clerk)
    await issue(work, hold, letter)
  })
}

/** What every last decision writes into a case. */
export function closing(status: 'confirmed' | 'scheduled' | 'rejected') {
  const now = new Date()
  return { status, decidedAt: now, closedAt: now }
}

/** Nothing is asked of the citizen any more. */
export async function settleQueries(work: Work, { id }: CaseFile): Promise<void> {
  await work.query.updateMany({ where: { caseId: id, answeredAt: null }, data: { answeredAt: new Date() } })
}

/**
 * One conditional update: this clerk, this version, still open; then what belongs to it, in the same transaction.
 * A new status is a decision: what was typed before it is not kept any longer.
 */
export async function change(
  { office, clerk, caseFile, version }: Hold,
  data: Prisma.CaseFileUncheckedUpdateManyInput,
  more: (work: Work) => Promise<void>,
): Promise<Outcome> {
  return office.database.$transaction(async work => {
    const where = { id: caseFile.id, version, claimedById: clerk.id, closedAt: null }
    const settled = data.status ? { unsent: null } : {}
    const { count } = await work.caseFile.updateMany({
      where,
      data: { ...data, ...settled, version: { increment: 1 } },
    })
    if (count === 0) return 'stale'
    await more(work)
    return 'done'
  })
}

/** Instead of "something else" stands what the clerk wrote. */
export function itemsAsked({ reasons, note }: Pick<Query, 'reasons' | 'note'>): string[] {
  return reasons.filter(reason => reason !== 'other' || note === '')
}

export async function queriesOf(office: Office, caseFile: CaseFile): Promise<Query[]> {
  return office.database.query.findMany({ where: { caseId: caseFile.id }, orderBy: { at: 'desc' } })
}

/** What the citizen is still asked for. */
export function openQuery(queries: Query[]): Query | undefined {
  return queries.find(({ answeredAt }) => answeredAt === null)
}

export function knownTicks(hold: Hold, ticks: string[]): string[] {
  return idsOf(hold).filter(id => ticks.includes(id))
}

/** The day from which it holds, when that is still to come. */
function laterDay({ office, service, caseFile }: Hold): Date | null {
  const day = service.effectiveOn?.(answersOf(office, caseFile))
  return day && day > office.facts().filedOn ? new Date(day) : null
}

function idsOf({ service, caseFile }: Hold): string[] {
  return checklistOf(service, caseFile).map(item => item.id)
}
