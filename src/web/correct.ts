// The desk's door to a single page of a case: the clerk corrects an answer, with the same questions and messages.
import { type Request, type Response, Router } from 'express'
import { Refused } from '../errors.ts'
import { describePage } from '../forms/describe.ts'
import type { Problem } from '../forms/input.ts'
import { findStep, type Journey, type Step } from '../forms/journey.ts'
import { asksMore, renderedControls } from '../forms/rendered.ts'
import type { Service } from '../forms/service.ts'
import type { Language } from '../language.ts'
import { correct, journeyOf, openSteps } from '../office/correct.ts'
import { clerkOf, clerks } from './doors.ts'
import { frame, type House, sessionBinding, tokenFor, wordsFor } from './house.ts'
import { bodyOf, postedOn, single } from './posted.ts'
import { type CaseFile, caseAt, serviceOf } from './queue.ts'
import { deskNavigation } from './queue-page.ts'

type PageStep = Step & { kind: 'page' | 'member' }
type Desk = { house: House; caseFile: CaseFile; service: Service; journey: Journey; step: PageStep }

export function correctRouter(house: House): Router {
  const router = Router()
  const guard = clerks(house)
  const paths = ['/amt/vorgang/:number/berichtigen/:page', '/amt/vorgang/:number/berichtigen/:page/:member/:inner']
  router.get(paths, guard, async (request, response) =>
    showPage(await deskAt(house, request, response), [], request, response),
  )
  router.post(paths, guard, (request, response) => post(house, request, response))
  return router
}

async function deskAt(house: House, request: Request, response: Response): Promise<Desk> {
  const caseFile = await caseAt(house, request, response)
  if (caseFile.claimedById !== clerkOf(response).id || caseFile.closedAt) throw new Refused('notAllowed')
  const service = serviceOf(house, caseFile)
  return stepOf({ house, caseFile, service, journey: journeyOf(house.office, service, caseFile) }, request)
}

function stepOf(desk: Omit<Desk, 'step'>, request: Request): Desk {
  const { page, member, inner } = request.params as Record<string, string | undefined>
  const step = findStep(desk.journey, [page, member, inner].filter(Boolean).join('/'))
  if (!step || step.kind === 'members' || step === desk.journey.steps.at(-1)) throw new Refused('notFound')
  return { ...desk, step }
}

async function post(house: House, request: Request, response: Response): Promise<void> {
  const before = await deskAt(house, request, response)
  const { caseFile, service } = before
  const body = bodyOf(request)
  const action = single(body, 'action')
  if (action === 'back') return response.redirect(303, `/amt/vorgang/${caseFile.number}`)
  const rendered = renderedControls(before.journey, before.step)
  const posted = postedOn(before.step, rendered, body)
  if (posted.unknown.some(name => name !== 'version')) throw new Refused('badRequest')
  const after = stepOf(
    { house, caseFile, service, journey: journeyOf(house.office, service, caseFile, posted.typed) },
    request,
  )
  if (action.startsWith('more:') || asksMore(rendered, Object.keys(body), after.step))
    return showPage(after, [], request, response)
  if (after.step.problems.length > 0) return showPage(after, after.step.problems, request, response.status(422))
  const words = { de: house.words.de, citizen: house.words[caseFile.locale as Language] }
  const outcome = await correct(
    house.office,
    service,
    clerkOf(response),
    caseFile,
    after.journey,
    words,
    Number(single(body, 'version')),
  )
  if (outcome === 'stale') return showPage(after, [], request, response.status(409), true)
  const [open] = openSteps(after.journey)
  response.redirect(
    303,
    open && open.kind !== 'members' ? urlOf(caseFile, open) : `/amt/vorgang/${caseFile.number}?fertig=correct`,
  )
}

export function urlOf(caseFile: { number: string }, step: { path: string }): string {
  return `/amt/vorgang/${caseFile.number}/berichtigen/${step.path}`
}

function showPage(desk: Desk, problems: Problem[], request: Request, response: Response, isStale = false): void {
  const { house, caseFile, journey, step } = desk
  const words = wordsFor(house, response)
  const page = describePage(journey, step, problems, words)
  const title = words.say('common:desk.correctTitle', { page: page.title, number: caseFile.number })
  response.render('apply/page', {
    it: {
      frame: frame(house, request, response, {
        title: `${problems.length > 0 ? words.say('common:errorPrefix') : ''}${title}`,
        desk: true,
        personal: true,
        nav: deskNavigation(words, null),
      }),
      back: { label: words.say('common:desk.correctBack'), formaction: null },
      step: caseFile.number,
      savedAt: null,
      problemsHeading: words.say('common:problemsHeading'),
      problems: page.problems,
      form: {
        action: urlOf(caseFile, step),
        csrf: tokenFor(house, sessionBinding(request)),
        draft: null,
        from: null,
        seen: null,
        version: String(caseFile.version),
      },
      heading: page.heading,
      headingHint: page.headingHint,
      intro: page.intro,
      notices: [
        {
          kind: isStale ? 'danger' : 'info',
          heading: isStale ? words.say('common:desk.conflictHeading') : null,
          text: [words.say(isStale ? 'common:desk.correctStale' : 'common:desk.correctText')],
        },
      ],
      why: null,
      fields: page.fields,
      offers: [],
      buttons: { next: words.say('common:desk.correctSave'), save: null },
    },
  })
}
