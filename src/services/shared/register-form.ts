// What a clerk adds from the register where a form asks only who somebody is: the Meldebestätigung marks the usual name and states a doctorate.
import { rows } from '../../forms/containers.ts'
import { name, text } from '../../forms/fields.ts'
import { fullNameOf, type Named } from './envelope.ts'
import { doctorate } from './person.ts'

type Filed = { persons?: (Named & { id: string })[] }
type Entry = { person?: string; usualGivenName?: string; doctorate?: string[] }

export const registerForm = {
  fields: {
    entries: rows(
      'registerEntry',
      {
        person: text({ max: 250, spellcheck: false }),
        usualGivenName: name({ optional: 'ifAny' }),
        doctorate: doctorate(),
      },
      { min: 0, max: 12 },
    ),
  },
  pages: [{ slug: 'register', asks: ['entries'] }],
  begin: ({ persons = [] }: Filed) => ({
    entries: persons.map(person => ({ person: fullNameOf(person) })),
  }),
  follow: ({ entries }: { entries?: Entry[] }, before: Filed, filed: Filed) => ({
    entries: followPeople(entries, before, filed),
  }),
  required: () => false,
}

/** A corrected name is that of the row about this person, too; a row about somebody struck out goes. */
export function followPeople<R extends { person?: string }>(rows: R[] | null | undefined, before: Filed, filed: Filed) {
  if (!rows) return rows
  const names = rows.map(({ person = '' }) => person)
  return rows.flatMap((row, index) => {
    const namesakes = (before.persons ?? []).filter(person => fullNameOf(person) === row.person)
    const person = namesakes[turnOf(names, index)]
    if (!person) return [row]
    const now = filed.persons?.find(({ id }) => id === person.id)
    return now ? [{ ...row, person: fullNameOf(now) || row.person }] : []
  })
}

/** Father and son may share a name: the first row of a name is about the first person of that name, and so on; of a single row nobody can tell. */
function turnOf(names: string[], index: number): number {
  return names.slice(0, index).filter(name => name === names[index]).length
}

/** Persons of a filing, in their order, with what was added of them. */
export function withRegisterNames<P extends Named>(persons: P[], { entries = [] }: { entries?: Entry[] }) {
  const names = persons.map(fullNameOf)
  return persons.map((person, index) => {
    const entry = entries.filter(entry => entry.person === names[index])[turnOf(names, index)]
    return { ...person, usualGivenName: entry?.usualGivenName, doctorate: entry?.doctorate }
  })
}
