// What is no longer needed goes: drafts after 30 days, sessions and limits that have run out.
import type { PrismaClient } from '../generated/client.ts'

const daysKept = 30

/** May run as often as one likes, in any number of processes. Returns how many rows went. */
export async function forgetOld(
  database: PrismaClient,
  now = new Date(),
): Promise<{ drafts: number; sessions: number; limits: number }> {
  const limit = new Date(now.getTime() - daysKept * 24 * 60 * 60 * 1000)
  return {
    drafts: (await database.draft.deleteMany({ where: { updatedAt: { lt: limit } } })).count,
    sessions: await database.$executeRaw`DELETE FROM library.session WHERE expire < ${now}`,
    limits: await database.$executeRaw`DELETE FROM library.limits WHERE expire < ${now.getTime()}`,
  }
}
