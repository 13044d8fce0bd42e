// What a holder does with a case: tick, return, confirm. Each carries the version; the loser of a race loses nothing typed.

import type { Answers } from '../forms/journey.ts'
import { join } from '../forms/sensitive.ts'
import type { Service } from '../forms/service.ts'
import type { CaseFile, Clerk, Letter, Prisma, Query } from '../generated/client.ts'
import { record } from './history.ts'
import { letterFor } from './letters.ts'
import type { Office, Work } from './office.ts'

/** `stale`: somebody changed the case since the page was shown, or this clerk does not hold it any more. */
export type Outcome = 'done' | 'stale' | 'incomplete'

/** All answers of a case, sensitive ones opened: for the letter and for a clerk who asked to see them. */
export function answersOf(office: Office, caseFile: CaseFile): Answers {
  const opened = Object.entries(caseFile.sealed as Record<string, string>).map(([path, value]) => [
    path,
    JSON.parse(office.secrets.open(caseFile.id, value)),
  ])
  return join(caseFile.answers as Answers, Object.fromEntries(opened))
}

export function checklistOf(
  service: Service,
  caseFile: CaseFile,
): { id: string; text: string; person?: string; ticked: boolean }[] {
  return service
    .checklist(caseFile.answers as never)
    .map(item => ({ ...item, ticked: caseFile.ticks.includes(item.id) }))
}

/** Stores the ticks as they stand; ids that are not on the list are dropped. */
export async function tick(
  office: Office,
  service: Service,
  clerk: Clerk,
  caseFile: CaseFile,
  ticks: string[],
  version: number,
): Promise<Outcome> {
  const known = checklistOf(service, caseFile)
    .map(item => item.id)
    .filter(id => ticks.includes(id))
  return change(office, clerk, caseFile, version, { ticks: known }, work =>
    record(work, caseFile.id, 'ticked', clerk, { ticks: known.length }),
  )
}

/** Tells the citizen what to bring or to say at the counter; the case goes back to the queue and waits for them. */
export async function returnCase(
  office: Office,
  service: Service,
  clerk: Clerk,
  caseFile: CaseFile,
  asked: { reasons: string[]; note: string },
  version: number,
): Promise<Outcome> {
  const reasons = service.returns.filter(id => asked.reasons.includes(id))
  if (reasons.length === 0 || (reasons.includes('other') && asked.note === '')) return 'incomplete'
  const data = { status: 'returned', claimedById: null, claimedAt: null }
  return change(office, clerk, caseFile, version, data, async work => {
    await work.query.create({ data: { caseId: caseFile.id, clerkId: clerk.id, reasons, note: asked.note } })
    await record(work, caseFile.id, 'returned', clerk, { reasons })
  })
}

/** Confirms and issues the letter, in one transaction. Every item of the checklist must be ticked. */
export async function confirm(
  office: Office,
  service: Service,
  clerk: Clerk,
  caseFile: CaseFile,
  ticks: string[],
  version: number,
): Promise<Outcome> {
  const list = checklistOf(service, caseFile).map(item => item.id)
  if (!list.every(id => ticks.includes(id))) {
    const saved = await tick(office, service, clerk, caseFile, ticks, version)
    return saved === 'done' ? 'incomplete' : saved
  }
  const letter = await letterFor(office, service, caseFile, answersOf(office, caseFile), clerk)
  const now = new Date()
  return change(
    office,
    clerk,
    caseFile,
    version,
    { status: 'confirmed', decidedAt: now, closedAt: now, ticks: list },
    async work => {
      await work.letter.create({ data: { ...letter, caseId: caseFile.id, clerkId: clerk.id } })
      await work.query.updateMany({ where: { caseId: caseFile.id, answeredAt: null }, data: { answeredAt: now } })
      await record(work, caseFile.id, 'confirmed', clerk)
      await record(work, caseFile.id, 'letterIssued', clerk, { kind: letter.kind })
    },
  )
}

export async function lettersOf(
  office: Office,
  caseFile: CaseFile,
): Promise<Pick<Letter, 'id' | 'kind' | 'createdAt' | 'sha256'>[]> {
  return office.database.letter.findMany({
    where: { caseId: caseFile.id },
    select: { id: true, kind: true, createdAt: true, sha256: true },
  })
}

export async function findLetter(office: Office, caseFile: CaseFile, kind: string): Promise<Letter | null> {
  return office.database.letter.findUnique({ where: { caseId_kind: { caseId: caseFile.id, kind } } })
}

export async function queriesOf(office: Office, caseFile: CaseFile): Promise<Query[]> {
  return office.database.query.findMany({ where: { caseId: caseFile.id }, orderBy: { at: 'desc' } })
}

/** One conditional update: this clerk, this version, still open; then what belongs to it, in the same transaction. */
export async function change(
  office: Office,
  clerk: Clerk,
  caseFile: CaseFile,
  version: number,
  data: Prisma.CaseFileUncheckedUpdateManyInput,
  more: (work: Work) => Promise<void>,
): Promise<Outcome> {
  return office.database.$transaction(async work => {
    const where = { id: caseFile.id, version, claimedById: clerk.id, closedAt: null }
    const { count } = await work.caseFile.updateMany({ where, data: { ...data, version: { increment: 1 } } })
    if (count === 0) return 'stale'
    await more(work)
    return 'done'
  })
}
