// The municipality: one an installation, read from TOWN_FILE; without one, an invented demo town.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { caseNumber } from './law/case-number.ts'
import { addDays, type Day } from './law/dates.ts'
import { isHoliday } from './law/holidays.ts'

const times = z.array(z.strictObject({ from: z.string(), to: z.string() }))
const schema = z.object({
  name: z.string(),
  shortName: z.string(),
  ags: z.string().regex(/^(0[1-9]|1[0-6])\d{6}$/),
  numberPrefix: z.string().regex(/^[A-Z]{1,4}$/),
  languages: z.array(z.enum(['de', 'en'])).min(1),
  servicesOff: z.array(z.string()),
  /** Who has waived the regular data of notifications (GewO section 14(8)), by id. */
  recipientsOff: z.array(z.string()).default([]),
  office: z.object({
    name: z.string(),
    authority: z.string(),
    street: z.string(),
    houseNumber: z.string(),
    postalCode: z.string(),
    city: z.string(),
    room: z.strictObject({ de: z.string(), en: z.string() }),
    phone: z.string(),
    email: z.string(),
    website: z.string(),
  }),
  letterhead: z.array(z.string()),
  openingHours: z.record(z.string(), times),
  /** An id may have several rows: the one with the latest `validFrom` that is not in the future holds. */
  fees: z
    .array(
      z.strictObject({
        id: z.string(),
        amountCents: z.int().min(0),
        legalBasis: z.string(),
        feeNumber: z.string().optional(),
        validFrom: z.iso.date(),
        payableWhen: z.enum(['onFiling', 'onIssue']),
        waivable: z.boolean().default(false),
      }),
    )
    .default([]),
  administrativeCourt: z.string(),
  /** Each Land has an act of its own (VwVfG section 1(3)); texts and letters name the one that binds the office. */
  procedureAct: z
    .string('name the act on administrative procedure of the Land, such as "Hessisches Verwaltungsverfahrensgesetz"')
    .min(1),
  dataProtectionOfficer: z.object({ name: z.string(), address: z.string(), phone: z.string(), email: z.string() }),
  dataProtectionAuthority: z.object({ name: z.string(), city: z.string() }),
  postalCodes: z.array(z.string()).min(1),
  streets: z.array(z.object({ name: z.string(), postalCode: z.string() })),
})
export type Town = z.output<typeof schema>

const demoTown = new URL('demo-town.json', import.meta.url)

/** Throws one sentence an operator can act on. */
export function readTown(file: string | undefined): Town {
  const read = schema.safeParse(contentOf(file ?? demoTown))
  if (read.success) return read.data
  const places = read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`TOWN_FILE ${file} does not describe a town. ${places.join('; ')}`, { cause: 'operator' })
}

/** What rules know of the town. */
export function factsOf(town: Town) {
  const { name, ags, postalCodes, recipientsOff } = town
  return { name, ags, postalCodes, recipientsOff, knowsStreet: streetRegister(town) }
}

/** Street registers are searched without regard to case and to "Str." for "Straße" (DAV annex 4 e). */
function streetRegister(town: Town): (postalCode: string, street: string) => boolean {
  const known = new Set(town.streets.map(street => `${street.postalCode} ${comparable(street.name)}`))
  return (postalCode, street) => known.has(`${postalCode} ${comparable(street)}`)
}

/** Blanks that every text may have. */
export function blanksOf({ name, shortName, procedureAct, numberPrefix, office }: Town): Record<string, string> {
  const exampleNumber = caseNumber(numberPrefix, 2026, 871)
  const { street, houseNumber, postalCode, city } = office
  const officeAddress = `${street} ${houseNumber}, ${postalCode} ${city}`
  return { town: name, shortTown: shortName, procedureAct, exampleNumber, postalCode, officeAddress }
}

/** "Montag 8:00 bis 12:30 und 14:00 bis 16:00 Uhr", one line a day with the same hours. */
export function hoursInWords(town: Town, locale: string): string[] {
  const lines = Object.entries(town.openingHours).filter(([, hours]) => hours.length > 0)
  return lines.map(
    ([day, hours]) =>
      `${dayName(day, locale)}: ${hours.map(({ from, to }) => span(from, to, locale)).join(locale === 'de' ? ' und ' : ' and ')}`,
  )
}

/** This day or the next on which the counter is open; of a town without hours any day. */
export function openDayFrom(town: Pick<Town, 'openingHours'>, day: Day): Day {
  const opensOn = (name: string) => (town.openingHours[name] ?? []).length > 0
  const weekday = weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? ''
  const isOpen = !weekdays.some(opensOn) || (opensOn(weekday) && !isHoliday(day))
  return isOpen ? day : openDayFrom(town, addDays(day, 1))
}

/** Where the counter is, in one line. */
export function placeInWords({ office }: Town, locale: string): string {
  const { name, street, houseNumber, postalCode, city, room } = office
  return `${name}, ${street} ${houseNumber}, ${postalCode} ${city}, ${locale === 'de' ? room.de : room.en}`
}

function contentOf(file: string | URL): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Error(`TOWN_FILE ${file} is not a JSON file that can be read.`, { cause: 'operator' })
  }
}

function comparable(street: string): string {
  return street
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/str\.$/, 'strasse')
    .replace(/pl\.$/, 'platz')
    .replace(/[\s-]+/g, '')
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

const formats = new Map<string, Intl.DateTimeFormat>()

/** Formats are costly to make, so they are kept. */
function dayName(day: string, locale: string): string {
  const monday = Date.UTC(2024, 0, 1)
  const format = formats.get(locale) ?? new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  formats.set(locale, format)
  return format.format(new Date(monday + weekdays.indexOf(day) * 24 * 60 * 60 * 1000))
}

function span(from: string, to: string, locale: string): string {
  const short = (time: string) => time.replace(/^0/, '')
  return locale === 'de' ? `${short(from)} bis ${short(to)} Uhr` : `${short(from)} to ${short(to)}`
}
