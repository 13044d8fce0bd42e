// What people type into the box for a date, and how dates are shown.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  ageOn,
  type DateProblem,
  formatDay,
  formatPartial,
  isAfter,
  longDay,
  readDate,
  readPartialDate,
  youngestBirth,
} from '../../src/law/partial-date.ts'

const days = [
  ['1.9.2026', '2026-09-01'],
  ['01.09.2026', '2026-09-01'],
  ['  01.09.2026 ', '2026-09-01'],
  ['1. 9. 2026', '2026-09-01'],
  ['1.9.2026.', '2026-09-01'],
  ['1,9,2026', '2026-09-01'],
  ['1 9 2026', '2026-09-01'],
  ['13/9/2026', '2026-09-13'],
  ['9/9/2026', '2026-09-09'],
  ['1-9-2026', '2026-09-01'],
  ['1–9–2026', '2026-09-01'],
  ['01091990', '1990-09-01'],
  ['2026-09-01', '2026-09-01'],
  ['2026/9/1', '2026-09-01'],
  ['1. September 2026', '2026-09-01'],
  ['1.September 2026', '2026-09-01'],
  ['1 Sep 2026', '2026-09-01'],
  ['1-Sep-2026', '2026-09-01'],
  ['1. Sept. 2026', '2026-09-01'],
  ['1st September 2026', '2026-09-01'],
  ['September 1, 2026', '2026-09-01'],
  ['3. März 1990', '1990-03-03'],
  ['3. MÄRZ 1990', '1990-03-03'],
  ['3. Ma\u0308rz 1990', '1990-03-03'],
  ['3. Maerz 1990', '1990-03-03'],
  ['3 mrz 1990', '1990-03-03'],
  ['3 March 1990', '1990-03-03'],
  ['31. Dez. 1999', '1999-12-31'],
  ['1. Jänner 1990', '1990-01-01'],
  ['29.02.2028', '2028-02-29'],
  ['1.\u00A0Mai\u00A02026', '2026-05-01'],
  ['01.01.1850', '1850-01-01'],
  ['31.12.2150', '2150-12-31'],
] as const
for (const [text, day] of days) {
  test(`"${text}" is the day ${day}`, () => {
    assert.deepEqual(readDate(text), { day })
    assert.deepEqual(readPartialDate(text, { unknownAllowed: false }), { date: day })
  })
}

const partials = [
  ['03.1990', '1990-03-00'],
  ['3/1990', '1990-03-00'],
  ['031990', '1990-03-00'],
  ['März 1990', '1990-03-00'],
  ['Mar 1990', '1990-03-00'],
  ['00.03.1990', '1990-03-00'],
  ['00031990', '1990-03-00'],
  ['1990-03', '1990-03-00'],
  ['1990-03-00', '1990-03-00'],
  ['1990', '1990-00-00'],
  ['00.00.1990', '1990-00-00'],
  ['1990-00-00', '1990-00-00'],
] as const
for (const [text, date] of partials) {
  test(`"${text}" is the partial date ${date} and no day`, () => {
    assert.deepEqual(readPartialDate(text, { unknownAllowed: false }), { date })
    assert.deepEqual(readDate(text), { problem: 'incomplete' })
  })
}

for (const text of ['unbekannt', 'Unknown', 'nicht bekannt', '0000-00-00', '00.00.0000', '00000000']) {
  test(`"${text}" is an unknown date where that is allowed`, () => {
    assert.deepEqual(readPartialDate(text, { unknownAllowed: true }), { date: '0000-00-00' })
    assert.deepEqual(readPartialDate(text, { unknownAllowed: false }), { problem: 'unknownNotAllowed' })
    assert.deepEqual(readDate(text), { problem: 'unknownNotAllowed' })
  })
}

