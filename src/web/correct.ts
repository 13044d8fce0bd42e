// The desk's door to the pages of a case: a clerk corrects an answer, or fills in the desk's own form, with the same questions and messages.
import { type Request, type Response, Router } from 'express'
import { Refused } from '../errors.ts'
import type { Raw } from '../forms/input.ts'
import { contradictions, findStep, isComplete, type Step } from '../forms/journey.ts'
import { takenOver } from '../forms/offers.ts'
import { askedMore, renderedControls } from '../forms/rendered.ts'
import { asksSensitive } from '../forms/sensitive.ts'
import { record } from '../office/history.ts'
import { pathOf, rowId } from './application.ts'
import { type CaseForm, deskForm, filedForm, opened, withTyped } from './case-forms.ts'
import { askStriking, postList, strike } from './correct-lists.ts'
import { type Correction, fromOf, type PageStep, showCorrection, showList } from './correct-pages.ts'
import { deskAt, isHeld } from './desk.ts'
import { asItIsNow, lost } from './desk-outcome.ts'
import { clerks } from './doors.ts'
import type { House } from './house.ts'
import { bodyOf, postedOn, single } from './posted.ts'

export function correctRouter(house: House): Router {
  const router = Router()
  const guard = clerks(house)
  const paths = ['/amt/vorgang/:number/berichtigen/:page', '/amt/vorgang/:number/berichtigen/:page/:member/:inner']
  const [striking, official] = [`${paths[0]}/:member/entfernen`, '/amt/vorgang/:number/amtlich/:page']
  router.get(striking, guard, toRead(house, filedForm, askStriking))
  router.post(striking, guard, toChange(house, filedForm, strike))
  router.get(paths, guard, toRead(house, filedForm, show))
  router.post(paths, guard, toChange(house, filedForm, post))
  router.get(official, guard, toRead(house, deskForm, show))
  router.post(official, guard, toChange(house, deskForm, post))
  return router
}

type Turn = (correction: Correction) => Promise<void>

/** Only for who holds the case. */
function toRead(house: House, form: CaseForm, turn: Turn) {
  return async (request: Request, response: Response): Promise<void> => {
    const desk = await deskAt(house, request, response)
    if (!isHeld(desk)) throw new Refused('notAllowed')
    await turn(opened(desk, form))
  }
}

/** Who has lost the case meanwhile reads who has it, and what they had typed. */
function toChange(house: House, form: CaseForm, turn: Turn) {
  return async (request: Request, response: Response): Promise<void> => {
    const desk = await deskAt(house, request, response)
    if (!isHeld(desk)) return lost(desk)
    if (single(bodyOf(request), 'action') === 'back')
      return response.redirect(303, `/amt/vorgang/${desk.caseFile.number}`)
    await turn(opened(desk, form))
  }
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

async function recordLook({ house, caseFile, clerk }: Correction, step: PageStep): Promise<void> {
  if (asksSensitive(step.page, step.shown)) await record(house.office.database, caseFile.id, 'revealed', clerk)
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
  const { request, response, journey, form } = before
  const body = bodyOf(request)
  const rendered = new Set([...renderedControls(journey, old), ...single(body, '_seen').split(' ')])
  const posted = postedOn(old, rendered, body)
  if (posted.unknown.some(name => name !== 'version')) throw new Refused('badRequest')
  const after = withTyped(before, posted.typed)
  const step = pageIn(after)
  const [action = '', detail = ''] = single(body, 'action').split(':')
  if (action === 'offer') return showTaken(after, step, posted.typed, Number(detail))
  if (action === 'more' || action === 'language' || askedMore(rendered, Object.keys(body), step).length > 0)
    return showCorrection({ ...after, more: action === 'more' ? detail : '' }, step, [])
  if (!isComplete(step)) {
    response.status(422)
    return showCorrection(after, step, step.problems)
  }
  const outcome = await form.save(before, after, step)
  if (outcome === 'stale') return tooLate(after, step)
  const done = outcome === 'unchanged' ? outcome : form.says
  response.redirect(303, form.next(after, step) ?? doneUrl(after, step, done))
}

/** Back on the case; of what was filed at what the page asks, where it is said what was done. */
function doneUrl({ caseFile, form }: Correction, { path }: PageStep, done: string): string {
  const place = form.says === 'correct' ? `&${new URLSearchParams({ seite: path })}#${rowId(path)}` : ''
  return `/amt/vorgang/${caseFile.number}?fertig=${done}${place}`
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

async function tooLate(correction: Correction, step: PageStep): Promise<void> {
  const now = await asItIsNow(correction)
  if (!isHeld(now)) return lost(now)
  now.response.status(409)
  showCorrection(now, step, [], 'stale')
}
