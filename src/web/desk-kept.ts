// What a clerk has ticked and typed on a case stays there while they save ticks, correct answers or look at hidden ones.
import { Refused } from '../errors.ts'
import { type Hold, tick } from '../office/decide.ts'
import { keepUnsent, unsentOf } from '../office/unsent.ts'
import type { Desk } from './desk.ts'
import { urlOf } from './desk-answers.ts'
import { nothing, type Typed, usualPeriod } from './desk-decision.ts'
import { asItIsNow, conflict } from './desk-outcome.ts'

/** Ticks have a place of their own. */
export async function keepTyped(hold: Hold, typed: Typed): Promise<void> {
  const { action, version, ticks, takeOverReason, ...unsent } = typed
  const until = unsent.until === usualPeriod(hold.office) ? '' : unsent.until
  const isEmpty = Object.values({ ...unsent, until, letter: unsent.letter || '' }).every(value => String(value) === '')
  await keepUnsent(hold, isEmpty ? null : unsent)
}

/** As it stood when it was last posted, with the ticks of the case; only for who holds it. */
export function keptOn({ house, caseFile }: Desk): Typed | undefined {
  const unsent = unsentOf(house.office, caseFile)
  return unsent ? { ...nothing, ...unsent, ticks: caseFile.ticks } : undefined
}

/** `correct:<page>`: the ticks are saved, then the page that corrects an answer is shown. */
export async function toCorrection(desk: Desk, hold: Hold, typed: Typed): Promise<void> {
  const path = typed.action.slice('correct:'.length)
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+){0,2}(\?von=(liste|offen))?$/.test(path)) throw new Refused('badRequest')
  const { caseFile, response } = desk
  const isSame = typed.ticks.toSorted().join() === caseFile.ticks.toSorted().join()
  if (!isSame && (await tick(hold, typed.ticks)) === 'stale') return conflict(await asItIsNow(desk), typed)
  response.redirect(303, urlOf(caseFile, { path }))
}
