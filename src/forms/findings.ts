// What the rules of a service find in the answers: errors that block, warnings, information, hints for clerks.
import type { Answers, Step } from './journey.ts'
import { type MemberAnswers, type Node, nodeAt } from './plan.ts'
import type { Facts, Rule, Service, Severity } from './service.ts'

export type Finding = {
  rule: string
  severity: Severity
  step: string
  control: string
  member?: string
  /** What was found, for the rule's message. */
  names?: string[]
}
// biome-ignore lint/suspicious/noExplicitAny: a border: rules of any service
type AnyRule = Rule<any>
type MemberRule = { names?: (member: MemberAnswers, answers: Answers) => string[] }
type FilingRule = { names?: (answers: Answers) => string[] }

/** Asks one rule of the answers that count. An error it finds becomes a problem of the page that asks the field. */
export function judge(rule: AnyRule, answers: Answers, facts: Facts, steps: Step[], findings: Finding[]): void {
  if (rule.members) {
    for (const member of (answers[rule.members] as MemberAnswers[] | undefined) ?? [])
      if (rule.holds(member as never, answers as never, facts)) findings.push(...foundOf(rule, member, answers, steps))
  } else if ((rule.holds as (answers: unknown, facts: Facts) => boolean)(answers, facts))
    findings.push(...found(rule, steps.find(asks(rule.field)), {}, (rule as FilingRule).names?.(answers)))
}

/** Nobody is told any more of what its own item of the checklist has settled. */
export function unsettled({ rules }: Service, findings: Finding[], ticks: string[]): Finding[] {
  const settled = rules.filter(({ settledBy }) => settledBy && ticks.includes(settledBy))
  return findings.filter(({ rule }) => !settled.some(({ id }) => id === rule))
}

/** What clerks are told of; information is the citizen's. */
export function findingsForClerks(service: Service, findings: Finding[], ticks: string[]): Finding[] {
  return unsettled(service, findings, ticks).filter(({ severity }) => severity !== 'info')
}

/** What was asked elsewhere is mended there. */
function foundOf(rule: AnyRule, member: MemberAnswers, answers: Answers, steps: Step[]): Finding[] {
  const own = steps.filter(step => step.memberId === member.id)
  const elsewhere = own[0]?.list?.sameAs(member, answers)[rule.field]
  const names = (rule as MemberRule).names?.(member, answers)
  if (elsewhere) return found({ ...rule, field: elsewhere }, steps.find(asks(elsewhere)), { member: member.id }, names)
  return found(rule, own.find(asks(rule.field)), { member: member.id }, names)
}

function found(rule: AnyRule, step: Step | undefined, whom: { member?: string }, names?: string[]): Finding[] {
  if (!step) return []
  const finding: Finding = {
    rule: rule.id,
    severity: rule.severity,
    step: step.path,
    control: rule.field,
    ...whom,
    ...(names && { names }),
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

/** Does a step ask this field of the filing, or of its member? */
export function asks(field: string): (step: Step) => boolean {
  return step =>
    step.kind === 'members' ? step.list.node.path === field : step.page.nodes.some(node => isWithin(node, field))
}

/** A rule about a whole address is shown at its first control. */
function firstControl(step: Step, field: string): string {
  return step.shown.find(control => control === field || control.startsWith(`${field}.`)) ?? field
}

function nodeOfStep(step: Step, field: string): Node {
  if (step.kind === 'members') return step.list.node
  const asked = step.page.nodes.find(node => isWithin(node, field))
  if (!asked) throw new Error(`page ${step.path} does not ask ${field}`)
  return asked.kind === 'group' && field !== asked.path && field.startsWith(`${asked.path}.`)
    ? nodeAt(asked.children, field)
    : asked
}

/** One of the two contains the other. */
function isWithin(node: Node, field: string): boolean {
  return field === node.path || field.startsWith(`${node.path}.`) || node.path.startsWith(`${field}.`)
}
