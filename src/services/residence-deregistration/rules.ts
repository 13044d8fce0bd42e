// The rules of giving up a dwelling (R-D) and those about its persons; their words are texts `rules.<id>`.
import { rulesFor, rulesForEach } from '../../forms/rules.ts'
import { addDays } from '../../law/dates.ts'
import { earliestDeregistration, registrationDeadline } from '../../law/deadlines.ts'
import { ageOn, hasYear, isAfter } from '../../law/partial-date.ts'
import { statusesAreConsistent } from '../../law/residences.ts'
import { filesForSelf, isAlone, isFiler } from '../shared/filer.ts'
import type { Deregistration, Fields } from './fields.ts'
import { goesAbroad, keepsOthers } from './pages.ts'

const { error, warning, info } = rulesFor<Fields>()
const each = rulesForEach<Fields, 'persons'>('persons')

const isFuture = (date: string | undefined, day: string) => date !== undefined && isAfter(date, day)
const statusesAfter = (a: Deregistration) => (a.remainingResidences ?? []).map(dwelling => dwelling.statusAfter ?? '')
const ageAtMoveOut = (birthDate: string | undefined, a: Deregistration) =>
  hasYear(birthDate) && a.moveOutDate !== undefined ? ageOn(birthDate, a.moveOutDate) : undefined
/** Those from whose dwelling a child under 16 moves out, or who may decide where it lives (BMG section 17(3)). */
const mayFileForChild = (a: Deregistration) =>
  ['familyMember', 'householderUnder16', 'legalGuardian'].includes(a.filerRole ?? '')
const isHere = (postalCode: string | undefined, town: { postalCodes: string[] }) =>
  postalCode === undefined || town.postalCodes.includes(postalCode)
const mainIsHere = (a: Deregistration, town: { postalCodes: string[] }) =>
  (a.remainingResidences ?? []).some(
    ({ statusAfter, address }) => statusAfter !== 'secondary' && isHere(address?.postalCode, town),
  )

export const rules = [
  {
    ...error('R-D03', 'deregistrationKind', a => a.deregistrationKind === 'movingInGermany'),
    instead: 'residence-change',
  },
  error(
    'R-D01',
    'moveOutDate',
    (a, { filedOn }) => a.moveOutDate !== undefined && filedOn < earliestDeregistration(a.moveOutDate),
  ),
  warning(
    'R-D02',
    'moveOutDate',
    (a, { filedOn }) => a.moveOutDate !== undefined && registrationDeadline(a.moveOutDate) < filedOn,
  ),
  warning(
    'longAgo',
    'moveOutDate',
    (a, { filedOn }) => a.moveOutDate !== undefined && a.moveOutDate < addDays(filedOn, -365),
  ),
  error(
    'moveOutBeforeBirth',
    'moveOutDate',
    a => filesForSelf(a) && a.moveOutDate !== undefined && isFuture(a.filer?.birthDate, a.moveOutDate),
  ),
  warning('R-D07', 'moveOutDate', a => a.filerRole === 'self' && (ageAtMoveOut(a.filer?.birthDate, a) ?? 99) < 16),
  error(
    'elsewhere',
    'residence.postalCode',
    (a, { town }) => a.deregistrationKind !== 'secondaryGivenUp' && !isHere(a.residence?.postalCode, town),
  ),
  error(
    'R-D05',
    'residenceStatus',
    a =>
      a.deregistrationKind === 'secondaryGivenUp' &&
      a.residenceStatus !== undefined &&
      a.residenceStatus !== 'secondary',
  ),
  error(
    'R-D06',
    'remainingResidences',
    a => keepsOthers(a) && statusesAfter(a).every(Boolean) && !statusesAreConsistent(statusesAfter(a)),
  ),
  error(
    'neitherHere',
    'remainingResidences',
    (a, { town }) =>
      a.deregistrationKind === 'secondaryGivenUp' && !isHere(a.residence?.postalCode, town) && !mainIsHere(a, town),
  ),
  error('filerBornLate', 'filer.birthDate', (a, { filedOn }) => isFuture(a.filer?.birthDate, filedOn)),
  warning('onlyOne', 'persons', isAlone),
  each.error(
    'oneFiler',
    'personRole',
    (p, a) => p.personRole === 'filer' && (a.persons ?? []).find(other => other.personRole === 'filer')?.id !== p.id,
  ),
  each.error('R-P01', 'birthDate', (p, _, { filedOn }) => isFuture(p.birthDate, filedOn)),
  each.error(
    'bornLate',
    'birthDate',
    (p, a, { filedOn }) =>
      !isFiler(p, a) &&
      a.moveOutDate !== undefined &&
      !isFuture(p.birthDate, filedOn) &&
      isFuture(p.birthDate, a.moveOutDate),
  ),
  each.warning('age130', 'birthDate', (p, _, { filedOn }) => hasYear(p.birthDate) && ageOn(p.birthDate, filedOn) > 130),
  each.warning(
    'R-D07',
    'birthDate',
    (p, a) => a.filerRole !== 'self' && (ageAtMoveOut(p.birthDate, a) ?? 99) < 16 && !mayFileForChild(a),
  ),
  each.info(
    'R-D08',
    'gender',
    (p, a) => goesAbroad(a) && p.gender === 'm' && (ageAtMoveOut(p.birthDate, a) ?? 0) >= 17,
  ),
  info('R-D09', 'residence', a => a.residence !== undefined),
  info('R-D10', 'residenceStatus', a => a.residenceStatus !== undefined && a.residenceStatus !== 'secondary'),
]
