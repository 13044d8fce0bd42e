// Addresses: in Germany, or beginning with the country where they may be abroad.
import { group, list } from '../../forms/containers.ts'
import { code, confirm, country, given, postalCode, text } from '../../forms/fields.ts'
import type { Facts } from '../../forms/service.ts'
import { countryName } from '../../law/lists/countries.ts'

const house = {
  houseNumberSuffix: code(/^[A-Za-z0-9]{1,2}$/, { optional: 'ifAny', width: 4 }),
  houseNumberPart: code(/^[0-9/]{1,5}$/, { optional: 'ifAny', width: 4 }),
}
const inside = {
  floorOrFlat: text({ max: 21, optional: 'ifAny' }),
  addition: text({ max: 21, optional: 'ifAny' }),
}
// "17 a" typed into one box is split at sending; see houseNumberParts.
const houseNumber = (look: { optional?: 'ifAny' | 'depends' } = {}) => code(/^\d{1,4}[A-Za-z]?$/, { width: 6, ...look })
const line = (max: number, look: { optional?: 'ifAny' | 'depends'; autocomplete?: string } = {}) =>
  text({ max, spellcheck: false, ...look })

/** The dwelling in this town, so the place is known; post code and street decide who is responsible (R-A04). */
export const newAddress = (section: string) =>
  group(
    'address',
    {
      street: line(55, token(section, 'address-line1')),
      houseNumber: houseNumber({ optional: 'depends' }),
      ...house,
      noHouseNumber: confirm({ optional: true }),
      floorOrFlat: text({ max: 21, optional: 'ifAny', ...token(section, 'address-line2') }),
      addition: text({ max: 21, optional: 'ifAny', ...token(section, 'address-line3') }),
      postalCode: postalCode(token(section, 'postal-code')),
      city: given(({ town }) => town.name),
      district: line(44, { optional: 'ifAny', ...token(section, 'address-level3') }),
    },
    {
      refused: {
        houseNumber: a => (!a.houseNumber && a.noHouseNumber !== 'yes' ? 'missing' : undefined),
        noHouseNumber: a => (a.houseNumber && a.noHouseNumber === 'yes' ? 'contradiction' : undefined),
      },
      summary: addressLines,
    },
  )

/** An address in Germany; old ones may lack the house number. */
export const addressInGermany = (section = '') =>
  group(
    'address',
    {
      street: line(55, token(section, 'address-line1')),
      houseNumber: houseNumber({ optional: 'ifAny' }),
      ...house,
      ...inside,
      postalCode: postalCode(token(section, 'postal-code')),
      city: line(44, token(section, 'address-level2')),
      district: line(44, { optional: 'ifAny', ...token(section, 'address-level3') }),
    },
    { summary: addressLines },
  )

/** What somebody still knows of an address in Germany. */
export const addressAsKnown = () =>
  group(
    'address',
    {
      street: line(55, { optional: 'ifAny' }),
      houseNumber: houseNumber({ optional: 'ifAny' }),
      ...house,
      postalCode: postalCode({ optional: 'ifAny' }),
      city: line(44, { optional: 'ifAny' }),
    },
    { summary: addressLines },
  )

type Parts = { countryCode?: string; city?: string; postalCode?: string }
const isAbroad = (address: Parts) => address.countryCode !== undefined && address.countryCode !== 'DE'
const isGerman = (address: Parts) => !isAbroad(address)
const isPostalCode = (text: string) => /^\d{5}$/.test(text)
const shapes = {
  street: isGerman,
  houseNumber: isGerman,
  houseNumberSuffix: isGerman,
  houseNumberPart: isGerman,
  floorOrFlat: isGerman,
  addition: isGerman,
  lines: isAbroad,
  region: isAbroad,
}
const wrongPostalCode = (address: Parts) =>
  isGerman(address) && address.postalCode && !isPostalCode(address.postalCode) ? 'pattern' : undefined

