// Every saved page of citizen and desk goes through every gate: markup, structure, axe, reflow, targets, console.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type SavedPage, savedPages } from '../helpers/pages.ts'
import { checkInBrowser } from './gates-browser.ts'
import { checkMarkup, checkWithNu, hasJava } from './gates-markup.ts'
import { checkTitles } from './gates-titles.ts'
import { type Finding, tableOf, told } from './findings.ts'

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

describe('the gates', () => {
  let pages: SavedPage[] = []
  const findings: Finding[] = []
  before(async () => {
    const saved = await savedPages()
    pages = saved.pages
    const [inBrowser, markup, nu] = await Promise.all([checkInBrowser(saved.folder, pages), checkMarkup(pages), checkWithNu(saved.folder, pages)])
    findings.push(...inBrowser, ...markup, ...nu, ...checkTitles(pages))
    console.log(tableOf(saved.met, pages, findings))
  })
  after(() => pages.splice(0))

  for (const [gate, sentence] of Object.entries(gates)) {
    it(sentence, { skip: gate === 'nu' && !hasJava ? 'there is no Java here' : false }, () => {
      const found = findings.filter(finding => finding.gate === gate)
      assert.equal(found.length, 0, told(found))
    })
  }
  it('both languages, both kinds of people and every state are among the pages', () => {
    const seen = new Set(pages.flatMap(page => [page.language, page.kind, page.state, String(page.status)]))
    const wanted = ['de', 'en', 'citizen', 'desk', 'fresh', 'filled', 'grown', 'empty', 'warning', 'errors: blank', 'errors: wrong', '200', '400', '401', '403', '404', '409', '413', '422', '429', '500']
    assert.deepEqual(wanted.filter(one => !seen.has(one)), [])
  })
})
