// One PostgreSQL process: found by its pid file, started, stopped.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startProblem } from '../start-problem.ts'
import type { Place } from './place.ts'

export type Postmaster = { pid: number; port: number; ready: boolean }

export const environment = { LC_ALL: 'C', PATH: process.env.PATH }

/** UTC, durable, and a log without what people typed: no parameters, no details of a violated key. */
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'fsync=on',
  'synchronous_commit=on',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
]

export function findPostmaster(place: Place): Postmaster | null {
  const lines = read(pidFile(place)).split('\n')
  const pid = Number(lines[0])
  return pid ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : null
}

/** By now the pid may be another program's, or a dead process that nobody has collected. */
export function isOurs(place: Place, { pid }: Postmaster) {
  if (!isAlive(pid)) return false
  const command = existsSync('/proc/self/cmdline') ? read(`/proc/${pid}/cmdline`) : commandBy('ps', pid)
  return command.includes(join(place.home, 'data'))
}

/** PostgreSQL would take the pid of another program for its own and refuse to start. */
export function forgetPostmaster(place: Place) {
  rmSync(pidFile(place), { force: true })
}

/** In a session of its own: Ctrl-C is for the server, which stops PostgreSQL when the last request is done. */
export async function launch(place: Place, wishedPort?: number) {
  const port = wishedPort ?? (await freePort())
  const log = openLog(logFile(place))
  const words = ['-D', join(place.home, 'data'), '-p', `${port}`, ...settings.flatMap(setting => ['-c', setting])]
  const child = spawn(join(place.programs, 'bin/postgres'), words, {
    ...place.owner,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  })
  const failures: string[] = []
  child.once('error', error => failures.push(error.message))
  child.once('exit', () => failures.push(lastWords(place)))
  goesWithUs(child)
  child.unref()
  closeSync(log)
  await until(() => failures.length > 0 || isReady(place, child.pid), 120_000)
  if (!isReady(place, child.pid))
    throw startProblem(`The embedded PostgreSQL does not start: ${failures[0] ?? 'it takes over two minutes'}`)
  return port
}

/** Should this program end without stopping it, it is told to stop, not waited for. */
function goesWithUs(child: ChildProcess) {
  const tell = () => child.kill('SIGINT')
  process.once('exit', tell)
  child.once('exit', () => process.off('exit', tell))
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Fast (open transactions end), then at once (the next start recovers), then by force. */
export async function shutDown(place: Place) {
  const postmaster = findPostmaster(place)
  if (!postmaster || !isOurs(place, postmaster)) return
  const isGone = () => findPostmaster(place) === null || !isOurs(place, postmaster)
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isGone()) process.kill(postmaster.pid, signal)
    if (await until(isGone, 10_000)) return
  }
}

/** Whether the condition came true within the milliseconds. */
export async function until(condition: () => boolean, milliseconds: number) {
  const end = Date.now() + milliseconds
  while (!condition() && Date.now() < end) await pause(20)
  return condition()
}

export function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isReady(place: Place, pid: number | undefined) {
  const postmaster = findPostmaster(place)
  return postmaster?.pid === pid && postmaster?.ready === true
}

/** Begun anew when it has grown. */
function openLog(file: string) {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return openSync(file, size > 5_000_000 ? 'w' : 'a', 0o600)
}

function lastWords(place: Place) {
  const lines = read(logFile(place)).trim().split('\n')
  return lines
    .slice(-3)
    .map(line => line.replace(/^\S+ \S+ UTC \[\d+\] /, ''))
    .join(' · ')
}

function commandBy(program: string, pid: number) {
  return spawnSync(program, ['-o', 'command=', '-p', `${pid}`], { encoding: 'utf8' }).stdout ?? ''
}

function read(file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const pidFile = (place: Place) => join(place.home, 'data/postmaster.pid')
const logFile = (place: Place) => join(place.home, 'log')
