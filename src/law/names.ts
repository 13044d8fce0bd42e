// Which characters the names and texts of a German register may hold: DIN 91379:2022-08, data types A, B and C.
// The list of characters: github.com/String-Latin/DIN-91379-Characters-and-Sequences, licensed CC BY 4.0.
import { letters, marksOfFreeTexts, marksOfNames, marksOfTexts, sequences } from './lists/din-91379.ts'

/** A: names of persons. B: one line, such as addresses and firms. C: free text with line breaks. */
export type TextType = 'A' | 'B' | 'C'

const allowed: Record<TextType, RegExp> = {
  A: oneOf(marksOfNames),
  B: oneOf(marksOfNames + marksOfTexts),
  C: oneOf(marksOfNames + marksOfTexts + marksOfFreeTexts),
}
/** Most texts are of these alone: nothing in them is foreign, combining or invisible, and NFC leaves them as they are. */
const ordinary: Record<TextType, RegExp> = {
  A: /^[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u017E '.,-]*$/,
  B: /^[\x20-\x7E\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u017E]*$/,
  C: /^[\x20-\x7E\n\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u017E]*$/,
}
const graphemes = new Intl.Segmenter('de')
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g

/** NFC, single blanks, nothing invisible. Never upper-cased, never stripped of marks, never split (R-N02). */
export function cleanName(text: string): string {
  if (ordinary.B.test(text)) return text.trim().replace(/ {2,}/g, ' ')
  return composed(text)
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim()
}

/** R-N01: only characters of data type A, and at least one letter. */
export function isNameA(text: string): boolean {
  const name = cleanName(text)
  return foreignPart(name, 'A') === '' && /[\p{Lu}\p{Ll}]/u.test(name)
}

export function isTextB(text: string): boolean {
  return text !== '' && foreignPart(composed(text), 'B') === ''
}

export function isTextC(text: string): boolean {
  return foreignPart(composed(text), 'C') === ''
}

/** What a person must change: each character that the data type lacks, with its combining marks, once. */
export function foreignCharacters(text: string, type: TextType): string[] {
  if (ordinary[type].test(text)) return []
  const segments = graphemes.segment(foreignPart(composed(text), type))
  return [...new Set(Array.from(segments, found => found.segment))]
}

/** И (U+0418); of characters that cannot be seen only U+200B. */
export function describeCharacter(grapheme: string): string {
  const points = Array.from(grapheme, character => character.codePointAt(0) ?? 0)
  const named = points.slice(0, 4).map(point => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`)
  const codes = points.length > 4 ? `${named.join(' ')} …` : named.join(' ')
  if (/^[\p{C}\p{Z}]+$/u.test(grapheme)) return codes
  const seen = points.slice(0, 4).map(point => String.fromCodePoint(point))
  return `${/^\p{M}/u.test(grapheme) ? '◌' : ''}${seen.join('')} (${codes})`
}

const typography: { [mark: string]: string } = { '…': '...', '\u2028': '\n', '\u2029': '\n' }

/** Marks that telephones and word processors insert, as the marks that types B and C know. For free text, never for names. */
export function mapTypography(text: string): string {
  if (ordinary.C.test(text)) return text
  return composed(text)
    .replace(/[…\u2028\u2029]/g, mark => typography[mark] ?? mark)
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‘‚‛‹›′]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\p{Zs}/gu, ' ')
}

/** Length as registers count it: in code points. */
export function textLength(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0)
}

/** Small letters without marks; ä as ae, so that both spellings are one. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}

/**
 * NFC without invisible characters. Composing takes quadratic time in the marks on one letter, so more than eight are
 * cut off first: no letter of the standard has more than three, a text with eight is refused all the same.
 */
export function composed(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/(\p{M}{8})\p{M}+/gu, '$1')
    .normalize('NFC')
}

/** A sequence is tried before its first letter alone, and no letter may carry a mark that is not part of it. */
function oneOf(marks: string): RegExp {
  const longestFirst = sequences.toSorted((a, b) => b.length - a.length)
  return new RegExp(`(?:${longestFirst.join('|')}|[${letters}${marks}])(?!\\p{M})`, 'gu')
}

function foreignPart(text: string, type: TextType): string {
  return text.replace(allowed[type], '')
}
