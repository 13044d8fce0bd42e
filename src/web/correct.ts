// The desk's door to a single page of a case: the clerk corrects an answer, with the same questions and messages.
import { type Request, type Response, Router } from 'express'
import { Refused } from '../errors.ts'
import { describePage } from '../forms/describe.ts'
import type { Problem } from '../forms/input.ts'
import { findStep, type Journey, type Step } from '../forms/journey.ts'
import { leavesOf } from '../forms/plan.ts'
import { asksMore, renderedControls } from '../forms/rendered.ts'
import type { Language } from '../language.ts'
import { correct, journeyOf, openSteps } from '../office/correct.ts'
import { record } from '../office/history.ts'
import { conflict, type Desk, deskAt } from './desk.ts'
import { urlOf } from './desk-answers.ts'
import { clerks } from './doors.ts'
import { fieldsOf, typedTexts } from './faults.ts'
import { frame, type House, sessionBinding, tokenFor, wordsFor } from './house.ts'
import { bodyOf, postedOn, single } from './posted.ts'
import { deskNavigation } from './queue-page.ts'

type Correction = Desk & { journey: Journey; step: Step & { kind: 'page' | 'member' } }

export function correctRouter(house: House): Router {
  const router = Router()
  const guard = clerks(house)
  const paths = ['/amt/vorgang/:number/berichtigen/:page', '/amt/vorgang/:number/berichtigen/:page/:member/:inner']
  router.get(paths, guard, (request, response) => show(house, request, response))
  router.post(paths, guard, (request, response) => post(house, request, response))
  return router
}

/** Only for who holds the case. */
async function show(house: House, request: Request, response: Response): Promise<void> {
  const desk = await deskAt(house, request, response)
  if (!isHeld(desk)) throw new Refused('notAllowed')
  showPage(await correctionOf(desk), [])
}

async function correctionOf(desk: Desk): Promise<Correction> {
  const { house, service, caseFile, clerk } = desk
  const correction = withStep(desk, journeyOf(house.office, service, caseFile))
  const asksSensitive = leavesOf(correction.step.page.nodes).some(leaf => leaf.look.sensitive)
  if (asksSensitive) await record(house.office.database, caseFile.id, 'revealed', clerk)
  return correction
}

function isHeld({ caseFile, clerk }: Desk): boolean {
  return caseFile.claimedById === clerk.id && caseFile.closedAt === null
}

function withStep(desk: Desk, journey: Journey): Correction {
  const { page, member, inner } = desk.request.params as Record<string, string | undefined>
  const step = findStep(journey, [page, member, inner].filter(Boolean).join('/'))
  if (!step || step.kind === 'members' || step === journey.steps.at(-1)) throw new Refused('notFound')
  return { ...desk, journey, step }
}

async function post(house: House, request: Request, response: Response): Promise<void> {
  const desk = await deskAt(house, request, response)
  if (!isHeld(desk)) return lost(desk)
  const before = await correctionOf(desk)
  const { caseFile, service, clerk } = before
  const body = bodyOf(request)
  const action = single(body, 'action')
  if (action === 'back') return response.redirect(303, `/amt/vorgang/${caseFile.number}`)
  const rendered = renderedControls(before.journey, before.step)
  const posted = postedOn(before.step, rendered, body)
  if (posted.unknown.some(name => name !== 'version')) throw new Refused('badRequest')
  const after = withStep(before, journeyOf(house.office, service, caseFile, posted.typed))
  if (action.startsWith('more:') || asksMore(rendered, Object.keys(body), after.step)) return showPage(after, [])
  if (after.step.problems.length > 0) return showPage(after, after.step.problems, 422)
  if (lacksMembers(after.journey) && !lacksMembers(before.journey)) return showPage(after, [], 422, 'correctLists')
  const hold = { office: house.office, service, clerk, caseFile, version: Number(single(body, 'version')) }
  const words = { de: house.words.de, citizen: house.words[caseFile.locale as Language] }
  if ((await correct(hold, after.journey, words)) === 'stale') return showPage(after, [], 409)
  const open = openSteps(after.journey).find(step => step.kind !== 'members')
  response.redirect(303, open ? urlOf(caseFile, open) : `/amt/vorgang/${caseFile.number}?fertig=correct`)
}

/** Somebody else has the case by now: who that is, and what was typed. */
async function lost(desk: Desk): Promise<void> {
  const note = typedTexts(fieldsOf(bodyOf(desk.request))).join('\n')
  await conflict(desk, { action: '', version: -1, ticks: [], decision: '', reasons: [], note })
}

/** A correction that would need a further person or dwelling is a filing of its own. */
function lacksMembers(journey: Journey): boolean {
  return openSteps(journey).some(step => step.kind === 'members')
}

function showPage(
  correction: Correction,
  problems: Problem[],
  status: 200 | 409 | 422 = 200,
  say = status === 409 ? 'correctStale' : 'correctText',
): void {
  const { house, request, response, caseFile, journey, step } = correction
  const words = wordsFor(house, response)
  const page = describePage(journey, step, problems, words)
  const title = words.say('common:desk.correctTitle', { page: page.title, number: caseFile.number })
  const isStale = status === 409
  response.status(status).render('apply/page', {
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
          kind: status === 200 || problems.length > 0 ? 'info' : 'danger',
          heading: isStale ? words.say('common:desk.conflictHeading') : null,
          text: [words.say(`common:desk.${say}`)],
        },
      ],
      legal: page.notices,
      why: null,
      fields: page.fields,
      offers: [],
      buttons: { next: words.say('common:desk.correctSave'), save: null },
    },
  })
}
