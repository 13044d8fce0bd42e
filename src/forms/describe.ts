// A question page as finished values for the view: heading, reasons, questions, what is wrong.
import { type FieldView, fieldView, type Here, idFrom, problemText } from './field-views.ts'
import { titleOf } from './in-words.ts'
import { type Problem, rowAt } from './input.ts'
import { type Journey, memberAnswers, memberPrefix, type Step } from './journey.ts'
import type { Words } from './words.ts'

export type ProblemView = { href: string; text: string }
export type PageView = {
  title: string
  heading: string | null
  headingHint: string | null
  intro: string[]
  why: string | null
  fields: FieldView[]
  problems: ProblemView[]
  notices: string[]
}

/** `problems` is empty on a first visit, even where the page is not complete yet. */
export function describePage(
  journey: Journey,
  step: Step & { kind: 'page' | 'member' },
  problems: Problem[],
  words: Words,
): PageView {
  const { service, raw } = journey
  const prefix = step.kind === 'member' ? memberPrefix(step.list, step.memberId) : ''
  const isSelf = isAboutSelf(journey, step)
  const here: Here = {
    service,
    raw,
    prefix,
    answers: journey.answers,
    problems,
    words,
    ownAutocomplete: step.kind === 'page' || isSelf,
  }
  const name = step.kind === 'member' ? titleOf(journey, step, words) : ''
  const place = `${service.id}:pages.${step.list ? `${step.list.slug}.` : ''}${step.page.slug}`
  const said = (part: string): string | undefined =>
    words.find([...(isSelf ? [`${place}.${part}_self`] : []), `${place}.${part}`], { name })
  const title = said('title') ?? words.say(`${place}.title`)
  const single = step.page.nodes.length === 1 && step.page.nodes[0]?.kind !== 'rows'
  return {
    title,
    heading: single ? null : title,
    headingHint: name && !isSelf ? name : null,
    intro: (said('intro') ?? '').split('\n').filter(Boolean),
    why: said('why') ?? null,
    fields: shownFields(step, here).map(field => (single ? { ...field, label: title, asHeading: true } : field)),
    problems: problems.map(problem => ({ href: `#${idOf(problem)}`, text: problemText(problem, here) })),
    notices: step.page.notices,
  }
}

function isAboutSelf(journey: Journey, step: Step): boolean {
  const member = memberAnswers(journey, step)
  return Boolean(member && step.list?.isSelf(member, journey.answers))
}

function shownFields(step: Step & { kind: 'page' | 'member' }, here: Here): FieldView[] {
  return step.page.nodes
    .filter(node => node.kind === 'group' || step.shown.includes(node.path))
    .flatMap(node => fieldView(node, here, '', step.shown))
}

/** Links lead to the first control of a question; a rule about a whole list leads to the list. */
function idOf(problem: Problem): string {
  if (problem.node.kind === 'rows')
    return idFrom(`${rowAt(problem.node, '', 0)}${problem.node.children[0]?.path ?? ''}`)
  if (problem.node.kind === 'members') return 'members'
  return idFrom(problem.control)
}
