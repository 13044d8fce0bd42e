// Cases that belong together: begun one from the other, such as a move and the trade that moves along.
import type { Service } from '../forms/service.ts'
import type { CaseFile, Clerk } from '../generated/client.ts'
import type { Office } from './office.ts'
import { servicesOf } from './queue.ts'

export type Linked = Pick<CaseFile, 'id' | 'number' | 'serviceId' | 'status'>

/** The others of its group, the oldest first; only those of services that this clerk may see. */
export async function linkedCases(
  office: Office,
  clerk: Clerk,
  services: Service[],
  caseFile: CaseFile,
): Promise<Linked[]> {
  const first = caseFile.groupId ?? caseFile.id
  const allowed = servicesOf(clerk, services).map(service => service.id)
  return office.database.caseFile.findMany({
    where: { OR: [{ id: first }, { groupId: first }], id: { not: caseFile.id }, serviceId: { in: allowed } },
    orderBy: { serial: 'asc' },
    select: { id: true, number: true, serviceId: true, status: true },
  })
}
