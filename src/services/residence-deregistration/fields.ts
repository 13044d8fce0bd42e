// What giving up a dwelling asks (Meldeschein Abmeldung; BMG sections 17(2), 21(4) and 23(6)).
import { group, members } from '../../forms/containers.ts'
import { choice, code, country, date } from '../../forms/fields.ts'
import type { Answers } from '../../forms/service.ts'
import { dwellingStatuses } from '../../law/residences.ts'
import { addressAbroadAsKnown, addressInGermany } from '../shared/address.ts'
import { authorisation, contact, declarations, filer } from '../shared/envelope.ts'
import { filerRoles } from '../shared/filer.ts'
import { personShort, personShortRefusals } from '../shared/person-short.ts'

export const fields = {
  filerRole: choice(filerRoles),
  filer,
  authorisation,
  // Moving inside Germany is offered to be explained: R-D03.
  deregistrationKind: choice(['movingAbroad', 'noNewDwelling', 'secondaryGivenUp', 'movingInGermany']),
  moveOutDate: date(),
  residence: addressInGermany('section-old'),
  residenceStatus: choice(dwellingStatuses),
  remainingResidences: members(
    'otherResidence',
    { address: addressInGermany(), statusAfter: choice(dwellingStatuses) },
    { min: 1, max: 5 },
  ),
  destinationCountry: country({ without: ['DE'], unknownAllowed: true }),
  destinationAddress: addressAbroadAsKnown(),
  persons: members('person', personShort, { min: 1, max: 12, refused: personShortRefusals }),
  // Compared with the one number stored for this person, never searched for (BMG section 23(6), PAuswG section 20(3)).
  idMatch: group('idMatch', {
    serialNumber: code(/^[A-Za-z0-9<-]{1,20}$/, { width: 20, optional: true, sensitive: true }),
  }),
  contact,
  declarations,
}

export type Fields = typeof fields
export type Deregistration = Answers<Fields>
