// Addresses: in Germany, or beginning with the country where it may be abroad (domain: AddressDe, AddressAbroad).
import { code, country, postalCode, text } from '../../forms/fields.ts'
import { group, list } from '../../forms/service.ts'
import { countryName } from '../../law/lists/countries.ts'

const house = {
  houseNumberSuffix: code(/^[A-Za-z0-9]{1,2}$/, { optional: true, width: 4 }),
  houseNumberPart: code(/^[0-9/]{1,5}$/, { optional: true, width: 4 }),
}
const inside = {
  floorOrFlat: text({ max: 21, optional: true, autocomplete: 'address-line2' }),
  addition: text({ max: 21, optional: true, autocomplete: 'address-line3' }),
}
// "17 a" typed into one box is split at sending; see houseNumberParts.
const houseNumber = (look: { optional?: boolean } = {}) => code(/^\d{1,4}[A-Za-z]?$/, { width: 6, ...look })

/** The dwelling in this town: its post code and street decide who is responsible (R-A04). */
export const newAddress = (section: string) =>
  group(
    'address',
    {
      street: text({ max: 55, spellcheck: false, autocomplete: `${section} address-line1` }),
      houseNumber: houseNumber(),
      ...house,
      floorOrFlat: text({ max: 21, optional: true, autocomplete: `${section} address-line2` }),
      addition: text({ max: 21, optional: true, autocomplete: `${section} address-line3` }),
      postalCode: postalCode({ autocomplete: `${section} postal-code` }),
      city: text({ max: 44, spellcheck: false, autocomplete: `${section} address-level2` }),
      district: text({ max: 44, optional: true, spellcheck: false, autocomplete: `${section} address-level3` }),
    },
    { summary: addressLines },
  )

/** An address in Germany; old ones may lack the house number. */
export const addressInGermany = (section = '') =>
  group(
    'address',
    {
      street: text({ max: 55, spellcheck: false, ...token(section, 'address-line1') }),
      houseNumber: houseNumber({ optional: true }),
      ...house,
      postalCode: postalCode({ ...token(section, 'postal-code') }),
      city: text({ max: 44, spellcheck: false, ...token(section, 'address-level2') }),
      district: text({ max: 44, optional: true, spellcheck: false, ...token(section, 'address-level3') }),
    },
    { summary: addressLines },
  )

type Parts = { countryCode?: string; city?: string; postalCode?: string }
const isAbroad = (address: Parts) => address.countryCode !== undefined && address.countryCode !== 'DE'
const isGerman = (address: Parts) => !isAbroad(address)

/** An address anywhere: the country first, then the shape that fits it. */
export const addressAnywhere = () =>
  group(
    'address',
    {
      countryCode: country({ initial: 'DE' }),
      street: text({ max: 55, spellcheck: false }),
      houseNumber: houseNumber({ optional: true }),
      ...house,
      ...inside,
      lines: list(text({ max: 60, spellcheck: false }), { min: 1, max: 5 }),
      postalCode: text({ max: 16, spellcheck: false, width: 10, optional: 'depends' }),
      city: text({ max: 60, spellcheck: false, optional: 'depends' }),
      region: text({ max: 60, spellcheck: false, optional: true }),
    },
    {
      shownWhen: {
        street: isGerman,
        houseNumber: isGerman,
        houseNumberSuffix: isGerman,
        houseNumberPart: isGerman,
        floorOrFlat: isGerman,
        addition: isGerman,
        lines: isAbroad,
        region: isAbroad,
      },
      refused: {
        postalCode: address => {
          if (isAbroad(address)) return undefined
          if (!address.postalCode) return 'missing'
          return /^\d{5}$/.test(address.postalCode) ? undefined : 'pattern'
        },
        city: address => (isGerman(address) && !address.city ? 'missing' : undefined),
      },
      summary: addressLines,
    },
  )

/** An address as it stands on an envelope. */
export function addressLines(address: Record<string, string | string[] | undefined>, locale: string): string[] {
  const number = [address.houseNumber, address.houseNumberSuffix, address.houseNumberPart].filter(Boolean).join(' ')
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

/** Splits "17a" as it was typed into number and letter, as the register keeps them (DSMeld 1206, 1208). */
export function houseNumberParts<A extends { houseNumber?: string; houseNumberSuffix?: string }>(address: A): A {
  const split = /^(\d+)([A-Za-z])$/.exec(address.houseNumber ?? '')
  if (!split || address.houseNumberSuffix) return address
  return { ...address, houseNumber: split[1], houseNumberSuffix: split[2] }
}

function token(section: string, name: string): { autocomplete?: string } {
  return section ? { autocomplete: `${section} ${name}` } : {}
}
