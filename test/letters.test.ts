// Letters: what was typed comes out unchanged, nothing the law does not list is printed, and screen readers find their way.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { letters, sequences } from '../src/law/lists/din-91379.ts'
import { renderLetter } from '../src/office/render-letter.ts'
import { head } from './helpers/letterhead.ts'

const template = 'src/services/shared/meldebestaetigung.typ'
const erika = {
  familyName: 'Musterfrau',
  givenNames: 'Erika Anna-Maria',
  usualGivenName: 'Anna-Maria' as string | null,
  doctorate: 'Dr.' as string | null,
  birthDate: '12.08.1984',
  moveInDate: '15.11.2026',
  filedOn: '23.11.2026',
  address: ['Musterhofstraße 17 a', '65556 Limburg a. d. Lahn'],
  status: 'sole',
}
type Person = typeof erika
const eight = [
  'Familienname',
  'Vornamen',
  'Doktorgrad',
  'Geburtsdatum',
  'Tag des Einzugs',
  'Tag der Anmeldung',
  'Anschrift',
  'Art der Wohnung',
]
const single = Array.from({ length: 0x1f00 }, (_, point) => String.fromCodePoint(point))
const allLetters = [...single.filter(letter => new RegExp(`[${letters}]`).test(letter)), ...sequences]
const sampleLine = 'Muster aus einer Vorführung – kein amtliches Schreiben'

describe('a Meldebestätigung', () => {
  test('has exactly the eight items of BMG section 24(2)', async () => {
    const { pieces, text } = await read(await letterFor([erika]))
    assert.deepEqual(labels(pieces), eight)
    assert.deepEqual(values(pieces), [
      'Musterfrau',
      'Erika Anna-Maria (Rufname: Anna-Maria)',
      'Dr.',
      '12.08.1984',
      '15.11.2026',
      '23.11.2026',
      'Musterhofstraße 17 a, 65556 Limburg a. d. Lahn',
      'alleinige Wohnung',
    ])
    assert.doesNotMatch(text, /Religion|Staatsangeh|Familienstand|Ausweis|Pass|Wohnungsgeber|Vermieter|Geschlecht/i)
  })

  test('leaves out a doctorate and given names that a person does not have', async () => {
    const { pieces } = await read(
      await letterFor([{ ...erika, givenNames: '', usualGivenName: null, doctorate: null }]),
    )
    assert.deepEqual(
      labels(pieces),
      eight.filter(label => label !== 'Vornamen' && label !== 'Doktorgrad'),
    )
    assert.deepEqual(headings(pieces), ['H1 Amtliche Meldebestätigung', 'H2 Musterfrau'])
  })

  test('names no Rufname where there is none', async () => {
    const { pieces } = await read(await letterFor([{ ...erika, givenNames: 'Erika', usualGivenName: null }]))
    assert.equal(values(pieces)[1], 'Erika')
  })

  test('says which kind of residence it is', async () => {
    const { pieces } = await read(await letterFor(['sole', 'main', 'secondary'].map(status => ({ ...erika, status }))))
    const kinds = values(pieces).filter((_, place) => place % eight.length === eight.length - 1)
    assert.deepEqual(kinds, ['alleinige Wohnung', 'Hauptwohnung', 'Nebenwohnung'])
  })

  test('is tagged, titled and in German, so that it can be heard', async () => {
    const { info, marked, pieces } = await read(await letterFor([erika]))
    assert.equal(marked, true)
    assert.equal(info.Title, 'Amtliche Meldebestätigung LM-2026-000871-K')
    assert.match(String(info.Language), /^de\b/)
    assert.deepEqual(headings(pieces), ['H1 Amtliche Meldebestätigung', 'H2 Erika Anna-Maria Musterfrau'])
    assert.equal(pieces.filter(piece => piece.role === 'LBody').length, values(pieces).length + 7)
  })

  test('says who issued it, for free and without a signature', async () => {
    const { text } = await read(await letterFor([erika]))
    assert.match(text, /bestätigt nach § 24 Absatz 2 Bundesmeldegesetz \(BMG\) die Anmeldung der folgenden Person\./)
    assert.match(text, /Limburg a\. d\. Lahn, 23\.11\.2026 Im Auftrag Jens Probst-Adler/)
    assert.ok(text.includes('Diese Bestätigung ist gebührenfrei (§ 24 Abs. 2 BMG).'))
    assert.ok(text.includes('mit Hilfe automatischer Einrichtungen erstellt und ist ohne Unterschrift gültig.'))
    assert.ok(text.includes('Dr. Erika Anna-Maria Musterfrau Musterhofstraße 17 a 65556 Limburg a. d. Lahn'))
  })

  test('prints twelve persons, none across two pages, and counts the pages', async () => {
    const persons = Array.from({ length: 12 }, (_, place) => ({ ...erika, familyName: `Muster-${place + 1}` }))
    const { pages, pieces, text } = await read(await letterFor(persons))
    assert.deepEqual(labels(pieces), Array(12).fill(eight).flat())
    assert.ok(text.includes('die Anmeldung der folgenden 12 Personen.'))
    for (const [place, page] of pages.entries()) {
      assert.equal(labels(page.pieces).length % eight.length, 0)
      assert.ok(page.text.includes(`Seite ${place + 1} von ${pages.length}`))
      assert.ok(page.text.includes('LM-2026-000871-K'))
    }
    assert.match(pages.at(-1)?.text ?? '', /Muster-12 .*Im Auftrag/)
  })

  test('of a demonstration says so on every page, any other nowhere', async () => {
    const five = Array<Person>(5).fill(erika)
    const shown = await read(await letterFor(five, { demo: true }))
    assert.ok(shown.pages.length > 1 && shown.pages.every(page => page.text.includes(sampleLine)))
    assert.equal(shown.pieces[0]?.text, sampleLine)
    assert.doesNotMatch((await read(await letterFor(five))).text, /Muster aus|Vorführung/)
  })
})

