// What is measured: the product and the floor, each a process of its own, on one durable PostgreSQL with drafts in it.
import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openHouse } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { migrate, openDatabase, openPool } from '../src/database.ts'
import { type Example, rawOf, withBlanks } from '../src/forms/example.ts'
import { walk } from '../src/forms/journey.ts'
import { isMembers, planOf } from '../src/forms/plan.ts'
import type { Service } from '../src/forms/service.ts'
import { openLog } from '../src/log.ts'
import { createDraft, saveTyped } from '../src/office/drafts.ts'
import { startPostgres } from '../src/postgres.ts'
import { forgeryToken } from '../src/security.ts'
import type { Told } from './floor.ts'

export type Town = Awaited<ReturnType<typeof openTown>>
export type Filing = { service: Service; example: Example }
export const root = new URL('../', import.meta.url)

export async function openTown() {
  const dataDir = join(tmpdir(), `bench-${randomUUID()}`)
  const postgres = await startPostgres(dataDir)
  await migrate(postgres.url)
  const secret = randomBytes(32).toString('hex')
  const pool = openPool(postgres.url)
  const database = await openDatabase(postgres.url, pool)
  const config = readConfig({ DATABASE_URL: postgres.url, SESSION_SECRET: secret }, 'start')
  const house = await openHouse({ config, database, pool, log: openLog('silent') })
  const environment = { DATABASE_URL: postgres.url, SESSION_SECRET: secret }
  const [product, floor] = [await launch('start.mjs', environment), await launch('bench/floor.ts', environment)]
  const stop = async () => {
    for (const { child } of [product, floor]) await ended(child)
    await database.$disconnect()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { product, floor, pool, house, environment, stop }
}

/** Every example of every service that is there. */
export function filingsOf({ house }: Town): Filing[] {
  return house.services.flatMap(service =>
    service.examples(house.office.facts().filedOn).map(example => ({ service, example })),
  )
}

/** The first example of a service. */
export function filingAt(town: Town, slug: string): Filing {
  const found = filingsOf(town).find(({ service }) => service.slug === slug)
  if (!found) throw new Error(`no example of ${slug}`)
  return found
}

/** The first example of the service with the most pages. */
export function filingOf(town: Town): Filing {
  const [longest] = filingsOf(town).sort((one, other) => pageCount(other.service) - pageCount(one.service))
  if (!longest) throw new Error('no service has examples')
  return longest
}

function pageCount(service: Service): number {
  return planOf(service).pages.reduce((count, page) => count + 1 + (isMembers(page) ? page.pages.length : 0), 0)
}

/** A draft with all the answers of an example. */
export async function draftOf({ house }: Town, { service, example }: Filing) {
  const { draft, token } = await createDraft(house.office, service, 'de')
  const journey = walk(service, rawOf(example), house.office.facts())
  await saveTyped(house.office, draft, service, withBlanks(journey))
  return { id: draft.id, csrf: forgeryToken(house.office.secrets, token), token, cookie: `entwurf=${token}` }
}

/** The addresses of all pages that an example visits. */
export function pagesOf({ house }: Town, { service, example }: Filing): string[] {
  const { steps } = walk(service, rawOf(example), house.office.facts())
  return steps.map(step => `/antrag/${service.slug}/${step.path}`)
}

/** Resolves when the floor has heard it. */
export async function tell({ floor }: Town, told: Told): Promise<void> {
  floor.child.send(told)
  await once(floor.child, 'message')
}

async function launch(file: string, environment: Record<string, string>) {
  const port = await freePort()
  const env = { ...process.env, ...environment, PORT: `${port}` }
  const stdio: ['ignore', 'ignore', 'inherit', 'ipc'] = ['ignore', 'ignore', 'inherit', 'ipc']
  const child = fork(new URL(file, root), { env, execArgv: [], stdio })
  process.once('exit', () => child.kill())
  const url = `http://127.0.0.1:${port}`
  await ready(`${url}/readyz`)
  return { url, child }
}

/** Resolves to the milliseconds until the first 200. */
export async function ready(url: string): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < 120_000) {
    const status = await fetch(url).then(
      answer => answer.status,
      () => 0,
    )
    if (status === 200) return performance.now() - began
    await pause(10)
  }
  throw new Error(`${url} does not answer`)
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await once(server.close(), 'close')
  return port
}

async function ended(child: ChildProcess) {
  child.kill()
  await once(child, 'exit')
}
