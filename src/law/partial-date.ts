// Dates as people type, know and read them: one text box, parts of a birth date may be unknown (R-P01).
import { type DateProblem, type DateRead, interpretDate, type PartialDate, unknownDate } from './date-input.ts'
import type { Day } from './dates.ts'

export type { DateProblem, PartialDate } from './date-input.ts'

const unknownWords: { [locale: string]: string } = { de: 'unbekannt', en: 'unknown' }

/** A complete day. An empty text is the caller's to judge; here it is unreadable. */
export function readDate(text: string): { day: Day } | { problem: DateProblem } {
  const read = readPartialDate(text, { unknownAllowed: false })
  if ('problem' in read) return read
  return read.date.endsWith('-00') ? { problem: 'incomplete' } : { day: read.date }
}

/** A day of which parts may be missing. It never becomes the first of something, and it reads its own result again. */
export function readPartialDate(text: string, options: { unknownAllowed: boolean }): DateRead {
  const read = interpretDate(text)
  if ('problem' in read || read.date !== unknownDate || options.unknownAllowed) return read
  return { problem: 'unknownNotAllowed' }
}

/** In figures in German (16.11.2026), in words elsewhere (16 November 2026). */
export function formatDay(day: Day, locale: string): string {
  return locale === 'de' ? figures.format(new Date(day)) : inWords(locale, 'day').format(new Date(day))
}

/** Montag, 16. November 2026 */
export function longDay(day: Day, locale: string): string {
  return `${inWords(locale, 'weekday').format(new Date(day))}, ${unbroken(inWords(locale, 'day').format(new Date(day)))}`
}

/** Day and month stay on one line: "7. Dezember", "7 December". */
export function unbroken(day: string): string {
  return day.replace(/^(\d{1,2}\.?) /, '$1\u00a0')
}

/** 16.11.2026, März 1990, 1990 or unbekannt */
export function formatPartial(date: PartialDate, locale: string): string {
  if (date === unknownDate) return unknownWords[locale] ?? 'unbekannt'
  if (date.endsWith('-00-00')) return date.slice(0, 4)
  return date.endsWith('-00') ? inWords(locale, 'month').format(new Date(date.slice(0, 7))) : formatDay(date, locale)
}

/** Is the partial date certainly later than the day, whatever its unknown parts are? */
export function isAfter(date: PartialDate, day: Day): boolean {
  return date.replaceAll('-00', '-01') > day
}

/** A date may be known to be unknown. */
export function hasYear(date: PartialDate | undefined): date is PartialDate {
  return date !== undefined && !date.startsWith('0000')
}

/** Whether two dates can be one day: what is not known of either speaks against nothing. */
export function mayBeSame(one: PartialDate | undefined, other: PartialDate | undefined): boolean {
  const [parts, others] = [one ?? unknownDate, other ?? unknownDate].map(date => date.split('-').map(Number))
  return (parts ?? []).every((part, index) => part === 0 || !others?.[index] || part === others[index])
}

/** As somebody would type it: 16.11.2026, 03.1990, 1990 or unbekannt. */
export function typedDate(date: PartialDate, locale: string): string {
  const parts = date.split('-').filter(part => Number(part) > 0)
  return parts.length > 0 ? parts.reverse().join('.') : (unknownWords[locale] ?? 'unbekannt')
}

/** R-T06: the latest day the birth can have been; without a year 9999-12-31. */
export function youngestBirth(birth: PartialDate): Day {
  if (birth === unknownDate) return '9999-12-31'
  if (birth.endsWith('-00-00')) return `${birth.slice(0, 4)}-12-31`
  return birth.endsWith('-00') ? lastOfMonth(birth) : birth
}

/** R-T05: a year of life is complete from 0:00 on the birthday (BGB section 187(2)). The youngest possible age, never below 0. */
export function ageOn(birth: PartialDate, day: Day): number {
  const youngest = youngestBirth(birth)
  const years = Number(day.slice(0, 4)) - Number(youngest.slice(0, 4))
  return Math.max(0, day.slice(5) < youngest.slice(5) ? years - 1 : years)
}

function lastOfMonth(date: PartialDate): Day {
  return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).toISOString().slice(0, 10)
}

type Wording = 'weekday' | 'day' | 'month'
const wordings: Record<Wording, Intl.DateTimeFormatOptions> = {
  weekday: { weekday: 'long' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
}
const everywhere = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' } as const
const figures = new Intl.DateTimeFormat('de', { ...everywhere, day: '2-digit', month: '2-digit', year: 'numeric' })
const formats = new Map<string, Intl.DateTimeFormat>()

/** Formats are costly to make, so they are kept. */
function inWords(locale: string, wording: Wording): Intl.DateTimeFormat {
  const place = locale === 'en' ? 'en-GB' : locale
  const key = `${place} ${wording}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(place, { ...everywhere, ...wordings[wording] })
  formats.set(key, format)
  return format
}
