// What people of one filing say of each other must fit together; who represents whom; a confidential question left blank.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { rawOf, type Typed } from '../src/forms/example.ts'
import { inWords } from '../src/forms/in-words.ts'
import { walk } from '../src/forms/journey.ts'
import { offersOn } from '../src/forms/offers.ts'
import type { House } from '../src/web/house.ts'
import { houseOf, readyDraft, serviceOf, typedBy } from './helpers/filings.ts'
import { openVisitorWith, press } from './helpers/press.ts'
import { says, saysNot } from './helpers/says.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'

let hall: TownHall
let house: House
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
})
after(() => hall.close())

/** The family of four with other answers for one of them. */
function family(place: number, changes: Typed) {
  const persons = (typedBy(house, 'family').persons as Typed[]).map((person, index) =>
    index === place ? { ...person, ...changes } : person,
  )
  const raw = rawOf({ name: '', typed: typedBy(house, 'family', { persons }) })
  return walk(serviceOf(house), raw, house.office.facts())
}
const told = (place: number, changes: Typed) =>
  family(place, changes).findings.map(({ rule, member, names }) => [rule, member, ...(names ?? [])].join(' '))
const codes = (place: number, changes: Typed) =>
  family(place, changes).steps.flatMap(step => step.problems.map(({ code }) => code))
const isTold = (place: number, changes: Typed, rule: string) =>
  assert.ok(told(place, changes).includes(rule), told(place, changes).join(', '))

describe('a family', () => {
  it('without contradictions is told nothing', () => {
    const rules = [
      'notMarried',
      'spouseBorn',
      'childBorn',
      'representativeBorn',
      'spouseGender',
      'childGender',
      'representativeGender',
      'spouseNamed',
      'childNamed',
      'representativeNamed',
      'weddingDiffers',
      'R-F05',
      'spouseAlone',
    ]
    assert.deepEqual(
      told(0, {}).filter(rule => rules.includes(rule.split(' ')[0] ?? '')),
      [],
    )
    const partly = told(0, { 'spouse.birthDate': '7.1986', 'marriage.date': 'unbekannt' })
    assert.ok(!partly.some(rule => rule.startsWith('spouseBorn') || rule.startsWith('weddingDiffers')))
  })

  it('reads that a spouse is not single, that dates differ, that nobody under 18 is married', () => {
    isTold(1, { familyStatus: 'LD' }, 'notMarried persons1 Thomas Bergmann')
    isTold(0, { 'spouse.birthDate': '20.7.1986' }, 'spouseBorn persons0 Aylin Bergmann (1986-07-20 / 1986-07-21)')
    isTold(0, { 'marriage.date': '1.6.2012' }, 'weddingDiffers persons0 Aylin Bergmann')
    isTold(0, { 'marriage.date': '2012' }, 'weddingDiffers persons0 Aylin Bergmann')
    isTold(2, { familyStatus: 'VW', familyStatusEndDate: '1.1.2020' }, 'R-F05 persons2')
  })

  it('has no Betreuer for a child, and no parent for an adult', () => {
    assert.deepEqual(codes(2, { 'legalRepresentatives.0.relation': 'B' }), ['carerOfChild'])
    const represented = (relation: string) =>
      codes(1, {
        hasCarer: 'yes',
        'legalRepresentatives.0.relation': relation,
        'legalRepresentatives.0.familyName': 'Probst',
        'legalRepresentatives.0.givenNames': 'Ute',
        'legalRepresentatives.0.birthDate': '1.1.1970',
        'legalRepresentatives.0.gender': 'w',
        'legalRepresentatives.0.livesElsewhere': 'no',
      })
    assert.deepEqual(represented('E'), ['parentOfAdult'])
    assert.deepEqual(represented('B'), [])
  })
})

it('a date of birth that is corrected in one place only is named with both dates before sending', async () => {
  const places = {
    'Thomas Bergmann': 'bei der Ehe oder Lebenspartnerschaft',
    'Mira Sofie Bergmann': 'bei der gesetzlichen Vertretung',
    'Jonas Bergmann': 'bei der gesetzlichen Vertretung',
  }
  const persons = (typedBy(house, 'family').persons as Typed[]).map((person, index) =>
    index === 1 ? { ...person, birthDate: '21.7.1985' } : person,
  )
  const { token } = await readyDraft(house, typedBy(house, 'family', { persons }))
  const page = await openVisitorWith(hall.baseUrl, token).request('/antrag/anmeldung/pruefen')
  for (const [name, place] of Object.entries(places))
    says(page, `${name}: Für Aylin Bergmann (21.07.1986 / 21.07.1985) stehen ${place} und bei der Person selbst`, 200)
  const child = {
    hasMinorChildren: 'yes',
    'minorChildren.0.familyName': 'Bergmann',
    'minorChildren.0.givenNames': 'Jonas',
  }
  isTold(
    0,
    { ...child, 'minorChildren.0.birthDate': '24.9.2019' },
    'childBorn persons0 Jonas Bergmann (2019-09-24 / 2019-09-23)',
  )
})

