// What the pages of an application show, as finished values for their views.
import type { Request, Response } from 'express'
import { describePage, problemText } from '../forms/describe.ts'
import type { Finding } from '../forms/findings.ts'
import { inWords, titleOf } from '../forms/in-words.ts'
import type { Problem } from '../forms/input.ts'
import { isComplete, memberIds, type Step } from '../forms/journey.ts'
import { momentInWords } from '../language.ts'
import { longDay } from '../law/partial-date.ts'
import { hoursInWords, placeInWords } from '../town.ts'
import { type Application, offersOn, urlOf } from './application.ts'
import { frame, tokenFor } from './house.ts'
import { bodyOf } from './posted.ts'

type PageStep = Step & { kind: 'page' | 'member' }

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

export function showMembers(
  application: Application,
  step: Step & { kind: 'members' },
  request: Request,
  response: Response,
  problems: Problem[],
): void {
  const { service, journey, words } = application
  const place = `${service.id}:pages.${step.list.slug}`
  const ids = memberIds(step.list, journey.raw)
  const title = words.say(`${place}.title`)
  response.render('apply/members', {
    it: {
      frame: frameFor(application, request, response, title, problems),
      ...common(application, step, request, problems),
      problems: problems.map(problem => ({ href: '#members', text: problemText(problem, { service, words }) })),
      heading: title,
      intro: (words.find([`${place}.intro`]) ?? '').split('\n').filter(Boolean),
      why: { label: words.say('common:apply.why'), text: words.say(`${place}.why`) },
      empty: words.say(`${place}.empty`),
      members: ids.map(id => memberView(application, step, id)),
      known: step.list.known(journey.answers).map((offer, index) => ({
        value: `known:${index}`,
        label: words.say('common:apply.takeOver', { name: offer.label }),
      })),
      add: ids.length < step.list.node.max ? words.say(`${place}.${ids.length === 0 ? 'add' : 'addMore'}`) : null,
      isFirst: ids.length === 0,
      buttons: { next: words.say('common:apply.next') },
    },
  })
}

function memberView(application: Application, list: Step & { kind: 'members' }, id: string) {
  const { journey, words, service } = application
  const steps = journey.steps.filter(step => step.list === list.list && step.memberId === id)
  const open = steps.find(step => !isComplete(step))
  const [first] = steps
  const name = first ? titleOf(journey, first, words) : ''
  return {
    name,
    state: words.say(open ? 'common:apply.memberOpen' : 'common:apply.memberComplete'),
    isComplete: !open,
    change: {
      href: urlOf(application, open ?? first),
      label: words.say(open ? 'common:apply.goOn' : 'common:apply.change'),
      name,
    },
    remove: {
      href: `/antrag/${service.slug}/${list.list.slug}/${id}/entfernen`,
      label: words.say('common:apply.remove'),
      name,
    },
  }
}

export function showRemoval(
  application: Application,
  step: Step & { kind: 'member' },
  request: Request,
  response: Response,
): void {
  const { service, words, journey } = application
  const title = words.say(`${service.id}:pages.${step.list.slug}.remove`)
  response.render('apply/remove', {
    it: {
      frame: frameFor(application, request, response, title, []),
      form: { action: `/antrag/${service.slug}/${step.list.slug}/${step.memberId}/entfernen`, ...tokens(application) },
      heading: title,
      name: titleOf(journey, step, words),
      text: words.say('common:apply.removeText'),
      yes: words.say('common:apply.removeYes'),
      no: words.say('common:apply.removeNo'),
    },
  })
}

