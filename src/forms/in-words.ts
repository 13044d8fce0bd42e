// Answers in words, as asked and answered: for the check page, the case, the desk.
import { asks } from './findings.ts'
import { type Answers, type Journey, memberAnswers, type Step } from './journey.ts'
import {
  type GroupNode,
  type LeafNode,
  type ListNode,
  type MemberAnswers,
  type Node,
  nodeAt,
  type RowsNode,
} from './plan.ts'
import type { Service } from './service.ts'
import { keysOf, labelOf, optionLabel, type Words } from './words.ts'

/** `value` is null for sensitive answers, empty where a question was left out, a sensitive one as well. */
export type Item = { label: string; value: string[] | null; control: string; step: string }
type Here = { service: Service; words: Words; sensitive: 'shown' | 'hidden'; step: string; answers: Answers }
export type Section = { heading: string; member: string | null; items: Item[] }

/** With `sensitive: 'shown'` only for the page on which the citizen checks their own answers. */
export function inWords(journey: Journey, words: Words, sensitive: 'shown' | 'hidden'): Section[] {
  const sections: Section[] = []
  for (const step of journey.steps) {
    if (step.kind === 'members') continue
    const last = sections.at(-1)
    const items = [
      ...(last?.member === step.memberId ? [] : itemsFromElsewhere(journey, step, words, sensitive)),
      ...itemsOfStep(journey, step, words, sensitive),
    ]
    const heading = headingOf(journey, step, words)
    if (
      last &&
      (heading === null ? last.member === step.memberId : last.heading === heading && last.member === step.memberId)
    )
      last.items.push(...items)
    else sections.push({ heading: heading ?? '', member: step.memberId, items })
  }
  return sections.filter(section => section.items.length > 0)
}

/** A member's section carries the member's title; others the words of the section that starts at this page. */
function headingOf(journey: Journey, step: Step, words: Words): string | null {
  if (step.kind === 'member') return titleOf(journey, step, words)
  return words.find([`${journey.service.id}:sections.${step.path}`]) ?? null
}

export function titleOf(journey: Journey, step: Step, words: Words): string {
  if (!step.list) return ''
  const member = memberAnswers(journey, step)
  const title = member ? step.list.title(member) : ''
  const all = journey.answers[step.list.node.name] as MemberAnswers[]
  const number = all.findIndex(other => other.id === step.memberId) + 1
  return title || words.say(`${journey.service.id}:pages.${step.list.slug}.unnamed`, { number })
}

/** What of a member was asked elsewhere stands first, and is changed where it was asked. */
function itemsFromElsewhere(journey: Journey, step: Step, words: Words, sensitive: 'shown' | 'hidden'): Item[] {
  const { service, answers } = journey
  const member = memberAnswers(journey, step)
  if (step.kind !== 'member' || !member) return []
  return Object.entries(step.list.sameAs(member, answers)).flatMap(([field, path]) => {
    const here = { service, words, sensitive, step: journey.steps.find(asks(path))?.path ?? '', answers }
    return itemsOf(nodeAt(step.list.node.children, field), member, here).map(item => ({ ...item, control: path }))
  })
}

/** What a page asks, without what of a person was asked elsewhere. */
export function itemsOfStep(journey: Journey, step: Step, words: Words, sensitive: 'shown' | 'hidden'): Item[] {
  if (step.kind === 'members') return []
  const member = memberAnswers(journey, step)
  const answers: Answers = member ?? journey.answers
  const same = (member && step.list?.sameAs(member, journey.answers)) ?? {}
  const here = { service: journey.service, words, sensitive, step: step.path, answers: journey.answers }
  const nodes = step.page.nodes.filter(node => !(node.path in same))
  return nodes.flatMap(node => {
    const parent = node.groups.reduce<Answers>((inner, key) => (inner[key] as Answers) ?? {}, answers)
    const group = groupLabel(node, here)
    return itemsOf(node, parent, here).map(item => (group ? { ...item, label: `${group}: ${item.label}` } : item))
  })
}

