// Every page of the product in every state and language, as a citizen and as a clerk meet it: walked once, then saved.
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Language } from '../../src/language.ts'
import { shapeOf } from '../browser/shape.ts'
import { walkEverywhere } from '../browser/walk.ts'
import { openTownHall } from './town-hall.ts'
import type { Page } from './visitor.ts'

export type Place = { kind: 'citizen' | 'desk'; name: string; state: string; language: Language }
/** How many pages were met, and at which addresses. */
type Album = { met: number; paths: string[] }
export type SavedPage = Place & { status: number; file: string; html: string }
/** Keeps a page; false where one of the same shape is kept already. */
export type Keep = (place: Place, page: Page) => boolean

const root = fileURLToPath(new URL('../../', import.meta.url))
const results = join(root, 'test-results')
const sources = ['src', 'views', 'public', 'prisma', 'test/helpers', 'test/browser', 'package-lock.json']

/** The saved pages of the product as it is now; several test files that ask at once wait for one walk. */
export async function savedPages(): Promise<Album & { folder: string; pages: SavedPage[] }> {
  const folder = join(results, `pages-${keyOfProduct()}`)
  while (!existsSync(join(folder, 'pages.json'))) {
    if (lock(folder)) await walkAndSave(folder).finally(() => rmSync(`${folder}.lock`))
    else await new Promise(resolve => setTimeout(resolve, 250))
  }
  const { pages, ...album } = JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')) as Album & {
    pages: Omit<SavedPage, 'html'>[]
  }
  return {
    folder,
    ...album,
    pages: pages.map(page => ({ ...page, html: readFileSync(join(folder, page.file), 'utf8') })),
  }
}

async function walkAndSave(folder: string): Promise<void> {
  const hall = await openTownHall()
  const album = openAlbum()
  try {
    await walkEverywhere(hall, album.keep)
  } finally {
    await hall.close()
  }
  for (const old of readdirSync(results).filter(name => /^pages-[\w-]+$/.test(name)))
    rmSync(join(results, old), { recursive: true })
  mkdirSync(`${folder}.new`, { recursive: true })
  const pages = album.pages().map(({ html, ...page }, index) => {
    const file = `${String(index + 1).padStart(4, '0')}.html`
    writeFileSync(join(`${folder}.new`, file), html)
    return { ...page, file }
  })
  writeFileSync(join(`${folder}.new`, 'pages.json'), JSON.stringify({ ...album.counts(), pages }, null, 1))
  renameSync(`${folder}.new`, folder)
}

/** Of pages that differ only in what somebody answered, the longest stands for all. */
function openAlbum() {
  const kept = new Map<string, Omit<SavedPage, 'file'>>()
  const album: Album = { met: 0, paths: [] }
  const keep: Keep = (place, page) => {
    album.met += 1
    album.paths.push(page.url)
    const key = [place.kind, place.name, place.state, place.language, page.status, shapeOf(page.html)].join(' ')
    const known = kept.get(key)
    if (!known || known.html.length < page.html.length)
      kept.set(key, { ...place, status: page.status, html: page.html })
    return !known
  }
  const counts = () => ({ ...album, paths: [...new Set(album.paths)] })
  return { keep, counts, pages: () => [...kept.values()] }
}

/** Another one for every change of the product, and for every day: dates are in the pages. */
function keyOfProduct(): string {
  const digest = createHash('sha256').update(new Date().toDateString())
  for (const source of sources)
    for (const file of filesIn(join(root, source))) digest.update(file).update(readFileSync(file))
  return digest.digest('base64url').slice(0, 12).replaceAll('_', '-')
}

function filesIn(path: string): string[] {
  if (path.endsWith('.json')) return [path]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && !entry.parentPath.includes('generated'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

/** Held by the process whose number it says; one left behind by a process that is gone counts for nothing. */
function lock(folder: string): boolean {
  mkdirSync(results, { recursive: true })
  try {
    const file = openSync(`${folder}.lock`, 'wx')
    writeFileSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (!isRunning(Number(ownerOf(`${folder}.lock`)))) rmSync(`${folder}.lock`, { force: true })
    return false
  }
}

function ownerOf(file: string): string {
  try {
    return readFileSync(file, 'utf8') || String(process.pid)
  } catch {
    return String(process.pid)
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}
