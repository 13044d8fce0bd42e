// What somebody has said is not asked again, cannot contradict itself, and stands there as people write it.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Typed } from '../src/forms/example.ts'
import type { House } from '../src/web/house.ts'
import { fileCase, houseOf, readyDraft, typedBy } from './helpers/filings.ts'
import { openVisitorWith, press } from './helpers/press.ts'
import { seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { formsOf, headingOf, type Page, summaryOf } from './helpers/visitor.ts'

let hall: TownHall
let house: House
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
})
beforeEach(() => hall.database.draft.deleteMany())
after(() => hall.close())

describe('who registers only themselves', () => {
  it('comes straight to the own questions: no list of persons, no name, no date of birth', async () => {
    const { visitor, ready } = await atEnd({ ...typedBy(house, 'single'), persons: [] })
    const page = await press(visitor, await visitor.request('/antrag/anmeldung/status'), 'next')
    assert.match(page.url, /\/personen\/\w+\/name$/)
    assert.equal(headingOf(page.html), 'Welcher Vorname ist Ihr Rufname?')
    assert.deepEqual(asked(page), ['usualGivenName'])
    const birth = await press(visitor, page, 'next', { usualGivenName: 'Jana' })
    assert.deepEqual(asked(birth), ['birthPlace', 'bornAbroad'])
    assert.equal((await press(visitor, page, 'back')).url, '/antrag/anmeldung/status')
    const { raw } = await hall.database.draft.findUniqueOrThrow({ where: { id: ready.id } })
    assert.equal((raw as { persons: string[] }).persons.length, 1, 'the person is in the draft')
  })

  it('is one person: a name changed at the end is changed for both', async () => {
    const { visitor } = await atEnd(typedBy(house, 'single'))
    const check = await visitor.request('/antrag/anmeldung/pruefen')
    const links = [...check.html.matchAll(/href="([^"]*\/anmeldung\/name\?von=pruefen)"/g)].map(match => match[1] ?? '')
    assert.equal(new Set(links).size, 1, 'both are changed at the same place')
    const own = await visitor.request('/antrag/anmeldung/personen/persons0/name')
    assert.doesNotMatch(own.html, /name="familyName"/, 'the person is not asked for it')
    await press(visitor, await visitor.request(links[0] ?? ''), 'next', { 'filer.familyName': 'Żółć' })
    const sent = await press(visitor, await visitor.request('/antrag/anmeldung/pruefen'), 'send')
    assert.match(sent.url, /^\/vorgang\//)
    const { answers } = await hall.database.caseFile.findFirstOrThrow({ orderBy: { filedAt: 'desc' } })
    const { persons } = answers as { persons: Record<string, string>[] }
    assert.deepEqual(
      persons.map(({ personRole, familyName, birthDate }) => [personRole, familyName, birthDate]),
      [['filer', 'Żółć', '1994-06-17']],
    )
  })

  it('is never mixed up with somebody who was entered before', async () => {
    const { visitor } = await atEnd(typedBy(house, 'inCare'))
    await press(visitor, await visitor.request('/antrag/anmeldung/wer'), 'next', { filerRole: 'self' })
    const page = await press(visitor, await visitor.request('/antrag/anmeldung/status'), 'next')
    assert.ok(page.url.includes('/personen/000000000000/'), page.url)
    assert.doesNotMatch(page.html, /Weilburg/)
  })

  it('with family is one of the persons, under one name', async () => {
    const typed = typedBy(house, 'family')
    const [first = {}, ...others] = typed.persons as Typed[]
    const { visitor } = await atEnd({
      ...typed,
      persons: [{ ...first, familyName: 'Anders', birthDate: '1.1.1970' }, ...others],
    })
    const check = await visitor.request('/antrag/anmeldung/pruefen')
    assert.doesNotMatch(check.html, /Anders|1970/)
    const name = await visitor.request('/antrag/anmeldung/personen/persons0/geburt')
    assert.deepEqual(asked(name), ['birthPlace', 'bornAbroad'])
  })
})

describe('the place of the new dwelling', () => {
  it('is the town: not asked, but stored, and in the letter', async () => {
    const { visitor } = await atEnd({ ...typedBy(house, 'single'), 'newResidence.city': 'Frankfurt' })
    const page = await visitor.request('/antrag/anmeldung/wohnung')
    assert.ok(!asked(page).includes('newResidence.city'))
    assert.match((await visitor.request('/antrag/anmeldung/pruefen')).html, /65549 Limburg a\. d\. Lahn/)
    const { answers } = await fileCase(house, { ...typedBy(house, 'single'), 'newResidence.city': 'Frankfurt' })
    assert.equal((answers as { newResidence: { city: string } }).newResidence.city, 'Limburg a. d. Lahn')
  })

  it('is not for a clerk to change either', async () => {
    const { number } = await fileCase(house)
    const { visitor } = await seat(hall, 'counter')
    await press(visitor, await visitor.request(`/amt/vorgang/${number}`), 'claim')
    const page = await visitor.request(`/amt/vorgang/${number}/berichtigen/wohnung`)
    assert.ok(!asked(page).includes('newResidence.city'))
    const done = await press(visitor, page, 'next', { 'newResidence.houseNumber': '19' })
    assert.match(done.html, /Am Probierstein 19.*65549 Limburg a\. d\. Lahn/s)
  })
})

describe('a date that was taken over', () => {
  for (const language of ['de', 'en'])
    it(`stands there as people write it, and is understood again (${language})`, async () => {
      const typed = typedBy(house, 'family')
      const [father = {}, mother = {}] = typed.persons as Typed[]
      const bare = Object.fromEntries(Object.entries(father).filter(([name]) => !name.startsWith('spouse.')))
      const { visitor } = await atEnd({ ...typed, persons: [bare, { ...mother, birthDate: '6.1912' }] })
      const fresh = await visitor.request(`/antrag/anmeldung/personen/persons0/ehe?lang=${language}`)
      const page = await press(visitor, fresh, 'offer:0')
      assert.equal(valueOn(page, 'spouse.birthDate'), '06.1912')
      const next = await press(visitor, page, 'next', { 'spouse.gender': 'w' })
      assert.equal(next.status, 200, summaryOf(next.html).join())
    })

  it('stands so on the clerk’s page', async () => {
    const { number } = await fileCase(house)
    const { visitor } = await seat(hall, 'counter')
    await press(visitor, await visitor.request(`/amt/vorgang/${number}`), 'claim')
    const page = await visitor.request(`/amt/vorgang/${number}/berichtigen/name`)
    assert.equal(valueOn(page, 'filer.birthDate'), '17.06.1994')
  })
})

describe('a small list', () => {
  const rows = (page: Page) => page.html.match(/<legend class="kern-label">Gesetzliche Vertretung \d/g)?.length
  const path = '/antrag/anmeldung/personen/persons2/vertretung'

  it('shows what is filled, and an empty row only to who asks for it', async () => {
    const { visitor } = await atEnd(typedBy(house, 'family'))
    const page = await visitor.request(path)
    assert.equal(rows(page), 2)
    const more = await press(visitor, page, 'more:legalRepresentatives')
    assert.equal(rows(more), 3)
    const wrong = await press(visitor, more, 'next', { 'legalRepresentatives.0.birthDate': '?' })
    assert.deepEqual([wrong.status, rows(wrong)], [422, 2])
  })

  it('begins with one row, and takes over what is known without another', async () => {
    const typed = typedBy(house, 'family')
    const persons = (typed.persons as Typed[]).map(person =>
      Object.fromEntries(Object.entries(person).filter(([name]) => !name.startsWith('legalRepresentatives'))),
    )
    const { visitor } = await atEnd({ ...typed, persons })
    const page = await visitor.request(path)
    assert.equal(rows(page), 1)
    const one = await press(visitor, page, 'offer:0')
    assert.equal(rows(one), 1)
    assert.equal(rows(await press(visitor, one, 'offer:1')), 2)
  })

  it('still chooses a nationality that is not offered any more', async () => {
    const { visitor } = await atEnd(withPerson({ nationalities: ['GU'] }))
    const page = await visitor.request('/antrag/anmeldung/personen/persons0/staatsangehoerigkeit')
    assert.match(page.html, /<option value="GU" selected>Guam<\/option>/)
  })
})

describe('answers that contradict each other', () => {
  it('"other names: yes" without a name', async () => {
    const { visitor } = await atEnd(withPerson({ otherNames: 'yes' }))
    const page = await visitor.request('/antrag/anmeldung/personen/persons0/weitere-namen')
    const wrong = await press(visitor, page, 'next')
    assert.deepEqual([wrong.status, summaryOf(wrong.html)[0]?.includes('mindestens einen')], [422, true])
    assert.equal((await press(visitor, page, 'next', { birthName: 'Kowalczyk' })).status, 200)
  })

  it('but a name in other letters is not called missing as well', async () => {
    const { visitor } = await atEnd(withPerson({ otherNames: 'yes', birthName: 'Олег' }))
    const page = await visitor.request('/antrag/anmeldung/personen/persons0/weitere-namen')
    const problems = summaryOf((await press(visitor, page, 'next')).html)
    assert.deepEqual(
      [problems.length, problems[0]?.includes('wie er im Pass in lateinischer Schrift steht')],
      [1, true],
    )
  })

  it('an identity document that expired before it was issued', async () => {
    const { visitor } = await atEnd(withPerson({ 'idDocuments.0.expiryDate': '13.3.2012' }))
    const page = await visitor.request('/antrag/anmeldung/personen/persons0/ausweis')
    assert.match(summaryOf((await press(visitor, page, 'next')).html).join(), /„Gültig bis“ liegt vor/)
  })
})

describe('children', () => {
  it('are not asked for a doctorate, and nobody tells German ones to get a document', async () => {
    const typed = typedBy(house, 'family')
    const persons = (typed.persons as Typed[]).map(person =>
      Object.fromEntries(Object.entries(person).filter(([name]) => !name.startsWith('idDocuments'))),
    )
    const { visitor } = await atEnd({ ...typed, persons })
    const names = (person: number) => visitor.request(`/antrag/anmeldung/personen/persons${person}/weitere-namen`)
    assert.deepEqual(
      [asked(await names(1)).includes('doctorate'), asked(await names(2)).includes('doctorate')],
      [true, false],
    )
    const documents = (person: number) => visitor.request(`/antrag/anmeldung/personen/persons${person}/ausweis`)
    assert.match((await press(visitor, await documents(1), 'next')).html, /kein gültiger Ausweis/)
    assert.doesNotMatch((await press(visitor, await documents(2), 'next')).html, /kein gültiger Ausweis/)
    assert.match(
      (await visitor.request('/antrag/anmeldung/pruefen')).html,
      /Ausweis von Mira Sofie Bergmann, wenn es einen gibt/,
    )
  })
})

async function atEnd(typed: Typed) {
  const { draft, token } = await readyDraft(house, typed)
  return { visitor: openVisitorWith(hall.baseUrl, token), ready: draft }
}

function withPerson(changes: Typed): Typed {
  const typed = typedBy(house, 'single')
  return { ...typed, persons: (typed.persons as Typed[]).map(person => ({ ...person, ...changes })) }
}

/** The questions of a page, each once. */
function asked(page: Page): string[] {
  const names = formsOf(page.html).flatMap(form => form.controls.map(control => control.name))
  return [...new Set(names)].filter(name => !name.startsWith('_') && name !== 'version')
}

function valueOn(page: Page, name: string): string | undefined {
  const controls = formsOf(page.html).flatMap(form => form.controls)
  return controls.find(control => control.name === name)?.values[0]
}