const problems: [string, DateProblem][] = [
  ['', 'unreadable'],
  ['gestern', 'unreadable'],
  ['1. Foo 2026', 'unreadable'],
  ['1091990', 'unreadable'],
  ['1.9.2026 oder später', 'unreadable'],
  ['31.02.2026', 'notReal'],
  ['29.02.2027', 'notReal'],
  ['1.13.2026', 'notReal'],
  ['32.01.2026', 'notReal'],
  ['05.00.1990', 'notReal'],
  ['1990-13-00', 'notReal'],
  ['1/9/2026', 'ambiguous'],
  ['10 / 09 / 1984', 'ambiguous'],
  ['9/13/2026', 'notReal'],
  ['1.9.26', 'yearTooShort'],
  ['010926', 'yearTooShort'],
  ['1. September 26', 'yearTooShort'],
  ['26-09-01', 'yearTooShort'],
  ['März 90', 'yearTooShort'],
  ['90', 'yearTooShort'],
  ['1.9.', 'yearTooShort'],
  ['1.9.1849', 'yearOutOfRange'],
  ['1.9.2151', 'yearOutOfRange'],
  ['1.9.20266', 'yearOutOfRange'],
  ['0202-09-01', 'yearOutOfRange'],
]
for (const [text, problem] of problems) {
  test(`"${text}" is refused: ${problem}`, () => {
    assert.deepEqual(readDate(text), { problem })
    assert.deepEqual(readPartialDate(text, { unknownAllowed: true }), { problem })
  })
}

test('a box takes back whatever it stored or showed', () => {
  const parts = fc.tuple(fc.integer({ min: 1850, max: 2150 }), fc.nat({ max: 12 }), fc.nat({ max: 28 }))
  fc.assert(
    fc.property(parts, ([year, month, day]) => {
      const date = `${year}-${String(month).padStart(2, '0')}-${String(month === 0 ? 0 : day).padStart(2, '0')}`
      for (const text of [date, formatPartial(date, 'de'), formatPartial(date, 'en')]) {
        assert.deepEqual(readPartialDate(text, { unknownAllowed: false }), { date })
      }
    }),
  )
})

test('no text makes reading fail or slow', () => {
  fc.assert(fc.property(fc.string(), text => Object.keys(readDate(text)).length === 1))
  const started = performance.now()
  for (const piece of ['1', ' ', '1 ', 'a', '1.']) readDate(piece.repeat(25_000))
  assert.ok(performance.now() - started < 100)
})

test('days are written the German and the English way', () => {
  assert.equal(formatDay('2026-11-16', 'de'), '16.11.2026')
  assert.equal(formatDay('2026-09-01', 'de'), '01.09.2026')
  assert.equal(formatDay('2026-11-16', 'en'), '16 November 2026')
  assert.equal(longDay('2026-11-16', 'de'), 'Montag, 16.\u00a0November 2026')
  assert.equal(longDay('2026-11-16', 'en'), 'Monday, 16\u00a0November 2026')
  assert.equal(formatDay('2026-11-16', 'fa').includes('2026'), true)
})

test('what is unknown of a date is not written', () => {
  assert.equal(formatPartial('1990-03-05', 'de'), '05.03.1990')
  assert.equal(formatPartial('1990-03-00', 'de'), 'März 1990')
  assert.equal(formatPartial('1990-03-00', 'en'), 'March 1990')
  assert.equal(formatPartial('1990-00-00', 'de'), '1990')
  assert.equal(formatPartial('0000-00-00', 'de'), 'unbekannt')
  assert.equal(formatPartial('0000-00-00', 'en'), 'unknown')
})

test('a partial date is later only when that is certain', () => {
  assert.ok(isAfter('2026-11-17', '2026-11-16'))
  assert.ok(!isAfter('2026-11-16', '2026-11-16'))
  assert.ok(!isAfter('2026-11-00', '2026-11-16'))
  assert.ok(isAfter('2026-12-00', '2026-11-16'))
  assert.ok(!isAfter('2026-00-00', '2026-11-16'))
  assert.ok(isAfter('2027-00-00', '2026-11-16'))
  assert.ok(!isAfter('0000-00-00', '2026-11-16'))
})

test('who may be young counts as young', () => {
  assert.equal(youngestBirth('1990-03-05'), '1990-03-05')
  assert.equal(youngestBirth('2028-02-00'), '2028-02-29')
  assert.equal(youngestBirth('1990-12-00'), '1990-12-31')
  assert.equal(youngestBirth('1990-00-00'), '1990-12-31')
})

const ages: [string, string, number][] = [
  ['2010-11-16', '2026-11-15', 15],
  ['2010-11-16', '2026-11-16', 16],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2010-11-00', '2026-11-29', 15],
  ['2010-11-00', '2026-11-30', 16],
  ['2010-00-00', '2026-12-30', 15],
  ['2010-00-00', '2026-12-31', 16],
  ['2026-12-01', '2026-11-16', 0],
  ['0000-00-00', '2026-11-16', 0],
]
for (const [birth, day, age] of ages) {
  test(`born ${birth}, on ${day} a person is ${age}`, () => assert.equal(ageOn(birth, day), age))
}
