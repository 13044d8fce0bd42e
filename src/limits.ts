// Limits against guessing, kept in PostgreSQL so that they hold over all processes.
import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { Refused } from './errors.ts'

export type Limits = {
  /** Throws `tooMany` when one more try is too many. */
  caseLookup: (who: string) => Promise<void>
  verification: (who: string) => Promise<void>
  signIn: (who: string, email: string) => Promise<void>
  /** After success the account's own count starts anew. */
  signedIn: (who: string, email: string) => Promise<void>
}

const quarter = 15 * 60

export function openLimits(pool: Pool): Limits {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      schemaName: 'library',
      tableName: 'limits',
      tableCreated: true,
      keyPrefix,
      points,
      duration: quarter,
      clearExpiredByTimeout: false,
    })
  const lookups = limiter('case', 20)
  const allLookups = limiter('all-cases', 6000)
  const verifications = limiter('letter', 60) // who hires or enrols many people checks many letters
  const allVerifications = limiter('all-letters', 6000)
  const account = limiter('account', 8)
  const address = limiter('address', 40)
  return {
    caseLookup: async who => {
      await count(lookups, who)
      await count(allLookups, 'everybody')
    },
    verification: async who => {
      await count(verifications, who)
      await count(allVerifications, 'everybody')
    },
    signIn: async (who, email) => {
      await count(address, who)
      await count(account, `${who} ${email.toLowerCase().slice(0, 254)}`)
    },
    signedIn: async (who, email) => {
      await account.delete(hashed(`${who} ${email.toLowerCase().slice(0, 254)}`))
    },
  }
}

async function count(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(hashed(key))
  } catch (error) {
    if (error instanceof Error) throw error
    throw new Refused('tooMany')
  }
}

/** The table holds no address and no e-mail in clear. */
function hashed(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
