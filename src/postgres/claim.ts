// One program at a time uses a data folder: it holds a lock in the PostgreSQL there, which goes with its connection, however the program ends.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startProblem } from '../start-problem.ts'
import type { Place } from './place.ts'

const lock = 20261123

/** Throws a sentence naming the process that has the folder. */
export async function claim(place: Place, port: number) {
  const client = new pg.Client({
    connectionString: urlOf(place, port, 'postgres'),
    application_name: `office ${process.pid}`,
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => {}) // told by 'end' as well
  await client.connect()
  try {
    await takeLock(client, place)
    await makeDatabase(client)
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}

export function urlOf(place: Place, port: number, database = 'office') {
  const password = readFileSync(join(place.home, 'password'), 'utf8').trim()
  return `postgresql://office:${password}@127.0.0.1:${port}/${database}`
}

async function takeLock(client: pg.Client, place: Place) {
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [lock])
  if (rows[0].taken) return
  const holder = await client.query(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND objid = $1`,
    [lock],
  )
  const pid = holder.rows[0]?.name.replace('office ', '') ?? 'that is just ending'
  throw startProblem(
    `DATA_DIR: the database in ${place.link} is in use by process ${pid}; stop it, or name another folder.`,
  )
}

async function makeDatabase(client: pg.Client) {
  const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = 'office'`)
  if (rowCount === 0) await client.query('CREATE DATABASE office')
}
