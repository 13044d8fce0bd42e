// The kinds of question. zod says what is valid, .meta() how it looks, the field's name finds its words.
import { z } from 'zod'
import {
  countriesByName,
  countryName,
  isCountry,
  isNationality,
  nationalitiesByName,
  nationalityName,
} from '../law/lists/countries.ts'
import { cleanName, foreignCharacters, mapTypography, textLength } from '../law/names.ts'
import { formatDay, formatPartial, readDate, readPartialDate, typedDate } from '../law/partial-date.ts'
import type { Facts } from './service.ts'

/** How a question looks. Words are texts, found by the field's name; `named` is for options that a list of the law names. */
export type Look = {
  kind: 'text' | 'textarea' | 'radios' | 'select' | 'checkboxes' | 'confirm'
  /** `depends`: may be blank, its siblings or its hint say when; `ifAny`: a duty where there is something to state. */
  optional?: boolean | 'depends' | 'ifAny'
  /** GDPR Art. 9 or high risk: stored apart and encrypted, never in words, search, logs, mails, exports. */
  sensitive?: boolean
  /** A number by which a person is known everywhere: at the desk for who holds or decided the case, and supervisors. */
  guarded?: boolean
  options?: readonly string[]
  named?: (locale: string) => { value: string; label: string }[]
  shown?: (value: string, locale: string) => string
  /** How a stored answer stands in its box again: as a person would type it. */
  typed?: (value: string, locale: string) => string
  autocomplete?: string
  inputmode?: 'numeric' | 'email' | 'tel'
  spellcheck?: boolean
  width?: 4 | 6 | 10 | 20
  /** What stands there before anybody typed. */
  initial?: string
  /** A name: browsers must not correct it and the page must show every letter of DIN 91379. */
  isName?: boolean
  /** Not asked: the town knows the answer. */
  given?: (facts: Facts) => string
}
export type Options = Partial<Omit<Look, 'kind'>> & { max?: number }

/** A problem's code: the last part of the key of its message. */
type Fail = (code: string, parameters?: Record<string, string | number>) => never

export function question<Output>(look: Look, read: (text: string, fail: Fail) => Output) {
  const schema = z.string().transform((text, context): Output => {
    const fail: Fail = (code, parameters) => {
      context.addIssue({ code: 'custom', message: code, params: parameters ?? {} })
      return z.NEVER
    }
    return read(text, fail)
  })
  return schema.meta(look as Record<string, unknown>) as z.ZodType<Output, string>
}

export function lookOf(schema: z.ZodType): Look {
  return schema.meta() as unknown as Look
}

function checked(text: string, type: 'A' | 'B' | 'C', max: number, fail: Fail): string {
  const foreign = foreignCharacters(text, type)
  if (foreign.length > 0) return fail(type === 'A' ? 'letter' : 'character', { characters: foreign.join(' ') })
  if (textLength(text) > max) return fail('tooLong', { max, length: textLength(text) })
  return text
}

/** A person's name: DIN 91379 data type A, NFC, at least one letter (R-N01, R-N02). */
export function name({ max = 120, ...look }: Options = {}) {
  return question({ kind: 'text', spellcheck: false, isName: true, ...look }, (text, fail) => {
    const cleaned = checked(cleanName(text), 'A', max, fail)
    return /\p{L}/u.test(cleaned) ? cleaned : fail('noLetter')
  })
}

/** One line: addresses, firms, authorities; DIN 91379 data type B. */
export function text({ max = 200, ...look }: Options = {}) {
  return question({ kind: 'text', ...look }, (typed, fail) => checked(cleanName(mapTypography(typed)), 'B', max, fail))
}

/** Answered by the town for everybody, and so never asked. */
export function given(answer: (facts: Facts) => string) {
  return question({ kind: 'text', given: answer }, typed => typed)
}

/** Free text of several lines; DIN 91379 data type C. */
export function longText({ max = 500, ...look }: Options = {}) {
  return question({ kind: 'textarea', ...look }, (typed, fail) =>
    checked(mapTypography(typed).normalize('NFC').replace(/\r\n?/g, '\n').trim(), 'C', max, fail),
  )
}

/** A text that must fit a pattern once blanks are gone. */
export function code(pattern: RegExp, { max = 40, ...look }: Options = {}) {
  return question({ kind: 'text', spellcheck: false, width: 10, ...look }, (typed, fail) => {
    const cleaned = checked(typed.replace(/\s+/g, ''), 'B', max, fail)
    return pattern.test(cleaned) ? cleaned : fail('pattern')
  })
}

/** A complete day, YYYY-MM-DD. */
export function date(look: Options = {}) {
  const shown = formatDay
  return question({ kind: 'text', width: 10, spellcheck: false, shown, typed: typedDate, ...look }, (typed, fail) => {
    const read = readDate(typed)
    return 'problem' in read ? fail(read.problem) : read.day
  })
}

