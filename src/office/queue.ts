// The one shared queue: who has which case. Claiming is one conditional update, so two clerks never hold one case.
import type { Service } from '../forms/service.ts'
import type { CaseFile, Clerk, Prisma } from '../generated/client.ts'
import { record } from './history.ts'
import type { Office } from './office.ts'

export type QueuedCase = Pick<
  CaseFile,
  'id' | 'number' | 'serviceId' | 'name' | 'masked' | 'filedAt' | 'dueOn' | 'status' | 'claimedById' | 'closedAt'
> & {
  claimedBy: { id: string; name: string } | null
  /** What the person is still asked for, and by when. */
  queries: { until: Date | null }[]
}
export type Filter = { service: string | null; status: string | null; mine: boolean }
export const everything: Filter = { service: null, status: null, mine: false }
export type Held = { caseFile: CaseFile; won: boolean; holder: { id: string; name: string } | null }

const pageSize = 50
const holder = { select: { id: true, name: true } }
const shown = {
  id: true,
  number: true,
  serviceId: true,
  name: true,
  masked: true,
  filedAt: true,
  dueOn: true,
  status: true,
  claimedById: true,
  closedAt: true,
  claimedBy: holder,
  queries: { where: { answeredAt: null }, select: { until: true }, take: 1 },
}

/** Residence and trade clerks see their own services; counter and supervisor see all. */
export function servicesOf(clerk: Clerk, services: Service[]): Service[] {
  return clerk.role === 'counter' || clerk.role === 'supervisor'
    ? services
    : services.filter(service => service.office === clerk.role)
}

/**
 * Open cases, most urgent first: legal deadline, then age; those that wait for a person or a day stand last, unless the
 * deadline runs on or the person's period is over. One more than a page tells that there is a next page.
 */
export async function openCases(
  office: Office,
  clerk: Clerk,
  services: Service[],
  filter: Filter,
  page: number,
): Promise<{ cases: QueuedCase[]; more: boolean }> {
  const allowed = servicesOf(clerk, services).map(service => service.id)
  const where: Prisma.CaseFileWhereInput = {
    closedAt: null,
    serviceId: filter.service && allowed.includes(filter.service) ? filter.service : { in: allowed },
    ...(filter.status && { status: filter.status }),
    ...(filter.mine && { claimedById: clerk.id }),
  }
  const skip = (page - 1) * pageSize
  const running = { status: 'returned', serviceId: { in: services.filter(({ runsOn }) => runsOn).map(({ id }) => id) } }
  const lapsed = {
    status: 'returned',
    queries: { some: { answeredAt: null, until: { lt: new Date(office.facts().filedOn) } } },
  }
  const first = { AND: [where, { OR: [{ status: { in: toDo } }, running, lapsed] }] }
  const cases = await mostUrgent(office, first, skip, pageSize + 1)
  if (!toDo.includes(filter.status ?? '') && cases.length <= pageSize) {
    const before = cases.length > 0 ? skip : Math.min(skip, await office.database.caseFile.count({ where: first }))
    const waiting = { AND: [where, { status: { notIn: toDo }, NOT: { OR: [running, lapsed] } }] }
    cases.push(...(await mostUrgent(office, waiting, skip - before, pageSize + 1 - cases.length)))
  }
  return { cases: cases.slice(0, pageSize), more: cases.length > pageSize }
}

const toDo = ['received', 'inReview']

function mostUrgent({ database }: Office, where: Prisma.CaseFileWhereInput, skip: number, take: number) {
  const orderBy = [{ dueOn: 'asc' as const }, { filedAt: 'asc' as const }, { id: 'asc' as const }]
  return database.caseFile.findMany({ where, orderBy, skip, take, select: shown })
}

