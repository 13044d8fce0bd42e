// What the registration of a residence asks (Meldeschein; BMG sections 17, 21 to 24).
import { group, members } from '../../../forms/containers.ts'
import { choice, country, date, longText, partialDate, text, wholeNumber, yesNo } from '../../../forms/fields.ts'
import type { Answers, Member } from '../../../forms/service.ts'
import { dwellingStatuses } from '../../../law/residences.ts'
import { addressAnywhere, addressAsKnown, addressInGermany, newAddress } from '../address.ts'
import { authorisation, contact, declarations, filer } from '../envelope.ts'
import { filerRoles } from '../filer.ts'
import { person, personConditions, personRefusals } from '../person.ts'

export const fields = {
  filerRole: choice(filerRoles),
  filer,
  authorisation,
  moveInDate: date(),
  newResidence: newAddress('section-new'),
  moveKind: choice([
    'fromOtherMunicipality',
    'withinMunicipality',
    'fromAbroad',
    'additionalResidence',
    'afterExemption',
    'institution',
  ]),
  previousResidence: addressInGermany('section-old'),
  previousResidenceStatus: choice(dwellingStatuses),
  previousResidenceKept: yesNo(),
  previousResidenceKeptAs: choice(['main', 'secondary']),
  previousMoveOutDate: date({ optional: 'depends' }),
  arrivalCountry: country({ without: ['DE'] }),
  neverLivedInGermany: yesNo(),
  lastResidenceInGermany: addressAsKnown(),
  lastDepartureDate: partialDate({ optional: 'depends', unknownAllowed: true }),
  newResidenceStatus: choice(dwellingStatuses),
  otherResidences: members(
    'otherResidence',
    {
      address: addressInGermany(),
      statusAfter: choice(['main', 'secondary']),
    },
    { min: 1, max: 5 },
  ),
  mainResidenceReason: choice(
    ['predominantUse', 'familyResidence', 'custodialResidence', 'centreOfLife', 'disabledHomeRequest'],
    { sensitive: true },
  ),
  mainResidenceDaysPerYear: wholeNumber({ min: 0, most: 366, optional: true }),
  persons: members('person', person, { min: 1, max: 12, shownWhen: personConditions, refused: personRefusals }),
  landlordProof: choice(['willFollow', 'refused', 'ownerOccupier', 'institution']),
  landlord: group(
    'landlord',
    {
      name: text({ max: 200, spellcheck: false }),
      ownerDiffers: yesNo(),
      ownerName: text({ max: 200, spellcheck: false }),
      refusalReason: longText({ max: 500 }),
      address: addressAnywhere(),
    },
    {
      shownWhen: {
        ownerName: landlord => landlord.ownerDiffers === 'yes',
        refusalReason: (_, answers) => answers.landlordProof === 'refused',
      },
    },
  ),
  informationBlockWish: yesNo(),
  contact,
  declarations,
}

export type Fields = typeof fields
export type Registration = Answers<Fields>
export type Registrant = Member<typeof person>
export type Dwelling = NonNullable<Registration['otherResidences']>[number]