/** A day of which parts may be unknown: YYYY-MM-00, YYYY-00-00, 0000-00-00 (R-P01). */
export function partialDate({ unknownAllowed = false, ...look }: Options & { unknownAllowed?: boolean } = {}) {
  const shown = formatPartial
  return question({ kind: 'text', width: 10, spellcheck: false, shown, typed: typedDate, ...look }, (typed, fail) => {
    const read = readPartialDate(typed, { unknownAllowed })
    return 'problem' in read ? fail(read.problem) : read.date
  })
}

/** One of several answers. */
export function choice<const Keys extends readonly string[]>(
  keys: Keys,
  look: Options & { kind?: 'radios' | 'select' } = {},
) {
  return question({ kind: 'radios', options: keys, ...look }, (typed, fail): Keys[number] =>
    keys.includes(typed) ? typed : fail('unknownOption'),
  )
}

/** Any number of several answers. */
export function choices<const Keys extends readonly string[]>(keys: Keys, look: Options = {}) {
  const schema = z.array(z.enum(keys as unknown as [string, ...string[]], 'unknownOption'))
  const full: Look = { kind: 'checkboxes', options: keys, ...look }
  return schema.meta(full as Record<string, unknown>) as unknown as z.ZodType<Keys[number][], string[]>
}

export function yesNo(look: Options = {}) {
  return choice(['yes', 'no'], look)
}

/** One box to tick; blank counts as missing unless optional. */
export function confirm(look: Options = {}) {
  return question({ kind: 'confirm', ...look }, (typed, fail) =>
    typed === 'yes' ? ('yes' as const) : fail('unknownOption'),
  )
}

/** A state, ISO 3166-1 alpha-2 and XK; or the answer that it is not known. */
export function country({
  without = [],
  unknownAllowed = false,
  ...look
}: Options & { without?: string[]; unknownAllowed?: boolean } = {}) {
  const unknown = (locale: string) => ({ value: 'unknown', label: countryName('unknown', locale) })
  const named = (locale: string) => [
    ...countriesByName(locale).filter(entry => !without.includes(entry.value)),
    ...(unknownAllowed ? [unknown(locale)] : []),
  ]
  return question({ kind: 'select', named, shown: countryName, ...look }, (typed, fail) =>
    (isCountry(typed) && !without.includes(typed)) || (unknownAllowed && typed === 'unknown')
      ? typed
      : fail('unknownOption'),
  )
}

/** A nationality: a state, or stateless, unclear, not stated. */
export function nationality(look: Options = {}) {
  return question({ kind: 'select', named: nationalitiesByName, shown: nationalityName, ...look }, (typed, fail) =>
    isNationality(typed) ? typed : fail('unknownOption'),
  )
}

export function postalCode(look: Options = {}) {
  return question({ kind: 'text', inputmode: 'numeric', width: 6, spellcheck: false, ...look }, (typed, fail) => {
    const digits = typed.replace(/[\s.-]/g, '').replace(/^D(?=\d)/i, '')
    return /^\d{5}$/.test(digits) && digits >= '01001' && digits <= '99998' ? digits : fail('pattern')
  })
}

/** RFC 5321 length; one @; international domain names allowed. */
export function email(look: Options = {}) {
  const full: Look = { kind: 'text', inputmode: 'email', autocomplete: 'email', spellcheck: false, ...look }
  return question(full, (typed, fail) => {
    const cleaned = typed.trim()
    return /^[^\s@,;<>"()]+@[^\s@,;<>"().]+(\.[^\s@,;<>"().]+)+$/u.test(cleaned) && cleaned.length <= 254
      ? cleaned
      : fail('pattern')
  })
}

/** With its area code no number has fewer than five digits. */
export function phone(look: Options = {}) {
  const full: Look = { kind: 'text', inputmode: 'tel', autocomplete: 'tel', spellcheck: false, width: 20, ...look }
  return question(full, (typed, fail) => {
    const cleaned = cleanName(typed)
    const digits = cleaned.replace(/\D/g, '')
    return /^\+?[0-9 ()/\-.]{5,25}$/.test(cleaned) && digits.length >= 5 ? cleaned : fail('phone')
  })
}

/** A whole number, kept as text: no value is ever computed with. */
export function wholeNumber({ min, most, ...look }: Options & { min: number; most: number }) {
  return question({ kind: 'text', inputmode: 'numeric', width: 6, spellcheck: false, ...look }, (typed, fail) => {
    const digits = typed.replace(/[\s.]/g, '')
    if (!/^\d{1,9}$/.test(digits)) return fail('pattern')
    const value = Number(digits)
    return value >= min && value <= most ? String(value) : fail('range', { min, most })
  })
}
