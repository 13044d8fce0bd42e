// A person whom the register knows already: who it is, and no more (domain: personShort; GDPR Art. 5(1) c).
import { choice, confirm, name, partialDate } from '../../forms/fields.ts'
import type { Fields, Member, Page } from '../../forms/service.ts'
import { genderKeys } from '../../law/lists/genders.ts'
import { fullNameOf } from './envelope.ts'
import { asksPersonRole, type filerRoles, filesForSelf, isFiler, ofFiler } from './filer.ts'
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
type PersonShort = Member<typeof personShort>

type Filing = { filerRole?: (typeof filerRoles)[number]; persons?: PersonShort[] }

const personShortPages: Page<typeof personShort, [person: PersonShort, answers: Filing]>[] = [
  { slug: 'rolle', asks: ['personRole'], when: (_, a) => asksPersonRole(a) },
  { slug: 'person', asks: ['familyName', 'givenNames', 'singleName', 'birthDate'] },
  { slug: 'geschlecht', asks: ['gender'] },
]

/** Who files for themselves is the first person, or the only one, and says names and birth date once. */
export const personShortList = {
  only: (a: Filing) => (a.filerRole === 'self' ? { personRole: 'filer' } : undefined),
  sameAs: (person: PersonShort, a: Filing) => (isFiler(person, a) ? ofFiler : {}),
  begin: ({ persons = [], ...a }: Filing) => (persons.length === 0 && filesForSelf(a) ? { personRole: 'filer' } : {}),
  isSelf: isFiler,
  title: fullNameOf,
  pages: personShortPages,
}

/** What remains of a person block of another form. */
export function shortened(person: Member<Fields>): Record<string, unknown> {
  return Object.fromEntries(['id', ...Object.keys(personShort)].map(key => [key, person[key]]))
}
