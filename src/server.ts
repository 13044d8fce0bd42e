// Opens the database, then the doors; stops gracefully: nobody's request is cut off.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Express } from 'express'
import { createApp, openHouse, todayOf } from './app.ts'
import { type Config, type Mode, readConfig } from './config.ts'
import { migrate, openDatabase, openPool } from './database.ts'
import type { PrismaClient } from './generated/client.ts'
import { type Logger, openLog, safeError } from './log.ts'
import { forgetOld } from './office/forget.ts'
import { takeEffect } from './office/take-effect.ts'
import { startPostgres } from './postgres.ts'
import { isStartProblem, startProblem } from './start-problem.ts'

/** How long readiness says no before the doors close, so that a proxy notices; and how long requests may take to finish. */
const notice: Record<Mode, number> = { start: 0, serve: 3_000 }
const patience = 30_000
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
}

/** What was opened, to be closed in the opposite order. */
const closers: (() => Promise<unknown>)[] = []
let stopping: Promise<void> | undefined

const opening = open()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(signal, () => stop(0))
process.on('uncaughtException', error => {
  console.error(JSON.stringify(safeError(error)))
  stop(1)
})
await opening.catch(error => {
  console.error(isStartProblem(error) ? error.message : error)
  return stop(1)
})

async function open() {
  const config = readConfig(process.env, process.argv[2] === 'serve' ? 'serve' : 'start')
  const log = openLog(config.logLevel)
  const url = config.databaseUrl ?? (await embed(config))
  const migrations = await migrate(url)
  if (migrations.length > 0) log[config.demo ? 'debug' : 'info']({ migrations }, 'migrated')
  const pool = openPool(url)
  const database = await openDatabase(url, pool)
  closers.push(() => database.$disconnect())
  const surroundings = { config, database, pool, log, isStopping: () => stopping !== undefined }
  const clerks = config.demo
    ? await (await import('../prisma/seed.ts')).seedDemo(await openHouse(surroundings), config)
    : null
  const app = await createApp(surroundings)
  tidyHourly(database, config, log)
  await openDoors(app, config)
  announce(config, clerks)
}

/** Old drafts, sessions and limits go, and what was decided before its day takes effect: at the start and once an hour. */
function tidyHourly(database: PrismaClient, config: Config, log: Logger) {
  const tidy = () =>
    Promise.all([forgetOld(database), takeEffect(database, todayOf(config))]).then(
      ([gone, confirmed]) => log.debug({ gone, confirmed }, 'tidied'),
      error => log.error({ err: error }, 'tidying failed'),
    )
  const timer = setInterval(tidy, 60 * 60 * 1000)
  closers.push(async () => clearInterval(timer))
  return tidy()
}

async function embed(config: Config) {
  const postgres = await startPostgres(config.dataDir)
  closers.push(postgres.stop)
  if (postgres.recovered) console.log(postgres.recovered)
  return postgres.url
}

async function openDoors(app: Express, { host, port, mode }: Config) {
  const server = createServer(timeouts, app)
  server.prependListener('request', (_request, response) => stopping && response.setHeader('Connection', 'close'))
  try {
    await once(server.listen(port, host), 'listening')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason = code === 'EADDRINUSE' ? 'another program has it' : code
    throw startProblem(`PORT: cannot listen on port ${port} of ${host} (${reason}).`)
  }
  closers.push(() => closeDoors(server, notice[mode]))
}

async function closeDoors(server: Server, noticed: number) {
  await pause(noticed)
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  const late = setTimeout(() => server.closeAllConnections(), patience)
  await once(server.close(), 'close')
  clearInterval(idle)
  clearTimeout(late)
}

function announce({ publicUrl, demo }: Config, clerks: { email: string; password: string }[] | null) {
  console.log(`Citizens: ${publicUrl}/`)
  if (demo) console.log(`Clerks:   ${publicUrl}/amt/anmelden`)
  for (const { email, password } of clerks ?? []) console.log(`          ${email.padEnd(28)} ${password}`)
}

/** Once, however often it is asked for. */
function stop(code: number) {
  stopping ??= close(code)
  return stopping
}

async function close(code: number) {
  await opening.catch(() => {})
  for (const closer of closers.reverse()) await closer().catch(error => console.error(error.message))
  process.exit(code)
}
