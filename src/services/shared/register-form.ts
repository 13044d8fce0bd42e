// What a clerk adds from the register where a form asks only who somebody is: the Meldebestätigung marks the usual name and states a doctorate.
import { rows } from '../../forms/containers.ts'
import { name, text } from '../../forms/fields.ts'
import { fullNameOf, type Named } from './envelope.ts'
import { doctorate } from './person.ts'

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
  begin: ({ persons = [] }: { persons?: Named[] }) => ({
    entries: persons.map(person => ({ person: fullNameOf(person) })),
  }),
  required: () => false,
}

/** Persons of a filing, in their order, with what was added of them. */
export function withRegisterNames<P extends Named>(persons: P[], { entries = [] }: { entries?: Entry[] }) {
  return persons.map((person, index) => {
    const isAbout = (entry: Entry | undefined) => entry?.person === fullNameOf(person)
    const entry = isAbout(entries[index]) ? entries[index] : entries.find(isAbout)
    return { ...person, usualGivenName: entry?.usualGivenName, doctorate: entry?.doctorate }
  })
}
