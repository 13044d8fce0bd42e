// The citizen's way to a case: number and access code, or a case this session has opened before.
import type { CaseFile } from '../generated/client.ts'
import { record } from './history.ts'
import type { Office } from './office.ts'

/** Null for an unknown number as for a wrong code. */
export async function findForCitizen(office: Office, number: string, code: string): Promise<CaseFile | null> {
  const caseFile = await office.database.caseFile.findUnique({ where: { number } })
  if (!caseFile || !office.secrets.isAccessCode(caseFile.id, code)) return null
  await record(office.database, caseFile.id, 'viewedByCitizen', null)
  return caseFile
}

/** `ids` come from the session, which got them from a sending or from findForCitizen. */
export async function findCases(office: Office, ids: string[]): Promise<CaseFile[]> {
  if (ids.length === 0) return []
  return office.database.caseFile.findMany({ where: { id: { in: ids } }, orderBy: { filedAt: 'desc' } })
}

export async function letterReadByCitizen(office: Office, caseFile: CaseFile): Promise<void> {
  await record(office.database, caseFile.id, 'letterRead', null)
}
