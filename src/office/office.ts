// What every function of the office is given: the database, the keys, the town, the day.
import type { Facts } from '../forms/service.ts'
import type { Prisma, PrismaClient } from '../generated/client.ts'
import type { Secrets } from '../secrets.ts'

export type Office = {
  database: PrismaClient
  secrets: Secrets
  facts: () => Facts
  prefix: string
  letterhead: Letterhead
}
/** What stands on every letter besides its content; JSON. */
export type Letterhead = { town: Record<string, unknown>; demo: boolean }
/** A database or a transaction of it. */
export type Work = Prisma.TransactionClient
