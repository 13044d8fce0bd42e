// What a clerk has ticked and typed on a case stays there while they save ticks, correct answers or look at hidden ones.
import { isDeepStrictEqual } from 'node:util'
import { Refused } from '../errors.ts'
import { type Hold, queriesOf, tick } from '../office/decide.ts'
import { keepUnsent, unsentOf } from '../office/unsent.ts'
import type { Desk } from './desk.ts'
import { nothing, stillAsked, type Typed, usualPeriod } from './desk-decision.ts'
import { asItIsNow, conflict } from './desk-outcome.ts'

/** Ticks have a place of their own. */
export async function keepTyped(hold: Hold, typed: Typed): Promise<void> {
  const { action, version, ticks, takeOverReason, ...unsent } = typed
  const { reasons, ...others } = unsent
  const until = others.until === usualPeriod(hold.office) ? '' : others.until
  const given = Object.values({ ...others, until, letter: others.letter || '' })
  const asked = stillAsked(await queriesOf(hold.office, hold.caseFile))
  const isAsShown = given.every(value => String(value) === '') && isDeepStrictEqual(reasons, asked)
  await keepUnsent(hold, isAsShown ? null : unsent)
}

/** As it stood when it was last posted, with the ticks of the case; only for who holds it. */
export function keptOn({ house, caseFile }: Desk): Typed | undefined {
  const unsent = unsentOf(house.office, caseFile)
  return unsent ? { ...nothing, ...unsent, ticks: caseFile.ticks } : undefined
}

const places: Record<string, string> = {
  correct: 'berichtigen/',
  official: 'amtlich/',
  fee: 'gebuehr',
  language: '',
}
export const leading = Object.keys(places)

/** `correct:<page>`, `official:<page>`, `fee`; with `language` the case itself in the other one. */
export async function toPage(desk: Desk, hold: Hold, typed: Typed): Promise<void> {
  const [name = '', path = ''] = typed.action.split(':')
  const isPath = /^[a-z0-9-]+(\/[a-z0-9-]+){0,2}(\?von=(liste|offen))?$/.test(path)
  if (isPath !== places[name]?.endsWith('/')) throw new Refused('badRequest')
  await goTo(desk, hold, typed, `${places[name]}${path}`)
}

/** The ticks are saved, then that page of the case is shown. */
export async function goTo(desk: Desk, hold: Hold, typed: Typed, place: string): Promise<void> {
  const { caseFile, response } = desk
  const isSame = typed.ticks.toSorted().join() === caseFile.ticks.toSorted().join()
  if (!isSame && (await tick(hold, typed.ticks)) === 'stale') return conflict(await asItIsNow(desk), typed)
  response.redirect(303, `/amt/vorgang/${caseFile.number}${place && `/${place}`}`)
}
