// Sensitive answers for a clerk who asked for them: every look is an event, without what was seen.
import { answerInWords, inWords, type Section } from '../forms/in-words.ts'
import { planOf } from '../forms/plan.ts'
import { findSensitive } from '../forms/sensitive.ts'
import type { Words } from '../forms/words.ts'
import { journeyOf } from './correct.ts'
import type { Hold } from './decide.ts'
import { record } from './history.ts'
import { openAll } from './office.ts'

/** All answers with nothing hidden: as they are, and as they were sent. */
export type Revealed = { now: Section[]; sent: Section[] }

/** For who holds or decided the case, and for supervisors. */
export async function reveal(hold: Hold, words: Words): Promise<Revealed> {
  const { office, service, clerk, caseFile } = hold
  await record(office.database, caseFile.id, 'revealed', clerk)
  return { now: inWords(journeyOf(office, service, caseFile), words, 'shown'), sent: sentInWords(hold, words) }
}

/** What was sealed is put into the words that were kept with it; without a correction there is nothing to compare. */
function sentInWords({ office, service, caseFile }: Hold, words: Words): Section[] {
  const sent = (caseFile.wordsAsSent ?? caseFile.words) as unknown as Section[]
  if (!caseFile.sealedAsSent) return sent
  const sealed = openAll(office, caseFile.id, caseFile.sealedAsSent)
  return sent.map(({ items, ...section }) => ({
    ...section,
    items: items.map(item => {
      const found = item.value === null ? findSensitive(planOf(service), section.member, item.control) : null
      return found ? { ...item, value: answerInWords(service, found.node, sealed[found.key], words) } : item
    }),
  }))
}
