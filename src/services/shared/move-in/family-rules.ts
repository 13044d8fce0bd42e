// The rules asked of each person about the family: what two people of one filing say must fit together; texts `rules.<id>`.
import { rulesForEach } from '../../../forms/rules.ts'
import { needsSpouse } from '../../../law/lists/family-status.ts'
import { hasYear, mayBeSame } from '../../../law/partial-date.ts'
import { fullNameOf } from '../envelope.ts'
import type { Fields, Registrant, Registration } from './fields.ts'
import { isCouple, isMinor, isNamed } from './known.ts'

const { error, warning } = rulesForEach<Fields, 'persons'>('persons')

const namesOf = (people: Registrant[]) => people.map(person => fullNameOf(person))
const others = (p: Registrant, { persons = [] }: Registration) => persons.filter(({ id }) => id !== p.id)
/** Who says to be married to this person, by name or as the filer's other half. */
const marriedTo = (p: Registrant, a: Registration) =>
  others(p, a).filter(({ spouse, personRole }) => (spouse && isNamed(p, spouse)) || isCouple(personRole, p.personRole))
/** The spouse with pages of their own in this filing. */
const spouseAmong = (p: Registrant, a: Registration) =>
  others(p, a).filter(other => p.spouse !== undefined && isNamed(other, p.spouse))
const isBornOtherwise = (p: Registrant, other: Registrant) => !mayBeSame(p.spouse?.birthDate, other.birthDate)
const isMarriedOtherwise = (p: Registrant, other: Registrant) => !mayBeSame(p.marriage?.date, other.marriage?.date)
const represents = (p: Registrant, relations: string[]) =>
  (p.legalRepresentatives ?? []).some(({ relation = '' }) => relations.includes(relation))

export const familyRules = [
  warning('R-F05', 'familyStatus', (p, a) => isMinor(p, a) && p.familyStatus !== undefined && p.familyStatus !== 'LD'),
  warning(
    'notMarried',
    'familyStatus',
    (p, a) => p.familyStatus !== undefined && !needsSpouse(p.familyStatus) && marriedTo(p, a).length > 0,
    (p, a) => namesOf(marriedTo(p, a)),
  ),
  warning(
    'spouseBorn',
    'spouse.birthDate',
    (p, a) => spouseAmong(p, a).some(other => isBornOtherwise(p, other)),
    (p, a) => namesOf(spouseAmong(p, a)),
  ),
  warning(
    'weddingDiffers',
    'marriage.date',
    (p, a) => spouseAmong(p, a).some(other => isMarriedOtherwise(p, other)),
    (p, a) => namesOf(spouseAmong(p, a)),
  ),
  // A Betreuer is appointed for adults only (BGB section 1814), parents and a Vormund represent children (sections 1629, 1773).
  error('carerOfChild', 'legalRepresentatives', (p, a) => isMinor(p, a) && represents(p, ['B'])),
  error(
    'parentOfAdult',
    'legalRepresentatives',
    (p, a) => hasYear(p.birthDate) && a.moveInDate !== undefined && !isMinor(p, a) && represents(p, ['E', 'V']),
  ),
]
