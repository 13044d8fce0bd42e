// Where somebody is in a form: computed from the answers on each request, stored nowhere.
import { type Finding, judge } from './findings.ts'
import type { Problem, Raw, Source } from './input.ts'
import { addMembersSteps, listedIds, prefixOf } from './members.ts'
import { isMembers, type MemberAnswers, type PlannedMembers, type PlannedPage, planOf } from './plan.ts'
import { readPage } from './read-page.ts'
import { isSaved } from './saved.ts'
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
export type Journey = {
  service: Service
  raw: Raw
  facts: Facts
  answers: Answers
  steps: Step[]
  findings: Finding[]
}

/** One pass over the ordered pages: who sees what, which answers count, what is wrong where. */
export function walk(service: Service, raw: Raw, facts: Facts): Journey {
  const answers: Answers = { ...service.settled }
  const steps: Step[] = []
  const source = { raw, prefix: '', answers, facts }
  for (const page of planOf(service).pages) {
    if (!page.when(answers)) continue
    if (isMembers(page)) addMembersSteps(page, source, steps)
    else steps.push(pageStep(page, source))
  }
  const findings: Finding[] = []
  for (const rule of service.rules) judge(rule, answers, facts, steps, findings)
  return { service, raw, facts, answers, steps, findings }
}

/** Where the questions of a step are read. */
export function sourceOf({ raw, answers, facts }: Journey, step: Step): Source {
  return { raw, answers, facts, prefix: prefixOf(step) }
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
  const isThere = memberId !== undefined && listedIds(page, raw).includes(memberId)
  return own && isThere ? { ...nothing, kind: 'member', page: own, list: page, memberId } : undefined
}

export function isComplete(step: Step): boolean {
  return step.problems.length === 0
}

/** What a page lacks need not be said before somebody has typed; what does not fit together must be. */
export function contradictions(step: Step): Problem[] {
  return step.problems.filter(problem => problem.code !== 'missing' && problem.code !== 'tooFew')
}

/** What somebody who fills in a form has still to do: it lacks something, or was never seen. */
export function isOpen({ raw }: Journey, step: Step): boolean {
  return !isComplete(step) || !isSaved(raw, step)
}

/** The first page that is still open; undefined when the form can be sent. */
export function firstOpenStep(journey: Journey): Step | undefined {
  return journey.steps.find(step => isOpen(journey, step))
}

/** Nothing before may be open; members may be visited in any order. */
export function mayVisit(journey: Journey, step: Step): boolean {
  return journey.steps
    .slice(0, journey.steps.indexOf(step))
    .filter(earlier => !isBeside(earlier, step))
    .every(earlier => !isOpen(journey, earlier))
}

/** The list a member belongs to and its other members: what is wrong there must not lock anybody out of a member. */
function isBeside(earlier: Step, step: Step): boolean {
  return step.kind === 'member' && earlier.list === step.list && earlier.memberId !== step.memberId
}

/** Undefined means: on to the check page. */
export function nextStep(journey: Journey, step: Step): Step | undefined {
  const after = journey.steps.slice(journey.steps.indexOf(step) + 1)
  if (step.kind === 'member')
    return after.find(other => other.memberId === step.memberId) ?? listOf(journey, step) ?? after[0]
  if (step.kind === 'page') return after[0]
  return (
    after.find(other => other.list === step.list && isOpen(journey, other)) ??
    after.find(other => other.list !== step.list)
  )
}

/** Undefined means: back to the page about the service. */
export function previousStep(journey: Journey, step: Step): Step | undefined {
  const before = journey.steps.slice(0, journey.steps.indexOf(step)).reverse()
  const own =
    step.kind === 'member'
      ? (before.find(other => other.memberId === step.memberId) ?? listOf(journey, step))
      : undefined
  return own ?? before.find(other => !isListed(journey, other))
}

/** A member behind its list: the list stands for it. */
function isListed(journey: Journey, step: Step): boolean {
  return step.kind === 'member' && listOf(journey, step) !== undefined
}

function listOf(journey: Journey, step: Step): Step | undefined {
  return journey.steps.find(other => other.kind === 'members' && other.list === step.list)
}

function pageStep(page: PlannedPage, source: Source): Step {
  const { problems, shown } = readPage(page.nodes, source, source.answers)
  return { path: page.slug, kind: 'page', page, list: null, memberId: null, problems, shown }
}
