// The key lists, the statuses of dwellings, and the demo town.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import town from '../../src/demo-town.json' with { type: 'json' }
import { isDay } from '../../src/law/dates.ts'
import {
  countries,
  countriesByName,
  countryName,
  isEuEeaCh,
  nationalitiesByName,
  nationalityKeys,
  nationalityName,
  specialNationalities,
} from '../../src/law/lists/countries.ts'
import { familyStatuses, familyStatusKeys, needsEndDate, needsSpouse } from '../../src/law/lists/family-status.ts'
import { genderKeys } from '../../src/law/lists/genders.ts'
import { idDocumentKeys, isSerial, needsIssueDate } from '../../src/law/lists/id-documents.ts'
import { registerReligions, religionKeys } from '../../src/law/lists/religions.ts'
import { isTextB } from '../../src/law/names.ts'
import { dwellingStatuses, hintForMainResidence, statusesAreConsistent } from '../../src/law/residences.ts'

test('the list of states has the 249 of ISO 3166 and Kosovo, each once and each with a name', () => {
  assert.equal(new Set(countries).size, 250)
  for (const code of countries) assert.notEqual(countryName(code, 'de'), code)
  assert.equal(countryName('CZ', 'de'), 'Tschechien')
  assert.equal(countryName('nonsense', 'de'), 'nonsense')
})

test('states stand in the order of the language, with umlauts where readers look for them', () => {
  const labels = countriesByName('de').map(entry => entry.label)
  assert.ok(labels.indexOf('Ägypten') < labels.indexOf('Albanien'))
  assert.ok(labels.indexOf('Österreich') < labels.indexOf('Pakistan'))
  assert.equal(countriesByName('de'), countriesByName('de'))
  const english = countriesByName('en').map(entry => entry.label)
  assert.ok(english.indexOf('Germany') > english.indexOf('Gambia'))
})

test('a nationality may also be none, unclear or not stated', () => {
  assert.equal(nationalityKeys.length, 253)
  assert.equal(nationalitiesByName('en')[0]?.label, 'Germany')
  for (const nobody of ['AQ', 'BV', 'GU']) assert.ok(!nationalitiesByName('de').some(({ value }) => value === nobody))
  for (const own of ['PS', 'TW', 'XK', 'VA', 'CK'])
    assert.ok(nationalitiesByName('de').some(({ value }) => value === own))
  assert.deepEqual(
    nationalitiesByName('de')
      .slice(-3)
      .map(entry => entry.value),
    [...specialNationalities],
  )
  assert.equal(nationalityName('STATELESS', 'de'), 'staatenlos')
  assert.equal(nationalityName('STATELESS', 'en'), 'stateless')
  assert.equal(nationalityName('TR', 'en'), countryName('TR', 'en'))
})

test('the EU, the EEA and Switzerland are 31 states', () => {
  assert.equal(countries.filter(isEuEeaCh).length, 31)
  assert.ok(isEuEeaCh('CH') && isEuEeaCh('NO') && !isEuEeaCh('GB') && !isEuEeaCh('STATELESS'))
})

test('married people have a spouse, widowed people the day it ended, and only staff may not know', () => {
  assert.ok(needsSpouse('VH') && needsSpouse('LP') && !needsSpouse('LD') && !needsSpouse(undefined))
  assert.ok(needsEndDate('VW') && needsEndDate('LE') && !needsEndDate('VH') && !needsEndDate('NB'))
  const forCitizens = familyStatuses.filter(status => !status.staffOnly).map(status => status.key)
  assert.deepEqual(forCitizens, [...familyStatusKeys])
})

test('every religion that Hesse offers is one that registers know', () => {
  for (const key of religionKeys) assert.ok(registerReligions[key], key)
  assert.deepEqual([...genderKeys], ['m', 'w', 'd', 'x'])
})

test('German serials leave out letters that could be misread, foreign ones are their own', () => {
  assert.equal(new Set(idDocumentKeys).size, 13)
  for (const serial of ['LZ0T5KX8R', 'L3H8NTV2K', 'L9P4RWX7C']) assert.ok(isSerial('PA', serial), serial)
  for (const serial of ['LZOT5KX8R', 'LZ0T5KX8', 'LZ0T5KX8RX', 'lz0t5kx8r']) assert.ok(!isSerial('PA', serial), serial)
  assert.ok(isSerial('NPASS', 'AB 1234567') && !isSerial('NPASS', '') && !isSerial('NPASS', 'A'.repeat(21)))
  assert.ok(needsIssueDate('PA') && !needsIssueDate('EID'))
})

const statuses: [string[], boolean][] = [
  [[], true],
  [['sole'], true],
  [['main'], false],
  [['secondary'], false],
  [['main', 'secondary'], true],
  [['secondary', 'main', 'secondary'], true],
  [['main', 'main'], false],
  [['secondary', 'secondary'], false],
  [['sole', 'secondary'], false],
  [['main', 'sole'], false],
]
for (const [together, consistent] of statuses) {
  test(`${together.join(' and ') || 'no dwelling'} ${consistent ? 'go' : 'do not go'} together`, () => {
    assert.equal(statusesAreConsistent(together), consistent)
  })
}

const adult = { dwellingsInGermany: 2, age: 30 }
const married = { ...adult, isMarriedOrPartner: true }
const hints = [
  ['one dwelling', { ...married, dwellingsInGermany: 1 }, 'sole'],
  ['married commuter', married, 'familyResidence'],
  ['family use unclear', { ...married, familyUseUnclear: true }, 'centreOfLife'],
  ['all unclear', { ...married, familyUseUnclear: true, centreOfLifeUnclear: true }, 'predominantUse'],
  ['separated', { ...married, permanentlySeparated: true }, 'predominantUse'],
  ['child', { ...adult, age: 12 }, 'custodialResidence'],
  ['child of separated parents', { ...adult, age: 12, custodiansLiveApart: true }, 'custodialResidenceUsedMost'],
  ['home for disabled persons', { ...adult, age: 24, asksForMinorRuleInDisabledHome: true }, 'disabledHomeRequest'],
  ['too old for that', { ...adult, age: 25, asksForMinorRuleInDisabledHome: true }, 'predominantUse'],
  ['student', { ...adult, age: 20 }, 'predominantUse'],
  ['in doubt', { ...adult, useDoubtful: true }, 'centreOfLife'],
] as const
for (const [name, facts, hint] of hints) {
  test(`main residence, ${name}: ${hint}`, () => assert.equal(hintForMainResidence(facts), hint))
}

test('a dwelling is sole, main or secondary', () => {
  assert.deepEqual([...dwellingStatuses], ['sole', 'main', 'secondary'])
})

test('every street and district of the demo town lies in its post codes, and no street stands there twice', () => {
  const places = [...town.streets, ...town.districts]
  for (const place of places) assert.ok(town.postalCodes.includes(place.postalCode) && isTextB(place.name), place.name)
  assert.deepEqual(new Set(town.districts.map(district => district.postalCode)), new Set(town.postalCodes))
  const written = town.streets.map(street => `${street.postalCode} ${street.name}`)
  assert.equal(new Set(written).size, written.length)
  assert.ok(town.streets.some(street => street.name === town.office.street))
})

test('the demo town is open at hours that make sense, and its fees are whole cents on a legal basis', () => {
  for (const { from, to } of Object.values(town.openingHours).flat()) assert.ok(from < to)
  for (const fee of town.fees) assert.ok(Number.isInteger(fee.amountCents) && fee.legalBasis && isDay(fee.validFrom))
})
