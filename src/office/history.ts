// A case's history: one line an event, written in the transaction of what it records, never changed.
import type { Clerk, Event, Prisma } from '../generated/client.ts'
import type { Office, Work } from './office.ts'

export const eventKinds = [
  'received',
  'claimed',
  'released',
  'takenOver',
  'viewed',
  'revealed',
  'ticked',
  'corrected',
  'returned',
  'confirmed',
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

export async function historyOf(
  office: Office,
  caseFile: { id: string },
): Promise<(Event & { clerk: { name: string } | null })[]> {
  return office.database.event.findMany({
    where: { caseId: caseFile.id },
    orderBy: { id: 'asc' },
    include: { clerk: { select: { name: true } } },
  })
}
