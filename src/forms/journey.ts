// Where somebody is in a form: computed from the answers on each request, stored nowhere.
import { type Problem, type Raw, readNode, refusals, type Source } from './input.ts'
import {
  isMembers,
  type MemberAnswers,
  type Node,
  nodeAt,
  type PlannedMembers,
  type PlannedPage,
  planOf,
} from './plan.ts'
import type { Facts, Rule, Service, Severity } from './service.ts'

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
export type Finding = { rule: string; severity: Severity; step: string; control: string; member?: string }
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
    .filter(
      earlier =>
        step.kind !== 'member' ||
        earlier.kind !== 'member' ||
        earlier.list !== step.list ||
        earlier.memberId === step.memberId,
    )
    .every(isComplete)
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
  for (const node of page.nodes) problems.push(...refusals([node], '', parentOf(node, answers), problems, shown))
  return { problems, shown }
}

/** The object that holds a nested field; a fresh one where nothing was answered yet. */
function parentOf(node: Node, answers: Answers): Answers {
  const keys = node.path.split('.').slice(0, -1)
  return keys.reduce<Answers>((inner, key) => (inner[key] as Answers | undefined) ?? {}, answers)
}

function place(node: Node, answers: Answers, value: unknown): void {
  const keys = node.path.split('.').slice(0, -1)
  let inner = answers
  for (const key of keys) {
    inner[key] ??= {}
    inner = inner[key] as Answers
  }
  const there = inner[node.name]
  inner[node.name] = node.kind === 'group' && there ? { ...(there as object), ...(value as object) } : value
}

// biome-ignore lint/suspicious/noExplicitAny: a border: rules of any service
function findingsOf(rule: Rule<any>, answers: Answers, facts: Facts, steps: Step[]): Finding[] {
  if (!rule.members)
    return (rule.holds as (answers: unknown, facts: Facts) => boolean)(answers, facts)
      ? found(rule, steps.find(asks(rule.field)))
      : []
  const members = (answers[rule.members] as MemberAnswers[] | undefined) ?? []
  return members
    .filter(member => rule.holds(member as never, answers as never, facts))
    .flatMap(member =>
      found(
        rule,
        steps.find(step => step.memberId === member.id && asks(rule.field)(step)),
        member.id,
      ),
    )
}

// biome-ignore lint/suspicious/noExplicitAny: a border: rules of any service
function found(rule: Rule<any>, step: Step | undefined, member?: string): Finding[] {
  if (!step) return []
  const finding: Finding = {
    rule: rule.id,
    severity: rule.severity,
    step: step.path,
    control: rule.field,
    ...(member && { member }),
  }
  if (rule.severity === 'error' && !step.problems.some(problem => problem.control.startsWith(rule.field))) {
    step.problems.push({
      control: firstControl(step, rule.field),
      node: nodeOfStep(step, rule.field),
      code: rule.id,
      parameters: {},
    })
  }
  return [finding]
}

function asks(field: string): (step: Step) => boolean {
  return step =>
    step.kind === 'members'
      ? step.list.node.path === field
      : step.page.nodes.some(
          node => field === node.path || field.startsWith(`${node.path}.`) || node.path.startsWith(`${field}.`),
        )
}

/** A rule about a whole address is shown at its first control. */
function firstControl(step: Step, field: string): string {
  return step.shown.find(control => control === field || control.startsWith(`${field}.`)) ?? field
}

function nodeOfStep(step: Step, field: string): Node {
  if (step.kind === 'members') return step.list.node
  const asked = step.page.nodes.find(
    node => field === node.path || field.startsWith(`${node.path}.`) || node.path.startsWith(`${field}.`),
  )
  if (!asked) throw new Error(`page ${step.path} does not ask ${field}`)
  return asked.kind === 'group' && field !== asked.path && field.startsWith(`${asked.path}.`)
    ? nodeAt(asked.children, field)
    : asked
}
