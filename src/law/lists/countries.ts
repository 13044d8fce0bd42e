// States and nationalities: ISO 3166-1 alpha-2 and Kosovo, named and sorted by the language of the reader.

// biome-ignore format: a table of 250 short codes
export const countries = [
  'AD', 'AE', 'AF', 'AG', 'AI', 'AL', 'AM', 'AO', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AW', 'AX', 'AZ', 'BA', 'BB', 'BD',
  'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BL', 'BM', 'BN', 'BO', 'BQ', 'BR', 'BS', 'BT', 'BV', 'BW', 'BY', 'BZ', 'CA',
  'CC', 'CD', 'CF', 'CG', 'CH', 'CI', 'CK', 'CL', 'CM', 'CN', 'CO', 'CR', 'CU', 'CV', 'CW', 'CX', 'CY', 'CZ', 'DE',
  'DJ', 'DK', 'DM', 'DO', 'DZ', 'EC', 'EE', 'EG', 'EH', 'ER', 'ES', 'ET', 'FI', 'FJ', 'FK', 'FM', 'FO', 'FR', 'GA',
  'GB', 'GD', 'GE', 'GF', 'GG', 'GH', 'GI', 'GL', 'GM', 'GN', 'GP', 'GQ', 'GR', 'GS', 'GT', 'GU', 'GW', 'GY', 'HK',
  'HM', 'HN', 'HR', 'HT', 'HU', 'ID', 'IE', 'IL', 'IM', 'IN', 'IO', 'IQ', 'IR', 'IS', 'IT', 'JE', 'JM', 'JO', 'JP',
  'KE', 'KG', 'KH', 'KI', 'KM', 'KN', 'KP', 'KR', 'KW', 'KY', 'KZ', 'LA', 'LB', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT',
  'LU', 'LV', 'LY', 'MA', 'MC', 'MD', 'ME', 'MF', 'MG', 'MH', 'MK', 'ML', 'MM', 'MN', 'MO', 'MP', 'MQ', 'MR', 'MS',
  'MT', 'MU', 'MV', 'MW', 'MX', 'MY', 'MZ', 'NA', 'NC', 'NE', 'NF', 'NG', 'NI', 'NL', 'NO', 'NP', 'NR', 'NU', 'NZ',
  'OM', 'PA', 'PE', 'PF', 'PG', 'PH', 'PK', 'PL', 'PM', 'PN', 'PR', 'PS', 'PT', 'PW', 'PY', 'QA', 'RE', 'RO', 'RS',
  'RU', 'RW', 'SA', 'SB', 'SC', 'SD', 'SE', 'SG', 'SH', 'SI', 'SJ', 'SK', 'SL', 'SM', 'SN', 'SO', 'SR', 'SS', 'ST',
  'SV', 'SX', 'SY', 'SZ', 'TC', 'TD', 'TF', 'TG', 'TH', 'TJ', 'TK', 'TL', 'TM', 'TN', 'TO', 'TR', 'TT', 'TV', 'TW',
  'TZ', 'UA', 'UG', 'UM', 'US', 'UY', 'UZ', 'VA', 'VC', 'VE', 'VG', 'VI', 'VN', 'VU', 'WF', 'WS', 'XK', 'YE', 'YT',
  'ZA', 'ZM', 'ZW',
] as const

/** A nationality is a state or one of these three; ICAO 9303 writes XXA and XXX. */
export const specialNationalities = ['STATELESS', 'UNCLEAR', 'NOT_STATED'] as const
export const nationalityKeys = [...countries, ...specialNationalities] as const
type Entry = { value: string; label: string }

/** Territories without a nationality of their own: their people are British, French, Chinese and so on, or nobody lives there. */
const territories = new Set(
  'AI AQ AS AW AX BL BM BQ BV CC CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT'.split(
    ' ',
  ),
)

const specialNames: { [locale: string]: { [key: string]: string } } = {
  de: { STATELESS: 'staatenlos', UNCLEAR: 'ungeklärt', NOT_STATED: 'ohne Angabe' },
  en: { STATELESS: 'stateless', UNCLEAR: 'unclear', NOT_STATED: 'not stated' },
}
const euEeaCh = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO CH'.split(' '),
)
const namesByLocale = new Map<string, Intl.DisplayNames>()
const entriesByLocale = new Map<string, Entry[]>()

const states = new Set<string>(countries)
const nationalities = new Set<string>(nationalityKeys)

export function isCountry(code: string): boolean {
  return states.has(code)
}

export function isNationality(key: string): boolean {
  return nationalities.has(key)
}

/** The code itself where it is none. */
export function countryName(code: string, locale: string): string {
  return /^[A-Z]{2}$/.test(code) ? (namesIn(locale).of(code) ?? code) : code
}

/** For a list to choose from, in the reader's order of letters. */
export function countriesByName(locale: string): Entry[] {
  const entries = entriesByLocale.get(locale) ?? sorted(countries, locale)
  entriesByLocale.set(locale, entries)
  return entries
}

export function nationalityName(key: string, locale: string): string {
  return specialNames[locale]?.[key] ?? specialNames.de?.[key] ?? countryName(key, locale)
}

/** Germany, the other states by name, then stateless, unclear and not stated. */
export function nationalitiesByName(locale: string): Entry[] {
  const states = countriesByName(locale).filter(({ value }) => value !== 'DE' && !territories.has(value))
  return [entryOf('DE', locale), ...states, ...specialNationalities.map(key => entryOf(key, locale))]
}

function entryOf(key: string, locale: string): Entry {
  return { value: key, label: nationalityName(key, locale) }
}

/** R-G18: citizens of the EU, the EEA and Switzerland need no residence title. */
export function isEuEeaCh(code: string): boolean {
  return euEeaCh.has(code)
}

function namesIn(locale: string): Intl.DisplayNames {
  const names = namesByLocale.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' })
  namesByLocale.set(locale, names)
  return names
}

function sorted(codes: readonly string[], locale: string): Entry[] {
  const byName = new Intl.Collator(locale).compare
  const entries = codes.map(code => ({ value: code, label: countryName(code, locale) }))
  return entries.sort((a, b) => byName(a.label, b.label))
}
