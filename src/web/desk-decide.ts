// What a clerk decides about a case, and what each decision needs before it is taken.
import { foreignCharacters, mapTypography } from '../law/names.ts'
import { readDate } from '../law/partial-date.ts'
import { confirm, returnCase } from '../office/decide.ts'
import { knownReasons } from '../office/reject.ts'
import { findWait } from '../office/waits.ts'
import { type Desk, holdOf, isHeld } from './desk.ts'
import type { Typed } from './desk-decision.ts'
import { goTo } from './desk-kept.ts'
import { asItIsNow, conflict, decided, problem } from './desk-outcome.ts'

const longestNote = 2000

export async function decide(desk: Desk, typed: Typed): Promise<void> {
  if (!isHeld(desk)) return conflict(desk, typed)
  const wrong = noteProblem(typed)
  if (wrong) return problem(desk, typed, wrong)
  if (typed.decision === 'return') return sendBack(desk, typed)
  if (typed.decision === 'reject' && desk.service.rejects) return refuse(desk, typed)
  if (typed.decision !== 'confirm') return problem(desk, typed, 'decisionMissing')
  const wait = await findWait(holdOf(desk, typed))
  if (wait) return problem(desk, typed, wait)
  await decided(desk, typed, await confirm(holdOf(desk, typed), typed.ticks))
}

/** What keeps a note from being printed in a letter. */
function noteProblem({ note }: Typed): string | undefined {
  if (note.length > longestNote) return 'noteTooLong'
  return foreignCharacters(mapTypography(note), 'C').length > 0 ? 'noteUnprintable' : undefined
}

/** Without a day of the clerk's own the office sets its usual period. */
async function sendBack(desk: Desk, typed: Typed): Promise<void> {
  const read = typed.until === '' ? { day: undefined } : readDate(typed.until)
  if ('problem' in read) return problem(desk, typed, read.problem === 'notReal' ? 'untilNotReal' : 'untilWrong')
  if (read.day && read.day <= desk.house.office.facts().filedOn) return problem(desk, typed, 'untilPast')
  await decided(desk, typed, await returnCase(holdOf(desk, typed), { ...typed, until: read.day }))
}

/** Nothing is rejected yet: a page of its own asks how the person was heard, and shows the letter. It carries the version of now. */
async function refuse(desk: Desk, typed: Typed): Promise<void> {
  if (typed.version !== desk.caseFile.version) return conflict(await asItIsNow(desk), typed)
  const wrong = rejectProblem(desk, typed)
  if (wrong) return problem(desk, typed, wrong)
  await goTo(desk, holdOf(desk, typed), typed, 'ablehnen')
}

/** What reasons and words still lack before anybody is asked for the hearing. */
export function rejectProblem({ service }: Pick<Desk, 'service'>, typed: Typed): string | undefined {
  if (knownReasons(service, typed.rejectReasons).length === 0) return 'rejectReasonsMissing'
  return typed.note === '' ? 'rejectNoteMissing' : noteProblem(typed)
}
