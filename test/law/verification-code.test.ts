// The code on a letter: readable, and no slip of the pen turns it into another code.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CROCKFORD } from '../../src/law/check-digits.ts'
import { formatVerificationCode, readVerificationCode, verificationCode } from '../../src/law/verification-code.ts'

const codes = fc.uint8Array({ minLength: 15, maxLength: 15 }).map(verificationCode)

test('a code is written in four groups and read in any way, also with O for 0 and L for 1', () => {
  fc.assert(
    fc.property(codes, code => {
      const written = formatVerificationCode(code)
      assert.match(written, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
      for (const typed of [written, ` ${written.toLowerCase()} `, code, code.replaceAll('0', 'O').replaceAll('1', 'l')])
        assert.equal(readVerificationCode(typed), code)
    }),
  )
})

test('one wrong character, or two that have changed places, are noticed', () => {
  fc.assert(
    fc.property(codes, fc.nat(15), fc.nat(15), fc.nat(31), (code, place, other, value) => {
      const wrong = replaced(code, place, CROCKFORD.charAt(value))
      const swapped = replaced(replaced(code, place, code.charAt(other)), other, code.charAt(place))
      for (const slip of [wrong, swapped]) assert.equal(readVerificationCode(slip), slip === code ? code : null)
    }),
  )
})

test('what is too short, too long or no code at all is none', () => {
  const code = formatVerificationCode(verificationCode(new Uint8Array(15).fill(7)))
  for (const text of ['', ' - ', code.slice(0, -1), `${code}0`, 'U'.repeat(16), 'LM-2026-000871-D'])
    assert.equal(readVerificationCode(text), null)
})

function replaced(text: string, place: number, character: string): string {
  return text.slice(0, place) + character + text.slice(place + 1)
}
