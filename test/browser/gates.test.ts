// Saved pages of citizen and desk go through the gates: titles all of them, structure one of each shape, the rest those that show all there is to draw.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { type SavedPage, savedPages } from '../helpers/pages.ts'
import { type Finding, tableOf, told } from './findings.ts'
import { checkInBrowser, checkStructure } from './gates-browser.ts'
import { checkMarkup, checkWithNu, hasJava } from './gates-markup.ts'
import { checkTitles } from './gates-titles.ts'
import { novel, ofOwnShape } from './shape.ts'

const gates = {
  markup: 'every page is valid for html-validate',
  nu: 'every page is valid for the Nu checker',
  title: 'every title says page, service and town, and "Fehler:" first where there are errors',
  structure: 'ids and references, headings, landmarks, links, error summaries and fields are in order',
  axe: 'axe finds nothing on any page (WCAG 2.2 AA and best practice, contrast without a doubt)',
  reflow: 'at 320 × 256 px nothing but named regions scrolls sideways and nothing is cut off',
  targets: 'every target is at least 24 × 24 px',
  console: 'no page violates its policy, reports an error or asks anybody else for anything',
} as const
const states = ['fresh', 'filled', 'grown', 'empty', 'warning', 'draft', 'changing', 'errors: blank', 'errors: wrong']
const statuses = [200, 400, 401, 403, 404, 409, 413, 422, 429, 500].map(String)

describe('the gates', () => {
  let pages: SavedPage[] = []
  let paths: string[] = []
  const findings: Finding[] = []
  before(async () => {
    const saved = await savedPages()
    pages = saved.pages
    paths = saved.paths
    const shapes = ofOwnShape(pages)
    const drawn = novel(shapes)
    const found = [
      checkInBrowser(saved.folder, drawn),
      checkStructure(shapes),
      checkMarkup(drawn),
      checkWithNu(saved.folder, drawn),
    ]
    findings.push(...(await Promise.all(found)).flat(), ...checkTitles(pages))
    console.log(tableOf({ met: saved.met, shapes: shapes.length, drawn: drawn.length }, pages, findings))
  })

  for (const [gate, sentence] of Object.entries(gates)) {
    it(sentence, { skip: gate === 'nu' && !hasJava ? 'there is no Java here' : false }, () => {
      const found = findings.filter(finding => finding.gate === gate)
      if (found.length > 0) assert.fail(told(found))
    })
  }

  it('both languages, both kinds of people, every state and every status are among the pages', () => {
    const seen = new Set(pages.flatMap(page => [page.language, page.kind, page.state, String(page.status)]))
    const wanted = ['de', 'en', 'citizen', 'desk', ...states, ...statuses]
    assert.deepEqual(
      wanted.filter(one => !seen.has(one)),
      [],
    )
  })

  it('every door that shows a page was opened', () => {
    const unseen = doors().filter(door => !paths.some(path => patternOf(door).test(path)))
    assert.deepEqual(unseen, [])
  })
})

/** What `src/web` answers with a page: no files, no redirects, nothing for machines. */
function doors(): string[] {
  const sources = readdirSync('src/web').map(file => readFileSync(`src/web/${file}`, 'utf8'))
  const lists = sources.flatMap(source =>
    [...source.matchAll(/(?:router\.get\(|paths = )(\[[^\]]*\]|'[^']*')/g)].map(match => match[1] ?? ''),
  )
  const all = lists.flatMap(list => [...list.matchAll(/'([^']+)'/g)].map(match => match[1] ?? ''))
  const without = ['/antrag/:slug', '/amt/abgemeldet', '/healthz', '/readyz']
  return all.filter(path => !without.includes(path) && !/\.(pdf|json)$|^\/assets/.test(path))
}

function patternOf(door: string): RegExp {
  return new RegExp(`^${door.replace(/:\w+/g, '[^/]+')}$`)
}
