// The shapes in which people type a date, from 1.9.2026 to "March 1990"; partial-date.ts says what each box accepts.
import { isDay } from './dates.ts'

/** A day of which parts may be unknown: YYYY-MM-DD, YYYY-MM-00, YYYY-00-00 or 0000-00-00. */
export type PartialDate = string
export type DateProblem =
  | 'unreadable'
  | 'notReal'
  | 'ambiguous'
  | 'yearTooShort'
  | 'yearOutOfRange'
  | 'incomplete'
  | 'unknownNotAllowed'
export type DateRead = { date: PartialDate } | { problem: DateProblem }

export const unknownDate: PartialDate = '0000-00-00'
const wordsForUnknown = ['unbekannt', 'nicht bekannt', 'unknown', 'not known']

const monthWords = [
  'januar jänner jaenner jan january',
  'februar feber feb february',
  'märz maerz marz mrz mär mar march',
  'april apr',
  'mai may',
  'juni jun june',
  'juli jul july',
  'august aug',
  'september sept sep',
  'oktober okt october oct',
  'november nov',
  'dezember dez december dec',
]
const months = new Map(monthWords.flatMap((words, index) => words.split(' ').map(word => [word, index + 1] as const)))

/** The first shape that fits is taken; the day comes before the month, as in Germany. */
const shapes = [
  /^(?<year>\d{4}) ?[-./] ?(?<month>\d{1,2})(?: ?[-./] ?(?<day>\d{1,2}))?\.?$/, // 2026-09-01, 1990-03-00
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/, // 01091990, and the register's 00031990 (R-P02)
  /^(?<month>0\d|1[012])(?<year>1[89]\d\d|2[01]\d\d)$/, // 031990
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{2})$/, // 010990: the year is too short
  /^(?:(?<day>\d{1,2}) ?[-–./, ] ?)?(?<month>\d{1,2}) ?[-–./, ] ?(?<year>\d{1,5})\.?$/, // 1.9.2026, 03/1990
  /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?[. -]{0,2})?(?<month>\p{L}+)[., -]{0,2}(?<year>\d{1,5})$/u, // 1. September 2026
  /^(?<month>\p{L}+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{1,5})$/u, // September 1, 2026
  /^(?<year>\d{1,5})$/, // 1990
]

/** The text as a date with 00 for what it does not say; nothing is guessed. */
export function interpretDate(typed: string): DateRead {
  const trimmed = typed.trim()
  return trimmed.length > 60 ? { problem: 'unreadable' } : interpret(plain(trimmed))
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').toLowerCase()
}

function interpret(text: string): DateRead {
  if (wordsForUnknown.includes(text)) return { date: unknownDate }
  const found = partsOf(text)
  const month = monthNumber(found?.month ?? '0')
  if (!found?.year || month === undefined) return { problem: 'unreadable' }
  const read = judge(found.year, month, Number(found.day ?? 0))
  return 'date' in read && isAmbiguous(text) ? { problem: 'ambiguous' } : read
}

/** With strokes the month comes first for some and the day for others: 10/9/1984. */
function isAmbiguous(text: string): boolean {
  const [, one = '', other = ''] = /^(\d{1,2}) ?\/ ?(\d{1,2}) ?\/ ?\d{4}\.?$/.exec(text) ?? []
  return Number(one) !== Number(other) && [one, other].every(part => Number(part) > 0 && Number(part) <= 12)
}

function partsOf(text: string): { [part: string]: string | undefined } | undefined {
  for (const shape of shapes) {
    const parts = shape.exec(text)?.groups
    if (parts) return parts
  }
  return undefined
}

function monthNumber(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : months.get(text)
}

function judge(year: string, month: number, day: number): DateRead {
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`
  if (date === unknownDate) return { date }
  if (year.length < 4) return { problem: 'yearTooShort' }
  if (Number(year) < 1850 || Number(year) > 2150) return { problem: 'yearOutOfRange' }
  const isReal = month === 0 ? day === 0 : isDay(day === 0 ? `${date.slice(0, 8)}01` : date)
  return isReal ? { date } : { problem: 'notReal' }
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0')
}