export function showCheck(
  application: Application,
  step: PageStep,
  request: Request,
  response: Response,
  problems: Problem[],
): void {
  const { service, journey, words } = application
  const page = describePage(journey, step, problems, words)
  const title = words.say(`${service.id}:pages.pruefen.title`)
  response.render('apply/check', {
    it: {
      frame: frameFor(application, request, response, title, problems),
      ...common(application, step, request, problems),
      problems: page.problems,
      heading: title,
      intro: page.intro,
      sections: checkSections(application),
      papers: { heading: words.say('common:apply.papersHeading'), items: papersInWords(application) },
      honest: honestWords(application),
      notices: [
        ...noticesOf(
          application,
          page.notices.filter(id => id !== 'noticeFamilyData' || manyPersons(application)),
        ),
        ...informations(application),
      ],
      fields: page.fields,
      why: page.why ? { label: words.say('common:apply.why'), text: page.why } : null,
      buttons: { send: words.say(`${service.id}:send`) },
    },
  })
}

/** The end of the form says the truth: prepared here, completed at the counter, until when, with what (R-A18). */
function honestWords(application: Application): {
  heading: string
  text: string[]
  hoursHeading: string
  hours: string[]
} {
  const { service, journey, words, house } = application
  const today = house.office.facts().filedOn
  const due = service.due(journey.answers as never, today)
  const day = longDay(due, words.locale)
  return {
    heading: words.say('common:apply.honestHeading'),
    text: [
      words.say(`${service.id}:about.truth`),
      words.say(due < today ? 'common:apply.honestLate' : 'common:apply.honestDue', { day }),
    ],
    hoursHeading: words.say('common:case.hoursHeading'),
    hours: [placeInWords(house.town), ...hoursInWords(house.town, words.locale)],
  }
}

export function papersInWords(
  application: Pick<Application, 'service' | 'words'> & { journey: { answers: Record<string, unknown> } },
): string[] {
  const { service, words, journey } = application
  return service
    .papers(journey.answers as never)
    .map(paper => words.say(`${service.id}:papers.${paper.id}`, { person: paper.person }))
}

function checkSections(application: Application) {
  const { words, journey } = application
  return inWords(journey, words, 'shown')
    .map(section => ({
      heading: section.heading,
      items: section.items
        .filter(item => item.step !== 'pruefen')
        .map(item => ({
          label: item.label,
          lines: item.value && item.value.length > 0 ? item.value : [words.say('common:apply.notAnswered')],
          change: {
            href: `/antrag/${application.service.slug}/${item.step}?von=pruefen#${item.control.replaceAll('.', '-')}`,
            text: words.say('common:apply.change'),
            name: item.label,
            of: section.member ? section.heading : null,
          },
        })),
    }))
    .filter(section => section.items.length > 0)
}

function manyPersons(application: Application): boolean {
  return ((application.journey.answers.persons as unknown[] | undefined) ?? []).length > 1
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
    .map(finding => words.say(`${service.id}:rules.${finding.rule}`))
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

function noticesOf(application: Application, ids: string[]) {
  const { service, words } = application
  return ids.map(id => ({
    kind: 'info' as const,
    heading: words.say(`${service.id}:notices.${id}.heading`),
    text: [words.say(`${service.id}:notices.${id}.text`)],
  }))
}

function informations(application: Application) {
  const { service, words, journey } = application
  const rules = [
    ...new Set(
      journey.findings
        .filter(finding => finding.severity === 'info' && finding.rule !== 'R-A18')
        .map(finding => finding.rule),
    ),
  ]
  if (rules.length === 0) return []
  return [
    {
      kind: 'info' as const,
      heading: words.say('common:apply.goodToKnow'),
      text: rules.map(rule => words.say(`${service.id}:rules.${rule}`)),
    },
  ]
}

function common(application: Application, step: Step, request: Request, problems: Problem[]) {
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

function tokens(application: Application): { csrf: string; draft: string | null } {
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

function frameFor(application: Application, request: Request, response: Response, title: string, problems: Problem[]) {
  const { house, words, service } = application
  const prefix = problems.length > 0 ? words.say('common:errorPrefix') : ''
  return frame(house, request, response, {
    title: `${prefix}${title} – ${words.say(`${service.id}:short`)}`,
    personal: true,
  })
}
