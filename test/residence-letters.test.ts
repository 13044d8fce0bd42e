// The letters of residence: a Meldebestätigung of moving out has its eight items, a Meldebescheinigung exactly the ordered ones.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { rawOf, type Typed } from '../src/forms/example.ts'
import { lookOf } from '../src/forms/fields.ts'
import { walk } from '../src/forms/journey.ts'
import { loadWords } from '../src/language.ts'
import { registerReligions } from '../src/law/lists/religions.ts'
import { renderLetter } from '../src/office/render-letter.ts'
import { certifying } from '../src/services/registration-certificate/certified.ts'
import { loadServices } from '../src/services.ts'
import { factsOn } from './helpers/facts.ts'
import { head } from './helpers/letterhead.ts'

const { de } = await loadWords()
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

describe('a Meldebescheinigung', () => {
  const certified = {
    familyName: 'Suparman',
    birthDate: '1990-02-14',
    addresses: [
      { address: { street: 'Eschenprobe', houseNumber: '8', postalCode: '65549', city: 'Limburg' }, status: 'main' },
      { address: { street: 'Fuldaweg', houseNumber: '55', postalCode: '34117', city: 'Kassel' }, status: 'secondary' },
    ],
    birthPlace: 'Surakarta, Indonesien',
    nationalities: ['ID', 'STATELESS'],
    moveDates: 'Eschenprobe: seit 14.11.2026\nFuldaweg: seit 01.10.2020',
    familyStatus: 'ledig',
    religion: 'rk',
    gender: 'm',
  }
  const basic = [
    ['Familienname', 'Suparman'],
    ['Geburtsdatum', '14.02.1990'],
    ['Anschrift', 'Eschenprobe 8, 65549 Limburg (Hauptwohnung)'],
    ['Anschrift', 'Fuldaweg 55, 34117 Kassel (Nebenwohnung)'],
  ]

  it('that is simple has the items of section 18(1) and nothing else', async () => {
    const { kind, items, text } = await letter('registration-certificate', 'onPaper', certified)
    assert.equal(kind, 'meldebescheinigung')
    assert.deepEqual(items, basic)
    assert.match(text, /bescheinigt nach § 18 Absatz 1 Bundesmeldegesetz/)
    assert.match(text, /Unterschrift und Dienstsiegel/)
    assert.doesNotMatch(text, forbidden)
  })

  it('that is extended has exactly the chosen items besides, though more were written', async () => {
    const { kind, items, text } = await letter('registration-certificate', 'extended', certified)
    assert.equal(kind, 'erweiterte-meldebescheinigung')
    assert.deepEqual(items, [
      ...basic,
      ['Geburtsort und Staat', 'Surakarta, Indonesien'],
      ['Staatsangehörigkeiten', 'Indonesien, staatenlos'],
      ['Einzug und Auszug', 'Eschenprobe: seit 14.11.2026 Fuldaweg: seit 01.10.2020'],
      ['Familienstand', 'ledig'],
    ])
    assert.match(text, /stehen hier nur die, die beantragt wurden\./)
    assert.match(text, /gebührenfrei \(§ 18 Abs\. 3 BMG\)/)
    assert.doesNotMatch(text, /römisch|Religion|Geschlecht|Dienstsiegel/)
  })

  it('names a religious society only where it was ordered', async () => {
    const { items } = await letter('registration-certificate', 'extended', certified, { extendedItems: ['religion'] })
    assert.deepEqual(items.slice(basic.length), [['Religionsgesellschaft', 'römisch-katholisch']])
  })

  it('can name every religious society that a register of another state may have stored', async () => {
    const { options = [] } = lookOf(certifying.fields.religion as never)
    assert.deepEqual(options, Object.keys(registerReligions))
    const moved = { ...certified, religion: 'lt' }
    const { items } = await letter('registration-certificate', 'extended', moved, { extendedItems: ['religion'] })
    assert.deepEqual(items.slice(basic.length), [['Religionsgesellschaft', 'evangelisch-lutherisch']])
  })

  it('says of a chosen item that is not stored just that', async () => {
    const { items } = await letter('registration-certificate', 'extended', certified, { extendedItems: ['taxId'] })
    assert.deepEqual(items.slice(basic.length), [['Steuerliche Identifikationsnummer', 'nicht gespeichert']])
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
  const pdf = await renderLetter(found.template, { ...head, ...found.content(filing, facts.filedOn, de) })
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
