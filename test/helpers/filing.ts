// Invented filings as JSON in the field ids of the official forms: how a person types them, and what must be stored.
import type { Typed } from '../../src/forms/service.ts'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type Filing = { filedAt: string; data: Record<string, Json> } & Record<string, Json>

/** Written by the system or by staff, or not asked without uploads and eID (design: examples as tests). */
const notTyped = new Set([
  'ags',
  'attachments',
  'payment',
  'identification',
  'caseId',
  'serviceId',
  'formVersion',
  'channel',
  'locale',
  'filedAt',
  'assignmentCode',
  'kind.spouse',
])
/** Questions that only decide what is asked next. */
const onlyAsked = new Set([
  'otherNames',
  'bornAbroad',
  'hasCarer',
  'hasMinorChildren',
  'livesElsewhere',
  'ownerDiffers',
  'abroad',
  'id',
])

/** What somebody types who has this filing on paper. */
export function typedOf(filing: Filing): Typed {
  const { data, ...envelope } = filing
  const { persons, otherResidences, transmissionBlocks, ...rest } = data as Record<string, Json> & {
    persons: Record<string, Json>[]
  }
  const typed: Typed = {
    ...flat({ ...envelope, ...rest } as Json),
    landlordProof: 'willFollow',
    informationBlockWish: data.informationBlockWish ? 'yes' : 'no',
  }
  typed['landlord.ownerDiffers'] = typed['landlord.ownerName'] ? 'yes' : 'no'
  typed.persons = persons.map((person, index) => typedPerson(person, index === 0 ? transmissionBlocks : undefined))
  if (Array.isArray(otherResidences)) typed.otherResidences = otherResidences.map(dwelling => flat(dwelling))
  return typed
}

function typedPerson(person: Record<string, Json>, blocks: Json | undefined): Typed {
  const typed: Typed = flat(person as Json)
  const representatives = (person.legalRepresentatives ?? []) as Record<string, Json>[]
  for (const [index, representative] of representatives.entries())
    typed[`legalRepresentatives.${index}.livesElsewhere`] = representative.address ? 'yes' : 'no'
  return {
    ...Object.fromEntries(
      Object.entries(typed).filter(([name, text]) => !(name.endsWith('singleName') && text === 'no')),
    ),
    otherNames: person.birthName ? 'yes' : 'no',
    bornAbroad: person.birthCountry ? 'yes' : 'no',
    'marriage.abroad': 'no',
    hasCarer: 'no',
    hasMinorChildren: person.minorChildren ? 'yes' : 'no',
    ...(blocks ? { transmissionBlocks: blocks as string[] } : {}),
  }
}

/** Typed or stored, brought to one shape: paths and plain values, sets without order, absent for no. */
export function comparable(value: unknown): Record<string, unknown> {
  const entries = Object.entries(flat(value as Json, true)).filter(
    ([path, text]) => text !== 'no' && !(path.endsWith('countryCode') && text === 'DE'),
  )
  return Object.fromEntries(
    entries.map(([path, text]): [string, unknown] => [path, Array.isArray(text) ? [...text].sort() : text]).sort(),
  )
}

/** The filing as it must be stored. */
export function expectedOf(filing: Filing): Record<string, unknown> {
  const { data, ...envelope } = filing
  const { transmissionBlocks, persons, ...rest } = data as Record<string, Json> & { persons: Record<string, Json>[] }
  const people = persons.map((person, index) => ({
    ...person,
    ...(index === 0 && transmissionBlocks ? { transmissionBlocks } : {}),
  }))
  return comparable({ ...envelope, ...rest, landlordProof: 'willFollow', persons: people })
}

/** `newResidence.street` -> text; lists of texts stay lists; lists of objects get their index into the path. */
export function flat(value: Json, stored = false, path = ''): Record<string, string | string[]> {
  if (value === null || value === undefined) return {}
  if (typeof value !== 'object') return { [path]: value === true ? 'yes' : value === false ? 'no' : String(value) }
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return { [path]: value }
  const entries: [string, Json][] = Array.isArray(value)
    ? value.map((item, index) => [String(index), item])
    : Object.entries(value)
  return Object.assign(
    {},
    ...entries
      .filter(
        ([key]) =>
          !notTyped.has(key) && !(key === 'kind' && path.endsWith('spouse')) && !(stored && onlyAsked.has(key)),
      )
      .map(([key, inner]) => flat(inner, stored, path ? `${path}.${key}` : key)),
  )
}
