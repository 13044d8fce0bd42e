// The rules of an objection; their words are texts `rules.<id>`. None looks at what somebody objects to.
import { rulesFor } from '../../forms/rules.ts'
import { ageOn, hasYear, isAfter } from '../../law/partial-date.ts'
import { type Fields, isForSelf, type Objection } from './fields.ts'

const { error, warning } = rulesFor<Fields>()

const isFuture = (date: string | undefined, day: string) => date !== undefined && isAfter(date, day)
const ageOf = (birthDate: string | undefined, day: string) =>
  hasYear(birthDate) && !isAfter(birthDate, day) ? ageOn(birthDate, day) : undefined
const isChild = (a: Objection) => a.filerRole === 'custodialParent' || a.filerRole === 'legalGuardian'

export const rules = [
  error('filerBornLate', 'filer.birthDate', (a, { filedOn }) => isFuture(a.filer?.birthDate, filedOn)),
  warning(
    'age130',
    'filer.birthDate',
    (a, { filedOn }) => isForSelf(a) && (ageOf(a.filer?.birthDate, filedOn) ?? 0) > 130,
  ),
  error('R-P01', 'person.birthDate', (a, { filedOn }) => isFuture(a.person?.birthDate, filedOn)),
  warning('age130', 'person.birthDate', (a, { filedOn }) => (ageOf(a.person?.birthDate, filedOn) ?? 0) > 130),
  warning(
    'fullAge',
    'person.birthDate',
    (a, { filedOn }) => isChild(a) && (ageOf(a.person?.birthDate, filedOn) ?? 0) >= 18,
  ),
  error(
    'elsewhere',
    'residence.postalCode',
    (a, { town }) => a.residence?.postalCode !== undefined && !town.postalCodes.includes(a.residence.postalCode),
  ),
]
