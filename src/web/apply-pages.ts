// A question page as finished values for its view, and what all pages of an application have in common.
import type { Request, Response } from 'express'
import { describePage } from '../forms/describe.ts'
import type { Finding } from '../forms/findings.ts'
import { titleOf } from '../forms/in-words.ts'
import type { Problem } from '../forms/input.ts'
import type { Step } from '../forms/journey.ts'
import { ruleText } from '../forms/words.ts'
import { momentInWords } from '../language.ts'
import { type Application, offersOn, urlOf } from './application.ts'
import { frame, tokenFor } from './house.ts'
import { bodyOf } from './posted.ts'

export type PageStep = Step & { kind: 'page' | 'member' }

export function showPage(
  application: Application,
  step: PageStep,
  request: Request,
  response: Response,
  problems: Problem[],
): void {
  const { words, journey } = application
  const page = describePage(journey, step, problems, words)
  const offers = offersOn(application, step).map((offer, index) => ({
    value: `offer:${index}`,
    label: words.say('common:apply.takeOver', { name: offer.label }),
  }))
  response.render('apply/page', {
    it: {
      frame: frameFor(application, request, response, pageTitle(application, step, page.title), problems),
      ...common(application, step, request, problems),
      problems: page.problems,
      heading: page.heading,
      headingHint: page.headingHint,
      intro: page.intro,
      notices: [...warningsShown(application, step, request), ...noticesOf(application, page.notices)],
      why: page.why ? { label: words.say('common:apply.why'), text: page.why } : null,
      fields: page.fields,
      offers,
      buttons: { next: words.say('common:apply.next'), save: null },
    },
  })
}

/** Warnings of this page that the citizen has not been shown yet; a hidden field says which were. */
export function unseenWarnings(application: Application, step: Step, request: Request): Finding[] {
  const seen = String(bodyOf(request)._seen ?? '').split(' ')
  return findingsOn(application, step).filter(finding => finding.severity === 'warning' && !seen.includes(finding.rule))
}

function findingsOn(application: Application, step: Step): Finding[] {
  return application.journey.findings.filter(finding => finding.step === step.path)
}

function warningsShown(application: Application, step: Step, request: Request) {
  const { service, words } = application
  if (request.query.hinweis !== '1') return []
  const text = findingsOn(application, step)
    .filter(finding => finding.severity === 'warning')
    .map(finding => ruleText(service.id, finding, words))
  return text.length === 0
    ? []
    : [
        {
          kind: 'warning' as const,
          heading: words.say('common:apply.warningHeading'),
          text: [...text, words.say('common:apply.warningGoOn')],
        },
      ]
}

export function noticesOf(application: Application, ids: string[]) {
  const { service, words } = application
  return ids.map(id => ({
    kind: 'info' as const,
    heading: words.say(`${service.id}:notices.${id}.heading`),
    text: [words.say(`${service.id}:notices.${id}.text`)],
  }))
}

/** What every page of an application has. */
export function common(application: Application, step: Step, request: Request, problems: Problem[]) {
  const { words, service } = application
  const seen =
    request.query.hinweis === '1'
      ? findingsOn(application, step)
          .filter(finding => finding.severity === 'warning')
          .map(finding => finding.rule)
      : []
  const kept = String(bodyOf(request)._seen ?? '')
    .split(' ')
    .filter(rule => /^[\w-]{1,30}$/.test(rule))
  const isFromCheck = request.query.von === 'pruefen' || bodyOf(request)._from === 'pruefen'
  return {
    back: { label: words.say('common:apply.back'), formaction: null },
    step: words.say(`${service.id}:name`),
    savedAt: savedAt(application),
    problemsHeading: words.say('common:problemsHeading'),
    hasProblems: problems.length > 0,
    form: {
      action: urlOf(application, step),
      ...tokens(application),
      from: isFromCheck ? 'pruefen' : null,
      seen: [...seen, ...kept].join(' ') || null,
    },
  }
}

export function tokens(application: Application): { csrf: string; draft: string | null } {
  return { csrf: tokenFor(application.house, application.token ?? ''), draft: application.token }
}

function savedAt({ draft, words }: Application): string | null {
  if (!draft) return null
  const time = momentInWords(draft.updatedAt, words.locale, { timeStyle: 'short' })
  return words.say('common:apply.savedAt', { time })
}

/** "Question – person – service": no two pages of a journey have the same title. */
function pageTitle(application: Application, step: PageStep, title: string): string {
  return step.kind === 'member' ? `${title} (${titleOf(application.journey, step, application.words)})` : title
}

export function frameFor(
  application: Application,
  request: Request,
  response: Response,
  title: string,
  problems: Problem[],
) {
  const { house, words, service } = application
  const prefix = problems.length > 0 ? words.say('common:errorPrefix') : ''
  return frame(house, request, response, {
    title: `${prefix}${title} – ${words.say(`${service.id}:short`)}`,
    personal: true,
  })
}
