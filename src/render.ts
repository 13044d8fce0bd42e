// Views, compiled once at start. In a view everything is read from `it`, and include() takes a name below views/.
import { readdirSync, readFileSync } from 'node:fs'
import ejs from 'ejs'
import type { Express } from 'express'

type Include = (name: string, it: object) => string
type View = (it: object, escapeFn: (text: unknown) => string, include: Include) => string

const folder = new URL('../views/', import.meta.url)

/** `response.render('apply/page', { … })` from then on; names come from the code only. */
export function useViews(app: Express): void {
  const views = compileViews()
  const include: Include = (name, it) => viewNamed(views, name)(it, ejs.escapeXML, include)
  app.set(
    'view',
    class {
      name: string
      path: string
      constructor(name: string) {
        this.name = name
        this.path = name
      }
      render(options: { it?: object }, done: (error: unknown, html?: string) => void) {
        try {
          done(null, include(this.name, options.it ?? {}))
        } catch (error) {
          done(error)
        }
      }
    },
  )
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
