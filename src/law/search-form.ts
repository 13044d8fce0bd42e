// The form of a name in which registers search (DIN 91379, search form 1.3): Sœrensen, Sörensen and Soerensen are one.
import list from './lists/search-form.json' with { type: 'json' }
import { composed } from './names.ts'

const forms = new Map(
  Object.entries(list.forms).flatMap(([form, letters]) => letters.split(' ').map(letter => [letter, form] as const)),
)
const sequences = [...forms.keys()].filter(letter => letter.length > 1).sort((a, b) => b.length - a.length)
const letterOrOther = new RegExp(`${sequences.join('|')}|[^]`, 'gu')

/** R-N07: letters A to Z only; blanks, hyphens and whatever the table lacks are gone. Split given names first (R-N08). */
export function searchForm(name: string): string {
  return composed(name).replace(letterOrOther, letter => forms.get(letter) ?? (/[A-Z]/.test(letter) ? letter : ''))
}
