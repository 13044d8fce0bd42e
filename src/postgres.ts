// A real PostgreSQL inside the program, for when no DATABASE_URL is given.
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { claim, urlOf } from './postgres/claim.ts'
import { findPlace, type Place } from './postgres/place.ts'
import { findPostmaster, forgetPostmaster, isAlive, isOurs, launch, shutDown, until } from './postgres/process.ts'
import { initialise } from './postgres/setup.ts'
import { startProblem } from './start-problem.ts'

export type Postgres = { url: string; stop(): Promise<void>; recovered: string | null }

/** Starts PostgreSQL in the data folder or takes over one left running; should it die, starts it again. */
export async function startPostgres(dataDir: string): Promise<Postgres> {
  const place = preparePlace(dataDir)
  const arrival = await arriveAndClaim(place)
  const recovered = [place.remark, arrival.remark].filter(remark => remark !== null).join(' ')
  return { url: urlOf(place, arrival.port), stop: guard(place, arrival), recovered: recovered || null }
}

/** For a command beside the server: uses the PostgreSQL that runs already and leaves it alone, else starts one. */
export async function joinPostgres(dataDir: string): Promise<Postgres> {
  const place = preparePlace(dataDir)
  const running = findPostmaster(place)
  if (!running?.ready || !isOurs(place, running)) return startPostgres(dataDir)
  return { url: urlOf(place, running.port), stop: async () => {}, recovered: null }
}

function preparePlace(dataDir: string) {
  const place = findPlace(dataDir)
  if (existsSync(place.link)) return place
  initialise(place)
  return findPlace(dataDir)
}

type Arrival = Awaited<ReturnType<typeof arriveAndClaim>>

/** Three times: the port may be taken meanwhile, or another program may just be starting or stopping here. */
async function arriveAndClaim(place: Place, wishedPort?: number, attempts = 3) {
  try {
    const { port, remark } = await arrive(place, wishedPort)
    return { port, remark, client: await claim(place, port) }
  } catch (error) {
    if (attempts === 1) throw error
    await pause(300)
    return arriveAndClaim(place, wishedPort, attempts - 1)
  }
}

async function arrive(place: Place, wishedPort?: number) {
  const left = await findReady(place)
  if (left) {
    return { port: left.port, remark: `PostgreSQL (process ${left.pid}) was still running and has been taken over.` }
  }
  const stale = findPostmaster(place)
  if (stale && isOurs(place, stale)) throw startProblem(`PostgreSQL (process ${stale.pid}) is not ready for work.`)
  if (stale && isAlive(stale.pid)) forgetPostmaster(place)
  const port = await launch(place, wishedPort)
  return { port, remark: stale ? 'PostgreSQL had been ended hard; it was started again and has recovered.' : null }
}

/** Waits while it is just starting, or just stopping: then until it is gone. */
async function findReady(place: Place) {
  const running = () => {
    const postmaster = findPostmaster(place)
    return postmaster && isOurs(place, postmaster) ? postmaster : null
  }
  await until(() => running()?.ready !== false, 60_000)
  const postmaster = running()
  return postmaster?.ready ? postmaster : null
}

/** Watches the connection that holds the lock; returns how to stop. */
function guard(place: Place, { port, client: first }: Arrival) {
  let client = first
  let stopping = false
  let reviving = Promise.resolve()
  const revive = async () => {
    console.error('PostgreSQL has gone away; it is being started again.')
    while (!stopping) {
      const arrival = await arriveAndClaim(place, port).catch(error => console.error(error.message))
      if (arrival) return watch(arrival.client)
    }
  }
  const watch = (claimed: typeof first) => {
    client = claimed
    client.once('end', () => {
      if (!stopping) reviving = revive()
    })
  }
  watch(first)
  return async () => {
    stopping = true
    await reviving
    await client.end()
    await shutDown(place)
  }
}
