// The last step before a case is rejected: how the person was heard, what the letter will say, what follows; then it is final.
import { Router } from 'express'
import { Refused } from '../errors.ts'
import { readDate } from '../law/partial-date.ts'
import { type Hearing, heardWays, unheardReasons } from '../office/hearing.ts'
import { rejectionDraft } from '../office/letters.ts'
import { knownReasons, reject } from '../office/reject.ts'
import { sendPdf } from './case.ts'
import { type Desk, deskAt, holdOf, isHeld } from './desk.ts'
import { rejectProblem } from './desk-decide.ts'
import { nothing, type Typed } from './desk-decision.ts'
import { keptOn } from './desk-kept.ts'
import { asItIsNow, conflict, decided } from './desk-outcome.ts'
import { showRejection, type TypedHearing } from './desk-reject-page.ts'
import { clerks } from './doors.ts'
import type { House } from './house.ts'
import { bodyOf, onlyNames, single } from './posted.ts'

export function rejectRouter(house: House): Router {
  const router = Router()
  const guard = clerks(house)
  const path = '/amt/vorgang/:number/ablehnen'
  router.get(path, guard, async (request, response) => show(await deskAt(house, request, response)))
  router.post(path, guard, async (request, response) => act(await deskAt(house, request, response)))
  return router
}

/** Reasons and words were typed on the case and are kept there; without them that is where to go. */
function findKept(desk: Desk): Typed | undefined {
  const kept = keptOn(desk)
  if (kept?.decision !== 'reject' || rejectProblem(desk, kept)) return undefined
  return { ...kept, rejectReasons: knownReasons(desk.service, kept.rejectReasons) }
}

async function show(desk: Desk): Promise<void> {
  if (!isHeld(desk)) throw new Refused('notAllowed')
  const kept = findKept(desk)
  if (!kept) return desk.response.redirect(303, `/amt/vorgang/${desk.caseFile.number}`)
  showRejection(desk, kept, {})
}

async function act(desk: Desk): Promise<void> {
  const body = bodyOf(desk.request)
  onlyNames(body, ['action', 'version', 'hearing', 'heardOn', 'unheard'])
  const typed = Object.fromEntries(['hearing', 'heardOn', 'unheard'].map(name => [name, single(body, name).trim()]))
  const kept = isHeld(desk) ? findKept(desk) : undefined
  if (!kept) return conflict(await asItIsNow(desk), { ...nothing, note: typed.heardOn ?? '' })
  const action = single(body, 'action')
  if (action === 'draft') return showDraft(desk, kept, typed)
  if (action !== 'reject') throw new Refused('badRequest')
  await finish(desk, { ...kept, version: Number(single(body, 'version') || -1), action: 'decide' }, typed)
}

/** What is not chosen yet, the draft says so. */
async function showDraft(desk: Desk, kept: Typed, typed: TypedHearing): Promise<void> {
  const read = hearingOf(desk, typed)
  const hearing = typeof read === 'string' ? null : read
  const given = { reasons: kept.rejectReasons, note: kept.note, hearing }
  const pdf = await rejectionDraft(holdOf(desk, kept), given)
  sendPdf(desk.response, `entwurf-ablehnung-${desk.caseFile.number}.pdf`, pdf, 'inline')
}

async function finish(desk: Desk, kept: Typed, typed: TypedHearing): Promise<void> {
  const hearing = hearingOf(desk, typed)
  if (typeof hearing === 'string') {
    desk.response.status(422)
    return showRejection(desk, kept, { ...typed, problem: hearing })
  }
  const given = { reasons: kept.rejectReasons, note: kept.note, ticks: kept.ticks, hearing }
  await decided(desk, kept, await reject(holdOf(desk, kept), given))
}

/** What was chosen, or what is missing. Nobody was heard before the case came, nor will be tomorrow. */
function hearingOf({ house, caseFile }: Desk, { hearing, heardOn, unheard }: TypedHearing): Hearing | string {
  if (hearing === 'none') {
    const why = unheardReasons.find(key => key === unheard)
    return why ? { hearing, unheard: why } : 'unheardMissing'
  }
  const way = heardWays.find(key => key === hearing)
  if (!way) return 'hearingMissing'
  const read = readDate(heardOn ?? '')
  if ('problem' in read) return 'heardOnWrong'
  const { filedOn: today } = house.office.facts()
  const isPossible = read.day >= caseFile.filedOn.toISOString().slice(0, 10) && read.day <= today
  return isPossible ? { hearing: way, day: read.day } : 'heardOnOutside'
}
