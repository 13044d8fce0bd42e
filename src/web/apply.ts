// The citizen's door: one page a question, saved on every POST, position computed from the answers.
import { type Request, type Response, Router } from 'express'
import { Refused } from '../errors.ts'
import { inWords } from '../forms/in-words.ts'
import {
  contradictions,
  findStep,
  firstOpenStep,
  hiddenStep,
  isComplete,
  nextStep,
  previousStep,
  type Step,
} from '../forms/journey.ts'
import { joined } from '../forms/members.ts'
import { askedMore, renderedControls } from '../forms/rendered.ts'
import { submit } from '../office/submit.ts'
import {
  type Application,
  checkUrl,
  isFromCheck,
  openApplication,
  origin,
  pathOf,
  postedApplication,
  resumeStep,
  savedApplication,
  stepAt,
  urlOf,
} from './application.ts'
import { showPage } from './apply-pages.ts'
import { openCase } from './case.ts'
import { showCheck } from './check-page.ts'
import { applicants } from './doors.ts'
import { forgetDraft } from './draft-cookie.ts'
import type { House } from './house.ts'
import { addMemberTo, askRemoval, removeMemberAt, takeOffer } from './members.ts'
import { showMembers } from './members-pages.ts'
import { bodyOf, onlyNames, postedOn, single } from './posted.ts'
import { sentAlready } from './sent.ts'
import { unseenWarnings } from './warnings.ts'

export function applyRouter(house: House): Router {
  const router = Router()
  const guard = applicants(house)
  router.get('/antrag/:slug', guard, (request, response) => resume(house, request, response))
  router.get('/antrag/:slug/:page/:member/entfernen', guard, (request, response) =>
    askRemoval(house, request, response),
  )
  router.post('/antrag/:slug/:page/:member/entfernen', guard, (request, response) =>
    removeMemberAt(house, request, response),
  )
  router.get(['/antrag/:slug/:page', '/antrag/:slug/:page/:member/:inner'], guard, (request, response) =>
    show(house, request, response),
  )
  router.post(['/antrag/:slug/:page', '/antrag/:slug/:page/:member/:inner'], guard, (request, response) =>
    post(house, request, response).catch(error => sentAlready(house, error, request, response)),
  )
  return router
}

async function resume(house: House, request: Request, response: Response): Promise<void> {
  const application = await openApplication(house, request, response)
  response.redirect(303, urlOf(application, resumeStep(application.journey)))
}

/** The first page that lacks something, with what it lacks. */
function openUrl(application: Application): string {
  return `${urlOf(application, resumeStep(application.journey))}?offen=1`
}

async function show(house: House, request: Request, response: Response): Promise<void> {
  const application = await openApplication(house, request, response)
  const step = stepAt(application, pathOf(request))
  if (!step) return response.redirect(303, application.draft ? openUrl(application) : urlOf(application, undefined))
  display(application, step, request, response)
}

function display(
  application: Application,
  step: Step,
  request: Request,
  response: Response,
  problems: Step['problems'] = request.query.offen === '1' ? step.problems : [],
): void {
  if (step.kind === 'members') return showMembers(application, step, request, response, problems)
  if (step.path === 'pruefen') return showCheck(application, step, request, response, problems)
  showPage(application, step, request, response, problems)
}

async function post(house: House, request: Request, response: Response): Promise<void> {
  const before = await postedApplication(house, request, response)
  const step = findStep(before.journey, pathOf(request)) ?? hiddenStep(before.journey, pathOf(request))
  if (!step) return response.redirect(303, urlOf(before, resumeStep(before.journey)))
  if (step.kind === 'members') return postMembers(before, step, request, response)
  const rendered = renderedControls(before.journey, step)
  const posted = postedOn(step, rendered, bodyOf(request))
  const after = await savedApplication(before, { ...joined(before.journey, step), ...posted.typed })
  if (response.locals.isTooLarge) throw new Refused('tooLarge')
  if (posted.unknown.length > 0) throw new Refused('badRequest')
  await act(after, step, rendered, request, response)
}

