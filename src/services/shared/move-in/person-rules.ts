// The rules asked of each person: age, family, names, papers; their words are texts `rules.<id>`.
import { rulesForEach } from '../../../forms/rules.ts'
import { isSerial } from '../../../law/lists/id-documents.ts'
import { ageOn, hasYear, isAfter } from '../../../law/partial-date.ts'
import { fullNameOf } from '../envelope.ts'
import { isFiler } from '../filer.ts'
import { familyRules } from './family-rules.ts'
import type { Fields, Registrant } from './fields.ts'
import { isMinor } from './known.ts'

const { error, warning, info, clerkOnly } = rulesForEach<Fields, 'persons'>('persons')

const isFuture = (a: string | undefined, today: string) => a !== undefined && isAfter(a, today)
const isPast = (a: string | undefined, today: string) => a !== undefined && a < today
const representatives = (p: Registrant) => p.legalRepresentatives ?? []
const documents = (p: Registrant) => p.idDocuments ?? []
/** Germans need one from the age of 16 (PAuswG section 1), foreigners at any age (AufenthG section 3). */
const needsDocument = (p: Registrant, today: string) =>
  !(p.nationalities ?? []).includes('DE') || !hasYear(p.birthDate) || ageOn(p.birthDate, today) >= 16

const isMarriedBeforeBirth = (wedding: string | undefined, birth: string | undefined) => {
  if (!hasYear(wedding) || !hasYear(birth)) return false
  const isWhole = !wedding.includes('-00') && !birth.includes('-00')
  return isWhole ? wedding < birth : wedding.slice(0, 4) < birth.slice(0, 4)
}

export const personRules = [
  warning(
    'R-A17',
    'idDocuments',
    (p, _, { filedOn }) =>
      needsDocument(p, filedOn) && documents(p).every(document => isPast(document.expiryDate, filedOn)),
    p => [fullNameOf(p)],
  ),
  info('R-A23', 'nationalities', p => p.nationalities !== undefined && !p.nationalities.includes('DE')),
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
      hasYear(p.birthDate) &&
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
  ...familyRules,
  clerkOnly('ageUnknown', 'birthDate', p => p.birthDate !== undefined && !hasYear(p.birthDate)),
  warning('R-F04', 'spouse.movesAlong', p => p.spouse?.movesAlong === 'no' && !p.spouse.address?.city),
  warning(
    'spouseAlone',
    'spouse.movesAlong',
    (p, a) => a.filerRole === 'self' && p.spouse?.movesAlong === 'yes',
    ({ spouse }) => [fullNameOf(spouse)],
  ),
  error('spouseFuture', 'spouse.birthDate', (p, _, { filedOn }) => isFuture(p.spouse?.birthDate, filedOn)),
  error('representativeFuture', 'legalRepresentatives', (p, _, { filedOn }) =>
    representatives(p).some(other => isFuture(other.birthDate, filedOn)),
  ),
  error('childFuture', 'minorChildren', (p, _, { filedOn }) =>
    (p.minorChildren ?? []).some(child => isFuture(child.birthDate, filedOn)),
  ),
  error('R-P01', 'birthDate', (p, _, { filedOn }) => isFuture(p.birthDate, filedOn)),
  error(
    'bornLate',
    'birthDate',
    (p, a, { filedOn }) =>
      !isFiler(p, a) &&
      a.moveInDate !== undefined &&
      !isFuture(p.birthDate, filedOn) &&
      isFuture(p.birthDate, a.moveInDate),
  ),
  warning('age130', 'birthDate', (p, _, { filedOn }) => hasYear(p.birthDate) && ageOn(p.birthDate, filedOn) > 130),
  error('marriageBeforeBirth', 'marriage.date', p => isMarriedBeforeBirth(p.marriage?.date, p.birthDate)),
  error('marriageFuture', 'marriage.date', (p, _, { filedOn }) => isFuture(p.marriage?.date, filedOn)),
  error('endFuture', 'familyStatusEndDate', (p, _, { filedOn }) => isFuture(p.familyStatusEndDate, filedOn)),
  error('issuedLater', 'idDocuments', (p, _, { filedOn }) =>
    documents(p).some(document => isFuture(document.issueDate, filedOn)),
  ),
  warning('germanSerial', 'idDocuments', p =>
    documents(p).some(
      ({ type, serialNumber }) => type !== undefined && serialNumber !== undefined && !isSerial(type, serialNumber),
    ),
  ),
]