it('who is entered as their own legal representative is told', () => {
  const self = { familyName: 'Bergmann', givenNames: 'Mira Sofie' }
  const own = Object.fromEntries(Object.entries(self).map(([name, text]) => [`legalRepresentatives.0.${name}`, text]))
  const birth = { birthDate: '4.3.2015', 'legalRepresentatives.0.birthDate': '4.3.2015' }
  isTold(2, { ...self, ...own, ...birth }, 'representsSelf persons2 Mira Sofie Bergmann')
  assert.ok(!told(2, {}).some(rule => rule.startsWith('representsSelf')))
})

it('a sex that is corrected in one place only is told wherever it stands', () => {
  isTold(1, { gender: 'm' }, 'spouseGender persons0 Aylin Bergmann')
  isTold(1, { gender: 'm' }, 'representativeGender persons2 Aylin Bergmann')
})

it('a name that is corrected in one place only is named with both spellings; twins are two people', () => {
  const bergman = { familyName: 'Bergman' }
  isTold(1, bergman, 'spouseNamed persons0 Aylin Bergmann / Aylin Bergman')
  isTold(1, bergman, 'representativeNamed persons2 Aylin Bergmann / Aylin Bergman')
  isTold(1, { givenNames: 'Aylin Su' }, 'spouseNamed persons0 Aylin Bergmann / Aylin Su Bergmann')
  const elsewhere = (familyName: string, givenNames: string) =>
    told(0, {
      hasMinorChildren: 'yes',
      'minorChildren.0.familyName': familyName,
      'minorChildren.0.givenNames': givenNames,
      'minorChildren.0.birthDate': '23.9.2019',
    }).filter(rule => rule.startsWith('childNamed'))
  assert.deepEqual(elsewhere('Bergman', 'Jonas'), ['childNamed persons0 Jonas Bergman / Jonas Bergmann'])
  assert.deepEqual(elsewhere('Bergmann', 'Lena'), [])
  assert.ok(!told(1, { ...bergman, birthDate: '7.1986' }).some(rule => rule.startsWith('spouseNamed')))
})

it('the day and place of a wedding are typed once: the other half takes them over', () => {
  const offered = (changes: Typed) => {
    const journey = family(1, changes)
    const step = journey.steps.find(
      ({ kind, path }) => kind === 'member' && path.includes('persons1') && path.endsWith('eheschliessung'),
    )
    assert.ok(step?.kind === 'member')
    return offersOn(journey, step).map(({ label, isTaken }) => [label, isTaken])
  }
  assert.deepEqual(offered({}), [['Thomas Bergmann', true]])
  assert.deepEqual(offered({ 'marriage.date': '', 'marriage.place': '' }), [['Thomas Bergmann', false]])
})

it('a person who was taken over is not offered again, and a second press of the button adds nobody', async () => {
  const persons = (typedBy(house, 'family').persons as Typed[]).map(person =>
    Object.fromEntries(Object.entries(person).filter(([name]) => !name.startsWith('legalRepresentatives'))),
  )
  const { token } = await readyDraft(house, typedBy(house, 'family', { persons }))
  const visitor = openVisitorWith(hall.baseUrl, token)
  const page = await visitor.request('/antrag/anmeldung/personen/persons2/vertretung')
  const once = await press(visitor, page, 'offer:0')
  assert.doesNotMatch(once.html, /value="offer:0"/)
  const twice = await press(visitor, page, 'offer:0', {
    'legalRepresentatives.0.familyName': 'Bergmann',
    'legalRepresentatives.0.givenNames': 'Thomas',
  })
  assert.match(twice.html, /value="offer:1"/)
  saysNot(twice, 'Gesetzliche Vertretung 2')
  assert.doesNotMatch(twice.html, /name="legalRepresentatives\.1\./)
})

it('a confidential question that was left blank is blank, and not said to be stored', () => {
  const raw = rawOf({ name: '', typed: typedBy(house) })
  const blocks = (changes: Record<string, string[]>) => {
    const journey = walk(serviceOf(house), { ...raw, ...changes }, house.office.facts())
    const items = inWords(journey, house.words.de, 'hidden').flatMap(section => section.items)
    return items.find(({ control }) => control === 'transmissionBlocks')?.value
  }
  assert.deepEqual(blocks({ 'persons.persons0.transmissionBlocks': [] }), [])
  assert.equal(blocks({ 'persons.persons0.transmissionBlocks': ['parties'] }), null)
})

it('a house number beside “no house number” is not dropped in silence', () => {
  const problems = (typed: Typed) =>
    walk(serviceOf(house), rawOf({ name: '', typed: typedBy(house, 'single', typed) }), house.office.facts())
      .steps.flatMap(step => step.problems)
      .map(({ control, code }) => [control, code])
  const ticked = { 'newResidence.noHouseNumber': 'yes' }
  assert.deepEqual(problems(ticked), [['newResidence.noHouseNumber', 'contradiction']])
  assert.deepEqual(problems({ ...ticked, 'newResidence.houseNumber': '' }), [])
})
