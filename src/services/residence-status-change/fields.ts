// What a change of the main residence asks (BMG sections 21(4) and 22).
import { members } from '../../forms/containers.ts'
import { choice, date, longText } from '../../forms/fields.ts'
import type { Answers } from '../../forms/service.ts'
import { addressInGermany } from '../shared/address.ts'
import { authorisation, contact, declarations, filer } from '../shared/envelope.ts'
import { personShort, personShortRefusals } from '../shared/person-short.ts'

const kinds = ['main', 'secondary'] as const

export const fields = {
  // Heads of institutions report who moves in (BMG section 32), not which dwelling is the main one.
  filerRole: choice([
    'self',
    'familyMember',
    'householderUnder16',
    'legalGuardian',
    'carer',
    'authorizedRepresentative',
  ]),
  filer,
  authorisation,
  persons: members('person', personShort, { min: 1, max: 12, refused: personShortRefusals }),
  statusChangeDate: date(),
  residences: members(
    'otherResidence',
    { address: addressInGermany(), statusBefore: choice(kinds), statusAfter: choice(kinds) },
    { min: 2, max: 6 },
  ),
  mainResidenceReason: choice(
    ['predominantUse', 'familyResidence', 'custodialResidence', 'centreOfLife', 'disabledHomeRequest'],
    { sensitive: true },
  ),
  reasonText: longText({ max: 1000, optional: true, sensitive: true }),
  contact,
  declarations,
}

export type Fields = typeof fields
export type StatusChange = Answers<Fields>
