// The folder for what is kept beside the program, and the secrets in it that are made once.
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { startProblem } from './start-problem.ts'

/** Others may walk through the folder but not list it: as root, PostgreSQL's own user has to. */
export function makeDataFolder(folder: string) {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw startProblem(`DATA_DIR: nothing can be written in the folder ${folder} (${code}).`)
  }
}

/** Not mkdir's own recursion: in /proc that one never ends. */
function makeFolder(folder: string) {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
    chmodSync(folder, 0o711)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** 256 random bits in base64url, readable by the owner of the file only. */
export function keptSecret(folder: string, name: string) {
  makeDataFolder(folder)
  const file = join(folder, name)
  return readSecret(file) ?? makeSecret(file)
}

function readSecret(file: string) {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw startProblem(`DATA_DIR: ${file} cannot be read.`)
  }
}

/** Two processes that start together end with the same secret: the link is either made or found. */
function makeSecret(file: string) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8').trim()
}
