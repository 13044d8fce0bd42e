// The right side of a case: checklist, decision, reasons; and what becomes of them when somebody else was faster.
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { formatDay, readDate } from '../law/partial-date.ts'
import { checklistOf, openQuery, usualDeadline } from '../office/decide.ts'
import type { Office } from '../office/office.ts'
import type { Held } from '../office/queue.ts'
import { takeOverReasons } from '../office/take-over.ts'
import type { Desk } from './desk.ts'
import { lineView } from './line.ts'

type CaseFile = Held['caseFile']
/** What a clerk has posted from a case. */
export type Typed = {
  action: string
  version: number
  ticks: string[]
  decision: string
  reasons: string[]
  rejectReasons: string[]
  until: string
  letter: boolean
  note: string
  takeOverReason: string
}

export const nothing: Typed = {
  action: '',
  version: -1,
  ticks: [],
  decision: '',
  reasons: [],
  rejectReasons: [],
  until: '',
  letter: false,
  note: '',
  takeOverReason: '',
}

/** The office's, as it stands in the field before a clerk sets another day. */
export function usualPeriod(office: Pick<Office, 'facts' | 'openDayFrom'>): string {
  return formatDay(usualDeadline(office), 'de')
}

/** `asked` as of `stillAsked`. */
export function decisionOf(desk: Desk, words: Words, asked: string[], typed?: Typed, problem?: string) {
  const { service } = desk
  const error = (code: string) => (problem === code ? problemText(desk, code, typed, words) : null)
  return {
    checklistHeading: words.say('common:desk.checklist'),
    ticksError: error('ticksMissing'),
    items: checklistViews(desk, words, typed),
    saveTicks: words.say('common:desk.saveTicks'),
    heading: words.say('common:desk.decision'),
    decisionError: error('decisionMissing'),
    options: ['confirm', 'return', ...(service.rejects ? ['reject'] : [])].map(value => ({
      id: `decision-${value}`,
      value,
      label: words.say(`common:desk.decide.${value}`),
      hint: words.say(`common:desk.decideHint.${value}`),
      checked: typed?.decision === value,
    })),
    ...reasonsOf(desk, words, typed?.reasons, asked),
    reasonsError: error('reasonsMissing'),
    request: requestOf(
      desk,
      words,
      typed,
      error('untilWrong') ?? error('untilNotReal') ?? error('untilPast') ?? error('untilClosed'),
    ),
    rejects: rejectsOf(service, words, typed, error('rejectReasonsMissing')),
    note: {
      label: words.say('common:desk.note'),
      hint: words.say(service.rejects ? 'common:desk.noteHintReject' : 'common:desk.noteHint'),
      error: error('noteTooLong') ?? error('noteUnprintable') ?? error('rejectNoteMissing'),
      value: typed?.note ?? '',
    },
    button: words.say('common:desk.decideButton'),
  }
}

/** What asking again begins with: what is still asked; "something else" was said in a note of its own. */
export function stillAsked(queries: Parameters<typeof openQuery>[0]): string[] {
  return (openQuery(queries)?.reasons ?? []).filter(reason => reason !== 'other')
}

function reasonsOf({ service }: Desk, words: Words, typed: string[] | undefined, asked: string[]) {
  const chosen = typed ?? asked
  return {
    reasonsHeading: words.say('common:desk.reasons'),
    stillAsked: asked.length > 0 ? words.say('common:desk.stillAsked') : null,
    reasons: service.returns.map((reason, index) => ({
      id: `reason-${index}`,
      value: reason,
      label: words.say(`${service.id}:returns.${reason}`),
      checked: chosen.includes(reason),
    })),
  }
}

function checklistViews({ service, caseFile }: Desk, words: Words, typed?: Typed) {
  return checklistOf(service, caseFile).map((item, index, all) => ({
    id: `tick-${index}`,
    value: item.id,
    label: tickLabel(service, item, words),
    checked: typed ? typed.ticks.includes(item.id) : item.ticked,
    isNext: index > 0 && item.person !== all[index - 1]?.person,
  }))
}

/** Findings have one item in every service. */
export function tickLabel(service: Service, { text, person }: { text: string; person?: string }, words: Words): string {
  const own = `${service.id}:checklist.${text}`
  return words.find([own, `common:checklist.${text}`], { person }) ?? words.say(own)
}

/** By when the missing items should be here; and whether that is also written, which goes without saying for who wants post. */
function requestOf({ house, service, caseFile }: Desk, words: Words, typed: Typed | undefined, error: string | null) {
  const value = typed?.until || usualPeriod(house.office)
  const [label, hint] = [words.say('common:desk.until'), words.say('common:desk.untilHint')]
  const { byPost } = service.addressee(caseFile.answers as never)
  return {
    until: lineView({ name: 'until', label, hint, value, error, width: 10 }, words),
    letter: byPost ? null : { label: words.say('common:desk.letter'), checked: typed?.letter ?? false },
    byPost: byPost ? words.say('common:desk.letterByPost') : null,
  }
}

function rejectsOf(service: Service, words: Words, typed: Typed | undefined, error: string | null) {
  if (!service.rejects) return null
  const reasons = service.rejects.map((reason, index) => ({
    id: `reject-${index}`,
    value: reason,
    label: words.say(`${service.id}:rejects.${reason}`),
    checked: typed?.rejectReasons.includes(reason) ?? false,
  }))
  return { heading: words.say('common:desk.rejectReasons'), error, reasons }
}

/** One of them names the next day on which the counter is open. */
export function problemText({ house }: Desk, problem: string, typed: Typed | undefined, words: Words): string {
  const read = readDate(typed?.until ?? '')
  const day = 'day' in read ? formatDay(house.office.openDayFrom(read.day), words.locale) : ''
  return words.say(`common:desk.${problem}`, { day })
}

/** Where the link of a problem leads: what is to be answered, ticked or completed first. */
export function problemHref(problem: string, service: Service, caseFile: CaseFile): string {
  if (['noteTooLong', 'noteUnprintable', 'rejectNoteMissing'].includes(problem)) return '#note'
  if (problem.startsWith('until')) return '#until'
  if (problem === 'rejectReasonsMissing') return '#reject-0'
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
