// The last step before a case is rejected: how the person was heard, what the letter will say, what follows; then it is final.
import { Router } from 'express'
import { Refused } from '../errors.ts'
import { dayOf } from '../law/dates.ts'
import { readDate } from '../law/partial-date.ts'
import { type Hearing, heardWays, unheardReasons } from '../office/hearing.ts'
import { rejectionDraft } from '../office/letters.ts'
import { knownReasons, reject } from '../office/reject.ts'
import { sendPdf } from './case.ts'
import { type Desk, deskAt, holdOf, isHeld, recordRead } from './desk.ts'
import { rejectProblem } from './desk-decide.ts'
import { nothing, type Typed } from './desk-decision.ts'
import { keptOn } from './desk-kept.ts'
import { asItIsNow, conflict, decided } from './desk-outcome.ts'
import { hearingInWords, showRejection, type TypedHearing } from './desk-reject-page.ts'
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
  onlyNames(body, ['action', 'version', 'rejectReason', 'note', 'hearing', 'heardOn', 'unheard'])
  const typed = Object.fromEntries(['hearing', 'heardOn', 'unheard'].map(name => [name, single(body, name).trim()]))
  const shown = shownIn(desk)
  if (!isHeld(desk)) return late(desk, shown, typed)
  const kept = findKept(desk)
  if (!kept) return desk.response.redirect(303, `/amt/vorgang/${desk.caseFile.number}`)
  if (shown.version !== desk.caseFile.version) return late(desk, shown, typed)
  if (textOf(kept) !== textOf(shown)) return again(desk, kept, { ...typed, problem: 'textChanged' }, 409)
  if (shown.action === 'language') return showRejection(desk, kept, typed)
  if (shown.action === 'draft') return showDraft(desk, kept, typed)
  if (shown.action !== 'reject') throw new Refused('badRequest')
  await finish(desk, { ...kept, version: shown.version, action: 'decide' }, typed)
}

/** Reasons and words as the page had them: another window may have changed what is kept, and no version says so. */
function shownIn({ request, caseFile }: Desk): Typed {
  const body = bodyOf(request)
  return {
    ...nothing,
    action: single(body, 'action'),
    version: Number(single(body, 'version') || -1),
    ticks: caseFile.ticks,
    decision: 'reject',
    rejectReasons: [body.rejectReason ?? []].flat(),
    note: single(body, 'note').trim(),
  }
}

/** Browsers write line breaks in their own way. */
function textOf({ rejectReasons, note }: Typed): string {
  return JSON.stringify([rejectReasons, note.replaceAll(/\r\n?/g, '\n')])
}

async function late(desk: Desk, shown: Typed, typed: TypedHearing): Promise<void> {
  await conflict(await asItIsNow(desk), shown, hearingInWords(desk, typed))
}

function again(desk: Desk, kept: Typed, typed: TypedHearing, status: 409 | 422): void {
  desk.response.status(status)
  showRejection(desk, kept, typed)
}

/** Without a choice the draft says so; half a choice is asked for again. To read it is a look like any at a letter. */
async function showDraft(desk: Desk, kept: Typed, typed: TypedHearing): Promise<void> {
  const read = typed.hearing ? hearingOf(desk, typed) : null
  if (typeof read === 'string') return again(desk, kept, { ...typed, problem: read }, 422)
  const given = { reasons: kept.rejectReasons, note: kept.note, hearing: read }
  const pdf = await rejectionDraft(holdOf(desk, kept), given)
  await recordRead(desk)
  sendPdf(desk.response, `entwurf-ablehnung-${desk.caseFile.number}.pdf`, pdf, 'inline')
}

async function finish(desk: Desk, kept: Typed, typed: TypedHearing): Promise<void> {
  const hearing = hearingOf(desk, typed)
  if (typeof hearing === 'string') return again(desk, kept, { ...typed, problem: hearing }, 422)
  const given = { reasons: kept.rejectReasons, note: kept.note, ticks: kept.ticks, hearing }
  const outcome = await reject(holdOf(desk, kept), given)
  await (outcome === 'stale' ? late(desk, kept, typed) : decided(desk, kept, outcome))
}

/** What was chosen, or what is missing. Nobody was heard before the case came, nor will be tomorrow; a letter leaves time to reply. */
function hearingOf({ house, caseFile }: Desk, { hearing, heardOn, unheard }: TypedHearing): Hearing | string {
  if (hearing === 'none') {
    const why = unheardReasons.find(key => key === unheard)
    return why ? { hearing, unheard: why } : 'unheardMissing'
  }
  const way = heardWays.find(key => key === hearing)
  if (!way) return 'hearingMissing'
  const read = readDate(heardOn ?? '')
  if ('problem' in read) return read.problem === 'notReal' ? 'heardOnNotReal' : 'heardOnWrong'
  const { filedOn: today } = house.office.facts()
  const filedOn = dayOf(caseFile.filedOn)
  if (read.day < filedOn || read.day > today) return filedOn === today ? 'heardOnToday' : 'heardOnOutside'
  return way === 'written' && read.day === today ? 'writtenToday' : { hearing: way, day: read.day }
}
