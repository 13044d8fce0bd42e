// A filing is rejected: with reasons that the citizen reads, and a letter with the notice on legal remedies.
import type { CaseFile, Rejection } from '../generated/client.ts'
import { change, closing, type Hold, knownTicks, type Outcome, settleQueries } from './decide.ts'
import type { Hearing } from './hearing.ts'
import { record } from './history.ts'
import { issue, rejectionLetter } from './letters.ts'
import type { Office } from './office.ts'

/** Ids of the reasons, what the clerk writes to them, and how the person was heard. */
type Given = { reasons: string[]; note: string; hearing: Hearing; ticks: string[] }

/** Only for a reason that the service knows, never without written reasons (VwVfG section 39) nor without a word on the hearing. */
export async function reject(hold: Hold, given: Given): Promise<Outcome> {
  const { service, clerk, caseFile } = hold
  const reasons = knownReasons(service, given.reasons)
  if (reasons.length === 0 || given.note === '') return 'incomplete'
  const { note, hearing } = given
  const letter = await rejectionLetter(hold, { reasons, note, hearing })
  return change(hold, { ...closing('rejected'), ticks: knownTicks(hold, given.ticks) }, async work => {
    await work.rejection.create({ data: { caseId: caseFile.id, clerkId: clerk.id, reasons, note } })
    await settleQueries(work, caseFile)
    await record(work, caseFile.id, 'rejected', clerk, hearing)
    await issue(work, hold, letter)
  })
}

export function knownReasons({ rejects = [] }: Hold['service'], reasons: string[]): string[] {
  return rejects.filter(id => reasons.includes(id))
}

export async function findRejection({ database }: Office, caseFile: CaseFile): Promise<Rejection | null> {
  return database.rejection.findUnique({ where: { caseId: caseFile.id } })
}
