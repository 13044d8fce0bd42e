// What a holder does with a case: tick, return, confirm. Each carries the version; the loser of a race loses nothing typed.
import type { Answers } from '../forms/journey.ts'
import { join } from '../forms/sensitive.ts'
import type { Service } from '../forms/service.ts'
import type { CaseFile, Clerk, Letter, Prisma, Query } from '../generated/client.ts'
import { record } from './history.ts'
import { letterFor } from './letters.ts'
import { type Office, openAll, type Work } from './office.ts'

/** A case in a clerk's hands, as the page showed it: `version` says which state that was. */
export type Hold = { office: Office; service: Service; clerk: Clerk; caseFile: CaseFile; version: number }
/** `stale`: somebody changed the case since the page was shown, or this clerk does not hold it any more. */
export type Outcome = 'done' | 'stale' | 'incomplete'
export type ChecklistItem = { id: string; text: string; person?: string; ticked: boolean }

/** All answers of a case, sensitive ones opened: for the letter and for a clerk who asked to see them. */
export function answersOf(office: Pick<Office, 'secrets'>, caseFile: CaseFile): Answers {
  return join(caseFile.answers as Answers, openAll(office, caseFile.id, caseFile.sealed))
}

export function checklistOf(service: Service, caseFile: CaseFile): ChecklistItem[] {
  const items = service.checklist(caseFile.answers as never)
  return items.map(item => ({ ...item, ticked: caseFile.ticks.includes(item.id) }))
}

/** Stores the ticks as they stand; ids that are not on the list are dropped. */
export async function tick(hold: Hold, ticks: string[]): Promise<Outcome> {
  const known = idsOf(hold).filter(id => ticks.includes(id))
  return change(hold, { ticks: known }, work =>
    record(work, hold.caseFile.id, 'ticked', hold.clerk, { ticks: known.length }),
  )
}

/** Tells the citizen what to bring or to say at the counter; the case goes back to the queue and waits for them. */
export async function returnCase(
  hold: Hold,
  asked: { reasons: string[]; note: string; ticks: string[] },
): Promise<Outcome> {
  const { service, clerk, caseFile } = hold
  const reasons = service.returns.filter(id => asked.reasons.includes(id))
  if (reasons.length === 0 || (reasons.includes('other') && asked.note === '')) return 'incomplete'
  const ticks = idsOf(hold).filter(id => asked.ticks.includes(id))
  return change(hold, { status: 'returned', claimedById: null, claimedAt: null, ticks }, async work => {
    await work.query.create({ data: { caseId: caseFile.id, clerkId: clerk.id, reasons, note: asked.note } })
    await record(work, caseFile.id, 'returned', clerk, { reasons })
  })
}

/** Confirms and issues the letter, in one transaction. Every item of the checklist must be ticked. */
export async function confirm(hold: Hold, ticks: string[]): Promise<Outcome> {
  const { office, service, clerk, caseFile } = hold
  const list = idsOf(hold)
  if (!list.every(id => ticks.includes(id))) {
    const saved = await tick(hold, ticks)
    return saved === 'done' ? 'incomplete' : saved
  }
  const letter = await letterFor(office, service, caseFile, answersOf(office, caseFile), clerk)
  const now = new Date()
  return change(hold, { status: 'confirmed', decidedAt: now, closedAt: now, ticks: list }, async work => {
    await work.letter.create({ data: { ...letter, caseId: caseFile.id, clerkId: clerk.id } })
    await work.query.updateMany({ where: { caseId: caseFile.id, answeredAt: null }, data: { answeredAt: now } })
    await record(work, caseFile.id, 'confirmed', clerk)
    await record(work, caseFile.id, 'letterIssued', clerk, { kind: letter.kind })
  })
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

export async function lettersOf(office: Office, caseFile: CaseFile): Promise<Pick<Letter, 'kind' | 'createdAt'>[]> {
  return office.database.letter.findMany({ where: { caseId: caseFile.id }, select: { kind: true, createdAt: true } })
}

export async function findLetter(office: Office, caseFile: CaseFile, kind: string): Promise<Letter | null> {
  return office.database.letter.findUnique({ where: { caseId_kind: { caseId: caseFile.id, kind } } })
}

export async function queriesOf(office: Office, caseFile: CaseFile): Promise<Query[]> {
  return office.database.query.findMany({ where: { caseId: caseFile.id }, orderBy: { at: 'desc' } })
}

function idsOf({ service, caseFile }: Hold): string[] {
  return checklistOf(service, caseFile).map(item => item.id)
}