/** An address anywhere: the country first, then the shape that fits it. */
export const addressAnywhere = (section = '') =>
  group(
    'address',
    {
      countryCode: country({ initial: 'DE', ...token(section, 'country') }),
      street: line(55, token(section, 'address-line1')),
      houseNumber: houseNumber({ optional: 'ifAny' }),
      ...house,
      ...inside,
      lines: list(line(60), { min: 1, max: 5 }),
      postalCode: text({
        max: 16,
        spellcheck: false,
        width: 10,
        optional: 'depends',
        ...token(section, 'postal-code'),
      }),
      city: line(60, { optional: 'depends', ...token(section, 'address-level2') }),
      region: line(60, { optional: 'ifAny' }),
    },
    {
      shownWhen: shapes,
      refused: {
        postalCode: address => (isGerman(address) && !address.postalCode ? 'missing' : wrongPostalCode(address)),
        city: address => (isGerman(address) && !address.city ? 'missing' : undefined),
      },
      summary: addressLines,
    },
  )

/** What somebody knows of an address abroad; the state is asked beside it. */
export const addressAbroadAsKnown = () =>
  group(
    'address',
    {
      lines: list(line(60), { min: 0, max: 5 }),
      postalCode: text({ max: 16, spellcheck: false, width: 10, optional: 'ifAny' }),
      city: line(60, { optional: 'ifAny' }),
      region: line(60, { optional: 'ifAny' }),
    },
    { summary: addressLines },
  )

/** What somebody knows of an address anywhere, such as a spouse's who lives elsewhere (R-F04). */
export const addressAnywhereAsKnown = () =>
  group(
    'address',
    {
      countryCode: country({ initial: 'DE' }),
      street: line(55, { optional: 'ifAny' }),
      houseNumber: houseNumber({ optional: 'ifAny' }),
      ...house,
      ...inside,
      lines: list(line(60), { min: 0, max: 5 }),
      postalCode: text({ max: 16, spellcheck: false, width: 10, optional: 'ifAny' }),
      city: line(60, { optional: 'ifAny' }),
      region: line(60, { optional: 'ifAny' }),
    },
    { shownWhen: shapes, refused: { postalCode: wrongPostalCode }, summary: addressLines },
  )

/** An address as it stands on an envelope. */
export function addressLines(address: Record<string, string | string[] | undefined>, locale: string): string[] {
  const number = [`${address.houseNumber ?? ''}${address.houseNumberSuffix ?? ''}`, address.houseNumberPart]
    .filter(Boolean)
    .join(' ')
  const place = [address.postalCode, address.city].filter(Boolean).join(' ')
  const abroad =
    address.countryCode && address.countryCode !== 'DE' ? countryName(String(address.countryCode), locale) : ''
  const lines = [
    [address.street, number].filter(Boolean).join(' '),
    ...(Array.isArray(address.lines) ? address.lines : []),
    [address.floorOrFlat, address.addition].filter(Boolean).join(', '),
    [place, address.district ? `(${address.district})` : ''].filter(Boolean).join(' '),
    String(address.region ?? ''),
    abroad,
  ]
  return lines.filter(Boolean)
}

/** One spelling for "5a" and "5" with "a"; the post code tells places apart, not how somebody writes the town. */
export function comparable(address: Record<string, string | undefined> = {}): string {
  return addressLines({ ...houseNumberParts(address), city: '', district: '' }, 'de')
    .join()
    .toLowerCase()
}

type Place = { street?: string | undefined; postalCode?: string | undefined }
/** Of a place in the town: its list of streets lacks the street, or has it with another post code. */
export function streetFault({ street, postalCode }: Place, { town }: Facts): 'unknown' | 'elsewhere' | undefined {
  if (street === undefined || postalCode === undefined || !town.postalCodes.includes(postalCode)) return undefined
  if (town.knowsStreet(postalCode, street)) return undefined
  return town.postalCodes.some(other => town.knowsStreet(other, street)) ? 'elsewhere' : 'unknown'
}

/** Splits "17a" as it was typed into number and letter, as the register keeps them (DSMeld 1206, 1208). */
function houseNumberParts<A extends { houseNumber?: string; houseNumberSuffix?: string }>(address: A): A {
  const split = /^(\d+)([A-Za-z])$/.exec(address.houseNumber ?? '')
  if (!split || address.houseNumberSuffix) return address
  return { ...address, houseNumber: split[1], houseNumberSuffix: split[2] }
}

/** The same for every address in an answer, however deep. */
export function withHouseNumberParts<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withHouseNumberParts) as Value
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.entries(value).map(([key, item]) => [key, withHouseNumberParts(item)])
  return houseNumberParts(Object.fromEntries(inner)) as Value
}

function token(section: string, name: string): { autocomplete?: string } {
  return section ? { autocomplete: `${section} ${name}` } : {}
}
