// The right side of a case: checklist, decision, reasons; and what becomes of them when somebody else was faster.
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { checklistOf } from '../office/decide.ts'
import type { Held } from '../office/queue.ts'
import { takeOverReasons } from '../office/take-over.ts'

type CaseFile = Held['caseFile']
/** What a clerk has posted from a case. */
export type Typed = {
  action: string
  version: number
  ticks: string[]
  decision: string
  reasons: string[]
  note: string
  takeOverReason: string
}

export function decisionOf(service: Service, caseFile: CaseFile, words: Words, typed?: Typed, problem?: string) {
  const error = (code: string) => (problem === code ? words.say(`common:desk.${code}`) : null)
  const checklist = checklistOf(service, caseFile)
  return {
    checklistHeading: words.say('common:desk.checklist'),
    ticksError: error('ticksMissing'),
    items: checklist.map((item, index) => ({
      id: `tick-${index}`,
      value: item.id,
      label: words.say(`${service.id}:checklist.${item.text}`, { person: item.person }),
      checked: typed ? typed.ticks.includes(item.id) : item.ticked,
      isNext: index > 0 && item.person !== checklist[index - 1]?.person,
    })),
    saveTicks: words.say('common:desk.saveTicks'),
    heading: words.say('common:desk.decision'),
    decisionError: error('decisionMissing'),
    options: ['confirm', 'return'].map(value => ({
      id: `decision-${value}`,
      value,
      label: words.say(`common:desk.decide.${value}`),
      hint: words.say(`common:desk.decideHint.${value}`),
      checked: typed?.decision === value,
    })),
    reasonsHeading: words.say('common:desk.reasons'),
    reasonsError: error('reasonsMissing'),
    reasons: service.returns.map((reason, index) => ({
      id: `reason-${index}`,
      value: reason,
      label: words.say(`${service.id}:returns.${reason}`),
      checked: typed?.reasons.includes(reason) ?? false,
    })),
    note: {
      label: words.say('common:desk.note'),
      hint: words.say('common:desk.noteHint'),
      error: error('noteTooLong'),
      value: typed?.note ?? '',
    },
    button: words.say('common:desk.decideButton'),
  }
}

/** Where the link of a problem leads: what is to be answered, ticked or completed first. */
export function problemHref(problem: string, service: Service, caseFile: CaseFile): string {
  if (problem === 'noteTooLong') return '#note'
  if (problem === 'reasonsMissing') return '#reason-0'
  if (problem === 'takeOverReasonMissing') return `#take-over-${takeOverReasons[0]}`
  if (problem === 'incompleteAnswers') return '#offen'
  if (problem === 'incompleteOfficial') return '#amtlich'
  if (problem === 'feeOpen') return '#gebuehren'
  if (problem === 'recipientMissing') return '#mitteilungen'
  if (problem !== 'ticksMissing') return '#decision-confirm'
  const open = checklistOf(service, caseFile).findIndex(item => !item.ticked)
  return `#tick-${Math.max(0, open)}`
}

/** Who has it now; and what the clerk had typed, all of it, still there to be read and copied. */
export function conflictOf(
  { service, caseFile, isHidden }: { service: Service; caseFile: CaseFile; isHidden: boolean },
  holder: Held['holder'],
  words: Words,
  typed?: Typed,
) {
  return {
    heading: words.say('common:desk.conflictHeading'),
    text: stateInWords(caseFile, holder, words),
    keptHeading: words.say('common:desk.conflictKept'),
    kept: typed ? typedInWords(service, caseFile, typed, isHidden, words) : [],
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
  return [
    ...ticked.map(item =>
      words.say(`${service.id}:checklist.${item.text}`, { person: isHidden ? hidden : item.person }),
    ),
    ...reasons.map(reason => words.say(`${service.id}:returns.${reason}`)),
    ...(typed.note ? [typed.note] : []),
  ]
}
