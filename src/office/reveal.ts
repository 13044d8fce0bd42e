// Sensitive answers for a clerk who asked for them: every look is an event, without what was seen.
import { type Item, inWords } from '../forms/in-words.ts'
import type { Words } from '../forms/words.ts'
import { journeyOf } from './correct.ts'
import type { Hold } from './decide.ts'
import { record } from './history.ts'

export type Revealed = { heading: string; items: Pick<Item, 'label' | 'value'>[] }

/** What the case hides, by section; only for who holds the case. */
export async function reveal({ office, service, clerk, caseFile }: Hold, words: Words): Promise<Revealed[]> {
  await record(office.database, caseFile.id, 'revealed', clerk)
  const journey = journeyOf(office, service, caseFile)
  const hidden = inWords(journey, words, 'hidden')
  const shown = inWords(journey, words, 'shown')
  const revealed = shown.map(({ heading, items }, section) => ({
    heading,
    items: items.filter((_, index) => hidden[section]?.items[index]?.value === null),
  }))
  return revealed.filter(section => section.items.length > 0)
}
