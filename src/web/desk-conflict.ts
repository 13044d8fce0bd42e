// When somebody else was faster: who has the case now, and what this clerk had typed.
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { checklistOf } from '../office/decide.ts'
import type { Held } from '../office/queue.ts'
import { type Typed, tickLabel } from './desk-decision.ts'

type CaseFile = Held['caseFile']

/** Who has it now; and what the clerk had typed, all of it, still there to be read and copied. */
export function conflictOf(
  { service, caseFile, isHidden, isMine }: { service: Service; caseFile: CaseFile; isHidden: boolean; isMine: boolean },
  holder: Held['holder'],
  words: Words,
  { typed, also }: { typed: Typed | undefined; also: string[] },
) {
  return {
    heading: words.say('common:desk.conflictHeading'),
    text: isMine ? words.say('common:desk.conflictOwn') : stateInWords(caseFile, holder, words),
    keptHeading: words.say('common:desk.conflictKept'),
    kept: [...(typed ? typedInWords(service, caseFile, typed, isHidden, words) : []), ...also],
  }
}

function stateInWords(caseFile: CaseFile, holder: Held['holder'], words: Words): string {
  const status = words.say(`common:deskStatus.${caseFile.status}`)
  if (caseFile.closedAt) return words.say('common:desk.conflictDecided', { status })
  return holder ? words.say('common:desk.conflictHeld', { name: holder.name }) : words.say('common:desk.conflictFree')
}

function typedInWords(service: Service, caseFile: CaseFile, typed: Typed, isHidden: boolean, words: Words): string[] {
  const hidden = words.say('common:queue.masked')
  const ticked = checklistOf(service, caseFile).filter(item => typed.ticks.includes(item.id))
  const reasons = service.returns.filter(reason => typed.reasons.includes(reason))
  const rejects = (service.rejects ?? []).filter(reason => typed.rejectReasons.includes(reason))
  return [
    ...ticked.map(item => tickLabel(service, isHidden && item.person ? { ...item, person: hidden } : item, words)),
    ...reasons.map(reason => words.say(`${service.id}:returns.${reason}`)),
    ...rejects.map(reason => words.say(`${service.id}:rejects.${reason}`)),
    ...(typed.note ? [typed.note] : []),
  ]
}
