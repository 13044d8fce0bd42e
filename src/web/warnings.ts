// What the rules warn of: shown once on its page before it goes on, and all together where the form is checked.
import type { Request } from 'express'
import type { Finding } from '../forms/findings.ts'
import { titleOf } from '../forms/in-words.ts'
import type { Problem } from '../forms/input.ts'
import type { Step } from '../forms/journey.ts'
import { leftOut } from '../forms/members.ts'
import { ruleText, type Words } from '../forms/words.ts'
import { type Application, urlOf } from './application.ts'
import { bodyOf } from './posted.ts'

/** Warnings of this page that the citizen has not been shown yet; a hidden field says which were. */
export function unseenWarnings(application: Application, step: Step, request: Request): Finding[] {
  const seen = String(bodyOf(request)._seen ?? '').split(' ')
  const calm = application.service.rules.filter(({ goesOn }) => goesOn).map(({ id }) => id)
  return warningsOn(application, step).filter(({ rule }) => !seen.includes(rule) && !calm.includes(rule))
}

export function warningsShown(application: Application, step: Step, request: Request) {
  const { service, words } = application
  const found = request.query.hinweis === '1' ? warningsOn(application, step) : []
  if (found.length === 0) return []
  const text = [...new Set(found.map(finding => ruleText(service.id, finding, words)))]
  const heading = words.say('common:apply.warningHeading')
  return [{ kind: 'warning' as const, heading, text: [...text, words.say('common:apply.warningGoOn')], isNew: true }]
}

/** The title begins with the word for it, as with "Fehler: ": else the same page would be heard again. */
export function titleWith(warned: unknown[], title: string, words: Words): string {
  return warned.length > 0 ? words.say('common:warningPrefix') + title : title
}

/** Ids of the warnings that this page shows or that were shown on it before, for the hidden field. */
export function seenOn(application: Application, step: Step, request: Request): string | null {
  const seen = request.query.hinweis === '1' ? warningsOn(application, step).map(({ rule }) => rule) : []
  const kept = String(bodyOf(request)._seen ?? '')
    .split(' ')
    .filter(rule => /^[\w-]{1,30}$/.test(rule))
  return [...seen, ...kept].join(' ') || null
}

/** Who sends reads them all once more, each with the way to its page, named for who hears links alone; null where there is none. */
export function warningsToCheck(application: Application, nameOf: (step: Step) => string) {
  const { service, journey, words } = application
  const found = journey.findings.filter(({ severity }) => severity === 'warning')
  if (found.length === 0) return null
  const items = found.map(finding => {
    const step = journey.steps.find(({ path }) => path === finding.step)
    const name = step?.kind === 'member' && journey.answers[step.list.node.name] ? titleOf(journey, step, words) : ''
    const text = ruleText(service.id, finding, words)
    const href = `${urlOf(application, step)}?von=pruefen&hinweis=1`
    const link = { label: words.say('common:apply.warningLink'), page: step ? nameOf(step) : '' }
    return { text: name ? `${name}: ${text}` : text, href, link }
  })
  const say = (part: string) => words.say(`common:apply.${part}`)
  return { heading: say('warningsHeading'), text: say('warningsText'), items }
}

/** Who was added before the first answer said that only one person counts is named once more: they are not sent. */
export function leftOutNotices(application: Application) {
  const { journey, words } = application
  const names = leftOut(journey).join(', ')
  if (!names) return []
  const href = `${urlOf(application, journey.steps[0])}?von=pruefen`
  const links = [{ href, label: words.say('common:apply.leftOutLink') }]
  return [{ kind: 'warning' as const, heading: null, text: [words.say('common:apply.leftOut', { names })], links }]
}

/** Where a problem says that another service is the right one, the way there. */
export function insteadNotices({ house, service, words }: Application, problems: Problem[]) {
  const codes = new Set(problems.map(({ code }) => code))
  const ids = new Set(service.rules.filter(({ id }) => codes.has(id)).map(({ instead }) => instead))
  const links = house.services
    .filter(({ id }) => ids.has(id))
    .map(({ id, slug }) => ({ href: `/leistungen/${slug}`, label: words.say(`${id}:name`) }))
  const text = [words.say('common:apply.instead')]
  return links.length > 0 ? [{ kind: 'info' as const, heading: null, text, links }] : []
}

function warningsOn({ journey }: Application, step: Step): Finding[] {
  return journey.findings.filter(({ step: path, severity }) => path === step.path && severity === 'warning')
}
