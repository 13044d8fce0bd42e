// What every function of the office is given: the database, the keys, the town, the day.
import type { Facts } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import type { Prisma, PrismaClient } from '../generated/client.ts'
import type { Day } from '../law/dates.ts'
import type { Fee } from '../law/fees.ts'
import type { Secrets } from '../secrets.ts'
import type { FindDrafts, SaveDraft } from './draft-batches.ts'

/** PostgreSQL parses and plans it once a connection, under its name. */
export type Statement = { name: string; text: string; values: unknown[] }
export type Office = {
  database: PrismaClient
  /** The same database without Prisma between, for the members of a draft. */
  query: <Row extends Record<string, unknown>>(statement: Statement) => Promise<{ rows: Row[] }>
  findDrafts: FindDrafts
  saveDraft: SaveDraft
  secrets: Secrets
  facts: () => Facts
  prefix: string
  letterhead: Letterhead
  /** This day, or the next on which the counter is open. */
  openDayFrom: (day: Day) => Day
  /** The town's table. */
  fees: Fee[]
  /** Words in the official language, for letters. */
  german: Words
  /** Where anybody may verify letters. */
  publicUrl: string
}
/** What stands on every letter besides its content; JSON. */
type Letterhead = { town: Record<string, unknown>; demo: boolean }
/** A database or a transaction of it. */
export type Work = Prisma.TransactionClient

/** Whoever comes second waits here, and then sees what the first has written. */
export async function lockCase(work: Work, { id }: { id: string }): Promise<void> {
  await work.$queryRaw`SELECT id FROM "CaseFile" WHERE id = ${id}::uuid FOR UPDATE`
}

/** Encrypts values one by one; each opens only for the draft or case whose id it was sealed with. */
export function sealAll(
  { secrets }: Pick<Office, 'secrets'>,
  id: string,
  values: Record<string, unknown>,
): Record<string, string> {
  const sealed = Object.entries(values).map(([key, value]) => [key, secrets.seal(id, JSON.stringify(value))])
  return Object.fromEntries(sealed)
}

/** As they were given to sealAll. */
export function openAll({ secrets }: Pick<Office, 'secrets'>, id: string, sealed: unknown): Record<string, unknown> {
  const opened = Object.entries(sealed as Record<string, string>).map(([key, value]) => [
    key,
    JSON.parse(secrets.open(id, value)),
  ])
  return Object.fromEntries(opened)
}
