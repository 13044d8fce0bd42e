// Sensitive answers for a clerk who asked for them: every look is an event, without what was seen.
import { inWords, type Section } from '../forms/in-words.ts'
import type { Words } from '../forms/words.ts'
import { journeyOf } from './correct.ts'
import type { Hold } from './decide.ts'
import { record } from './history.ts'

/** All answers with nothing hidden; only for who holds the case. */
export async function reveal({ office, service, clerk, caseFile }: Hold, words: Words): Promise<Section[]> {
  await record(office.database, caseFile.id, 'revealed', clerk)
  return inWords(journeyOf(office, service, caseFile), words, 'shown')
}
