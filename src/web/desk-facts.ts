// The facts on top of a case on the desk: number, state, when it came, by when, who has it.
import type { Words } from '../forms/words.ts'
import { dayOf } from '../law/dates.ts'
import { longDay } from '../law/partial-date.ts'
import { openQuery, type queriesOf } from '../office/decide.ts'
import type { Held } from '../office/queue.ts'
import type { Desk } from './desk.ts'
import { stamp } from './desk-history.ts'
import { openDay, openDue } from './queue-row.ts'

export function factsOf(
  { house, caseFile, clerk }: Desk,
  { holder, queries }: { holder: Held['holder']; queries: Awaited<ReturnType<typeof queriesOf>> },
  words: Words,
) {
  const until = openQuery(queries)?.until
  const day = longDay(openDay(house, caseFile, until), words.locale)
  const nobody = words.say('common:queue.nobody')
  const facts: [string, string][] = [
    ['number', caseFile.number],
    ['status', statusInWords(caseFile, words)],
    ['received', stamp(caseFile.filedAt, words)],
    ['due', caseFile.closedAt === null ? `${openDue(house, caseFile, until, words)} (${day})` : day],
    [
      caseFile.closedAt === null ? 'holder' : 'decidedBy',
      holder?.id === clerk.id ? words.say('common:queue.you') : (holder?.name ?? nobody),
    ],
  ]
  return facts.map(([column, text]) => ({ label: words.say(`common:queue.columns.${column}`), text }))
}

function statusInWords({ status, effectiveOn }: Held['caseFile'], words: Words): string {
  if (status !== 'scheduled' || !effectiveOn) return words.say(`common:deskStatus.${status}`)
  return words.say('common:desk.scheduled', { day: longDay(dayOf(effectiveOn), words.locale) })
}
