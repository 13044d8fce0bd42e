// The number of a case and the code that opens it: written, read back from what somebody types, and spelled aloud.
import { caseCheckLetter, readCrockford, withoutSeparators } from './check-digits.ts'

/** LM-2026-000871-D: town, year, serial of at least six digits, check letter over year and serial. */
export function caseNumber(prefix: string, year: number, serial: number): string {
  const digits = String(serial).padStart(6, '0')
  return `${prefix}-${year}-${digits}-${caseCheckLetter(`${year}${digits}`)}`
}

/** The number as it is stored; null when it cannot be one. Hyphens, blanks and capitals do not matter, nor O for 0. */
export function readCaseNumber(text: string): string | null {
  const parts = /^([A-ZÄÖÜ]{1,5})(2[0O][\dOIL]{2})([\dOIL]{6,12})([A-Z])$/.exec(withoutSeparators(text))
  if (!parts) return null
  const [prefix, year, serial, letter] = [parts[1], figures(parts[2]), figures(parts[3]), parts[4]]
  return caseCheckLetter(`${year}${serial}`) === letter ? `${prefix}-${year}-${serial}-${letter}` : null
}

/** XXXX-XXXX-XX */
export function formatAccessCode(ten: string): string {
  return `${ten.slice(0, 4)}-${ten.slice(4, 8)}-${ten.slice(8)}`
}

/** The ten characters without hyphens; null when it cannot be a code. */
export function readAccessCode(text: string): string | null {
  const code = readCrockford(text)
  return code?.length === 10 ? code : null
}

// DIN 5009:2022, the cities of Germany; and the alphabet of the ICAO
const cities = spellingAlphabet(
  'Aachen Berlin Chemnitz Düsseldorf Essen Frankfurt Goslar Hamburg Ingelheim Jena Köln Leipzig München Nürnberg ' +
    'Offenbach Potsdam Quickborn Rostock Salzwedel Tübingen Unna Völklingen Wuppertal Xanten Ypsilon Zwickau',
)
  .set('Ä', 'Umlaut Aachen')
  .set('Ö', 'Umlaut Offenbach')
  .set('Ü', 'Umlaut Unna')
const icaoWords = spellingAlphabet(
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec ' +
    'Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu',
)

/** For the ear: "L wie Leipzig, M wie München, 2, 0, …"; in other languages than German with the alphabet of the ICAO. */
export function spelled(text: string, locale: string): string {
  const [words, as] = locale === 'de' ? [cities, 'wie'] : [icaoWords, 'as in']
  const characters = Array.from(withoutSeparators(text))
  return characters.map(character => [character, words.get(character)].filter(Boolean).join(` ${as} `)).join(', ')
}

function spellingAlphabet(words: string): Map<string, string> {
  return new Map(words.split(' ').map(word => [word.charAt(0), word]))
}

function figures(text = ''): string {
  return text.replaceAll('O', '0').replace(/[IL]/g, '1')
}
