// The database: its migrations, the tables that libraries bring, and Prisma's client.
import { readdirSync, readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client.ts'
import { startProblem } from './start-problem.ts'

const folder = new URL('../prisma/', import.meta.url)
const lock = 20261124

/** A database that is gone gives an error within five seconds; a connection that is silent for fifteen is given up. */
const limits = { connectionTimeoutMillis: 4_000, statement_timeout: 4_000, query_timeout: 4_500 }
const silence = 15_000

/** Prisma's adapter takes every timestamp for UTC whatever the server's time zone is, so the connection is set to it. */
export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    options: '-c timezone=UTC',
    max: 10,
    stream: endingSocket,
    ...limits,
  })
  pool.on('error', error => console.error(`A connection to the database has ended: ${error.message}`))
  return pool
}

/** `$disconnect()` closes the pool as well. Errors repeat no values: they may be personal. */
export async function openDatabase(url: string, pool = openPool(url)): Promise<PrismaClient> {
  await pool.query('SELECT 1').catch(error => refuse(url, error))
  const database = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: statementNames() }),
    errorFormat: 'minimal',
  })
  await database.$connect() // else nothing is there to disconnect
  return database
}

/** Returns the migrations that were applied: none when there is nothing to do. Processes that start together take turns. */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: limits.connectionTimeoutMillis })
  client.on('error', () => {}) // the query that meets it tells
  await client.connect().catch(error => refuse(url, error))
  try {
    return (await isMigrated(client)) ? [] : await migrateInTurn(client, url)
  } finally {
    await client.end()
  }
}

/** Whether the database has every migration of this program. */
export async function isMigrated(client: Pick<pg.Pool | pg.Client, 'query'>): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT to_regclass('library.limits') AS library, to_regclass('_prisma_migrations') AS history`,
  )
  if (!rows[0].library || !rows[0].history) return false
  const applied = await client.query(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const names = new Set(applied.rows.map(row => row.migration_name))
  return migrationNames().every(name => names.has(name))
}

async function migrateInTurn(client: pg.Client, url: string) {
  await client.query('SELECT pg_advisory_lock($1)', [lock])
  if (await isMigrated(client)) return []
  await client.query(readFileSync(new URL('library.sql', folder), 'utf8'))
  const { applyMigrations } = await import('./schema-engine.ts')
  return applyMigrations(url)
}

function migrationNames() {
  const entries = readdirSync(new URL('migrations/', folder), { withFileTypes: true })
  return entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
}

/** PostgreSQL parses and plans a named statement once a connection; the first two hundred kinds get a name. */
function statementNames() {
  const names = new Map<string, string>()
  return ({ sql }: { sql: string }) => {
    if (!names.has(sql) && names.size < 200) names.set(sql, `office_${names.size}`)
    return names.get(sql) ?? ''
  }
}

function endingSocket() {
  const socket = new Socket()
  return socket.setTimeout(silence, () => socket.destroy())
}

function refuse(url: string, error: Error & { code?: string }): never {
  const { host, pathname } = new URL(url)
  throw startProblem(`DATABASE_URL: the database ${host}${pathname} cannot be used: ${error.message || error.code}.`)
}
