// A question page as finished values for the view: heading, reasons, questions, what is wrong.
import { type FieldView, fieldView, type Here, idFrom, problemText } from './field-views.ts'
import { titleOf } from './in-words.ts'
import { type Problem, rowAt } from './input.ts'
import { type Journey, memberAnswers, type Step, sourceOf } from './journey.ts'
import { keysOf, type Words } from './words.ts'

type ProblemView = { href: string; text: string }
type NoticeView = { kind: 'info'; heading: string; text: string[] }
/** What explains the question; it stands below the heading, even where that is the label of the only question. */
type Lead = { intro: string[]; notices: NoticeView[] }
export type PageView = Lead & {
  title: string
  heading: string | null
  headingHint: string | null
  why: string | null
  fields: (FieldView & { lead?: Lead })[]
  problems: ProblemView[]
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
  const said = saidOn(journey, step, words)
  const title = questionOf(journey, step, words, said)
  const isLast = step.path === journey.steps.at(-1)?.path
  const single = step.page.nodes.length === 1 && step.page.nodes[0]?.kind !== 'rows' && !isLast
  const lead = { intro: (said('intro') ?? '').split('\n').filter(Boolean), notices: noticesOn(journey, step, words) }
  return {
    title,
    heading: single ? null : title,
    headingHint: name && !isSelf ? name : null,
    ...(single ? { intro: [], notices: [] } : lead),
    why: said('why') ?? null,
    fields: shownFields(step, here).map(field => (single ? headed(field, title, lead) : field)),
    problems: summaryOf(problems, step, here),
  }
}

/** What the page asks, as its heading says it. */
export function questionOf(
  journey: Journey,
  step: Step & { kind: 'page' | 'member' },
  words: Words,
  said = saidOn(journey, step, words),
): string {
  return said('title') ?? words.say(`${placeOf(journey, step)}.title`)
}

function placeOf({ service }: Journey, { list, page }: Step & { kind: 'page' | 'member' }): string {
  return `${service.id}:pages.${list ? `${list.slug}.` : ''}${page.slug}`
}

function saidOn(journey: Journey, step: Step & { kind: 'page' | 'member' }, words: Words) {
  const name = step.kind === 'member' ? titleOf(journey, step, words) : ''
  const place = placeOf(journey, step)
  const endings = endingsOf(journey, step, isAboutSelf(journey, step))
  return (part: string): string | undefined =>
    words.find(
      endings.map(end => `${place}.${part}${end}`),
      { name },
    )
}

/** A page's only question is its heading, but for the last page, which shows everything; whoever hears the question hears the explanation with it. */
function headed(field: FieldView, title: string, lead: Lead): FieldView & { lead: Lead } {
  const intro = lead.intro.length > 0 && `${field.id}-intro`
  const own = field.describedBy
  const describedBy = (field.error ? [own, intro] : [intro, own]).filter(Boolean).join(' ') // what is wrong is heard first
  return { ...field, label: title, asHeading: true, lead, describedBy: describedBy || null }
}

function contextOf(journey: Journey, step: Step): unknown[] {
  return step.kind === 'member' ? [memberAnswers(journey, step), journey.answers] : [journey.answers]
}

/** Which texts of a page come first: of its variant, of a person who types for themselves or for others, the plain one. */
function endingsOf(journey: Journey, step: Step & { kind: 'page' | 'member' }, isSelf: boolean): string[] {
  const isForOthers = step.kind === 'page' && journey.service.isForOthers(journey.answers as never)
  const who = isSelf ? ['_self'] : isForOthers ? ['_other'] : []
  const variant = step.page.variant(...contextOf(journey, step))
  const own = variant ? [...who.map(end => `_${variant}${end}`), `_${variant}`] : []
  return [...own, ...who, '']
}

function noticesOn(journey: Journey, step: Step & { kind: 'page' | 'member' }, words: Words): NoticeView[] {
  const shown = step.page.notices.filter(notice => notice.when(...contextOf(journey, step)))
  return shown.map(({ id }) => ({
    kind: 'info',
    heading: words.say(`${journey.service.id}:notices.${id}.heading`),
    text: [words.say(`${journey.service.id}:notices.${id}.text`)],
  }))
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
