// The Amtliche Meldebestätigung, one letter for coming, going and change of status (BMG section 24(2)).
import type { Day } from '../../law/dates.ts'
import { formatDay, formatPartial } from '../../law/partial-date.ts'
import { addressLines } from './address.ts'
import { type Contact, fullNameOf, postalLines } from './envelope.ts'

type Address = Parameters<typeof addressLines>[0]
type Person = { familyName?: string; givenNames?: string; birthDate?: string }
type FromRegister = { usualGivenName?: string | undefined; doctorate?: string[] | undefined }
type Move = { moveInDate: Day } | { moveOutDate: Day } | { statusChangeDate: Day }
export type Confirmed = { person: Person & FromRegister; move: Move; address: Address; status: string }

export const meldebestaetigung = { kind: 'meldebestaetigung', template: 'src/services/shared/meldebestaetigung.typ' }

/** Exactly the eight items for each person; R-A18: the day of filing is the day it was completed. */
export function confirmationOf(
  act: 'Anmeldung' | 'Abmeldung' | 'Änderung',
  recipient: string[],
  persons: Confirmed[],
  completedOn: Day,
) {
  const filedOn = formatDay(completedOn, 'de')
  return {
    act,
    recipient,
    holdsFrom: laterDay(persons, completedOn),
    persons: persons.map(one => ({ ...itemsOf(one), filedOn })),
  }
}

/** R-D04: who moves out later is in the register until that day. */
function laterDay(persons: Confirmed[], completedOn: Day): string | null {
  const days = persons.flatMap(({ move }) =>
    'moveOutDate' in move && move.moveOutDate > completedOn ? [move.moveOutDate] : [],
  )
  return days[0] ? formatDay(days[0], 'de') : null
}

function itemsOf({ person, move, address, status }: Confirmed) {
  return {
    familyName: person.familyName ?? '',
    givenNames: person.givenNames ?? '',
    usualGivenName: person.usualGivenName ?? null,
    doctorate: person.doctorate?.join(' ') ?? null,
    birthDate: formatPartial(person.birthDate ?? '', 'de'),
    ...Object.fromEntries(Object.entries(move).map(([name, day]) => [name, formatDay(day, 'de')])),
    address: addressLines(address, 'de'),
    status,
  }
}

/** Where the letter goes: to the first person, at the post address they gave or else where they live. */
export function recipientOf(
  first: (Person & FromRegister) | undefined,
  contact: Contact | undefined,
  home: Address,
): string[] {
  const name = [first?.doctorate?.join(' '), fullNameOf(first)].filter(Boolean).join(' ')
  return [name, ...postalLines(contact, home)]
}
