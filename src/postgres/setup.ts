// Makes a new, empty database folder for the embedded PostgreSQL.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { makeDataFolder } from '../data-folder.ts'
import { startProblem } from '../start-problem.ts'
import type { Place } from './place.ts'
import { environment, isAlive } from './process.ts'

/** Built aside and then moved, so that the folder is there whole or not at all; whoever comes second uses the first one's. */
export function initialise(place: Place) {
  removeAbandoned(place.link)
  const draft = place.home === place.link ? `${place.link}.new-${process.pid}` : place.home
  fill(place, draft)
  try {
    if (draft === place.home) symlinkSync(draft, place.link)
    else renameSync(draft, place.link)
  } catch {
    rmSync(draft, { recursive: true, force: true })
  }
}

function fill(place: Place, draft: string) {
  makeDataFolder(draft)
  const password = join(draft, 'password')
  const data = join(draft, 'data')
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  mkdirSync(data, { mode: 0o700 })
  if (place.owner.uid !== undefined)
    for (const path of [password, data]) chownSync(path, place.owner.uid, place.owner.gid)
  runInitdb(place, data, password)
}

/** The locale is PostgreSQL's own C.UTF-8, the same on every machine; German order is COLLATE "de-x-icu" where it matters. */
function runInitdb(place: Place, data: string, password: string) {
  const account = ['--username=office', '--auth=scram-sha-256', `--pwfile=${password}`]
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const options = { ...place.owner, cwd: '/', env: environment, encoding: 'utf8' } as const
  const done = spawnSync(join(place.programs, 'bin/initdb'), ['-D', data, ...account, ...locale], options)
  if (done.status === 0) return
  rmSync(dirname(data), { recursive: true, force: true })
  const reason = done.error?.message ?? done.stderr.trim()
  throw startProblem(`The embedded PostgreSQL could not be set up: ${reason}`)
}

/** What a start that was killed in the middle left behind. */
function removeAbandoned(link: string) {
  const folder = dirname(link)
  const drafts = readdirSync(folder).filter(name => name.startsWith(`${basename(link)}.new-`))
  for (const name of drafts)
    if (!isAlive(Number(name.split('-').at(-1))))
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 })
}
