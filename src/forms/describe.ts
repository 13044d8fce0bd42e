// A question page as finished values for the view: heading, reasons, questions, what is wrong.
import { type FieldView, fieldView, type Here, idFrom, problemText } from './field-views.ts'
import { titleOf } from './in-words.ts'
import { type Problem, rowAt } from './input.ts'
import { type Journey, memberAnswers, type Step, sourceOf } from './journey.ts'
import { keysOf, type Words } from './words.ts'

type ProblemView = { href: string; text: string }
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

/** `problems` is empty on a first visit, even where the page is not complete yet; `more` names the list that gets an empty row. */
export function describePage(
  journey: Journey,
  step: Step & { kind: 'page' | 'member' },
  problems: Problem[],
  words: Words,
  more = '',
): PageView {
  const { service } = journey
  const isSelf = isAboutSelf(journey, step)
  const here: Here = {
    ...sourceOf(journey, step),
    service,
    problems,
    words,
    more,
    ownAutocomplete: step.kind === 'page' || isSelf,
  }
  const name = step.kind === 'member' ? titleOf(journey, step, words) : ''
  const place = `${service.id}:pages.${step.list ? `${step.list.slug}.` : ''}${step.page.slug}`
  const isForOthers = step.kind === 'page' && service.isForOthers(journey.answers as never)
  const ending = isSelf ? ['_self'] : isForOthers ? ['_other'] : []
  const said = (part: string): string | undefined =>
    words.find([...ending.map(end => `${place}.${part}${end}`), `${place}.${part}`], { name })
  const title = said('title') ?? words.say(`${place}.title`)
  const single = step.page.nodes.length === 1 && step.page.nodes[0]?.kind !== 'rows'
  return {
    title,
    heading: single ? null : title,
    headingHint: name && !isSelf ? name : null,
    intro: (said('intro') ?? '').split('\n').filter(Boolean),
    why: said('why') ?? null,
    fields: shownFields(step, here).map(field => (single ? { ...field, label: title, asHeading: true } : field)),
    problems: summaryOf(problems, step, here),
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

/** In the order of the questions; where rows have the same problem, each says which row it is. */
function summaryOf(problems: Problem[], step: Step & { kind: 'page' | 'member' }, here: Here): ProblemView[] {
  const place = ({ control }: Problem) =>
    step.shown.findIndex(shown => shown === control || shown.startsWith(`${control}.`))
  const sorted = problems.toSorted((one, other) => place(one) - place(other))
  const texts = sorted.map(problem => problemText(problem, here))
  const isRepeated = (text: string) => texts.indexOf(text) !== texts.lastIndexOf(text)
  return sorted.map((problem, index) => {
    const text = texts[index] ?? ''
    return { href: `#${idOf(problem)}`, text: isRepeated(text) ? rowOf(problem, step, here) + text : text }
  })
}

/** "Ausweis 2: " */
function rowOf({ control }: Problem, { page }: Step & { kind: 'page' | 'member' }, here: Here): string {
  const rows = page.nodes.find(node => node.kind === 'rows' && control.startsWith(`${node.path}.`))
  const index = Number(control.slice((rows?.path.length ?? 0) + 1).split('.')[0])
  const legend = rows && here.words.find(keysOf(here.service.id, rows, 'row'), { number: index + 1 })
  return legend ? `${legend}: ` : ''
}

/** Links lead to the first control of a question; a rule about a whole list leads to the list. */
function idOf(problem: Problem): string {
  if (problem.node.kind === 'rows')
    return idFrom(`${rowAt(problem.node, '', 0)}${problem.node.children[0]?.path ?? ''}`)
  if (problem.node.kind === 'members') return 'members'
  return idFrom(problem.control)
}
