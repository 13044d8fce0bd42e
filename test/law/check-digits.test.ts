// Check digits and letters, case numbers and access codes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { caseNumber, formatAccessCode, readAccessCode, readCaseNumber, spelled } from '../../src/law/case-number.ts'
import {
  CROCKFORD,
  caseCheckLetter,
  isTaxId,
  mrzCheckDigit,
  readCrockford,
  toCrockford,
} from '../../src/law/check-digits.ts'

test('a tax number has eleven digits and the right last one', () => {
  for (const number of ['86095742719', '65929970489', '57549285017']) assert.ok(isTaxId(number), number)
  const wrong = ['86095742718', '8609574271', '860957427190', '86 095 742 719', '02476291358', 'abcdefghijk', '']
  for (const text of wrong) assert.ok(!isTaxId(text), text)
})

test('the check digits of the specimen passport of ICAO 9303 are found', () => {
  assert.equal(mrzCheckDigit('L898902C3'), 6)
  assert.equal(mrzCheckDigit('740812'), 2)
  assert.equal(mrzCheckDigit('120415'), 9)
  assert.equal(mrzCheckDigit('ZE184226B<<<<<'), 1)
})

test('the check letter tells every wrong digit and every swap of neighbours', () => {
  const slips = ['2026000871', '2026004711', '2031999999', '20260048710042', '2099000000000001'].flatMap(digits =>
    [...wrongDigits(digits), ...swaps(digits)].map(slip => [digits, slip] as const),
  )
  assert.ok(slips.length > 500)
  for (const [digits, slip] of slips) assert.notEqual(caseCheckLetter(slip), caseCheckLetter(digits), slip)
})

test('the check letter is never I, O or Q', () => {
  const letters = new Set(Array.from({ length: 1000 }, (_, serial) => caseCheckLetter(`2026${1000 + serial}`)))
  assert.equal([...letters].sort().join(''), 'ABCDEFGHJKLMNPRSTUVWXYZ')
})

test('a case number is written with at least six digits', () => {
  assert.equal(caseNumber('LM', 2026, 871), 'LM-2026-000871-D')
  assert.match(caseNumber('LM', 2026, 12_345_678), /^LM-2026-12345678-[A-Z]$/)
})

const typedNumbers = [
  'LM-2026-000871-D',
  'lm-2026-000871-d',
  ' LM 2026 000871 D ',
  'LM2026000871D',
  'LM–2026–000871–D',
  'LM-2O26-OOO87I-D',
  'lm.2026.00087l.d',
]
for (const text of typedNumbers) {
  test(`"${text}" is read as a case number`, () => assert.equal(readCaseNumber(text), 'LM-2026-000871-D'))
}

for (const text of ['LM-2026-000871-K', 'LM-2026-000817-D', 'LM-2026-00871-D', '2026-000871-D', 'LM-2026-000871', '']) {
  test(`"${text}" is no case number`, () => assert.equal(readCaseNumber(text), null))
}

test('every case number is read again, also with a town whose letters look like figures', () => {
  const parts = fc.tuple(fc.constantFrom('LM', 'L', 'IO', 'FÜ', 'OLI'), fc.integer({ min: 2000, max: 2099 }), fc.nat())
  fc.assert(
    fc.property(parts, ([prefix, year, serial]) => {
      const number = caseNumber(prefix, year, serial)
      assert.equal(readCaseNumber(number.toLowerCase().replaceAll('-', ' ')), number)
    }),
  )
})

test('an access code is written in groups and read in any way', () => {
  assert.equal(formatAccessCode('K7M2QX9T01'), 'K7M2-QX9T-01')
  for (const text of ['K7M2-QX9T-01', 'k7m2 qx9t 01', 'K7M2QX9TOI', 'k7m2–qx9t–ol']) {
    assert.equal(readAccessCode(text), 'K7M2QX9T01')
  }
  for (const text of ['K7M2-QX9T-0', 'K7M2-QX9T-011', 'K7M2-QX9T-0U', '']) assert.equal(readAccessCode(text), null)
})

test('bytes become characters of Crockford, and those are read as themselves', () => {
  assert.equal(toCrockford(Uint8Array.of(0, 31, 32, 255, 10), 4), '0Z0Z')
  assert.throws(() => toCrockford(Uint8Array.of(1, 2), 3), RangeError)
  assert.equal(readCrockford(CROCKFORD), CROCKFORD)
  assert.equal(readCrockford('o-i l'), '011')
  assert.equal(readCrockford('U'), null)
  assert.equal(readCrockford(' - '), null)
})

test('a number can be dictated', () => {
  assert.equal(
    spelled('LM-2026-000871-K', 'de'),
    'L wie Leipzig, M wie München, 2, 0, 2, 6, 0, 0, 0, 8, 7, 1, K wie Köln',
  )
  assert.equal(spelled('LM-20-K', 'en'), 'L as in Lima, M as in Mike, 2, 0, K as in Kilo')
  assert.equal(spelled('FÜ-2', 'de'), 'F wie Frankfurt, Ü wie Umlaut Unna, 2')
  assert.equal(spelled('x7', 'en'), 'X as in X-ray, 7')
})

function wrongDigits(digits: string): string[] {
  return Array.from(digits).flatMap((digit, index) =>
    Array.from('0123456789')
      .filter(other => other !== digit)
      .map(other => digits.slice(0, index) + other + digits.slice(index + 1)),
  )
}

function swaps(digits: string): string[] {
  return Array.from(digits.slice(1), (_, index) => {
    const [left, right] = [digits.charAt(index), digits.charAt(index + 1)]
    return digits.slice(0, index) + right + left + digits.slice(index + 2)
  }).filter(swapped => swapped !== digits)
}
