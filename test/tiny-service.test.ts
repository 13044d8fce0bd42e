// The tiny service of docs/add-a-service.md is a service: a folder more, and a town hall offers it from start page to letter.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { rawOf } from '../src/forms/example.ts'
import { choice } from '../src/forms/fields.ts'
import { walk } from '../src/forms/journey.ts'
import { planOf } from '../src/forms/plan.ts'
import { languages, loadWords, readTexts } from '../src/language.ts'
import { answersOf } from '../src/office/decide.ts'
import { renderLetter } from '../src/office/render-letter.ts'
import { aboutParts } from '../src/web/home.ts'
import type { House } from '../src/web/house.ts'
import { comparable, expectedOf, filingsOf, typedOf } from './helpers/filing.ts'
import { houseOf, today } from './helpers/filings.ts'
import { head } from './helpers/letterhead.ts'
import { press } from './helpers/press.ts'
import { says } from './helpers/says.ts'
import { seat } from './helpers/staff.ts'
import { writeTinyService } from './helpers/tiny-service.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { headingOf, openVisitor } from './helpers/visitor.ts'

describe('the example of docs/add-a-service.md', () => {
  let hall: TownHall
  let house: House
  let tiny: Awaited<ReturnType<typeof writeTinyService>>
  before(async () => {
    tiny = await writeTinyService()
    hall = await openTownHall({ services: tiny.folder, environment: { TOWN_TODAY: '2026-11-20' } })
    house = await houseOf(hall)
  })
  after(async () => {
    await hall.close()
    tiny.remove()
  })

  it('visits every page, and nothing is left open', () => {
    for (const example of tiny.service.examples(today)) {
      const { steps } = walk(tiny.service, rawOf(example), { ...house.office.facts(), filedOn: today })
      assert.deepEqual(
        steps.flatMap(step => step.problems.map(({ control, code }) => `${control} ${code}`)),
        [],
      )
      assert.deepEqual(
        steps.map(step => step.path),
        tiny.service.pages.map(page => page.slug),
      )
    }
  })

  it('lists its rules as they are', () => {
    const text = readFileSync(new URL('bulky-waste/rules.md', tiny.folder), 'utf8')
    const listed = [...text.matchAll(/^\| `(\w+)` \| (\w+) \| `(\w+)` \|/gm)].map(match => match.slice(1))
    assert.deepEqual(
      listed,
      tiny.service.rules.map(rule => [rule.id, rule.severity, rule.field]),
    )
  })

  it('is filed as it is on paper, and is there for the clerk', async () => {
    const filings = filingsOf(tiny.service, new URL('bulky-waste/filings/', tiny.folder))
    assert.equal(filings.length, 1)
    for (const { filing } of filings) {
      const visitor = openVisitor(hall.baseUrl)
      says(await visitor.request('/leistungen/sperrmuell'), 'Eine Bestätigung der Abholung.', 200)
      const receipt = await visitor.file('sperrmuell', typedOf(filing, tiny.service), tiny.service)
      assert.equal(headingOf(receipt.html), 'Ihr Sperrmüll ist angemeldet')
      const number = receipt.url.split('/').at(-1) ?? ''
      const caseFile = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
      assert.deepEqual(comparable(answersOf(house.office, caseFile), filing), expectedOf(filing))
      const { visitor: clerk } = await seat(hall, 'residence')
      const mine = await press(clerk, await clerk.request(`/amt/vorgang/${number}`), 'claim')
      says(mine, 'Tag abgestimmt', 200)
    }
  })

  it('makes its letter', async () => {
    const [example] = tiny.service.examples(today)
    const { answers } = walk(tiny.service, rawOf(example ?? { name: '', typed: {} }), house.office.facts())
    const content = tiny.service.letters[0]?.content({ answers, desk: {} }, today, house.words.de)
    const pdf = await renderLetter(new URL('bulky-waste/abholung.typ', tiny.folder).href, { ...head, ...content })
    assert.equal(Buffer.from(pdf).subarray(0, 5).toString(), '%PDF-')
  })

  it('has all the words that the document says a service brings', async () => {
    const { service } = tiny
    const words = await loadWords({}, tiny.folder)
    for (const language of languages) {
      const own = Object(readTexts(tiny.folder)[language]['bulky-waste'])
      assert.deepEqual(
        Object.keys(own.about).filter(part => !aboutParts.includes(part)),
        [],
      )
      const places = [
        ...['name', 'short', 'summary', 'send', 'receipt.title', 'next.noVisit', 'deadline.label'],
        ...service.pages.flatMap(page => [`pages.${page.slug}.title`, `pages.${page.slug}.why`]),
        ...service.rules.map(rule => `rules.${rule.id}`),
        ...service.checklist({}).map(item => `checklist.${item.text}`),
        ...service.returns.map(id => `returns.${id}`),
        ...service.letters.map(({ kind }) => `letters.${kind}`),
      ]
      for (const place of places) words[language].say(`bulky-waste:${place}`)
    }
  })
})

it('a question cannot have the name of what every form has itself', async () => {
  const tiny = await writeTinyService()
  tiny.remove()
  for (const name of ['action', 'version', '_csrf'])
    assert.throws(() => planOf({ ...tiny.service, fields: { ...tiny.service.fields, [name]: choice(['a', 'b']) } }), {
      message: `field with a name of the form itself: ${name}`,
    })
})
