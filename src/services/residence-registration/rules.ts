// The rules of a filing as a whole: dates, dwellings, the landlord's proof; their words are texts `rules.<id>`.
import { rulesFor } from '../../forms/service.ts'
import { addDays } from '../../law/dates.ts'
import { registrationDeadline } from '../../law/deadlines.ts'
import { ageOn, isAfter } from '../../law/partial-date.ts'
import { statusesAreConsistent } from '../../law/residences.ts'
import { addressLines } from '../shared/address.ts'
import type { Fields, Registration } from './fields.ts'
import { personRules } from './person-rules.ts'

const { error, warning, info, clerkOnly } = rulesFor<Fields>()

const isWithin = (a: Registration) => a.moveKind === 'withinMunicipality'
const isBefore = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a < b
const isFuture = (a: string | undefined, today: string) => a !== undefined && isAfter(a, today)
const inWords = (address: Parameters<typeof addressLines>[0] | undefined) =>
  addressLines(address ?? {}, 'de')
    .join()
    .toLowerCase()
const isSameAddress = (a: Registration) =>
  a.previousResidence !== undefined && inWords(a.newResidence) === inWords(a.previousResidence)

/** Statuses of all dwellings after this filing (R-H01). */
function statusesAfter(a: Registration): string[] {
  return [a.newResidenceStatus, ...(a.otherResidences ?? []).map(dwelling => dwelling.statusAfter)].filter(
    status => status !== undefined,
  )
}

export const rules = [
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
  error('R-A06', 'previousResidence', a => isSameAddress(a)),
  clerkOnly('R-A08', 'landlordProof', a => a.landlordProof === 'refused' || a.landlordProof === 'willFollow'),
  info('R-A13', 'moveKind', a => a.moveKind === 'fromOtherMunicipality'),
  info('R-A14', 'newResidenceStatus', a => statusesAfter(a).length > 0 && a.newResidenceStatus !== 'sole'),
  info('R-A18', 'moveInDate', a => a.moveInDate !== undefined),
  error(
    'R-A19',
    'filer.birthDate',
    a =>
      a.filerRole === 'self' &&
      a.filer?.birthDate !== undefined &&
      a.moveInDate !== undefined &&
      ageOn(a.filer.birthDate, a.moveInDate) < 16,
  ),
  warning(
    'R-A21',
    'newResidence.street',
    (a, { town }) =>
      a.newResidence?.street !== undefined &&
      a.newResidence.postalCode !== undefined &&
      town.postalCodes.includes(a.newResidence.postalCode) &&
      !town.knowsStreet(a.newResidence.postalCode, a.newResidence.street),
  ),
  info('R-A24', 'neverLivedInGermany', a => a.neverLivedInGermany === 'yes'),
  warning(
    'moveOutGap',
    'previousMoveOutDate',
    a => a.previousMoveOutDate !== undefined && isBefore(addDays(a.previousMoveOutDate, 14), a.moveInDate),
  ),
  error('moveOutFuture', 'previousMoveOutDate', (a, { filedOn }) => isFuture(a.previousMoveOutDate, filedOn)),
  error(
    'departureAfterMoveIn',
    'lastDepartureDate',
    a => a.moveInDate !== undefined && isFuture(a.lastDepartureDate, a.moveInDate),
  ),
  error('R-H01', 'otherResidences', a => statusesAfter(a).length > 1 && !statusesAreConsistent(statusesAfter(a))),
  error(
    'keptNotSole',
    'newResidenceStatus',
    a => a.newResidenceStatus === 'sole' && (a.previousResidenceKept === 'yes' || a.moveKind === 'additionalResidence'),
  ),
  error('R-F01', 'persons', a => (a.persons ?? []).length > 1 && a.filerRole === 'self'),
  error('filerBornLate', 'filer.birthDate', (a, { filedOn }) => isFuture(a.filer?.birthDate, filedOn)),
  ...personRules,
]
