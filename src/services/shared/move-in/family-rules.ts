// The rules asked of each person about the family: what two people of one filing say must fit together; texts `rules.<id>`.
import { rulesForEach } from '../../../forms/rules.ts'
import { needsSpouse } from '../../../law/lists/family-status.ts'
import { hasYear, mayBeSame } from '../../../law/partial-date.ts'
import { fullNameOf } from '../envelope.ts'
import { filesForSelf } from '../filer.ts'
import type { Fields, Registrant, Registration } from './fields.ts'
import { isMarriedTo, isMinor, isNamed } from './known.ts'

const { error, warning } = rulesForEach<Fields, 'persons'>('persons')

const namesOf = (people: Registrant[]) => people.map(person => fullNameOf(person))
const others = (p: Registrant, { persons = [] }: Registration) => persons.filter(({ id }) => id !== p.id)
const marriedTo = (p: Registrant, a: Registration) => others(p, a).filter(other => isMarriedTo(other, p))
/** The spouse with pages of their own in this filing. */
const spouseAmong = (p: Registrant, a: Registration) =>
  others(p, a).filter(other => p.spouse !== undefined && isNamed(other, p.spouse))
/** Both days go into the register, so one that says more than the other is told, too. */
const isMarriedOtherwise = ({ marriage: own }: Registrant, { marriage: others }: Registrant) =>
  hasYear(own?.date) && hasYear(others?.date) && own.date !== others.date
const representsSelf = (p: Registrant) =>
  (p.legalRepresentatives ?? []).some(other => isNamed(p, other) && p.birthDate === other.birthDate)
const represents = (p: Registrant, relations: string[]) =>
  (p.legalRepresentatives ?? []).some(({ relation = '' }) => relations.includes(relation))

type Relative = { familyName?: string; givenNames?: string; birthDate?: string; gender?: string }
type Told = (relatives: Relative[], p: Registrant, a: Registration) => string[]
/** Who says themselves when they were born: the others, and who files for them. */
const selves = (p: Registrant, a: Registration): Relative[] =>
  filesForSelf(a) || !a.filer ? others(p, a) : [...others(p, a), a.filer]
/** "Thomas Bergmann (1984-05-12 / 1985-05-12)": as it stands with this person, and with the relative. Father and son may share a name. */
const bornOtherwise: Told = (relatives, p, a) =>
  relatives.flatMap(named => {
    const namesakes = selves(p, a).filter(other => isNamed(other, named))
    const isKnown = namesakes.some(other => mayBeSame(named.birthDate, other.birthDate))
    return isKnown ? [] : namesakes.map(other => `${fullNameOf(named)} (${named.birthDate} / ${other.birthDate})`)
  })
/** "Thomas Bergmann": this person says another sex than everybody of that name. */
const ofOtherGender: Told = (relatives, p, a) =>
  relatives
    .filter(named => {
      const known = selves(p, a).filter(other => isNamed(other, named) && named.gender && other.gender)
      return known.length > 0 && known.every(other => other.gender !== named.gender)
    })
    .map(named => fullNameOf(named))
type Alike = (one: Relative, other: Relative) => boolean
/** "Thomas Bergman / Thomas Bergmann": born on the same day and called alike, and nobody in the form has just that name. */
const namedOtherwise =
  (isAlike: Alike): Told =>
  (relatives, p, a) => {
    const slips = relatives.filter(named => !selves(p, a).some(other => isNamed(other, named)))
    const untold = selves(p, a).filter(other => !relatives.some(named => isNamed(other, named)))
    return slips.flatMap(named =>
      untold
        .filter(other => isBornWith(named, other) && isAlike(named, other))
        .map(other => `${fullNameOf(named)} / ${fullNameOf(other)}`),
    )
  }
const isBornWith: Alike = ({ birthDate: one }, { birthDate: other }) =>
  hasYear(one) && !one.endsWith('-00') && one === other
const hasSameGivenNames: Alike = (one, other) => one.givenNames !== undefined && one.givenNames === other.givenNames
const isAlike: Alike = (one, other) => one.familyName === other.familyName || hasSameGivenNames(one, other)

/** What is said of relatives is held against what they say themselves. */
const fits = (
  id: string,
  field: 'spouse.birthDate' | 'spouse.gender' | 'spouse.familyName' | 'minorChildren' | 'legalRepresentatives',
  told: Told,
) => {
  const relatives = (p: Registrant): Relative[] =>
    (field === 'minorChildren' || field === 'legalRepresentatives' ? p[field] : p.spouse && [p.spouse]) ?? []
  const found = (p: Registrant, a: Registration) => told(relatives(p), p, a)
  return warning(id, field, (p, a) => found(p, a).length > 0, found)
}

export const familyRules = [
  warning('R-F05', 'familyStatus', (p, a) => isMinor(p, a) && p.familyStatus !== undefined && p.familyStatus !== 'LD'),
  warning(
    'notMarried',
    'familyStatus',
    (p, a) => p.familyStatus !== undefined && !needsSpouse(p.familyStatus) && marriedTo(p, a).length > 0,
    (p, a) => namesOf(marriedTo(p, a)),
  ),
  fits('spouseBorn', 'spouse.birthDate', bornOtherwise),
  fits('childBorn', 'minorChildren', bornOtherwise),
  fits('representativeBorn', 'legalRepresentatives', bornOtherwise),
  fits('spouseGender', 'spouse.gender', ofOtherGender),
  fits('childGender', 'minorChildren', ofOtherGender),
  fits('representativeGender', 'legalRepresentatives', ofOtherGender),
  fits('spouseNamed', 'spouse.familyName', namedOtherwise(isAlike)),
  fits('childNamed', 'minorChildren', namedOtherwise(hasSameGivenNames)), // twins share the family name
  fits('representativeNamed', 'legalRepresentatives', namedOtherwise(isAlike)),
  warning(
    'weddingDiffers',
    'marriage.date',
    (p, a) => spouseAmong(p, a).some(other => isMarriedOtherwise(p, other)),
    (p, a) => namesOf(spouseAmong(p, a)),
  ),
  warning('representsSelf', 'legalRepresentatives', representsSelf, p => [fullNameOf(p)]),
  // A Betreuer is appointed for adults only (BGB section 1814), parents and a Vormund represent children (sections 1629, 1773).
  error('carerOfChild', 'legalRepresentatives', (p, a) => isMinor(p, a) && represents(p, ['B'])),
  error(
    'parentOfAdult',
    'legalRepresentatives',
    (p, a) => hasYear(p.birthDate) && a.moveInDate !== undefined && !isMinor(p, a) && represents(p, ['E', 'V']),
  ),
]
