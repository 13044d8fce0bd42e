// Finds and saves drafts in batches: all that is asked for in one turn of the event loop shares a statement, but for a save that is alone.
import { setImmediate as endOfTurn } from 'node:timers/promises'
import type { Raw } from '../forms/input.ts'
import type { Draft } from '../generated/client.ts'
import type { Statement } from './office.ts'

type Query = (statement: Statement) => Promise<{ rows: Draft[] }>
type Hash = Uint8Array<ArrayBuffer>
/** The newest first, and only those whose hash was asked for here. */
export type FindDrafts = (hashes: Hash[]) => Promise<Draft[]>
/** What a page posted: these fields get these texts, all others stay. */
export type Save = { id: string; open: Raw; sealed: Record<string, string>; locale: string }
/** The draft with all that was saved; undefined when it is gone. */
export type SaveDraft = (save: Save) => Promise<Draft | undefined>

/** Written out, because a named statement fails when a column is added to what `*` meant (an update while we run). */
export const draftColumns = [
  'id',
  'tokenHash',
  'serviceId',
  'locale',
  'raw',
  'sealed',
  'fromCaseId',
  'createdAt',
  'updatedAt',
]
  .map(column => `"Draft"."${column}"`)
  .join(', ')

const find = {
  name: 'find drafts',
  text: `SELECT ${draftColumns} FROM "Draft" WHERE "tokenHash" = ANY($1) ORDER BY "updatedAt" DESC`,
}
const update = (open: string, sealed: string, locale: string) =>
  `UPDATE "Draft" SET raw = raw || ${open}, sealed = "Draft".sealed || ${sealed}, locale = ${locale}, "updatedAt" = now()`
const save = {
  name: 'save draft',
  text: `${update('$2::jsonb', '$3::jsonb', '$4')} WHERE id = $1 RETURNING ${draftColumns}`,
}
/** It waits for nobody: a draft that somebody else has locked is left out, so two such statements cannot block each other. */
const saveAll = {
  name: 'save drafts',
  text: `WITH free AS (SELECT id FROM "Draft" WHERE id = ANY($2) FOR UPDATE SKIP LOCKED)
    ${update('new.open', 'new.sealed', 'new.locale')}
    FROM free, jsonb_to_recordset($1) AS new(id uuid, open jsonb, sealed jsonb, locale text)
    WHERE "Draft".id = free.id AND "Draft".id = new.id RETURNING ${draftColumns}`,
}

/** Every page of a form asks for its draft; under load the way to PostgreSQL and back costs more than the page. */
export function draftFinder(query: Query): FindDrafts {
  const ask = batched((hashes: Hash[]) => query({ ...find, values: [hashes] }))
  return async hashes => {
    const { rows } = await ask(hashes)
    return rows.filter(row => hashes.some(hash => Buffer.from(hash).equals(row.tokenHash)))
  }
}

/**
 * The first saves at once; who comes while one is under way shares a statement with all who come in the same turn. There
 * posts for one draft become one, in their order; which of two turns is written first is not promised. What the batch
 * left out, or failed with, is saved alone.
 */
export function draftSaver(query: Query): SaveDraft {
  const alone = async ({ id, open, sealed, locale }: Save) =>
    (await query({ ...save, values: [id, JSON.stringify(open), JSON.stringify(sealed), locale] })).rows[0]
  const atOnce = (saves: Save[]) =>
    query({ ...saveAll, values: [JSON.stringify(saves), saves.map(({ id }) => id)] })
      .then(({ rows }) => rows)
      .catch(noneIfOneIsBad)
  const together = batched(async (saves: Save[]) => {
    const merged = mergedById(saves)
    const rows = merged.length > 1 ? await atOnce(merged) : []
    return new Map(merged.map(one => [one.id, rows.find(({ id }) => id === one.id) ?? alone(one)]))
  })
  let underWay = 0
  return async one => {
    underWay++
    try {
      return underWay > 1 ? await (await together([one])).get(one.id) : await alone(one)
    } finally {
      underWay--
    }
  }
}

/** What one of them holds made the statement fail. When the database is away, nothing is asked twice. */
function noneIfOneIsBad(error: { code?: string }): Draft[] {
  if (/^(22|23|54)/.test(error.code ?? '')) return [] // SQLSTATE: data, constraints, limits
  throw error
}

function mergedById(saves: Save[]): Save[] {
  const merged = new Map<string, Save>()
  for (const save of saves) {
    const { open, sealed } = merged.get(save.id) ?? {}
    merged.set(save.id, { ...save, open: { ...open, ...save.open }, sealed: { ...sealed, ...save.sealed } })
  }
  return [...merged.values()]
}

/** Gathers what is asked for in one turn of the event loop, and asks for it at its end. */
function batched<Item, Found>(ask: (items: Item[]) => Promise<Found>): (items: Item[]) => Promise<Found> {
  let turn: { items: Item[]; found: Promise<Found> } | null = null

  function newTurn() {
    const items: Item[] = []
    return { items, found: endOfTurn().then(() => end(items)) }
  }

  function end(items: Item[]): Promise<Found> {
    turn = null
    return ask(items)
  }

  return items => {
    turn ??= newTurn()
    turn.items.push(...items)
    return turn.found
  }
}
