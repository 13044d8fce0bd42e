// Finds drafts by the hashes of their tokens; all that is asked in one turn of the event loop shares a statement.
import { setImmediate as endOfTurn } from 'node:timers/promises'
import type { Draft } from '../generated/client.ts'
import type { Statement } from './office.ts'

type Hash = Uint8Array<ArrayBuffer>
/** The newest first, and only those whose hash was asked for here. */
export type FindDrafts = (hashes: Hash[]) => Promise<Draft[]>

/** Written out, because a named statement fails when a column is added to what `*` meant (an update while we run). */
export const draftColumns =
  '"id", "tokenHash", "serviceId", "locale", "raw", "sealed", "fromCaseId", "createdAt", "updatedAt"'

const find = {
  name: 'find drafts',
  text: `SELECT ${draftColumns} FROM "Draft" WHERE "tokenHash" = ANY($1) ORDER BY "updatedAt" DESC`,
}

/** Every page of a form asks for its draft; under load the way to PostgreSQL and back costs more than the page. */
export function draftFinder(query: (statement: Statement) => Promise<{ rows: Draft[] }>): FindDrafts {
  let turn: { hashes: Hash[]; rows: Promise<Draft[]> } | null = null

  function newTurn(): NonNullable<typeof turn> {
    const hashes: Hash[] = []
    return { hashes, rows: endOfTurn().then(() => ask(hashes)) }
  }

  async function ask(hashes: Hash[]): Promise<Draft[]> {
    turn = null
    return (await query({ ...find, values: [hashes] })).rows
  }

  return async hashes => {
    turn ??= newTurn()
    turn.hashes.push(...hashes)
    const rows = await turn.rows
    return rows.filter(row => hashes.some(hash => Buffer.from(hash).equals(row.tokenHash)))
  }
}
