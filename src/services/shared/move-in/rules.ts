// The rules of a filing as a whole: dates, dwellings, the landlord's proof; their words are texts `rules.<id>`.
import { rulesFor } from '../../../forms/rules.ts'
import { addDays } from '../../../law/dates.ts'
import { registrationDeadline } from '../../../law/deadlines.ts'
import { ageOn, hasYear, isAfter } from '../../../law/partial-date.ts'
import { statusesAreConsistent } from '../../../law/residences.ts'
import { comparable, streetFault } from '../address.ts'
import { fullNameOf } from '../envelope.ts'
import { filesForSelf, isAlone } from '../filer.ts'
import type { Fields, Registration } from './fields.ts'
import { keepsPrevious, withoutSpouse } from './known.ts'
import { personRules } from './person-rules.ts'

const { error, warning, info } = rulesFor<Fields>()

const isWithin = (a: Registration) => a.moveKind === 'withinMunicipality'
const isBefore = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a < b
const isFuture = (a: string | undefined, today: string) => a !== undefined && isAfter(a, today)

type Address = NonNullable<Registration['previousResidence']>
const isSameDwelling = (a: Address | undefined, b: Address | undefined) =>
  a !== undefined && b !== undefined && a.postalCode === b.postalCode && comparable(a) === comparable(b)
const isStatusChange = (a: Registration) => a.newResidenceStatus !== a.previousResidenceStatus
const isBornLater = (a: Registration) => a.moveInDate !== undefined && isFuture(a.filer?.birthDate, a.moveInDate)
const hasSeveral = (a: Registration) => statusesAfter(a).length > 1

/** Statuses of all dwellings after this filing (R-H01). */
function statusesAfter(a: Registration): string[] {
  return [a.newResidenceStatus, ...(a.otherResidences ?? []).map(dwelling => dwelling.statusAfter)].filter(
    status => status !== undefined,
  )
}

const placeOf = ({ newResidence = {} }: Registration) => newResidence

/** The dwelling that somebody keeps must be among the others they name (BMG section 21(4)). */
function keptAmongOthers(a: Registration) {
  return (a.otherResidences ?? []).find(dwelling => isSameDwelling(dwelling.address, a.previousResidence))
}

export const rules = [
  info('R-A18', 'moveInDate', a => a.moveInDate !== undefined),
  error('R-A01', 'moveInDate', (a, { filedOn }) => a.moveInDate !== undefined && a.moveInDate > filedOn),
  warning(
    'R-A02',
    'moveInDate',
    (a, { filedOn }) => a.moveInDate !== undefined && registrationDeadline(a.moveInDate) < filedOn,
  ),
  warning('R-A03', 'moveInDate', (a, { filedOn }) => isBefore(a.moveInDate, addDays(filedOn, -365))),
  error(
    'R-A04',
    'newResidence.postalCode',
    (a, { town }) => a.newResidence?.postalCode !== undefined && !town.postalCodes.includes(a.newResidence.postalCode),
  ),
  error(
    'R-A05',
    'previousResidence.postalCode',
    (a, { town }) =>
      isWithin(a) &&
      a.previousResidence?.postalCode !== undefined &&
      !town.postalCodes.includes(a.previousResidence.postalCode),
  ),
  warning('sameDwelling', 'previousResidence', a => isSameDwelling(a.newResidence, a.previousResidence)),
  error('R-A06', 'newResidenceStatus', a => !isStatusChange(a) && isSameDwelling(a.newResidence, a.previousResidence)),
  {
    ...warning('R-A08', 'landlordProof', a => a.landlordProof === 'refused' || a.landlordProof === 'willFollow'),
    settledBy: 'landlord',
    goesOn: true,
  },
  info('R-A13', 'moveKind', a => a.moveKind === 'fromOtherMunicipality'),
  info('R-A14', 'newResidenceStatus', a => statusesAfter(a).length > 0 && a.newResidenceStatus !== 'sole'),
  error('filerBornLate', 'filer.birthDate', (a, { filedOn }) => isFuture(a.filer?.birthDate, filedOn)),
  error('moveInBeforeBirth', 'moveInDate', a => filesForSelf(a) && isBornLater(a)),
  error(
    'R-A19',
    'moveInDate',
    a =>
      a.filerRole === 'self' &&
      !isBornLater(a) &&
      hasYear(a.filer?.birthDate) &&
      a.moveInDate !== undefined &&
      ageOn(a.filer.birthDate, a.moveInDate) < 16,
  ),
  warning('R-A21', 'newResidence.street', (a, facts) => streetFault(placeOf(a), facts) === 'unknown'),
  warning('streetElsewhere', 'newResidence.postalCode', (a, facts) => streetFault(placeOf(a), facts) === 'elsewhere'),
  info('R-A24', 'neverLivedInGermany', a => a.neverLivedInGermany === 'yes'),
  warning(
    'moveOutGap',
    'previousMoveOutDate',
    a => a.previousMoveOutDate !== undefined && isBefore(addDays(a.previousMoveOutDate, 14), a.moveInDate),
  ),
  warning('moveOutFuture', 'previousMoveOutDate', (a, { filedOn }) => isFuture(a.previousMoveOutDate, filedOn)),
  error(
    'departureAfterMoveIn',
    'lastDepartureDate',
    a => a.moveInDate !== undefined && isFuture(a.lastDepartureDate, a.moveInDate),
  ),
  error('R-H01', 'otherResidences', a => hasSeveral(a) && !statusesAreConsistent(statusesAfter(a))),
  error('keptMissing', 'otherResidences', a => hasSeveral(a) && keepsPrevious(a) && !keptAmongOthers(a)),
  error(
    'keptOtherStatus',
    'otherResidences',
    a =>
      a.previousResidenceKeptAs !== undefined &&
      (keptAmongOthers(a)?.statusAfter ?? a.previousResidenceKeptAs) !== a.previousResidenceKeptAs,
  ),
  error(
    'keptMain',
    'newResidenceStatus',
    a => keepsPrevious(a) && a.previousResidenceKeptAs === 'main' && a.newResidenceStatus === 'main',
  ),
  error('keptNotSole', 'newResidenceStatus', a => a.newResidenceStatus === 'sole' && keepsPrevious(a)),
  warning('onlyOne', 'persons', a => isAlone(a) && withoutSpouse(a).length === 0),
  warning(
    'spouseMissing',
    'persons',
    a => withoutSpouse(a).length > 0,
    a => withoutSpouse(a).map(({ spouse }) => fullNameOf(spouse)),
  ),
  ...personRules,
]