/** What was typed is saved by now; the button decides what happens next. */
async function act(
  after: Application,
  old: Step,
  rendered: Set<string>,
  request: Request,
  response: Response,
): Promise<void> {
  const [action = '', detail = ''] = single(bodyOf(request), 'action').split(':')
  const step = findStep(after.journey, old.path)
  if (!step || step.kind === 'members')
    return response.redirect(303, urlOf(after, resumeStep(after.journey)) + origin(request))
  if (action === 'back') return response.redirect(303, wayBack(after, step, request))
  if (action === 'language') return response.redirect(303, urlOf(after, step) + origin(request))
  if (action === 'more') return response.redirect(303, moreUrl(after, step, detail, request))
  if (action === 'offer') return takeOffer(after, step, Number(detail), request, response)
  const more = askedMore(rendered, Object.keys(bodyOf(request)), step)
  if (more.length > 0) return response.redirect(303, grownUrl(after, step, more, request))
  if (!isComplete(step)) {
    response.status(422)
    return display(after, step, request, response, step.problems)
  }
  if (unseenWarnings(after, step, request).length > 0) return response.redirect(303, warningUrl(after, step, request))
  if (step.path === 'pruefen' && action === 'send') return send(after, request, response)
  response.redirect(303, wayOn(after, step, request))
}

/** After "change" on the check page the way leads back to it, past anything newly asked; what fits no more is said. */
function wayOn(application: Application, step: Step, request: Request): string {
  const { journey } = application
  if (!isFromCheck(request)) return urlOf(application, nextStep(journey, step))
  const open = resumeStep(journey)
  if (!open || open === journey.steps.at(-1)) return checkUrl(application, step)
  return urlOf(application, open) + origin(request) + (contradictions(open).length > 0 ? '&offen=1' : '')
}

/** From a change back to the check page; while something is open there is none, so page by page. */
function wayBack(application: Application, step: Step, request: Request): string {
  const { journey } = application
  const mayCheck = isFromCheck(request) && step !== journey.steps.at(-1) && resumeStep(journey) === journey.steps.at(-1)
  return mayCheck ? checkUrl(application, step) : urlOf(application, previousStep(journey, step)) + origin(request)
}

/** The same page, which names what is new on it. */
function grownUrl(application: Application, step: Step, controls: string[], request: Request): string {
  const query = new URLSearchParams({ neu: controls.join(' '), ...(isFromCheck(request) && { von: 'pruefen' }) })
  return `${urlOf(application, step)}?${query}`
}

/** The same page with what the rules warn of. */
function warningUrl(application: Application, step: Step, request: Request): string {
  return `${urlOf(application, step)}?hinweis=1${origin(request).replace('?', '&')}`
}

/** The same page with one empty row more in a small list. */
function moreUrl(application: Application, step: Step, list: string, request: Request): string {
  const query = new URLSearchParams({ mehr: list, ...(isFromCheck(request) && { von: 'pruefen' }) })
  return `${urlOf(application, step)}?${query}#${encodeURIComponent(list.replaceAll('.', '-'))}`
}

async function send(application: Application, request: Request, response: Response): Promise<void> {
  const { house, service, draft, token, journey, words } = application
  if (!request.session) throw new Refused('notFound') // the page's address written otherwise: nobody would get the code
  if (!draft || !token) throw new Refused('draftGone')
  if (firstOpenStep(journey)) return response.redirect(303, openUrl(application))
  const german = inWords(journey, house.words.de, 'hidden')
  const wordsOfCitizen = words === house.words.de ? german : inWords(journey, words, 'hidden')
  const filing = { service, draft, journey, words: german, wordsOfCitizen }
  const caseFile = await submit(house.office, { ...filing, channel: 'online' })
  await openCase(house, request, caseFile.id, 'sent')
  forgetDraft(house, request, response, token)
  response.redirect(303, `/vorgang/${caseFile.number}`)
}

async function postMembers(
  before: Application,
  step: Step & { kind: 'members' },
  request: Request,
  response: Response,
): Promise<void> {
  onlyNames(bodyOf(request), ['_draft', '_from', '_seen', 'action'])
  const [action = '', detail = ''] = single(bodyOf(request), 'action').split(':')
  if (action === 'back') return response.redirect(303, wayBack(before, step, request))
  if (action === 'add' || action === 'known')
    return addMemberTo(before, step, action === 'known' ? Number(detail) : null, request, response)
  if (!isComplete(step)) {
    response.status(422)
    return display(before, step, request, response, step.problems)
  }
  if (unseenWarnings(before, step, request).length > 0) return response.redirect(303, warningUrl(before, step, request))
  response.redirect(303, wayOn(before, step, request))
}
