// The gates are no ornament: each finds the faults it is there for, on a page that was good before.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type SavedPage, savedPages } from '../helpers/pages.ts'
import type { Finding } from './findings.ts'
import { checkInBrowser, checkStructure } from './gates-browser.ts'
import { checkMarkup, checkWithNu, hasJava } from './gates-markup.ts'
import { checkTitles } from './gates-titles.ts'

type Break = [gate: string, fault: string, from: string | RegExp, to: string]
const breaks: Break[] = [
  ['markup', 'an element that is not closed', '</fieldset>', ''],
  ['nu', 'an attribute nobody knows', '<main ', '<main unheard-of="1" '],
  ['title', 'an error that the title does not tell', '<title>Fehler: ', '<title>'],
  ['title', 'a page in another language than it says', '<html lang="de"', '<html lang="en"'],
  ['structure', 'an id that is there twice', '<footer ', '<footer id="inhalt" '],
  ['structure', 'a description that is not there', /aria-describedby="[^"]+"/, 'aria-describedby="nowhere"'],
  ['structure', 'a heading that skips a level', /(<footer[\s\S]*?)<h2>/, '$1<h4>'],
  ['structure', 'a second h1', /(<footer[\s\S]*?)<h2>/, '$1<h1>'],
  ['structure', 'a navigation without a name', /<nav aria-label="[^"]*"/, '<nav'],
  ['structure', 'a summary that leads nowhere', /(error-summary[\s\S]*?href=")#[^"]*/, '$1#nowhere'],
  [
    'structure',
    'two links of one name to two places',
    '</main>',
    '<p><a href="/a">mehr</a> <a href="/b">mehr</a></p></main>',
  ],
  ['structure', 'a placeholder instead of a label', 'type="radio"', 'type="radio" placeholder="x"'],
  ['axe', 'a control without a label', '</main>', '<input type="text" id="bare"></main>'],
  ['axe', 'a picture without words', '</main>', '<img src="/assets/x/icons/emblem.svg"></main>'],
  ['axe', 'text without contrast', '</main>', '<p><font color="#999999">blass</font></p></main>'],
  ['reflow', 'words that do not wrap', '</main>', `<pre>${'Meldebehörde '.repeat(9)}</pre></main>`],
  ['targets', 'a link that is too small', '</main>', '<p><b><a href="/a">i</a></b></p></main>'],
  ['console', 'a style in the page', '<main ', '<main style="color: red" '],
  ['console', 'a script in the page', '</main>', '<script>window.x = 1</script></main>'],
  ['console', 'a picture from elsewhere', '</main>', '<img alt="" src="http://other.example/x.png"></main>'],
]

describe('a gate finds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'broken-pages-'))
  let findings: Finding[] = []
  let broken: SavedPage[] = []
  before(async () => {
    const { pages } = await savedPages()
    const good = pages.find(
      page => page.state === 'errors: blank' && page.name.endsWith('/wer') && page.language === 'de',
    )
    if (!good) throw new Error('no page to break')
    broken = [['', 'nothing', '', ''] as Break, ...breaks].map(([, , from, to], index) => ({
      ...good,
      file: `${index}.html`,
      html: good.html.replace(from, to),
    }))
    for (const page of broken) writeFileSync(join(folder, page.file), page.html)
    const found = [
      checkInBrowser(folder, broken),
      checkStructure(broken),
      checkMarkup(broken),
      checkWithNu(folder, broken),
    ]
    findings = [...(await Promise.all(found)).flat(), ...checkTitles(broken)]
  })
  after(() => rmSync(folder, { recursive: true }))

  const on = (index: number) => findings.filter(finding => finding.page === broken[index])
  it('nothing on the good page', () => assert.deepEqual(on(0), []))
  for (const [index, [gate, fault]] of breaks.entries()) {
    it(`${fault} (${gate})`, { skip: gate === 'nu' && !hasJava }, () => {
      const gates = new Set(on(index + 1).map(finding => finding.gate))
      assert.ok(gates.has(gate), `found only by: ${[...gates].join(', ') || 'none'}`)
    })
  }
})
