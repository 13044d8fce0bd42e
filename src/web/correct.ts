// The desk's door to the pages of a case: the clerk corrects an answer, with the same questions and messages.
import { isDeepStrictEqual } from 'node:util'
import { type Request, type Response, Router } from 'express'
import { Refused } from '../errors.ts'
import type { Raw } from '../forms/input.ts'
import { findStep, isComplete, nextStep, type Step } from '../forms/journey.ts'
import { takenOver } from '../forms/offers.ts'
import { leavesOf } from '../forms/plan.ts'
import { asksMore, renderedControls } from '../forms/rendered.ts'
import type { Language } from '../language.ts'
import { correct, journeyOf, openSteps, type Correction as What } from '../office/correct.ts'
import type { Outcome } from '../office/decide.ts'
import { record } from '../office/history.ts'
import { pathOf } from './application.ts'
import { askStriking, postList, strike } from './correct-lists.ts'
import { type Correction, fromOf, type PageStep, showCorrection, showList } from './correct-pages.ts'
import { type Desk, deskAt, isHeld } from './desk.ts'
import { openUrl, urlOf } from './desk-answers.ts'
import { asItIsNow, lost } from './desk-outcome.ts'
import { clerks } from './doors.ts'
import type { House } from './house.ts'
import { bodyOf, postedOn, single } from './posted.ts'

export function correctRouter(house: House): Router {
  const router = Router()
  const guard = clerks(house)
  const paths = ['/amt/vorgang/:number/berichtigen/:page', '/amt/vorgang/:number/berichtigen/:page/:member/:inner']
  router.get('/amt/vorgang/:number/berichtigen/:page/:member/entfernen', guard, (request, response) =>
    toRead(house, request, response, askStriking),
  )
  router.post('/amt/vorgang/:number/berichtigen/:page/:member/entfernen', guard, (request, response) =>
    toChange(house, request, response, strike),
  )
  router.get(paths, guard, (request, response) => toRead(house, request, response, show))
  router.post(paths, guard, (request, response) => toChange(house, request, response, post))
  return router
}

type Turn = (correction: Correction) => Promise<void>

/** Only for who holds the case. */
async function toRead(house: House, request: Request, response: Response, turn: Turn): Promise<void> {
  const desk = await deskAt(house, request, response)
  if (!isHeld(desk)) throw new Refused('notAllowed')
  await turn(withTyped(desk, {}))
}

/** Who has lost the case meanwhile reads who has it, and what they had typed. */
async function toChange(house: House, request: Request, response: Response, turn: Turn): Promise<void> {
  const desk = await deskAt(house, request, response)
  if (!isHeld(desk)) return lost(desk)
  if (single(bodyOf(request), 'action') === 'back')
    return response.redirect(303, `/amt/vorgang/${desk.caseFile.number}`)
  await turn(withTyped(desk, {}))
}

export function withTyped(desk: Desk, typed: Raw): Correction {
  const { house, service, caseFile } = desk
  return { ...desk, journey: journeyOf(house.office, service, caseFile, typed) }
}

/** What citizens declare at sending is not corrected. */
function findOwnStep({ journey, request }: Correction): Step | undefined {
  const step = findStep(journey, pathOf(request))
  return step === journey.steps.at(-1) ? undefined : step
}

async function show(correction: Correction): Promise<void> {
  const step = findOwnStep(correction)
  if (!step) throw new Refused('notFound')
  const problems = fromOf(correction.request) === 'offen' ? contradictions(step) : []
  if (problems.length > 0) correction.response.status(422)
  if (step.kind === 'members') return showList(correction, step, problems)
  await recordLook(correction, step)
  showCorrection(correction, step, problems)
}

/** What a page lacks need not be said before somebody has typed; what does not fit together must be. */
function contradictions(step: Step): Step['problems'] {
  return step.problems.filter(problem => problem.code !== 'missing' && problem.code !== 'tooFew')
}

async function recordLook({ house, caseFile, clerk }: Correction, step: PageStep): Promise<void> {
  const asksSensitive = leavesOf(step.page.nodes).some(leaf => leaf.look.sensitive)
  if (asksSensitive) await record(house.office.database, caseFile.id, 'revealed', clerk)
}

/** A page that has gone meanwhile, with a person struck out in another window, still gives back what was typed. */
async function post(before: Correction): Promise<void> {
  const step = findOwnStep(before)
  if (!step) return lost(before)
  if (step.kind === 'members') return postList(before, step)
  await recordLook(before, step)
  await postPage(before, step)
}

async function postPage(before: Correction, old: PageStep): Promise<void> {
  const { request, response, journey } = before
  const body = bodyOf(request)
  const rendered = renderedControls(journey, old)
  const posted = postedOn(old, rendered, body)
  if (posted.unknown.some(name => name !== 'version')) throw new Refused('badRequest')
  const after = withTyped(before, posted.typed)
  const step = pageIn(after)
  const [action = '', detail = ''] = single(body, 'action').split(':')
  if (action === 'offer') return showTaken(after, step, posted.typed, Number(detail))
  if (action === 'more' || asksMore(rendered, Object.keys(body), step))
    return showCorrection({ ...after, more: action === 'more' ? detail : '' }, step, [])
  if (!isComplete(step)) {
    response.status(422)
    return showCorrection(after, step, step.problems)
  }
  const isSame = isDeepStrictEqual(after.journey.answers, journey.answers)
  if (!isSame && (await store(after, { kind: 'corrected' })) === 'stale') return tooLate(after, step)
  response.redirect(303, nextUrl(after, step))
}

/** What is known stands in the fields; it is stored when the page is. */
function showTaken(correction: Correction, step: PageStep, typed: Raw, index: number): void {
  const taken = takenOver(correction.journey, step, index)
  if (!taken) throw new Refused('badRequest')
  const after = withTyped(correction, { ...typed, ...taken })
  showCorrection(after, pageIn(after), [])
}

function pageIn(correction: Correction): PageStep {
  const step = findOwnStep(correction)
  if (!step || step.kind === 'members') throw new Refused('notFound')
  return step
}

/** Each page that is saved is one correction: a case may lack answers meanwhile, and is not confirmed before. */
export function store(correction: Correction, what: What): Promise<Outcome> {
  const { house, request, service, clerk, caseFile, journey } = correction
  const version = Number(single(bodyOf(request), 'version') || -1)
  const words = { de: house.words.de, citizen: house.words[caseFile.locale as Language] }
  return correct({ office: house.office, service, clerk, caseFile, version }, journey, words, what)
}

async function tooLate(correction: Correction, step: PageStep): Promise<void> {
  const now = await asItIsNow(correction)
  if (!isHeld(now)) return lost(now)
  now.response.status(409)
  showCorrection(now, step, [], 'stale')
}

/** Page by page through who is new and back to the list; else to what the correction left open, or to the case. */
function nextUrl({ caseFile, journey, request }: Correction, step: PageStep): string {
  const following = fromOf(request) === 'liste' && step.kind === 'member' ? nextStep(journey, step) : undefined
  if (following) return urlOf(caseFile, following) + (following.kind === 'member' ? '?von=liste' : '')
  return openPageUrl({ caseFile, journey }) ?? `/amt/vorgang/${caseFile.number}?fertig=correct`
}

export function openPageUrl({ caseFile, journey }: Pick<Correction, 'caseFile' | 'journey'>): string | undefined {
  const [open] = openSteps(journey)
  return open && openUrl(caseFile, open)
}