/** What this clerk has finished, the latest first; as many as a page holds. */
export async function closedCases(office: Office, clerk: Clerk, services: Service[]): Promise<QueuedCase[]> {
  const allowed = servicesOf(clerk, services).map(service => service.id)
  return office.database.caseFile.findMany({
    where: { claimedById: clerk.id, closedAt: { not: null }, serviceId: { in: allowed } },
    orderBy: { closedAt: 'desc' },
    take: pageSize,
    select: shown,
  })
}

/** The only way for a clerk to a case; null for a number that is not theirs, as for one that does not exist. */
export async function findForClerk(
  office: Office,
  clerk: Clerk,
  services: Service[],
  number: string,
): Promise<CaseFile | null> {
  const allowed = servicesOf(clerk, services).map(service => service.id)
  return office.database.caseFile.findFirst({ where: { number, serviceId: { in: allowed } } })
}

/** Whoever is first gets it; the other reads who has it. */
export async function claim(office: Office, clerk: Clerk, caseFile: CaseFile): Promise<Held> {
  const won = await office.database.$transaction(async work => {
    const data = { claimedById: clerk.id, claimedAt: new Date(), status: 'inReview', version: { increment: 1 } }
    const { count } = await work.caseFile.updateMany({
      where: { id: caseFile.id, claimedById: null, closedAt: null },
      data,
    })
    if (count === 1) await record(work, caseFile.id, 'claimed', clerk)
    return count === 1
  })
  return held(office, clerk, caseFile, won)
}

/** The most urgent case nobody has and that waits for nobody, of one service or of all; rows that somebody else is just claiming are skipped. */
export async function claimNext(
  office: Office,
  clerk: Clerk,
  services: Service[],
  service: string | null = null,
): Promise<CaseFile | null> {
  const all = servicesOf(clerk, services).map(({ id }) => id)
  const allowed = service === null ? all : all.filter(id => id === service)
  return office.database.$transaction(async work => {
    const [next] = await work.$queryRaw<{ id: string }[]>`
      UPDATE "CaseFile" SET "claimedById" = ${clerk.id}::uuid, "claimedAt" = now(), status = 'inReview', version = version + 1
      WHERE id = (
        SELECT id FROM "CaseFile"
        WHERE "closedAt" IS NULL AND "claimedById" IS NULL AND "serviceId" = ANY(${allowed})
          AND (status = 'received' OR status = 'returned' AND EXISTS (SELECT FROM "Query"
            WHERE "caseId" = "CaseFile".id AND "answeredAt" IS NULL AND until < ${office.facts().filedOn}::date))
        ORDER BY "dueOn", "filedAt", id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id`
    if (!next) return null
    await record(work, next.id, 'claimed', clerk, { next: true })
    return work.caseFile.findUniqueOrThrow({ where: { id: next.id } })
  })
}

/** Gives a case back to the queue; only its holder can. What was asked of the citizen is still asked. */
export async function release(office: Office, clerk: Clerk, caseFile: CaseFile): Promise<Held> {
  const won = await office.database.$transaction(async work => {
    const isAsked = (await work.query.count({ where: { caseId: caseFile.id, answeredAt: null } })) > 0
    const status = isAsked ? 'returned' : 'received'
    const data = { claimedById: null, claimedAt: null, status, unsent: null, version: { increment: 1 } }
    const where = { id: caseFile.id, claimedById: clerk.id, closedAt: null }
    const { count } = await work.caseFile.updateMany({ where, data })
    if (count === 1) await record(work, caseFile.id, 'released', clerk)
    return count === 1
  })
  return held(office, clerk, caseFile, won)
}

/** How a case stands now, and who has it. Claiming what one already has counts as won. */
export async function held(office: Office, clerk: Clerk, caseFile: { id: string }, won: boolean): Promise<Held> {
  const { claimedBy, ...now } = await office.database.caseFile.findUniqueOrThrow({
    where: { id: caseFile.id },
    include: { claimedBy: holder },
  })
  return { caseFile: now, won: won || (now.claimedById === clerk.id && now.closedAt === null), holder: claimedBy }
}
