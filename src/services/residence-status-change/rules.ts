// The rules of a changed main residence (R-H) and those about its persons; their words are texts `rules.<id>`.
import { rulesFor, rulesForEach } from '../../forms/rules.ts'
import { addDays, type Day } from '../../law/dates.ts'
import { registrationDeadline } from '../../law/deadlines.ts'
import { ageOn, hasYear, isAfter } from '../../law/partial-date.ts'
import { statusesAreConsistent } from '../../law/residences.ts'
import { comparable } from '../shared/address.ts'
import { isAlone } from '../shared/filer.ts'
import { isMinorOn } from '../shared/person.ts'
import type { Fields, StatusChange } from './fields.ts'

const { error, warning, info } = rulesFor<Fields>()
const each = rulesForEach<Fields, 'persons'>('persons')

type Dwelling = NonNullable<StatusChange['residences']>[number]
const dwellings = (a: StatusChange) => a.residences ?? []
/** With fewer than two the list itself says what is missing. */
const isWhole = (statuses: (string | undefined)[]): statuses is string[] =>
  statuses.length > 1 && statuses.every(Boolean)
const isWrong = (a: StatusChange, of: (dwelling: Dwelling) => string | undefined) => {
  const statuses = dwellings(a).map(of)
  return isWhole(statuses) && !statusesAreConsistent(statuses)
}
const before = (dwelling: Dwelling) => dwelling.statusBefore
const after = (dwelling: Dwelling) => dwelling.statusAfter
export const newMain = (a: StatusChange) => dwellings(a).find(dwelling => after(dwelling) === 'main')

const isNamedTwice = ({ address }: Dwelling, _: number, all: Dwelling[]) =>
  address !== undefined && all.filter(other => comparable(other.address) === comparable(address)).length > 1

const isFuture = (date: string | undefined, day: string) => date !== undefined && isAfter(date, day)
const isUnder = (birthDate: string | undefined, years: number, day: string) =>
  !hasYear(birthDate) || ageOn(birthDate, day) < years
/** BMG section 22(2) speaks of minors, section 22(5) of people under 25. */
const ageLimits: Record<string, number> = { custodialResidence: 18, disabledHomeRequest: 25 }
const isTooOldFor = (limit: number | undefined, a: StatusChange, today: string) =>
  limit !== undefined && !(a.persons ?? []).some(person => isUnder(person.birthDate, limit, today))

/** Two weeks ahead, as the deadline is two weeks after. */
export const earliestFiling = (day: Day) => addDays(day, -14)

export const rules = [
  info('R-A18', 'statusChangeDate', a => a.statusChangeDate !== undefined),
  error(
    'farAhead',
    'statusChangeDate',
    (a, { filedOn }) => a.statusChangeDate !== undefined && filedOn < earliestFiling(a.statusChangeDate),
  ),
  warning(
    'ahead',
    'statusChangeDate',
    (a, { filedOn }) =>
      a.statusChangeDate !== undefined && a.statusChangeDate > filedOn && filedOn >= earliestFiling(a.statusChangeDate),
  ),
  warning(
    'R-T07',
    'statusChangeDate',
    (a, { filedOn }) => a.statusChangeDate !== undefined && registrationDeadline(a.statusChangeDate) < filedOn,
  ),
  warning(
    'longAgo',
    'statusChangeDate',
    (a, { filedOn }) => a.statusChangeDate !== undefined && a.statusChangeDate < addDays(filedOn, -365),
  ),
  error(
    'beforeBirth',
    'statusChangeDate',
    ({ persons = [], statusChangeDate: day }) =>
      day !== undefined && persons.some(person => isFuture(person.birthDate, day)),
  ),
  error('filerBornLate', 'filer.birthDate', (a, { filedOn }) => isFuture(a.filer?.birthDate, filedOn)),
  warning(
    'under16',
    'filer.birthDate',
    (a, { filedOn }) =>
      a.filerRole === 'self' &&
      hasYear(a.filer?.birthDate) &&
      !isFuture(a.filer.birthDate, filedOn) &&
      ageOn(a.filer.birthDate, filedOn) < 16,
  ),
  error('mainBefore', 'residences', a => isWrong(a, before)),
  error('R-H01', 'residences', a => isWrong(a, after)),
  error(
    'unchanged',
    'residences',
    a => isWhole(dwellings(a).map(after)) && dwellings(a).every(dwelling => before(dwelling) === after(dwelling)),
  ),
  error('elsewhere', 'residences', (a, { town }) => {
    const postalCode = newMain(a)?.address?.postalCode
    return postalCode !== undefined && !town.postalCodes.includes(postalCode)
  }),
  warning('sameDwelling', 'residences', a => dwellings(a).some(isNamedTwice)),
  info('R-A14', 'residences', a => dwellings(a).length > 1),
  {
    ...warning('R-H02', 'mainResidenceReason', (a, { filedOn }) =>
      isTooOldFor(ageLimits[a.mainResidenceReason ?? ''], a, filedOn),
    ),
    settledBy: 'reason',
  },
  warning('onlyOne', 'persons', isAlone),
  each.error(
    'oneFiler',
    'personRole',
    (p, a) => p.personRole === 'filer' && (a.persons ?? []).find(other => other.personRole === 'filer')?.id !== p.id,
  ),
  each.error('R-P01', 'birthDate', (p, _, { filedOn }) => isFuture(p.birthDate, filedOn)),
  each.warning('age130', 'birthDate', (p, _, { filedOn }) => hasYear(p.birthDate) && ageOn(p.birthDate, filedOn) > 130),
  each.warning('R-F02', 'birthDate', (p, _, { filedOn }) => isMinorOn(p.birthDate, filedOn)),
]
