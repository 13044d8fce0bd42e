// The letters of residence: a Meldebestätigung of moving out has its eight items and nothing else.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { rawOf } from '../src/forms/example.ts'
import { walk } from '../src/forms/journey.ts'
import type { Typed } from '../src/forms/service.ts'
import { renderLetter } from '../src/office/render-letter.ts'
import { loadServices } from '../src/services.ts'
import { factsOn } from './helpers/facts.ts'
import { head } from './helpers/letterhead.ts'

const services = await loadServices({ servicesOff: [] })
const facts = factsOn('2026-11-23')
const forbidden = /Religion|römisch|Staatsangeh|Familienstand|Ausweis|Wohnungsgeber|Geschlecht|Kanada\b.*Bestimmung/

describe('a Meldebestätigung of moving out', () => {
  it('has the eight items of BMG section 24(2), the usual name and the doctorate from the register', async () => {
    const desk = { entries: [{ person: 'Felix Amrein', usualGivenName: 'Felix', doctorate: ['Dr.'] }] }
    const { kind, items, text } = await letter('residence-deregistration', 'toCanada', desk)
    assert.equal(kind, 'meldebestaetigung')
    assert.deepEqual(items, [
      ['Familienname', 'Amrein'],
      ['Vornamen', 'Felix (Rufname: Felix)'],
      ['Doktorgrad', 'Dr.'],
      ['Geburtsdatum', '02.11.1988'],
      ['Tag des Auszugs', '29.11.2026'],
      ['Tag der Abmeldung', '23.11.2026'],
      ['Anschrift', 'Holzprobe 31, DG, 65549 Limburg a. d. Lahn'],
      ['Art der Wohnung', 'alleinige Wohnung'],
    ])
    assert.match(text, /Das Melderegister wird am 29\.11\.2026 geändert, dem Tag des Auszugs/)
    assert.match(text, /die Abmeldung der folgenden Person\./)
    assert.doesNotMatch(text, forbidden)
  })
})

async function letter(id: string, example: string, desk: Record<string, unknown>, changes: Typed = {}) {
  const service = services.find(other => other.id === id)
  const typed = service?.examples(facts.filedOn).find(other => other.name === example)?.typed
  assert.ok(service && typed)
  const journey = walk(service, rawOf({ name: example, typed: { ...typed, ...changes } }), facts)
  const filing = { answers: service.complete(journey.answers as never, facts), desk } as never
  const found = service.letters.find(({ when }) => when?.(filing) ?? true)
  assert.ok(found)
  const pdf = await renderLetter(found.template, { ...head, ...found.content(filing, facts.filedOn) })
  return { kind: found.kind, ...(await read(pdf)) }
}

type Tags = { role?: string; type?: string; id?: string; children?: Tags[] }

/** Labels with their values below the title, and all text. */
async function read(pdf: Uint8Array) {
  const task = getDocument({ data: pdf.slice(), verbosity: VerbosityLevel.ERRORS })
  const page = await (await task.promise).getPage(1)
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const tags = flatten((await page.getStructTree()) as Tags)
  await task.destroy()
  const texts = textsById(items as Item[])
  const said = tags.map(tag => ({ role: tag.role, text: inOneLine(tag.ids.map(key => texts.get(key) ?? '').join('')) }))
  const below = said.slice(said.findIndex(({ role }) => role === 'H1'))
  const labels = below.filter(({ role }) => role === 'Lbl').map(({ text }) => text)
  const values = below.filter(({ role }) => role === 'LBody').map(({ text }) => text)
  return { items: labels.map((label, index) => [label, values[index]]), text: inOneLine([...texts.values()].join(' ')) }
}

type Item = { type?: string; id?: string; str?: string; hasEOL?: boolean }

function textsById(items: Item[]): Map<string, string> {
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    if (item.type === 'endMarkedContent') open.pop()
    else if (item.type) open.push(item.id ?? open.at(-1) ?? 'artifact')
    else texts.set(open.at(-1) ?? '', `${texts.get(open.at(-1) ?? '') ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`)
  }
  return texts
}

function flatten(tags: Tags): { role: string; ids: string[] }[] {
  if (tags.role && /^(H\d|P|Lbl|LBody)$/.test(tags.role)) return [{ role: tags.role, ids: idsIn(tags) }]
  return (tags.children ?? []).flatMap(flatten)
}

function idsIn({ type, id, children = [] }: Tags): string[] {
  return type === 'content' ? [id ?? ''] : children.flatMap(idsIn)
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().normalize('NFC')
}
