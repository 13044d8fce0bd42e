// Accounts of staff: argon2id as ASVS asks, the same answer and time for every way of not getting in.
import { createHash } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Clerk, PrismaClient } from '../generated/client.ts'

export type { Clerk }

export const roles = ['counter', 'residence', 'trade', 'supervisor'] as const
export type Role = (typeof roles)[number]
const longestPassword = 128

// OWASP: m = 19456 KiB, t = 2, p = 1; kept in each hash.
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 }
// The hash of nothing anybody knows: an unknown address takes as long as a wrong password.
let decoy: Promise<string> | undefined

/** Null for unknown, wrong and disabled alike. */
export async function signIn(database: PrismaClient, email: string, password: string): Promise<Clerk | null> {
  const clerk = await database.clerk.findUnique({ where: { email: email.trim().toLowerCase() } })
  decoy ??= hash(crypto.randomUUID(), cost)
  const isRight = await verify(clerk?.passwordHash ?? (await decoy), comparable(password))
  return clerk && isRight && clerk.disabledAt === null ? clerk : null
}

/** Null once the account is disabled or has another password: a session ends with them. */
export async function findClerk(database: PrismaClient, id: string, key: string | undefined): Promise<Clerk | null> {
  const clerk = await database.clerk.findFirst({ where: { id, disabledAt: null } })
  return clerk && keyOf(clerk) === key ? clerk : null
}

/** Tells one password of a clerk from another; nothing follows from it. */
export function keyOf(clerk: Clerk): string {
  return createHash('sha256').update(clerk.passwordHash).digest('base64url').slice(0, 16)
}

export async function addClerk(
  database: PrismaClient,
  account: { name: string; email: string; role: Role; password: string },
): Promise<Clerk> {
  const { name, role } = account
  return database.clerk.create({
    data: { name, role, email: account.email.trim().toLowerCase(), passwordHash: await hashed(account.password) },
  })
}

export async function setPassword(database: PrismaClient, email: string, password: string): Promise<boolean> {
  const data = { passwordHash: await hashed(password) }
  return (await database.clerk.updateMany({ where: { email: email.toLowerCase() }, data })).count === 1
}

export async function disableClerk(database: PrismaClient, email: string): Promise<boolean> {
  return (
    (await database.clerk.updateMany({ where: { email: email.toLowerCase() }, data: { disabledAt: new Date() } }))
      .count === 1
  )
}

export async function listClerks(
  database: PrismaClient,
): Promise<Pick<Clerk, 'name' | 'email' | 'role' | 'disabledAt'>[]> {
  return database.clerk.findMany({
    select: { name: true, email: true, role: true, disabledAt: true },
    orderBy: { name: 'asc' },
  })
}

async function hashed(password: string): Promise<string> {
  return hash(comparable(password), cost)
}

/** Of a password that is longer, only so much counts, when it is set and when it is checked. */
function comparable(password: string): string {
  return password.normalize('NFC').slice(0, longestPassword)
}
