// A person whom the register knows already: who it is, and no more (domain: personShort; GDPR Art. 5(1) c).
import { choice, confirm, name, partialDate } from '../../forms/fields.ts'
import type { Fields, Member, Page } from '../../forms/service.ts'
import { genderKeys } from '../../law/lists/genders.ts'
import { asksPersonRole, type filerRoles, filesForSelf, isFiler } from './filer.ts'
import { nameRefusals, personRole } from './person.ts'

export const personShort = {
  personRole: personRole(),
  familyName: name({ autocomplete: 'family-name' }),
  givenNames: name({ autocomplete: 'given-name', optional: 'depends' }),
  singleName: confirm({ optional: true }),
  birthDate: partialDate({ unknownAllowed: true, autocomplete: 'bday' }),
  gender: choice(genderKeys, { autocomplete: 'sex' }),
}
export const personShortRefusals = nameRefusals
export type PersonShort = Member<typeof personShort>

type Filing = {
  filerRole?: (typeof filerRoles)[number]
  filer?: { familyName?: string; givenNames?: string; singleName?: 'yes'; birthDate?: string }
  persons?: PersonShort[]
}

export const personShortPages: Page<typeof personShort, [person: PersonShort, answers: Filing]>[] = [
  { slug: 'rolle', asks: ['personRole'], when: (_, a) => asksPersonRole(a) },
  { slug: 'person', asks: ['familyName', 'givenNames', 'singleName', 'birthDate', 'gender'] },
]

/** The first person is the one who types, unless they file for somebody else. */
export function firstPersonShort({ persons = [], filer, ...a }: Filing): Record<string, unknown> {
  if (persons.length > 0 || !filesForSelf(a) || !filer) return {}
  const { familyName, givenNames, singleName, birthDate } = filer
  return { personRole: 'filer', familyName, givenNames, singleName, birthDate }
}

/** What remains of a person block of another form. */
export function shortened(person: Member<Fields>): Record<string, unknown> {
  return Object.fromEntries(['id', ...Object.keys(personShort)].map(key => [key, person[key]]))
}

export const hasYear = (birth: string | undefined): birth is string => birth !== undefined && !birth.startsWith('0000')

/** Whoever files for themselves has one name and one day of birth. */
export function differsFromFiler(person: PersonShort, { filer, ...a }: Filing): boolean {
  if (!filer || !isFiler(person, a)) return false
  return (['familyName', 'givenNames', 'birthDate'] as const).some(
    key => person[key] !== undefined && person[key] !== filer[key],
  )
}
