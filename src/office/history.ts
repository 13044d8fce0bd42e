// A case's history: one line an event, written in the transaction of what it records, never changed.
import type { Clerk, Prisma } from '../generated/client.ts'
import type { Day } from '../law/dates.ts'
import type { Office, Work } from './office.ts'

export const eventKinds = [
  'received',
  'claimed',
  'released',
  'takenOver',
  'takeOverRead',
  'viewed',
  'revealed',
  'ticked',
  'corrected',
  'memberAdded',
  'memberStruck',
  'deskWritten',
  'feePaid',
  'feeWaived',
  'paymentUndone',
  'sentOn',
  'sentOnUndone',
  'extractRead',
  'returned',
  'confirmed',
  'scheduled',
  'tookEffect',
  'rejected',
  'letterIssued',
  'viewedByCitizen',
  'letterRead',
] as const
export type EventKind = (typeof eventKinds)[number]

/** `detail` holds keys and numbers only: no personal data, no answers. */
export async function record(
  work: Work,
  caseId: string,
  kind: EventKind,
  clerk: Clerk | null,
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  await work.event.create({ data: { caseId, kind, clerkId: clerk?.id ?? null, detail } })
}

/** One line as it is read: who did it; of a take-over, whose case it was; of what is scheduled, until when; keys whose words are texts. */
export type Line = {
  at: Date
  kind: string
  by: string | null
  from: string | null
  until: Date | null
  detail: Detail
}
type Detail = {
  from?: string
  reason?: string
  list?: string
  page?: string
  fields?: string[]
  cents?: number
  number?: number
  recipient?: string
  hearing?: string
  unheard?: string
  day?: Day
}

export async function historyOf(
  { database }: Office,
  caseFile: { id: string; effectiveOn?: Date | null },
): Promise<Line[]> {
  const events = await database.event.findMany({
    where: { caseId: caseFile.id },
    orderBy: { id: 'asc' },
    include: { clerk: { select: { name: true } } },
  })
  const lines = events.map(({ at, kind, clerk, detail }) => ({
    at,
    kind,
    by: clerk?.name ?? null,
    until: kind === 'scheduled' ? (caseFile.effectiveOn ?? null) : null,
    detail: detail as Detail,
  }))
  const names = await namesOf(
    database,
    lines.flatMap(({ detail }) => detail.from ?? []),
  )
  return lines.map(line => ({ ...line, from: names.get(line.detail.from ?? '') ?? null }))
}

/** When something was corrected at the desk and what, not by whom: for the citizen, the latest first. */
export async function correctionsOf(
  { database }: Office,
  caseFile: { id: string },
): Promise<Pick<Line, 'at' | 'kind' | 'detail'>[]> {
  const where = { caseId: caseFile.id, kind: { in: ['corrected', 'memberAdded', 'memberStruck'] } }
  const select = { at: true, kind: true, detail: true }
  const events = await database.event.findMany({ where, select, orderBy: { id: 'desc' } })
  return events.map(({ detail, ...event }) => ({ ...event, detail: detail as Detail }))
}

async function namesOf(database: Work, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const clerks = await database.clerk.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(clerks.map(({ id, name }) => [id, name]))
}
