// What an objection to transmissions asks (Widerspruch, Übermittlungssperre; BMG sections 42(3), 50(5)): no reasons.
import { group } from '../../forms/containers.ts'
import { choice, choices, confirm, name, partialDate } from '../../forms/fields.ts'
import type { Answers } from '../../forms/service.ts'
import { genderKeys } from '../../law/lists/genders.ts'
import { newAddress } from '../shared/address.ts'
import { authorisation, contact, declarations, filer } from '../shared/envelope.ts'
import { nameRefusals } from '../shared/person.ts'

export const fields = {
  filerRole: choice(['self', 'custodialParent', 'legalGuardian', 'carer', 'authorizedRepresentative']),
  filer,
  authorisation,
  // Stored as `action` too, the id of the official list; a question of that name would be taken for a button.
  request: choice(['enter', 'revoke']),
  // One of them tells that somebody does not belong to the faith of their family (GDPR Art. 9).
  blocks: choices(['parties', 'jubilees', 'religiousSocieties'], { sensitive: true }),
  person: group(
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
  residence: newAddress('section-home'),
  contact,
  declarations,
}

export type Fields = typeof fields
export type Objection = Answers<Fields>
export const isForSelf = (a: Objection) => a.filerRole === 'self'
