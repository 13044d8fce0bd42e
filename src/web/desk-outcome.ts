// What becomes of a clerk's action: on with the case, a sentence about what is missing, or who was faster.
import type { Outcome } from '../office/decide.ts'
import { type Held, held } from '../office/queue.ts'
import type { Desk } from './desk.ts'
import { showCase } from './desk-case.ts'
import { nothing, type Typed } from './desk-decision.ts'
import { fieldsOf, typedTexts } from './faults.ts'
import { bodyOf } from './posted.ts'

const missing: Record<string, string> = { confirm: 'ticksMissing', reject: 'rejectReasonsMissing' }

/** After claiming: the case, or a sentence about who has it. */
export async function moved(desk: Desk, typed: Typed, result: Held): Promise<void> {
  if (result.won) return desk.response.redirect(303, `/amt/vorgang/${result.caseFile.number}`)
  await conflict({ ...desk, caseFile: result.caseFile }, typed)
}

export async function released(desk: Desk, typed: Typed, result: Held): Promise<void> {
  if (result.caseFile.claimedById === null) return desk.response.redirect(303, `/amt?frei=${desk.caseFile.number}`)
  await conflict({ ...desk, caseFile: result.caseFile }, typed)
}

export async function decided(desk: Desk, typed: Typed, outcome: Outcome): Promise<void> {
  const done = typed.action === 'tick' ? 'tick' : typed.decision
  const place = done === 'tick' ? '#pruefliste' : ''
  if (outcome === 'done')
    return desk.response.redirect(303, `/amt/vorgang/${desk.caseFile.number}?fertig=${done}${place}`)
  if (outcome === 'incomplete') return problem(desk, typed, missing[done] ?? 'reasonsMissing')
  if (outcome === 'untilClosed') return problem(desk, typed, outcome)
  await conflict(await asItIsNow(desk), typed)
}

/** `also` is what they had entered on another page of the case, in words. */
export async function conflict(desk: Desk, typed: Typed, also: string[] = []): Promise<void> {
  desk.response.status(409)
  await showCase(desk, { typed, conflict: { also } })
}

export async function problem(desk: Desk, typed: Typed, code: string): Promise<void> {
  const now = await asItIsNow(desk)
  desk.response.status(422)
  await showCase(now, { typed: { ...typed, version: now.caseFile.version }, problem: code })
}

export async function asItIsNow<D extends Desk>(desk: D): Promise<D> {
  const { caseFile } = await held(desk.house.office, desk.clerk, desk.caseFile, false)
  return { ...desk, caseFile }
}

/** For pages of a correction: somebody else has the case by now; who that is, and what was typed. */
export async function lost(desk: Desk): Promise<void> {
  const note = typedTexts(fieldsOf(bodyOf(desk.request))).join('\n')
  await conflict(await asItIsNow(desk), { ...nothing, note })
}
