// What was decided before its day holds from that day on: a scheduled case becomes a confirmed one (R-D04).
import type { PrismaClient } from '../generated/client.ts'
import type { Day } from '../law/dates.ts'

/** May run as often as one likes, in any number of processes. Returns how many cases took effect. */
export async function takeEffect(database: PrismaClient, today: Day): Promise<number> {
  return database.$executeRaw`
    WITH due AS (
      UPDATE "CaseFile" SET status = 'confirmed', version = version + 1
      WHERE status = 'scheduled' AND "effectiveOn" <= ${today}::date RETURNING id)
    INSERT INTO "Event" ("caseId", kind) SELECT id, 'tookEffect' FROM due`
}
