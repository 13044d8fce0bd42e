// People and dwellings in a form: whose pages come when, and what of them was asked elsewhere.
import { type Raw, type Source, typedAgain } from './input.ts'
import type { Answers, Journey, Step } from './journey.ts'
import { isMembers, type MemberAnswers, type PlannedMembers, planOf } from './plan.ts'
import { readPage } from './read-page.ts'

/** The id of an only member for whom nothing was answered yet. */
const newId = '000000000000'

export function memberPrefix(list: PlannedMembers, memberId: string): string {
  return `${list.node.name}.${memberId}.`
}

/** What stands before the controls of a page in the draft: nothing, but for the pages of a member. */
export function prefixOf(step: Step): string {
  return step.kind === 'member' ? memberPrefix(step.list, step.memberId) : ''
}

/** Those somebody added, in their order. */
export function listedIds(list: PlannedMembers, raw: Raw): string[] {
  return [raw[list.node.name] ?? []].flat()
}

/** Adds the list and each member's pages; where only one member counts, its pages alone. */
export function addMembersSteps(list: PlannedMembers, source: Source, steps: Step[]): void {
  const members: MemberAnswers[] = []
  const only = list.only(source.answers)
  const ids = only ? [onlyId(list, only, source.raw)] : listedIds(list, source.raw)
  if (ids.length > 0) source.answers[list.node.name] = members
  if (!only) steps.push(listStep(list, ids))
  for (const id of ids) {
    const member = { id, ...only } // has from the start what tells an only member from others, asked or not
    members.push(member)
    addMemberSteps(list, member, { ...source, prefix: memberPrefix(list, id) }, steps)
  }
}

function listStep(list: PlannedMembers, ids: string[]): Step {
  const tooFew = { control: list.node.name, node: list.node, code: 'tooFew', parameters: { min: list.node.min } }
  const problems = ids.length < list.node.min ? [tooFew] : []
  return { path: list.slug, kind: 'members', page: null, list, memberId: null, problems, shown: [] }
}

function addMemberSteps(list: PlannedMembers, member: MemberAnswers, source: Source, steps: Step[]): void {
  for (const page of list.pages) {
    const same = list.sameAs(member, source.answers)
    const nodes = takeOver(member, same, source.answers) ? page.nodes.filter(node => !(node.path in same)) : page.nodes
    if (nodes.length === 0 || !page.when(member, source.answers)) continue
    const { problems, shown } = readPage(nodes, source, member)
    const path = `${list.slug}/${member.id}/${page.slug}`
    steps.push({ path, kind: 'member', page, list, memberId: member.id, problems, shown })
  }
}

/** Says whether there was anything to take over. */
function takeOver(member: MemberAnswers, same: Record<string, string>, answers: Answers): boolean {
  let isAny = false
  for (const field in same) {
    isAny = true
    let value: unknown = answers
    for (const key of placeOf(same[field] ?? '')) value = (value as Answers | undefined)?.[key]
    if (value !== undefined) member[field] = value
  }
  return isAny
}

const places = new Map<string, string[]>()

/** `filer.birthDate` -> its keys; split once, as services name these places and nobody else does. */
function placeOf(path: string): string[] {
  const known = places.get(path)
  if (known) return known
  const keys = path.split('.')
  places.set(path, keys)
  return keys
}

/** The member with these answers, whoever else was added before; nobody's answers are taken for another's. */
function onlyId(list: PlannedMembers, only: Record<string, unknown>, raw: Raw): string {
  const answered = Object.entries(typedAgain(only))
  const isTold = (id: string) => answered.every(([field, text]) => raw[memberPrefix(list, id) + field] === text)
  return listedIds(list, raw).find(isTold) ?? newId
}

/** Titles of those who were added before only one member counted: they stay in the draft and are not sent. */
export function leftOut({ service, raw, answers }: Journey): string[] {
  return planOf(service)
    .pages.filter(isMembers)
    .flatMap(list => {
      const only = list.only(answers)
      const counted = only && onlyId(list, only, raw)
      const others = only ? listedIds(list, raw).filter(id => id !== counted) : []
      return others.map(id => list.title(typedOf(list, id, raw)))
    })
    .filter(Boolean)
}

function typedOf(list: PlannedMembers, id: string, raw: Raw): MemberAnswers {
  const typed = list.node.children.map(({ name }) => [name, raw[memberPrefix(list, id) + name]])
  return { ...Object.fromEntries(typed), id }
}

/** What the first answer about an only member adds to the form: nobody pressed "add" for it. */
export function joined({ raw, answers }: Journey, step: Step): Raw {
  if (step.kind !== 'member' || listedIds(step.list, raw).includes(step.memberId)) return {}
  const name = step.list.node.name
  const told = typedAgain(step.list.only(answers), `${name}.${step.memberId}`)
  return { [name]: [...listedIds(step.list, raw), step.memberId], ...told }
}
