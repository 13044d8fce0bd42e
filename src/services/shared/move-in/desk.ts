// What only staff write on a move: the number that a foreigner has in the Ausländerzentralregister (BMG section 3(1) no. 17a).
import type { DeskForm } from '../../../forms/around.ts'
import { rows } from '../../../forms/containers.ts'
import { code, text } from '../../../forms/fields.ts'
import { fullNameOf } from '../envelope.ts'
import { followPeople } from '../register-form.ts'
import type { Fields } from './fields.ts'
import { isForeign } from './known.ts'

/** Mostly twelve digits, but no source says that it must be: no number is refused that somebody may have. */
const azrNumber = code(/^[A-Za-z0-9]{4,20}$/, { width: 20, optional: 'ifAny', sensitive: true })

export const desk: DeskForm<Fields> = {
  fields: {
    azrNumbers: rows('azrEntry', { person: text({ max: 250, spellcheck: false }), azrNumber }, { min: 0, max: 12 }),
  },
  pages: [{ slug: 'auslaenderregister', asks: ['azrNumbers'], when: (_, { persons = [] }) => persons.some(isForeign) }],
  begin: ({ persons = [] }) => ({
    azrNumbers: persons.filter(isForeign).map(person => ({ person: fullNameOf(person) })),
  }),
  follow: ({ azrNumbers }, before, filed) => ({ azrNumbers: followPeople(azrNumbers, before, filed) }),
  required: () => false,
}
