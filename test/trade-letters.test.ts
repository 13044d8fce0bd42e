// The certificate of receipt: a copy of the notification by official numbers, file number, day, notes; nothing forbidden.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { rawOf } from '../src/forms/example.ts'
import { walk } from '../src/forms/journey.ts'
import { loadWords } from '../src/language.ts'
import { renderLetter } from '../src/office/render-letter.ts'
import { loadServices } from '../src/services.ts'
import { factsOn } from './helpers/facts.ts'
import { head } from './helpers/letterhead.ts'

const facts = factsOn('2026-11-23')
const today = '2026-11-25'
const { de } = await loadWords({ town: 'Limburg a. d. Lahn', shortTown: 'Limburg' })
const services = (await loadServices({ servicesOff: [] })).filter(({ office }) => office === 'trade')

describe('a copy', () => {
  it('names the town where a form does', async () => {
    const { text } = await read(await letterFor(...exampleOf('trade-change', 'moves')))
    assert.match(text, /Der Betrieb zieht innerhalb von Limburg um/)
  })

  it('keeps the lines of an activity as they were typed', async () => {
    const [service, example] = exampleOf('trade-registration', 'candles')
    const typed = { ...example.typed, activityMain: 'Kerzen, Seifen\nund Verkauf im Laden' }
    const { answers } = walk(service, rawOf({ ...example, typed }), facts)
    const [letter] = service.letters
    assert.ok(letter)
    const { fields } = letter.content({ answers: service.complete(answers as never, facts), desk: {} }, today, de)
    const found = (fields as { number: string; value: string[] }[]).find(({ number }) => number === '18')
    assert.match(found?.value[0] ?? '', /: Kerzen, Seifen$/)
    assert.equal(found?.value[1], 'und Verkauf im Laden')
  })
})

for (const service of services)
  describe(`the certificate of ${service.id}`, () => {
    for (const example of service.examples(facts.filedOn))
      it(`copies ${example.name}`, async () => {
        const { text, marked } = await read(await letterFor(service, example))
        assert.equal(marked, true)
        assert.match(text, /Aktenzeichen ?LM-2026-000871-K/)
        assert.match(text, /Eingegangen am ?23\.11\.2026/)
        assert.match(text, /§ 15 Absatz 1 der Gewerbeordnung/)
        assert.match(text, /keine Erlaubnis/)
        assert.match(text, /Prüfcode ?K7M2-QX9T-4VBD-8RHS/)
        assert.match(text, /keine Genehmigung nach dem Planungs- oder Baurecht/)
        assert.equal(/neu anzuzeigen/.test(text), service.id === 'trade-deregistration')
        assert.doesNotMatch(text, /Unterschrift [^g]|undefined|\{\{|Wie möchten|Kontonummer|Steuernummer|Religion/)
        assert.doesNotMatch(text, /\?:/)
        assert.equal(/berechtigt nicht zum Beginn/.test(text), service.id !== 'trade-deregistration')
      })
  })

it('numbers stand before their labels, and answers are in German words', async () => {
  const service = services.find(({ id }) => id === 'trade-registration')
  const example = service?.examples(facts.filedOn).find(({ name }) => name === 'restaurant')
  assert.ok(service && example)
  const { text } = await read(await letterFor(service, example))
  for (const piece of [
    'Rechtsform: Unternehmergesellschaft (haftungsbeschränkt)',
    '10 Staatsangehörigkeit(en) Libanon',
    '25 Grund der Neuerrichtung oder Übernahme Anlass der Anmeldung: Übernahme durch Kauf, Pacht oder Erbfolge',
    'Selbständige Tätigkeit nur als Gastronom gestattet.',
    '32 Datum 23.11.2026',
  ])
    assert.ok(text.includes(piece), `${piece} in ${text}`)
})

it('what nobody was asked is not in it: one person has no public participation', async () => {
  const service = services.find(({ id }) => id === 'trade-registration')
  const example = service?.examples(facts.filedOn).find(({ typed }) => typed.legalForm === 'soleTrader')
  assert.ok(service && example)
  assert.doesNotMatch((await read(await letterFor(service, example))).text, /Beteiligung der öffentlichen Hand/)
})

it('fees stand in it where the town says what they are', async () => {
  const [service] = services
  const [example] = service?.examples(facts.filedOn) ?? []
  assert.ok(service && example)
  const fees = [{ label: 'Anzeige', amount: '28,00 Euro', basis: 'VwKostO-MWEVW Nr. 2131' }]
  const paid = ['28,00 € bar bezahlt am 25.11.2026 (Quittung 17)']
  const { text } = await read(await letterFor(service, example, { fees, paid }))
  assert.match(text, /28,00 € bar bezahlt am 25\.11\.2026 \(Quittung 17\)\./)
  assert.doesNotMatch(text, /zu bezahlen/)
  const unpaid = await read(await letterFor(service, example, { fees, open: '28,00 €' }))
  assert.match(unpaid.text, /Bei der Ausstellung noch im Bürgerbüro zu bezahlen: 28,00 €\./)
  assert.match(text, /Gebühren: Anzeige 28,00 Euro \(VwKostO-MWEVW Nr\. 2131\)/)
})

it('where the town charges nothing, it says so', async () => {
  for (const service of services) {
    const [example] = service.examples(facts.filedOn)
    assert.ok(example)
    const { text } = await read(await letterFor(service, example))
    assert.match(text, /Die Anzeige und diese Bescheinigung sind gebührenfrei\./)
    assert.doesNotMatch(text, /Verwaltungskostenordnung|Gebühren:/)
  }
})

type Service = (typeof services)[number]

function exampleOf(id: string, name: string): [Service, ReturnType<Service['examples']>[number]] {
  const service = services.find(other => other.id === id)
  const example = service?.examples(facts.filedOn).find(other => other.name === name)
  assert.ok(service && example)
  return [service, example]
}

function letterFor(service: Service, example: ReturnType<Service['examples']>[number], more = {}) {
  const { answers } = walk(service, rawOf(example), facts)
  const [letter] = service.letters
  assert.ok(letter)
  const content = letter.content({ answers: service.complete(answers as never, facts), desk: {} }, today, de)
  return renderLetter(letter.template, { ...head, ...content, ...more })
}

async function read(pdf: Uint8Array) {
  const task = getDocument({ data: pdf.slice(), verbosity: VerbosityLevel.ERRORS })
  const file = await task.promise
  const texts: string[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent()
    texts.push(items.map(item => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join(''))
  }
  const marked = (await file.getMarkInfo())?.Marked
  await task.destroy()
  return { text: texts.join(' ').replace(/\s+/g, ' '), marked }
}
