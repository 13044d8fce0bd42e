// People and dwellings in a form: whose pages come when, and what of them was asked elsewhere.
import { type Raw, type Source, typedAgain } from './input.ts'
import type { Answers, Journey, Step } from './journey.ts'
import type { MemberAnswers, PlannedMembers } from './plan.ts'
import { readPage } from './read-page.ts'

/** The id of an only member for whom nothing was answered yet. */
const newId = '000000000000'

export function memberPrefix(list: PlannedMembers, memberId: string): string {
  return `${list.node.name}.${memberId}.`
}

/** Those somebody added, in their order. */
export function listedIds(list: PlannedMembers, raw: Raw): string[] {
  return [raw[list.node.name] ?? []].flat()
}

/** The list and each member's pages; where only one member counts, its pages alone. */
export function membersSteps(list: PlannedMembers, source: Source): Step[] {
  const members: MemberAnswers[] = []
  const only = list.only(source.answers)
  const ids = only ? [onlyId(list, only, source.raw)] : listedIds(list, source.raw)
  if (ids.length > 0) source.answers[list.node.name] = members
  const steps = ids.flatMap(id => memberSteps(list, id, source, members))
  return only ? steps : [listStep(list, ids), ...steps]
}

function listStep(list: PlannedMembers, ids: string[]): Step {
  const tooFew = { control: list.node.name, node: list.node, code: 'tooFew', parameters: { min: list.node.min } }
  const problems = ids.length < list.node.min ? [tooFew] : []
  return { path: list.slug, kind: 'members', page: null, list, memberId: null, problems, shown: [] }
}

function memberSteps(list: PlannedMembers, id: string, source: Source, members: MemberAnswers[]): Step[] {
  const member: MemberAnswers = { id }
  members.push(member)
  const prefix = memberPrefix(list, id)
  return list.pages.flatMap((page): Step[] => {
    const same = list.sameAs(member, source.answers)
    takeOver(member, same, source.answers)
    const nodes = page.nodes.filter(node => !(node.path in same))
    if (nodes.length === 0 || !page.when(member, source.answers)) return []
    const read = readPage(nodes, { ...source, prefix }, member)
    return [{ path: `${list.slug}/${id}/${page.slug}`, kind: 'member', page, list, memberId: id, ...read }]
  })
}

function takeOver(member: MemberAnswers, same: Record<string, string>, answers: Answers): void {
  for (const [field, path] of Object.entries(same)) {
    const value = path.split('.').reduce<unknown>((inner, key) => (inner as Answers | undefined)?.[key], answers)
    if (value !== undefined) member[field] = value
  }
}

/** The member with these answers, whoever else was added before; nobody's answers are taken for another's. */
function onlyId(list: PlannedMembers, only: Record<string, unknown>, raw: Raw): string {
  const answered = Object.entries(typedAgain(only))
  const isTold = (id: string) => answered.every(([field, text]) => raw[memberPrefix(list, id) + field] === text)
  return listedIds(list, raw).find(isTold) ?? newId
}

/** What the first answer about an only member adds to the form: nobody pressed "add" for it. */
export function joined({ raw, answers }: Journey, step: Step): Raw {
  if (step.kind !== 'member' || listedIds(step.list, raw).includes(step.memberId)) return {}
  const name = step.list.node.name
  const told = typedAgain(step.list.only(answers), `${name}.${step.memberId}`)
  return { [name]: [...listedIds(step.list, raw), step.memberId], ...told }
}
