// Numbers that guard themselves against slips: tax number, passport line, our case numbers and codes.

/** Letters that nobody reads as a figure: no I, O, Q. 23 of them, a prime, which is what makes the check letter sure. */
const checkLetters = 'ABCDEFGHJKLMNPRSTUVWXYZ'
/** Crockford's alphabet of base 32: no I, L, O, U. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Tax identification number (AO section 139b): 11 digits, the first not 0, ISO 7064 MOD 11,10.
 * How often a digit may occur is not checked: the rule changed in 2016, and a wrong refusal is worse than a slip.
 */
export function isTaxId(text: string): boolean {
  if (!/^[1-9]\d{10}$/.test(text)) return false
  const product = digitsOf(text.slice(0, 10)).reduce((carry, digit) => (((digit + carry) % 10 || 10) * 2) % 11, 10)
  return (11 - product) % 10 === Number(text[10])
}

/** ICAO 9303: weights 7, 3, 1; A is 10, Z is 35, the filler < is 0. Capitals, digits and fillers only. */
export function mrzCheckDigit(text: string): number {
  const values = Array.from(text, character => (character === '<' ? 0 : Number.parseInt(character, 36)))
  return values.reduce((sum, value, index) => sum + value * ([7, 3, 1][index % 3] ?? 0), 0) % 10
}

/** Tells every single wrong digit and every swap of neighbours, in up to 22 digits: the weights are 5^i mod 23. */
export function caseCheckLetter(digits: string): string {
  const sum = digitsOf(digits).reduceRight((rest, digit) => (rest * 5 + digit) % 23, 0)
  return checkLetters.charAt(sum)
}

/** A code as somebody types it: blanks, hyphens and small letters do not matter, O is 0, I and L are 1. */
export function readCrockford(text: string): string | null {
  const code = withoutSeparators(text).replaceAll('O', '0').replace(/[IL]/g, '1')
  return code !== '' && Array.from(code).every(character => CROCKFORD.includes(character)) ? code : null
}

/** One character from the low five bits of each byte; throws RangeError when there are too few bytes. */
export function toCrockford(bytes: Uint8Array, length: number): string {
  if (bytes.length < length) throw new RangeError(`${length} characters need ${length} bytes`)
  return Array.from(bytes.subarray(0, length), byte => CROCKFORD.charAt(byte % 32)).join('')
}

/**
 * Tells every single wrong character and every swap of two, in codes of up to 30: a sum in the field of 32 elements
 * (x⁵ + x² + 1), the weights being the powers of x.
 */
export function crockfordCheck(code: string): string {
  const values = Array.from(code, character => CROCKFORD.indexOf(character))
  return CROCKFORD.charAt(values.reduce((sum, value) => timesX(sum ^ value), 0))
}

function timesX(value: number): number {
  return value & 16 ? (value << 1) ^ 0b100101 : value << 1
}

/** Capitals without blanks, full stops, hyphens and dashes. */
export function withoutSeparators(text: string): string {
  return text.toUpperCase().replace(/[\s.\u00AD\u200B\u2010-\u2015\u2212-]/g, '')
}

function digitsOf(text: string): number[] {
  return Array.from(text, Number)
}
