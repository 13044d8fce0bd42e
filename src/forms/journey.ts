// Where somebody is in a form: computed from the answers on each request, stored nowhere.
import { type Finding, findingsOf } from './findings.ts'
import { type Problem, type Raw, readNode, refusals, type Source } from './input.ts'
import { isMembers, type MemberAnswers, type Node, type PlannedMembers, type PlannedPage, planOf } from './plan.ts'
import type { Facts, Service } from './service.ts'

export type Answers = Record<string, unknown>
export type Step = {
  /** What follows the slug in the URL: `einzug`, `personen`, `personen/<id>/geburt`. */
  path: string
  problems: Problem[]
  /** Controls this person sees on the page. */
  shown: string[]
} & (
  | { kind: 'page'; page: PlannedPage; list: null; memberId: null }
  | { kind: 'members'; page: null; list: PlannedMembers; memberId: null }
  | { kind: 'member'; page: PlannedPage; list: PlannedMembers; memberId: string }
)
export type Journey = { service: Service; raw: Raw; answers: Answers; steps: Step[]; findings: Finding[] }

/** One pass over the ordered pages: who sees what, which answers count, what is wrong where. */
export function walk(service: Service, raw: Raw, facts: Facts): Journey {
  const answers: Answers = {}
  const steps: Step[] = []
  for (const page of planOf(service).pages) {
    if (!page.when(answers)) continue
    if (isMembers(page)) steps.push(...membersSteps(page, raw, answers))
    else steps.push(pageStep(page, raw, answers))
  }
  const findings = service.rules.flatMap(rule => findingsOf(rule, answers, facts, steps))
  return { service, raw, answers, steps, findings }
}

export function memberPrefix(list: PlannedMembers, memberId: string): string {
  return `${list.node.name}.${memberId}.`
}

export function memberIds(list: PlannedMembers, raw: Raw): string[] {
  const ids = raw[list.node.name] ?? []
  return Array.isArray(ids) ? ids : [ids]
}

export function memberAnswers(journey: Journey, step: Step): MemberAnswers | undefined {
  const all = step.list ? (journey.answers[step.list.node.name] as MemberAnswers[] | undefined) : undefined
  return all?.find(member => member.id === step.memberId)
}

export function findStep(journey: Journey, path: string): Step | undefined {
  return journey.steps.find(step => step.path === path)
}

/** A page that this person does not see, or not any more: what an old copy of it posts is kept all the same. */
export function hiddenStep({ service, raw }: Journey, path: string): Step | undefined {
  const [slug, memberId, inner] = path.split('/')
  const page = planOf(service).pages.find(other => other.slug === slug)
  const nothing = { path, problems: [], shown: [] }
  if (!page || !isMembers(page))
    return page && !memberId ? { ...nothing, kind: 'page', page, list: null, memberId: null } : undefined
  const own = page.pages.find(other => other.slug === inner)
  const isThere = memberId !== undefined && memberIds(page, raw).includes(memberId)
  return own && isThere ? { ...nothing, kind: 'member', page: own, list: page, memberId } : undefined
}

export function isComplete(step: Step): boolean {
  return step.problems.length === 0
}

/** The first page that still lacks something; undefined when the form can be sent. */
export function firstOpenStep(journey: Journey): Step | undefined {
  return journey.steps.find(step => !isComplete(step))
}

/** Everything before must be complete; members may be visited in any order. */
export function mayVisit(journey: Journey, step: Step): boolean {
  return journey.steps
    .slice(0, journey.steps.indexOf(step))
    .filter(earlier => !isBeside(earlier, step))
    .every(isComplete)
}

/** The list a member belongs to and its other members: what is wrong there must not lock anybody out of a member. */
function isBeside(earlier: Step, step: Step): boolean {
  return step.kind === 'member' && earlier.list === step.list && earlier.memberId !== step.memberId
}

/** Undefined means: on to the check page. */
export function nextStep(journey: Journey, step: Step): Step | undefined {
  const after = journey.steps.slice(journey.steps.indexOf(step) + 1)
  if (step.kind === 'member') return after.find(other => other.memberId === step.memberId) ?? listOf(journey, step)
  if (step.kind === 'page') return after[0]
  return (
    after.find(other => other.list === step.list && !isComplete(other)) ?? after.find(other => other.list !== step.list)
  )
}

/** Undefined means: back to the page about the service. */
export function previousStep(journey: Journey, step: Step): Step | undefined {
  const before = journey.steps.slice(0, journey.steps.indexOf(step)).reverse()
  if (step.kind === 'member') return before.find(other => other.memberId === step.memberId) ?? listOf(journey, step)
  return before.find(other => other.kind !== 'member')
}

function listOf(journey: Journey, step: Step): Step | undefined {
  return journey.steps.find(other => other.kind === 'members' && other.list === step.list)
}

function pageStep(page: PlannedPage, raw: Raw, answers: Answers): Step {
  return {
    path: page.slug,
    kind: 'page',
    page,
    list: null,
    memberId: null,
    ...readPage(page, { raw, prefix: '', answers }, answers),
  }
}

function membersSteps(list: PlannedMembers, raw: Raw, answers: Answers): Step[] {
  const ids = memberIds(list, raw)
  const missing = ids.length < list.node.min
  const problems = missing
    ? [{ control: list.node.name, node: list.node, code: 'tooFew', parameters: { min: list.node.min } }]
    : []
  const members: MemberAnswers[] = []
  if (ids.length > 0) answers[list.node.name] = members
  const own: Step = { path: list.slug, kind: 'members', page: null, list, memberId: null, problems, shown: [] }
  return [own, ...ids.flatMap(id => memberSteps(list, id, raw, answers, members))]
}

function memberSteps(list: PlannedMembers, id: string, raw: Raw, answers: Answers, members: MemberAnswers[]): Step[] {
  const member: MemberAnswers = { id }
  members.push(member)
  const steps: Step[] = []
  for (const page of list.pages) {
    if (!page.when(member, answers)) continue
    const path = `${list.slug}/${id}/${page.slug}`
    steps.push({
      path,
      kind: 'member',
      page,
      list,
      memberId: id,
      ...readPage(page, { raw, prefix: memberPrefix(list, id), answers }, member),
    })
  }
  return steps
}

/** Reads what a page asks into the answers, at its place. */
function readPage(page: PlannedPage, source: Source, answers: Answers): Pick<Step, 'problems' | 'shown'> {
  const problems: Problem[] = []
  const shown: string[] = []
  for (const node of page.nodes) {
    const parent = parentOf(node, answers)
    const reading = readNode(node, source, '', parent)
    problems.push(...reading.problems)
    shown.push(...reading.shown)
    if (reading.value !== undefined) place(node, answers, reading.value)
  }
  for (const node of page.nodes)
    if (node.refused) problems.push(...refusals([node], '', parentOf(node, answers), problems, shown))
  return { problems, shown }
}

/** The object that holds a nested field; a fresh one where nothing was answered yet. */
function parentOf(node: Node, answers: Answers): Answers {
  return node.groups.reduce<Answers>((inner, key) => (inner[key] as Answers | undefined) ?? {}, answers)
}

function place(node: Node, answers: Answers, value: unknown): void {
  let inner = answers
  for (const key of node.groups) {
    inner[key] ??= {}
    inner = inner[key] as Answers
  }
  const there = inner[node.name]
  inner[node.name] = node.kind === 'group' && there ? { ...(there as object), ...(value as object) } : value
}
