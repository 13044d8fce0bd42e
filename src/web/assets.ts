/**
 * The stylesheet, the script, the fonts and the icons: read once, compressed once, answered from memory.
 *
 * An address carries a hash over all of them, so browsers may keep what they have for a year. An old address
 * (a page made by the previous release) gets today's content, which then must not be kept.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type Request, type Response, Router } from 'express'
import { encodingFor } from './encoding.ts'

type Asset = { type: string; content: Buffer; compressed?: Record<'br' | 'gzip', Buffer> }

/** What may be served, by the end of its name; the other files of `public/` stay at home. */
const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** Components of KERN that no page uses, by the name in the comment above each. */
const unused =
  /@file _(accordion|card|description-list|dialog|divider|dropdown|input-group|kopfzeile|loader|progress|summary)\.scss/

const folder = new URL('../../public/', import.meta.url)
const contents = readPublic()
const hash = hashOf(contents)
const assets = new Map([...contents].map(([name, content]) => [name, prepare(name, content)]))

/** The address of a file of `public/`, such as `asset('style.css')`. Throws for a name that is not there. */
export function asset(name: string): string {
  if (!assets.has(name)) throw new Error(`public/${name} is not served`)
  return `/assets/${hash}/${name}`
}

/** Belongs before the session: these answers carry no cookie. */
export function assetsRouter(): Router {
  const router = Router()
  router.get('/assets/:hash/*name', (request, response, next) => {
    const found = assets.get([request.params.name].flat().join('/'))
    if (found) send(found, request, response)
    else next()
  })
  return router
}

function send(found: Asset, request: Request, response: Response): void {
  const isCurrent = request.params.hash === hash
  const encoding = found.compressed && encodingFor(request)
  response.set({
    'Cache-Control': isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Type': found.type,
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
  })
  if (encoding) response.set('Content-Encoding', encoding)
  response.end(encoding ? found.compressed?.[encoding] : found.content)
}

function readPublic(): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/'))
  const served = names.filter(name => extname(name) in types).sort()
  return new Map(served.map(name => [name, name === 'style.css' ? stylesheet() : readFileSync(new URL(name, folder))]))
}

/** KERN stands in a layer, so that ours wins whatever its selectors; `!important` would turn that round. */
function stylesheet(): Buffer {
  const ours = readFileSync(new URL('style.css', folder), 'utf8')
  return Buffer.from(withoutComments(`@layer kern {\n${usedOfKern().replaceAll('!important', '')}}\n${ours}`))
}

/** Without the grid and what follows it (utility classes), and without the components no page uses. */
function usedOfKern(): string {
  const kern = readFileSync(new URL(import.meta.resolve('@kern-ux/native/dist/kern.css')), 'utf8')
  const [charset, ...parts] = kern.split(/(?=\/\*\*\s*\* @file )/)
  const grid = parts.findIndex(part => part.includes('@file _grid.scss'))
  if (!charset?.startsWith('@charset') || grid < 0) throw new Error('kern.css is not laid out as it used to be')
  return parts
    .slice(0, grid)
    .filter(part => !unused.test(part))
    .join('')
}

function withoutComments(css: string): string {
  return css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\s*\n\s*/g, '\n')
}

function hashOf(files: Map<string, Buffer>): string {
  const digest = createHash('sha256')
  for (const [name, content] of files) digest.update(name).update('\0').update(content).update('\0')
  return digest.digest('base64url').slice(0, 12)
}

/** Fonts and pictures are compressed already. */
function prepare(name: string, content: Buffer): Asset {
  const type = types[extname(name)] as string
  if (/woff2|png|icon/.test(type)) return { type, content }
  return { type, content, compressed: { gzip: gzipSync(content, { level: 9 }), br: brotliCompressSync(content) } }
}
