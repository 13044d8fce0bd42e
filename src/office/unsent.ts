// What the holder of a case has typed for a decision not taken yet: kept encrypted, until it is taken or the case is given back.
import type { CaseFile } from '../generated/client.ts'
import type { Hold } from './decide.ts'
import type { Office } from './office.ts'

/** Null forgets. It is no change of the case: its version stays, and other windows do not become too old by it. */
export async function keepUnsent({ office, clerk, caseFile }: Hold, typed: object | null): Promise<void> {
  const unsent = typed && office.secrets.seal(caseFile.id, JSON.stringify(typed))
  const where = { id: caseFile.id, claimedById: clerk.id, closedAt: null }
  await office.database.caseFile.updateMany({ where, data: { unsent } })
}

/** As it was given to keepUnsent. */
export function unsentOf({ secrets }: Pick<Office, 'secrets'>, { id, unsent }: CaseFile): object | null {
  return unsent === null ? null : JSON.parse(secrets.open(id, unsent))
}
