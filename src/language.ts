// Texts by language: every JSON file of texts, read once, flattened once; i18next fills in the blanks.
import { readdirSync, readFileSync } from 'node:fs'
import i18next, { type i18n } from 'i18next'
import type { Words } from './forms/words.ts'
import { unbroken } from './law/partial-date.ts'

export const languages = ['de', 'en'] as const
export type Language = (typeof languages)[number]
type Texts = { [key: string]: string | Texts }

const own = ['texts/', 'services/'].map(name => new URL(name, import.meta.url))

/**
 * Namespace and language are the file's name: `common.de.json`, `residence-registration.en.json`. A file whose `base`
 * names another begins with all texts of that one, so that services of one family say the same things once.
 * `more`: another folder of services.
 */
export function readTexts(more?: URL): Record<Language, Record<string, Texts>> {
  const files = [...own, ...(more ? [more] : [])].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => new URL(name, folder)),
  )
  const texts: Record<Language, Record<string, Texts>> = { de: {}, en: {} }
  for (const file of files) {
    const [, namespace, language] = /([^/]+)\.(de|en)\.json$/.exec(file.pathname) ?? []
    if (namespace && language) texts[language as Language][namespace] = JSON.parse(readFileSync(file, 'utf8'))
  }
  for (const language of languages)
    for (const [namespace, own] of Object.entries(texts[language]))
      if (typeof own.base === 'string') texts[language][namespace] = over(texts[language][own.base] ?? {}, own)
  return texts
}

/** `own` on top of `below`, text by text. */
function over(below: Texts, own: Texts): Texts {
  const merged = { ...below, ...own }
  for (const [key, text] of Object.entries(own)) {
    const there = below[key]
    if (typeof text === 'object' && typeof there === 'object') merged[key] = over(there, text)
  }
  delete merged.base
  return merged
}

/** One `Words` a language; `always` fills blanks that any text may have, such as the town's name. A missing text throws: a test asks for all of them. */
export async function loadWords(always: Record<string, string> = {}, more?: URL): Promise<Record<Language, Words>> {
  const resources = readTexts(more)
  const engine = i18next.createInstance()
  await engine.init({
    resources,
    lng: 'de',
    fallbackLng: false,
    ns: Object.keys(resources.de),
    interpolation: { escapeValue: false },
  })
  return { de: wordsOf(engine, 'de', resources.de, always), en: wordsOf(engine, 'en', resources.en, always) }
}

function wordsOf(
  engine: i18n,
  locale: Language,
  namespaces: Record<string, Texts>,
  always: Record<string, string>,
): Words {
  const flat = new Map(Object.entries(namespaces).flatMap(([namespace, texts]) => flattened(texts, `${namespace}:`)))
  const { interpolator } = engine.services
  const find: Words['find'] = (keys, parameters) => {
    for (const key of keys) {
      const text = flat.get(key)
      if (text !== undefined)
        return text.includes('{{') ? interpolator.interpolate(text, { ...always, ...parameters }, locale, {}) : text
    }
    return undefined
  }
  return {
    locale,
    find,
    say: (key, parameters) => {
      const text = find([key], parameters)
      if (text === undefined) throw new Error(`no text ${key} in ${locale}`)
      return text
    },
  }
}

function flattened(texts: Texts, prefix: string): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[prefix + key, text]] : flattened(text, `${prefix}${key}.`),
  )
}

const formats = new Map<string, Intl.DateTimeFormat>()

let latest = { said: '', text: '' }

/** A moment in the town's time: `16. November 2026`, `10:42`, or both; English as in Britain. A minute has one text. */
export function momentInWords(
  at: Date,
  locale: string,
  parts: { dateStyle?: 'long' | 'medium' | 'short'; timeStyle?: 'short' },
): string {
  const key = `${locale} ${parts.dateStyle} ${parts.timeStyle}`
  const said = `${key} ${Math.floor(at.getTime() / 60_000)}`
  if (said !== latest.said) latest = { said, text: unbroken(formatOf(key, locale, parts).format(at)) }
  return latest.text
}

function formatOf(key: string, locale: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...parts, timeZone: 'Europe/Berlin' })
  formats.set(key, format)
  return format
}
