// Everything the database holds, as one text: equal before and after means that nothing was changed.
import type { TownHall } from './town-hall.ts'

const tables = [
  '"Draft"',
  '"CaseFile"',
  '"Query"',
  '"Rejection"',
  '"Letter"',
  '"Payment"',
  '"Clerk"',
  'library.session',
]

export const everything = (hall: Pick<TownHall, 'pool'>) => fingerprint(hall, [...tables, '"Event"', 'library.limits'])

/** Looking at a case is written into its history, verifying a letter is counted; that is all that looking may change. */
export const everythingButHistory = (hall: Pick<TownHall, 'pool'>) => fingerprint(hall, tables)

async function fingerprint({ pool }: Pick<TownHall, 'pool'>, names: string[]): Promise<string> {
  const parts = names.map(name => `(SELECT coalesce(string_agg(t::text, '|' ORDER BY t::text), '') FROM ${name} t)`)
  const { rows } = await pool.query(`SELECT md5(concat_ws('#', ${parts.join(', ')})) AS all`)
  return rows[0].all
}