/** "Ehe oder Lebenspartnerschaft": what a question belongs to that a page asks without the rest of its group. */
function groupLabel(node: Node, { service, words }: Here): string | undefined {
  const name = node.groups.at(-1)
  if (!name) return undefined
  const places = node.words.map(place => place.slice(0, place.lastIndexOf('.')))
  return words.find(keysOf(service.id, { ...node, name, words: places }, 'label'))
}

function itemsOf(node: Node, siblings: Answers, here: Here): Item[] {
  const { service, words, step } = here
  if (node.kind === 'members' || (node.shownWhen && !node.shownWhen(siblings, here.answers))) return []
  const value = siblings[node.name]
  const item = (lines: string[] | null): Item[] => [
    { label: labelOf(service.id, node, words), value: lines, control: node.path, step },
  ]
  if (node.kind === 'rows') return rowItems(node, value as Answers[] | undefined, here)
  if (node.kind === 'group') return groupItems(node, (value ?? {}) as Answers, here)
  if (node.look.sensitive && here.sensitive === 'hidden' && value !== undefined) return item(null)
  if (node.look.kind === 'confirm' && value === undefined) return []
  return item(value === undefined ? blankLines(node, here) : linesOf(service, node, value, words))
}

/** What a blank means, where that is clear. */
function blankLines(node: Node, { service, words }: Pick<Here, 'service' | 'words'>): string[] {
  const blank = words.find(keysOf(service.id, node, 'blank'))
  return blank ? [blank] : []
}

function groupItems(node: GroupNode, value: Answers, here: Here): Item[] {
  const { service, words, step } = here
  const label = words.find(keysOf(service.id, node, 'label'))
  if (node.summary) {
    const lines = node.summary(value as Parameters<typeof node.summary>[0], words.locale)
    return [{ label: label ?? node.name, value: lines, control: node.path, step }]
  }
  const items = node.children.flatMap(child => itemsOf(child, value, here))
  return label ? items.map(item => ({ ...item, label: `${label}: ${item.label}` })) : items
}

function rowItems(node: RowsNode, rows: Answers[] = [], here: Here): Item[] {
  const { service, words, step } = here
  if (rows.length === 0) return [{ label: labelOf(service.id, node, words), value: [], control: node.path, step }]
  return rows.map((row, index) => ({
    label: rowLegend(service, node, index, words),
    value: node.children
      .flatMap(child => itemsOf(child, row, here))
      .filter(item => item.value?.length !== 0)
      .map(item => `${item.label}: ${item.value?.join(', ') ?? words.say('common:case.notShown')}`),
    control: node.path,
    step,
  }))
}

function rowLegend(service: Service, node: RowsNode, index: number, words: Words): string {
  const keys = keysOf(service.id, node, 'row')
  return words.find(keys, { number: index + 1 }) ?? words.say(keys[0] ?? node.path)
}

/** The value alone, whatever kind of field it is; lines of a group name their questions where it has no summary. */
export function valueLines(service: Service, node: Node, value: unknown, words: Words, answers: Answers): string[] {
  if (node.kind === 'leaf' || node.kind === 'list') return linesOf(service, node, value, words)
  const here: Here = { service, words, sensitive: 'shown', step: '', answers }
  if (node.kind === 'group' && node.summary) return node.summary(value as never, words.locale)
  const items = itemsOf({ ...node, shownWhen: undefined }, { [node.name]: value }, here)
  return items.flatMap(item => (node.kind === 'rows' ? (item.value ?? []).join(', ') : (item.value ?? [])))
}

/** One answer as the sections above say it, also when it was left out. */
export function answerInWords(service: Service, node: LeafNode | ListNode, value: unknown, words: Words): string[] {
  return value === undefined ? blankLines(node, { service, words }) : linesOf(service, node, value, words)
}

function linesOf(service: Service, node: LeafNode | ListNode, value: unknown, words: Words): string[] {
  const values = Array.isArray(value) ? (value as string[]) : String(value).split('\n')
  if (node.look.kind === 'confirm') return [words.say('common:options.yes')]
  const named = node.look.options && node.look.named?.(words.locale)
  if (named) return values.map(option => named.find(entry => entry.value === option)?.label ?? option)
  if (node.look.options) return values.map(option => optionLabel(service.id, node, option, words))
  return values.map(text => node.look.shown?.(text, words.locale) ?? text)
}
