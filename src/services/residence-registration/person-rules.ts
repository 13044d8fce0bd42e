// The rules asked of each person: age, family, names, papers; their words are texts `rules.<id>`.
import { rulesForEach } from '../../forms/service.ts'
import { ageOn, isAfter } from '../../law/partial-date.ts'
import type { Fields, Registrant } from './fields.ts'
import { isMinor } from './pages.ts'

const { error, warning, clerkOnly } = rulesForEach<Fields, 'persons'>('persons')

const isFuture = (a: string | undefined, today: string) => a !== undefined && isAfter(a, today)
const isPast = (a: string | undefined, today: string) => a !== undefined && a < today
const representatives = (p: Registrant) => p.legalRepresentatives ?? []
const documents = (p: Registrant) => p.idDocuments ?? []

export const personRules = [
  warning(
    'R-A17',
    'idDocuments',
    (p, _, { filedOn }) =>
      documents(p).length === 0 || documents(p).every(document => isPast(document.expiryDate, filedOn)),
  ),
  clerkOnly('R-A23', 'nationalities', p => p.nationalities !== undefined && !p.nationalities.includes('DE')),
  error(
    'oneFiler',
    'personRole',
    (p, a) => p.personRole === 'filer' && (a.persons ?? []).find(other => other.personRole === 'filer')?.id !== p.id,
  ),
  warning(
    'childOf16',
    'birthDate',
    (p, a) =>
      a.filerRole === 'householderUnder16' &&
      p.birthDate !== undefined &&
      a.moveInDate !== undefined &&
      ageOn(p.birthDate, a.moveInDate) >= 16,
  ),
  warning(
    'R-F02',
    'legalRepresentatives',
    (p, a) =>
      isMinor(p, a) &&
      a.newResidenceStatus !== 'secondary' &&
      representatives(p).some(other => other.livesElsewhere === 'yes'),
  ),
  clerkOnly(
    'R-F05',
    'familyStatus',
    (p, a) => isMinor(p, a) && p.familyStatus !== undefined && p.familyStatus !== 'LD',
  ),
  error('R-P01', 'birthDate', (p, _, { filedOn }) => isFuture(p.birthDate, filedOn)),
  error(
    'bornLate',
    'birthDate',
    (p, a) =>
      a.moveInDate !== undefined && !isFuture(a.moveInDate, p.birthDate ?? '') && isFuture(p.birthDate, a.moveInDate),
  ),
  warning(
    'age130',
    'birthDate',
    (p, _, { filedOn }) =>
      p.birthDate !== undefined && p.birthDate !== '0000-00-00' && ageOn(p.birthDate, filedOn) > 130,
  ),
  error(
    'marriageBeforeBirth',
    'marriage.date',
    p =>
      p.marriage?.date !== undefined &&
      p.birthDate !== undefined &&
      p.marriage.date !== '0000-00-00' &&
      p.marriage.date.slice(0, 4) < p.birthDate.slice(0, 4),
  ),
  error('marriageFuture', 'marriage.date', (p, _, { filedOn }) => isFuture(p.marriage?.date, filedOn)),
  error('endFuture', 'familyStatusEndDate', (p, _, { filedOn }) => isFuture(p.familyStatusEndDate, filedOn)),
  error('issuedLater', 'idDocuments', (p, _, { filedOn }) =>
    documents(p).some(document => isFuture(document.issueDate, filedOn)),
  ),
  warning('germanSerial', 'idDocuments', p =>
    documents(p).some(
      document =>
        ['PA', 'RP'].includes(document.type ?? '') && !/^[CFGHJKLMNPRTVWXYZ0-9]{9}$/i.test(document.serialNumber ?? ''),
    ),
  ),
]
