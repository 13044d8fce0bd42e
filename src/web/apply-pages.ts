// A question page as finished values for its view, and what all pages of an application have in common.
import type { Request, Response } from 'express'
import { describePage } from '../forms/describe.ts'
import { titleOf } from '../forms/in-words.ts'
import type { Problem } from '../forms/input.ts'
import type { Journey, Step } from '../forms/journey.ts'
import { prefixOf } from '../forms/members.ts'
import { offersOn } from '../forms/offers.ts'
import { sectionOf } from '../forms/sections.ts'
import type { Words } from '../forms/words.ts'
import { momentInWords } from '../language.ts'
import { type Application, isFromCheck, urlOf } from './application.ts'
import { carriedNotices } from './carried.ts'
import { grownNotice } from './grown.ts'
import { frame, type PageForm, tokenFor } from './house.ts'
import { insteadNotices, seenOn, titleWith, warningsShown } from './warnings.ts'

export type PageStep = Step & { kind: 'page' | 'member' }

export function showPage(
  application: Application,
  step: PageStep,
  request: Request,
  response: Response,
  problems: Problem[],
): void {
  const { words, journey } = application
  const more = typeof request.query.mehr === 'string' ? request.query.mehr : ''
  const page = describePage(journey, step, problems, words, more)
  const warned = warningsShown(application, step, request)
  const title = titleWith(warned, pageTitle(journey, step, page.title, words), words)
  response.render('apply/page', {
    it: {
      frame: frameFor(application, request, response, title, problems, {
        action: urlOf(application, step),
        enter: 'next',
      }),
      ...common(application, step, request, problems),
      problems: page.problems,
      heading: page.heading,
      headingHint: page.headingHint,
      intro: page.intro,
      notices: [
        ...insteadNotices(application, problems),
        ...carriedNotices(application, step),
        ...grownNotice(request, page.fields, words),
        ...warned,
      ],
      legal: page.notices,
      why: page.why ? { label: words.say('common:apply.why'), text: page.why } : null,
      fields: page.fields,
      offers: offersInWords(journey, step, words),
      buttons: { next: words.say('common:apply.next'), save: null },
    },
  })
}

export function offersInWords(journey: Journey, step: PageStep, words: Words) {
  return offersOn(journey, step).flatMap(({ label: name, isTaken }, index) =>
    isTaken ? [] : [{ value: `offer:${index}`, label: words.say('common:apply.takeOver', { name }) }],
  )
}

/** What every page of an application has. */
export function common(application: Application, step: Step, request: Request, problems: Problem[]) {
  const { words } = application
  return {
    back: { label: words.say('common:apply.back'), formaction: null },
    step: placeInForm(application, step),
    savedAt: savedAt(application, step),
    problemsHeading: words.say('common:problemsHeading'),
    hasProblems: problems.length > 0,
    form: {
      action: urlOf(application, step),
      ...tokens(application),
      from: isFromCheck(request) ? 'pruefen' : null,
      seen: seenOn(application, step, request),
    },
  }
}

export function tokens(application: Application): { csrf: string; draft: string | null } {
  return { csrf: tokenFor(application.house, application.token ?? ''), draft: application.token }
}

/** "Abschnitt 2: Einzug und neue Wohnung"; where there are no sections, what the form is. */
function placeInForm({ service, journey, words }: Application, step: Step): string {
  const section = sectionOf(journey, step, words)
  return section ? words.say('common:apply.section', section) : words.say(`${service.id}:name`)
}

/** Not on a page on which nothing was typed yet. */
function savedAt({ draft, journey, words }: Application, step: Step): string | null {
  const prefix = prefixOf(step)
  const isTouched = step.shown.length === 0 || step.shown.some(control => `${prefix}${control}` in journey.raw)
  if (!draft || !isTouched) return null
  const time = momentInWords(draft.updatedAt, words.locale, { timeStyle: 'short' })
  return words.say('common:apply.savedAt', { time })
}

/** "Question – person – service": no two pages of a journey have the same title. */
export function pageTitle(journey: Journey, step: PageStep, title: string, words: Words): string {
  const name = step.kind === 'member' ? titleOf(journey, step, words) : ''
  return name && !title.includes(name) ? `${title} (${name})` : title
}

export function frameFor(
  application: Application,
  request: Request,
  response: Response,
  title: string,
  problems: Problem[],
  form?: PageForm,
) {
  const { house, words, service, draft } = application
  const prefix = problems.length > 0 ? words.say('common:errorPrefix') : ''
  return frame(house, request, response, {
    title: `${prefix}${title} – ${words.say(`${service.id}:short`)}`,
    personal: true,
    form,
    discard: draft && `/leistungen/${service.slug}/loeschen`,
  })
}
