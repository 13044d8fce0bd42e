// A whole town hall for a test: its own fresh database, the app listening on a free port, closed without a trace.
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Environment, readConfig } from '../../src/config.ts'
import { migrate, openDatabase, openPool } from '../../src/database.ts'
import { openLog } from '../../src/log.ts'
import { startPostgres } from '../../src/postgres.ts'

type Wishes = { environment?: Environment; services?: URL; now?: () => number; isStopping?: () => boolean }
export type TownHall = Awaited<ReturnType<typeof openTownHall>>

const template = 'town_template'
const secret = randomBytes(32).toString('hex')

/** One PostgreSQL with a migrated template, for all test files: give its url to them as TEST_DATABASE_URL. */
export async function startSharedPostgres() {
  const dataDir = join(tmpdir(), `town-hall-${randomUUID()}`)
  const remove = () => removePatiently(dataDir)
  process.once('exit', remove)
  const postgres = await startPostgres(dataDir)
  await ask(postgres.url, `CREATE DATABASE ${template}`)
  await migrate(databaseUrl(postgres.url, template))
  const stop = async () => {
    await postgres.stop()
    remove()
    process.off('exit', remove)
  }
  return { url: postgres.url, stop }
}

/** A town hall on a database of its own; with DATABASE_URL among the wishes it is a second process on that one. */
export async function openTownHall({ environment = {}, ...rest }: Wishes = {}) {
  const { url, drop } = environment.DATABASE_URL
    ? { url: environment.DATABASE_URL, drop: async () => {} }
    : await freshDatabase()
  const server = createServer()
  const port = await listen(server)
  const config = readConfig(
    { LOG_LEVEL: 'silent', SESSION_SECRET: secret, PORT: `${port}`, ...environment, DATABASE_URL: url },
    'start',
  )
  const pool = openPool(url)
  const database = await openDatabase(url, pool)
  const { createApp } = await import('../../src/app.ts')
  server.on('request', await createApp({ config, database, pool, log: openLog(config.logLevel), ...rest }))
  const close = async () => {
    server.closeAllConnections()
    await once(server.close(), 'close')
    await database.$disconnect()
    await drop()
  }
  return { database, pool, url, config, baseUrl: `http://127.0.0.1:${port}`, close }
}

/** A copy of the migrated template. */
export const freshDatabase = () => makeDatabase(`TEMPLATE ${template}`)

/** Without any table. */
export const emptyDatabase = () => makeDatabase('TEMPLATE template0')

async function makeDatabase(kind: string) {
  const shared = await sharedUrl()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await ask(shared, `CREATE DATABASE ${name} ${kind}`)
  const drop = async () => {
    await ask(shared, `DROP DATABASE ${name} WITH (FORCE)`)
    await leaveOwn()
  }
  return { url: databaseUrl(shared, name), drop }
}

let own: ReturnType<typeof startSharedPostgres> | undefined
let users = 0

/** A test file that is run alone has a PostgreSQL of its own for as long as a town hall is open. */
async function sharedUrl() {
  const given = process.env.TEST_DATABASE_URL
  if (given) return given
  users += 1
  own ??= startOwn()
  return (await own).url
}

function startOwn() {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1)) // PostgreSQL goes with it
  return startSharedPostgres()
}

async function leaveOwn() {
  users -= 1
  if (!own || users > 0) return
  const leaving = own
  own = undefined
  await (await leaving).stop()
}

/** Also as the last thing that a failing test does, while PostgreSQL is still writing its last. */
function removePatiently(folder: string) {
  for (let attempt = 0; attempt < 40 && existsSync(folder); attempt += 1) {
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    }
  }
}

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

function databaseUrl(url: string, name: string) {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

async function listen(server: Server) {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}
