// The rules of domain.md section 3 that a registration can break; their words are texts `rules.<id>`.
import type { Rule } from '../../forms/service.ts'
import { addDays } from '../../law/dates.ts'
import { registrationDeadline } from '../../law/deadlines.ts'
import { ageOn, isAfter } from '../../law/partial-date.ts'
import { statusesAreConsistent } from '../../law/residences.ts'
import { addressLines } from '../shared/address.ts'
import type { Fields, Registrant, Registration } from './fields.ts'
import { isMinor } from './pages.ts'

const isWithin = (a: Registration) => a.moveKind === 'withinMunicipality'
const isBefore = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a < b
const isFuture = (a: string | undefined, today: string) => a !== undefined && isAfter(a, today)
const isPast = (a: string | undefined, today: string) => isBefore(a, today)
const isSameAddress = (a: Registration) =>
  a.newResidence !== undefined &&
  a.previousResidence !== undefined &&
  addressLines(a.newResidence, 'de').join().toLowerCase() ===
    addressLines(a.previousResidence, 'de').join().toLowerCase()
const representatives = (p: Registrant) => p.legalRepresentatives ?? []
const documents = (p: Registrant) => p.idDocuments ?? []

/** Statuses of all dwellings after this filing (R-H01). */
export function statusesAfter(a: Registration): string[] {
  return [a.newResidenceStatus, ...(a.otherResidences ?? []).map(dwelling => dwelling.statusAfter)].filter(
    status => status !== undefined,
  )
}

