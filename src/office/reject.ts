// A filing is rejected: with reasons that the citizen reads, and a letter with the notice on legal remedies.
import type { CaseFile, Rejection } from '../generated/client.ts'
import { change, closing, type Hold, knownTicks, type Outcome, settleQueries } from './decide.ts'
import { record } from './history.ts'
import { issue, rejectionLetter } from './letters.ts'
import type { Office } from './office.ts'

/** Only for a reason that the service knows, and never without written reasons (VwVfG section 39). */
export async function reject(
  hold: Hold,
  given: { reasons: string[]; note: string; ticks: string[] },
): Promise<Outcome> {
  const { service, clerk, caseFile } = hold
  const reasons = (service.rejects ?? []).filter(id => given.reasons.includes(id))
  if (reasons.length === 0 || given.note === '') return 'incomplete'
  const { note } = given
  const letter = await rejectionLetter(hold, { reasons, note })
  return change(hold, { ...closing('rejected'), ticks: knownTicks(hold, given.ticks) }, async work => {
    await work.rejection.create({ data: { caseId: caseFile.id, clerkId: clerk.id, reasons, note } })
    await settleQueries(work, caseFile)
    await record(work, caseFile.id, 'rejected', clerk)
    await issue(work, hold, letter)
  })
}

export async function findRejection({ database }: Office, caseFile: CaseFile): Promise<Rejection | null> {
  return database.rejection.findUnique({ where: { caseId: caseFile.id } })
}