describe('what a person typed', () => {
  for (const typed of [
    'Thị',
    'Żółć',
    'K͟hālid',
    'O’Brien',
    'ẞ',
    'Şəhriyar',
    'L̥̄',
    '#panic("x") *fett* $a$ @ref',
    '/ a: b',
    '<x> // y',
  ]) {
    test(`comes out unchanged: ${typed}`, async () => {
      const { pieces } = await read(
        await letterFor([{ ...erika, familyName: typed, givenNames: '', usualGivenName: null }]),
      )
      assert.equal(values(pieces)[0], typed)
      assert.equal(headings(pieces)[1], `H2 ${typed}`)
    })
  }

  for (const [where, nameWith] of [
    ['alone', (letter: string) => letter],
    ['in names', (letter: string) => `${letter}i${letter}${letter}la${letter}`],
  ] as const) {
    test(`may have any letter of DIN 91379, ${where}, in both weights of the font`, async () => {
      assert.equal(allLetters.length, 649)
      const lines = inLines(allLetters.map(nameWith))
      const persons = lines.map(familyName => ({ ...erika, familyName, givenNames: '', usualGivenName: null }))
      const { pieces } = await read(await letterFor(persons))
      const names = labels(pieces)
      assert.deepEqual(
        values(pieces).filter((_, place) => names[place] === 'Familienname'),
        lines,
      )
      assert.deepEqual(
        headings(pieces).slice(1),
        lines.map(line => `H2 ${line}`),
      )
    })
  }

  test('is broken, not cut, when it is longer than a line', async () => {
    const donau = 'Donaudampfschifffahrt'.repeat(6)
    for (const long of [donau, `${'W'.repeat(30)}"${'W'.repeat(30)}`]) {
      const { pieces, rightmost } = await read(await letterFor([{ ...erika, familyName: long }]))
      assert.equal(values(pieces)[0]?.replaceAll(' ', ''), long)
      assert.ok(rightmost < paperWidth - margin, `${long} ends at ${rightmost}`)
    }
  })

  test('cannot turn the direction of the text', async () => {
    const { pieces } = await read(await letterFor([{ ...erika, familyName: 'Mus\u202Eter\u2066fr\u200Fau' }]))
    assert.equal(values(pieces)[0], 'Musterfrau')
  })
})

test('a letter that cannot be made throws with what the compiler says', async () => {
  await assert.rejects(letterFor([{ ...erika, familyName: '漢' }]), /meldebestaetigung\.typ .*could not be displayed/)
  await assert.rejects(letterFor([{ ...erika, status: 'none' }]), /does not contain key/)
})

