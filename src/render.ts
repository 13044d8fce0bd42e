// Views, compiled once at start, and pages on their way out. In a view everything is read from `it`, and include() takes a name below views/.
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib'
import ejs from 'ejs'
import type { Express, Response } from 'express'
import { encodingFor } from './web/encoding.ts'

type Include = (name: string, it: object) => string
type View = (it: object, escapeFn: (text: unknown) => string, include: Include) => string

/** Of pages of 5 to 50 KB more effort takes off a twentieth and costs as much as half of the rest of the answer. */
const quickly = { [zlib.BROTLI_PARAM_QUALITY]: 1, [zlib.BROTLI_PARAM_LGWIN]: 16 }
const encoders = {
  br: (html: string) => brotliCompressSync(html, { params: quickly }),
  gzip: (html: string) => gzipSync(html, { level: 3 }),
}

const folder = new URL('../views/', import.meta.url)

/** `response.render('apply/page', { it: … })` from then on; names come from the code only. */
export function useViews(app: Express): void {
  const views = compileViews()
  const include: Include = (name, it) => viewNamed(views, name)(it, ejs.escapeXML, include)
  app.response.render = function (this: Response, name: string, options: object = {}) {
    sendPage(this, include(name, 'it' in options && options.it ? options.it : {}))
  }
}

/** In one go: as a stream, a page takes more time to compress than to make. */
function sendPage(response: Response, html: string): void {
  const encoding = encodingFor(response.req)
  if (encoding) response.set('Content-Encoding', encoding)
  const body = encoding ? encoders[encoding](html) : Buffer.from(html)
  response.type('html').vary('Accept-Encoding').set('Content-Length', `${body.length}`).end(body)
}

function compileViews(): Map<string, View> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ejs'))
  return new Map(files.map(name => [name.slice(0, -'.ejs'.length), compile(name)]))
}

/** EJS makes the source; calling it ourselves spares its look at the disk for each include. */
function compile(name: string): View {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const template = new ejs.Template(text, {
    strict: true,
    _with: false,
    localsName: 'it',
    filename: name,
    compileDebug: false,
  })
  template.compile()
  return new Function('it', 'escapeFn', 'include', `"use strict";${template.source}`) as View
}

function viewNamed(views: Map<string, View>, name: string): View {
  const view = views.get(name)
  if (!view) throw new Error(`no view ${name}`)
  return view
}
