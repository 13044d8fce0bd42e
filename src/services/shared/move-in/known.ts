// What follows from answers given so far: who files for whom, what was kept, and what need not be typed again.
import type { Offer } from '../../../forms/service.ts'
import { addressLines } from '../address.ts'
import { fullNameOf } from '../envelope.ts'
import { filesForSelf } from '../filer.ts'
import { isMinorOn } from '../person.ts'
import type { Dwelling, Registrant, Registration } from './fields.ts'

export const hasPrevious = (a: Registration) =>
  ['fromOtherMunicipality', 'withinMunicipality', 'additionalResidence'].includes(a.moveKind ?? '')
export const keepsPrevious = (a: Registration) =>
  a.moveKind === 'additionalResidence' || a.previousResidenceKept === 'yes'
/** No German, dual nationals included among Germans; nobody whose nationality is not stated. */
export const isForeign = ({ nationalities = [] }: Registrant) =>
  nationalities.length > 0 && !nationalities.includes('DE')
export const isMinor = (p: Registrant, a: Registration) => isMinorOn(p.birthDate, a.moveInDate)

/** The first person is the one who types, unless they file for somebody else; the next may be the spouse already named. */
export function nextPerson(a: Registration): Record<string, unknown> {
  if ((a.persons ?? []).length === 0) return filesForSelf(a) ? { personRole: 'filer' } : {}
  const [married] = withoutSpouse(a)
  return married ? spouseAsPerson(married) : {}
}

/** Persons whose spouse is said to move in, but is not among them: neither by name nor as the filer's other half. */
export function withoutSpouse({ persons = [] }: Registration): Registrant[] {
  return persons.filter(
    one => one.spouse?.movesAlong === 'yes' && !persons.some(other => other.id !== one.id && isMarriedTo(one, other)),
  )
}

type Names = { familyName?: string; givenNames?: string }
export const isNamed = (person: Names, { familyName, givenNames }: Names) =>
  person.familyName === familyName && person.givenNames === givenNames
const halves = ['spouse', 'lifePartner']
const isCouple = (one = '', other = '') =>
  (one === 'filer' && halves.includes(other)) || (other === 'filer' && halves.includes(one))

function spouseAsPerson({ spouse = {}, familyStatus, marriage }: Registrant): Record<string, unknown> {
  const { familyName, givenNames, singleName, doctorate, birthDate, gender, birthName } = spouse
  const personRole = familyStatus === 'LP' ? 'lifePartner' : 'spouse'
  const otherNames = birthName ? 'yes' : undefined
  return {
    personRole,
    familyName,
    givenNames,
    singleName,
    doctorate,
    birthDate,
    gender,
    birthName,
    otherNames,
    familyStatus,
    marriage,
  }
}

export function knownSpouses(person: Registrant, a: Registration): Offer[] {
  return (a.persons ?? [])
    .filter(other => other.id !== person.id && other.birthDate && !isMinor(other, a))
    .map(other => ({
      label: fullNameOf(other),
      values: { ...identityOf(other), birthName: other.birthName, movesAlong: 'yes' },
      isTaken: isNamed(other, person.spouse ?? {}),
    }))
}

/** Day and place of the wedding, as the other half has said them. */
export function knownWeddings(person: Registrant, a: Registration): Offer[] {
  return (a.persons ?? [])
    .filter(other => other.id !== person.id && other.marriage?.date && isMarriedTo(other, person))
    .map(other => ({
      label: fullNameOf(other),
      values: other.marriage ?? {},
      isTaken: other.marriage?.date === person.marriage?.date && other.marriage?.place === person.marriage?.place,
    }))
}

/** One says so, by name, or they are the filer and the filer's other half. */
export const isMarriedTo = (one: Registrant, other: Registrant) =>
  (one.spouse !== undefined && isNamed(other, one.spouse)) || isCouple(one.personRole, other.personRole)

/** What the filer is to a person they file for. */
const ownRelations: Record<string, string> = { householderUnder16: 'E', legalGuardian: 'V', carer: 'B' }

export function knownRepresentatives(person: Registrant, a: Registration): Offer[] {
  const adults = (a.persons ?? []).filter(other => other.id !== person.id && other.birthDate && !isMinor(other, a))
  const usual = isMinor(person, a) ? 'E' : 'B' // parents represent children, Betreuer adults (BGB sections 1629, 1814)
  const parents = adults.map(other => ({ relation: usual, livesElsewhere: 'no', ...identityOf(other) }))
  const relation = ownRelations[a.filerRole ?? '']
  const own = relation && a.filer ? [{ relation, ...identityOf({ id: '', ...a.filer }) }] : []
  return [...parents, ...own].map(values => ({ label: fullNameOf(values), values, isTaken: isAmong(person, values) }))
}

const isAmong = ({ legalRepresentatives = [] }: Registrant, values: Names & { birthDate?: string }) =>
  legalRepresentatives.some(
    known => isNamed(known, values) && (known.birthDate === undefined || known.birthDate === values.birthDate),
  )

function identityOf({ familyName, givenNames, singleName, doctorate, birthDate, gender }: Registrant) {
  return { familyName, givenNames, singleName, doctorate, birthDate, gender }
}

export function knownDwellings(a: Registration): Offer[] {
  if (!hasPrevious(a) || !keepsPrevious(a) || !a.previousResidence) return []
  const label = addressLines(a.previousResidence, 'de').join(', ')
  const taken = (a.otherResidences ?? []).some(
    (dwelling: Dwelling) => addressLines(dwelling.address ?? {}, 'de').join(', ') === label,
  )
  return taken ? [] : [{ label, values: { address: a.previousResidence, statusAfter: a.previousResidenceKeptAs } }]
}