test('the same letter is the same file', async () => {
  assert.deepEqual(await letterFor([erika]), await letterFor([erika]))
})

test('letters made at once do not mix', async () => {
  const names = Array.from({ length: 8 }, (_, place) => `Muster-${place}`)
  const made = await Promise.all(names.map(familyName => letterFor([{ ...erika, familyName }])))
  const found = await Promise.all(made.map(async pdf => values((await read(pdf)).pieces)[0]))
  assert.deepEqual(found, names)
})

test('a letter takes some milliseconds', async context => {
  const times: number[] = []
  for (let round = 0; round < 40; round++) {
    const began = performance.now()
    await letterFor([{ ...erika, familyName: `Runde-${round}` }])
    times.push(performance.now() - began)
  }
  const [fastest = Infinity, median = Infinity] = [Math.min(...times), times.sort((a, b) => a - b)[20]]
  context.diagnostic(`a warm letter takes ${fastest.toFixed(1)} ms, ${median.toFixed(1)} ms in the middle of 40`)
  assert.ok(fastest < 100)
})

function letterFor(persons: Person[], changes: { demo?: boolean } = {}): Promise<Uint8Array> {
  const [first] = persons
  const name = [first?.doctorate, first?.givenNames, first?.familyName].filter(Boolean).join(' ')
  const recipient = [name, ...(first?.address ?? [])]
  return renderLetter(template, { ...head, recipient, persons, ...changes })
}

function inLines(names: string[]): string[] {
  return Array.from({ length: Math.ceil(names.length / 5) }, (_, line) => names.slice(line * 5, line * 5 + 5).join(' '))
}

type Piece = { role: string; text: string }
type Tags = { role?: string; type?: string; id?: string; children?: Tags[] }

/** In points, of A4 and its right margin. */
const [paperWidth, margin] = [595, 40]

/** The pages of a PDF as text and as tagged pieces in the order they are heard. */
async function read(pdf: Uint8Array) {
  const task = getDocument({ data: pdf.slice(), verbosity: VerbosityLevel.ERRORS })
  const file = await task.promise
  const pages = []
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const texts = textsById(items as Item[])
    const pieces = piecesOf((await page.getStructTree()) as Tags, texts)
    const rightmost = Math.max(...(items as Item[]).map(({ transform, width = 0 }) => (transform?.[4] ?? 0) + width))
    pages.push({ pieces, rightmost, text: inOneLine([...texts.values()].join(' ')) })
  }
  const info = (await file.getMetadata()).info as Record<string, unknown>
  const marked = (await file.getMarkInfo())?.Marked
  await task.destroy()
  return {
    pages,
    info,
    marked,
    pieces: pages.flatMap(page => page.pieces),
    rightmost: Math.max(...pages.map(page => page.rightmost)),
    text: pages.map(page => page.text).join(' '),
  }
}

type Item = { type?: string; id?: string; str?: string; hasEOL?: boolean; transform?: number[]; width?: number }

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

function piecesOf(tags: Tags, texts: Map<string, string>): Piece[] {
  const own = { role: tags.role ?? '', text: inOneLine(textOf(tags, texts)) }
  const inner = (tags.children ?? []).flatMap(child => piecesOf(child, texts))
  return tags.role && /^(H\d|P|Lbl|LBody)$/.test(tags.role) ? [own] : inner
}

function textOf(tags: Tags, texts: Map<string, string>): string {
  if (tags.type === 'content') return texts.get(tags.id ?? '') ?? ''
  return (tags.children ?? []).map(child => textOf(child, texts)).join('')
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function headings(pieces: Piece[]): string[] {
  return pieces.filter(piece => /^H\d/.test(piece.role)).map(piece => `${piece.role} ${piece.text}`)
}

function labels(pieces: Piece[]): string[] {
  return ofPersons(pieces, 'Lbl')
}

function values(pieces: Piece[]): string[] {
  return ofPersons(pieces, 'LBody')
}

/** The facts of the case stand before the first heading of a person. */
function ofPersons(pieces: Piece[], role: string): string[] {
  const title = pieces.findIndex(piece => piece.role === 'H1')
  return pieces
    .slice(title + 1)
    .filter(piece => piece.role === role)
    .map(piece => piece.text)
}
