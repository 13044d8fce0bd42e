// What somebody orders: a certificate of what the register says of them (BMG section 18). Nobody asks what for.
import { group } from '../../forms/containers.ts'
import { choice, choices, confirm, name, partialDate, wholeNumber } from '../../forms/fields.ts'
import type { Answers } from '../../forms/service.ts'
import { genderKeys } from '../../law/lists/genders.ts'
import { addressInGermany } from '../shared/address.ts'
import { contact, declarations } from '../shared/envelope.ts'
import { nameRefusals } from '../shared/person.ts'

/** In the order of section 18(2), which counts the numbers of section 3(1): 2, 5 to 10, 11 to 17; and that nobody has died. */
export const extendedItems = [
  'formerNames',
  'religiousOrArtistName',
  'birthPlace',
  'gender',
  'taxId',
  'legalRepresentatives',
  'nationalities',
  'religion',
  'formerAddresses',
  'moveDates',
  'familyStatus',
  'spouse',
  'minorChildren',
  'idDocuments',
  'noDeathDateStored',
] as const

export const fields = {
  subject: choice(['self', 'minorChild', 'represented']),
  familyName: name({ autocomplete: 'family-name' }),
  givenNames: name({ autocomplete: 'given-name', optional: 'depends' }),
  singleName: confirm({ optional: true }),
  birthDate: partialDate({ unknownAllowed: true, autocomplete: 'bday' }),
  authorisation: group('authorisation', { kind: choice(['powerOfAttorney', 'custodyProof', 'carerId', 'none']) }),
  subjectPerson: group(
    'person',
    {
      familyName: name(),
      givenNames: name({ optional: 'depends' }),
      singleName: confirm({ optional: true }),
      birthDate: partialDate({ unknownAllowed: true }),
      gender: choice(genderKeys),
    },
    { refused: nameRefusals },
  ),
  mainResidence: addressInGermany('section-home'),
  certificateType: choice(['simple', 'extended']),
  extendedItems: choices(extendedItems),
  copies: wholeNumber({ min: 1, most: 10, initial: '1' }),
  contact,
  declarations,
}

export type Fields = typeof fields
export type Order = Answers<Fields>

export const isForSelf = (a: Order) => a.subject === 'self'
export const isOnPaper = (a: Order) => a.contact?.delivery === 'post' || a.contact?.delivery === 'pickup'
export const personConcerned = (a: Order) => (isForSelf(a) ? a : a.subjectPerson)