export const rules: Rule<Fields>[] = [
  {
    id: 'R-A01',
    severity: 'error',
    field: 'moveInDate',
    holds: (a, { filedOn }) => a.moveInDate !== undefined && a.moveInDate > filedOn,
  },
  {
    id: 'R-A02',
    severity: 'warning',
    field: 'moveInDate',
    holds: (a, { filedOn }) => a.moveInDate !== undefined && registrationDeadline(a.moveInDate) < filedOn,
  },
  {
    id: 'R-A03',
    severity: 'warning',
    field: 'moveInDate',
    holds: (a, { filedOn }) => isPast(a.moveInDate, addDays(filedOn, -365)),
  },
  {
    id: 'R-A04',
    severity: 'error',
    field: 'newResidence.postalCode',
    holds: (a, { town }) =>
      a.newResidence?.postalCode !== undefined && !town.postalCodes.includes(a.newResidence.postalCode),
  },
  {
    id: 'R-A05',
    severity: 'error',
    field: 'previousResidence.postalCode',
    holds: (a, { town }) =>
      isWithin(a) &&
      a.previousResidence?.postalCode !== undefined &&
      !town.postalCodes.includes(a.previousResidence.postalCode),
  },
  { id: 'R-A06', severity: 'error', field: 'previousResidence', holds: a => isSameAddress(a) },
  {
    id: 'R-A08',
    severity: 'clerkOnly',
    field: 'landlordProof',
    holds: a => a.landlordProof === 'refused' || a.landlordProof === 'willFollow',
  },
  { id: 'R-A13', severity: 'info', field: 'moveKind', holds: a => a.moveKind === 'fromOtherMunicipality' },
  {
    id: 'R-A14',
    severity: 'info',
    field: 'newResidenceStatus',
    holds: a => statusesAfter(a).length > 0 && a.newResidenceStatus !== 'sole',
  },
  {
    id: 'R-A17',
    severity: 'warning',
    members: 'persons',
    field: 'idDocuments',
    holds: (p, _, { filedOn }) =>
      documents(p).length === 0 || documents(p).every(document => isPast(document.expiryDate, filedOn)),
  },
  { id: 'R-A18', severity: 'info', field: 'moveInDate', holds: a => a.moveInDate !== undefined },
  {
    id: 'R-A19',
    severity: 'error',
    field: 'filer.birthDate',
    holds: a =>
      a.filerRole === 'self' &&
      a.filer?.birthDate !== undefined &&
      a.moveInDate !== undefined &&
      ageOn(a.filer.birthDate, a.moveInDate) < 16,
  },
  {
    id: 'R-A21',
    severity: 'warning',
    field: 'newResidence.street',
    holds: (a, { town }) =>
      a.newResidence?.street !== undefined &&
      a.newResidence.postalCode !== undefined &&
      town.postalCodes.includes(a.newResidence.postalCode) &&
      !town.knowsStreet(a.newResidence.postalCode, a.newResidence.street),
  },
  {
    id: 'R-A23',
    severity: 'clerkOnly',
    members: 'persons',
    field: 'nationalities',
    holds: p => p.nationalities !== undefined && !p.nationalities.includes('DE'),
  },
  { id: 'R-A24', severity: 'info', field: 'neverLivedInGermany', holds: a => a.neverLivedInGermany === 'yes' },
  {
    id: 'moveOutGap',
    severity: 'warning',
    field: 'previousMoveOutDate',
    holds: a => a.previousMoveOutDate !== undefined && isBefore(addDays(a.previousMoveOutDate, 14), a.moveInDate),
  },
  {
    id: 'moveOutFuture',
    severity: 'error',
    field: 'previousMoveOutDate',
    holds: (a, { filedOn }) => isFuture(a.previousMoveOutDate, filedOn),
  },
  {
    id: 'departureAfterMoveIn',
    severity: 'error',
    field: 'lastDepartureDate',
    holds: a => a.moveInDate !== undefined && isFuture(a.lastDepartureDate, a.moveInDate),
  },
  {
    id: 'R-H01',
    severity: 'error',
    field: 'otherResidences',
    holds: a => statusesAfter(a).length > 1 && !statusesAreConsistent(statusesAfter(a)),
  },
  {
    id: 'keptNotSole',
    severity: 'error',
    field: 'newResidenceStatus',
    holds: a =>
      a.newResidenceStatus === 'sole' && (a.previousResidenceKept === 'yes' || a.moveKind === 'additionalResidence'),
  },
  {
    id: 'R-F01',
    severity: 'error',
    field: 'persons',
    holds: a => (a.persons ?? []).length > 1 && a.filerRole === 'self',
  },
  {
    id: 'oneFiler',
    severity: 'error',
    members: 'persons',
    field: 'personRole',
    holds: (p, a) =>
      p.personRole === 'filer' && (a.persons ?? []).find(other => other.personRole === 'filer')?.id !== p.id,
  },
  {
    id: 'childOf16',
    severity: 'warning',
    members: 'persons',
    field: 'birthDate',
    holds: (p, a) =>
      a.filerRole === 'householderUnder16' &&
      p.birthDate !== undefined &&
      a.moveInDate !== undefined &&
      ageOn(p.birthDate, a.moveInDate) >= 16,
  },
  {
    id: 'R-F02',
    severity: 'warning',
    members: 'persons',
    field: 'legalRepresentatives',
    holds: (p, a) =>
      isMinor(p, a) &&
      a.newResidenceStatus !== 'secondary' &&
      representatives(p).some(other => other.livesElsewhere === 'yes'),
  },
  {
    id: 'R-F05',
    severity: 'clerkOnly',
    members: 'persons',
    field: 'familyStatus',
    holds: (p, a) => isMinor(p, a) && p.familyStatus !== undefined && p.familyStatus !== 'LD',
  },
  {
    id: 'R-P01',
    severity: 'error',
    members: 'persons',
    field: 'birthDate',
    holds: (p, _, { filedOn }) => isFuture(p.birthDate, filedOn),
  },
  {
    id: 'bornLate',
    severity: 'error',
    members: 'persons',
    field: 'birthDate',
    holds: (p, a) =>
      a.moveInDate !== undefined && !isFuture(a.moveInDate, p.birthDate ?? '') && isFuture(p.birthDate, a.moveInDate),
  },
  {
    id: 'filerBornLate',
    severity: 'error',
    field: 'filer.birthDate',
    holds: (a, { filedOn }) => isFuture(a.filer?.birthDate, filedOn),
  },
  {
    id: 'age130',
    severity: 'warning',
    members: 'persons',
    field: 'birthDate',
    holds: (p, _, { filedOn }) =>
      p.birthDate !== undefined && p.birthDate !== '0000-00-00' && ageOn(p.birthDate, filedOn) > 130,
  },
  {
    id: 'marriageBeforeBirth',
    severity: 'error',
    members: 'persons',
    field: 'marriage.date',
    holds: p =>
      p.marriage?.date !== undefined &&
      p.birthDate !== undefined &&
      p.marriage.date !== '0000-00-00' &&
      p.marriage.date.slice(0, 4) < p.birthDate.slice(0, 4),
  },
  {
    id: 'marriageFuture',
    severity: 'error',
    members: 'persons',
    field: 'marriage.date',
    holds: (p, _, { filedOn }) => isFuture(p.marriage?.date, filedOn),
  },
  {
    id: 'endFuture',
    severity: 'error',
    members: 'persons',
    field: 'familyStatusEndDate',
    holds: (p, _, { filedOn }) => isFuture(p.familyStatusEndDate, filedOn),
  },
  {
    id: 'issuedLater',
    severity: 'error',
    members: 'persons',
    field: 'idDocuments',
    holds: (p, _, { filedOn }) => documents(p).some(document => isFuture(document.issueDate, filedOn)),
  },
  {
    id: 'germanSerial',
    severity: 'warning',
    members: 'persons',
    field: 'idDocuments',
    holds: p =>
      documents(p).some(
        document =>
          ['PA', 'RP'].includes(document.type ?? '') &&
          !/^[CFGHJKLMNPRTVWXYZ0-9]{9}$/i.test(document.serialNumber ?? ''),
      ),
  },
]
