// A colleague's case changes hands: with a reason, in the history, and so that the colleague hears of it.
import type { CaseFile, Clerk } from '../generated/client.ts'
import { record } from './history.ts'
import type { Office } from './office.ts'
import { type Held, held } from './queue.ts'

export const takeOverReasons = ['absent', 'agreed', 'urgent'] as const
export type TakeOverReason = (typeof takeOverReasons)[number]
/** What a clerk is told whose case has been taken over; `reason` is the key of a text. */
export type TakenOver = { number: string; by: string; reason: string }

/**
 * Only the version that the page showed. Taking over what one has already changes nothing; what the colleague had typed
 * for a decision is not the new holder's.
 */
export async function takeOver(
  office: Office,
  clerk: Clerk,
  caseFile: CaseFile,
  version: number,
  reason: TakeOverReason,
): Promise<Held> {
  const from = caseFile.claimedById
  if (from === null || from === clerk.id) return held(office, clerk, caseFile, false)
  const won = await office.database.$transaction(async work => {
    const where = { id: caseFile.id, version, closedAt: null, claimedById: from }
    const data = { claimedById: clerk.id, claimedAt: new Date(), unsent: null, version: { increment: 1 } }
    const { count } = await work.caseFile.updateMany({ where, data })
    if (count === 1) await record(work, caseFile.id, 'takenOver', clerk, { from, reason })
    return count === 1
  })
  return held(office, clerk, caseFile, won)
}

/** Of this clerk's cases, until they have said that they read it. The condition on `kind` is the one of the index. */
export async function takenOverFrom(office: Office, clerk: Clerk): Promise<TakenOver[]> {
  return office.database.$queryRaw<TakenOver[]>`
    SELECT "CaseFile".number, "Clerk".name AS by, taken.detail ->> 'reason' AS reason
    FROM "Event" AS taken
    JOIN "CaseFile" ON "CaseFile".id = taken."caseId"
    JOIN "Clerk" ON "Clerk".id = taken."clerkId"
    WHERE taken.kind = 'takenOver' AND taken.detail ->> 'from' = ${clerk.id} AND NOT EXISTS (
      SELECT 1 FROM "Event" AS later
      WHERE later."caseId" = taken."caseId" AND later.id > taken.id
        AND later.kind = 'takeOverRead' AND later."clerkId" = ${clerk.id}::uuid)
    ORDER BY taken.id`
}

/** They have read it: nothing more is said of it. What was never said is not confirmed either. */
export async function readTakeOver(office: Office, clerk: Clerk, caseFile: CaseFile): Promise<void> {
  const told = await takenOverFrom(office, clerk)
  if (told.some(({ number }) => number === caseFile.number))
    await record(office.database, caseFile.id, 'takeOverRead', clerk)
}
