// The few rules of an order; their words are texts `rules.<id>`.
import { rulesFor } from '../../forms/rules.ts'
import { ageOn, hasYear, isAfter } from '../../law/partial-date.ts'
import type { Fields } from './fields.ts'

const { error, warning } = rulesFor<Fields>()
const isFuture = (date: string | undefined, today: string) => date !== undefined && isAfter(date, today)

export const rules = [
  error('filerBornLate', 'birthDate', (a, { filedOn }) => isFuture(a.birthDate, filedOn)),
  error('R-P01', 'subjectPerson.birthDate', (a, { filedOn }) => isFuture(a.subjectPerson?.birthDate, filedOn)),
  warning(
    'ofAge',
    'subjectPerson.birthDate',
    (a, { filedOn }) =>
      a.subject === 'minorChild' &&
      hasYear(a.subjectPerson?.birthDate) &&
      ageOn(a.subjectPerson.birthDate, filedOn) >= 18,
  ),
  warning(
    'notHere',
    'mainResidence.postalCode',
    (a, { town }) =>
      a.mainResidence?.postalCode !== undefined && !town.postalCodes.includes(a.mainResidence.postalCode),
  ),
]
