// Questions as finished values for the views: labels, hints, what was typed, what is wrong; one shape a kind.
import { filledRows, type Problem, readChildren, rowAt, type Source, typedList, typedText } from './input.ts'
import type { GroupNode, LeafNode, ListNode, Node, RowsNode } from './plan.ts'
import type { Service } from './service.ts'
import { keysOf, labelOf, optionLabel, type Words } from './words.ts'

type OptionView = {
  value: string
  label: string
  hint: string | null
  checked: boolean
  selected: boolean
  id: string
}
type Base = {
  name: string
  id: string
  label: string
  hint: string | null
  error: string | null
  errorPrefix: string
  asHeading: boolean
  optionalText: string | null
  describedBy: string | null
}
type Controls = {
  autocomplete: string | null
  inputmode: string | null
  spellcheck: boolean
  width: number | null
  value: string
  rows: number
  isName: boolean
}
export type FieldView = Base &
  (
    | ({ kind: 'text' | 'textarea' | 'confirm' } & Controls & { checked: boolean })
    | ({ kind: 'radios' | 'checkboxes' | 'select' } & Controls & { options: OptionView[] })
    | { kind: 'group'; fields: FieldView[] }
    | { kind: 'rows'; rows: { legend: string; fields: FieldView[] }[]; moreLabel: string | null }
    | { kind: 'list'; items: FieldView[]; moreLabel: string | null }
  )
export type Here = Source & {
  service: Service
  problems: Problem[]
  words: Words
  ownAutocomplete: boolean
  /** The small list for which somebody asked for one more row. */
  more: string
}

/** Nothing where this person does not see the question. `at` stands before the names of controls in a row. */
export function fieldView(node: Node, here: Here, at: string, shown: string[]): FieldView[] {
  if (node.kind === 'leaf') return shown.includes(at + node.path) ? [leafView(node, here, at)] : []
  if (node.kind === 'list') return shown.includes(at + node.path) ? [listView(node, here, at)] : []
  if (node.kind === 'rows') return shown.includes(at + node.path) ? [rowsView(node, here, at)] : []
  if (node.kind === 'group') return groupView(node, here, at, shown)
  return []
}

function base(node: Node, here: Here, at: string): Base {
  const name = at + node.path
  const id = idFrom(name)
  const hint = here.words.find(keysOf(here.service.id, node, 'hint')) ?? null
  const problem = here.problems.find(other => other.control === name)
  const error = problem ? problemText(problem, here) : null
  return {
    name,
    id,
    label:
      here.words.find(keysOf(here.service.id, node, 'label')) ??
      (node.kind === 'group' ? '' : labelOf(here.service.id, node, here.words)),
    hint,
    error,
    errorPrefix: here.words.say('common:errorPrefix'),
    asHeading: false,
    optionalText: optionalText(node, here.words),
    describedBy: [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || null,
  }
}

/** "(freiwillig)", or "(falls vorhanden)" where the law wants what there is. */
function optionalText(node: Node, words: Words): string | null {
  if (node.kind === 'rows') return node.min === 0 ? words.say('common:ifAny') : null
  if (node.kind !== 'leaf' || node.look.kind === 'confirm') return null
  if (node.look.optional === 'ifAny') return words.say('common:ifAny')
  return node.look.optional === true ? words.say('common:optional') : null
}

function controls(node: LeafNode | ListNode, here: Here, value: string): Controls {
  const { look } = node
  return {
    autocomplete: here.ownAutocomplete ? (look.autocomplete ?? null) : null,
    inputmode: look.inputmode ?? null,
    spellcheck: look.spellcheck ?? true,
    width: look.width ?? null,
    value,
    rows: 5,
    isName: look.isName ?? false,
  }
}

function leafView(node: LeafNode, here: Here, at: string): FieldView {
  const own = base(node, here, at)
  const key = here.prefix + own.name
  const value = typedText(node, here.raw, key)
  const { kind } = node.look
  if (kind === 'confirm') return { ...own, kind, ...controls(node, here, 'yes'), checked: value === 'yes' }
  if (kind === 'text' || kind === 'textarea') {
    return { ...own, kind, ...controls(node, here, asTyped(node, value, here.words.locale)), checked: false }
  }
  const chosen = kind === 'checkboxes' ? typedList(here.raw, key) : [value]
  return { ...own, kind, ...controls(node, here, value), options: optionViews(node, here, own.id, chosen) }
}

/** Answers taken over from elsewhere are in the form in which they are stored. */
function asTyped(node: LeafNode, value: string, locale: string): string {
  const isStored = node.look.typed && node.schema.safeParse(value).data === value
  return isStored ? (node.look.typed?.(value, locale) ?? value) : value
}

function optionViews(node: LeafNode | ListNode, here: Here, id: string, chosen: string[]): OptionView[] {
  const { look } = node
  const options = [...namedOptions(node, here), ...keptOptions(node, here, chosen)].map(({ value, label }, index) => ({
    value,
    label,
    hint: look.named ? null : (here.words.find(keysOf(here.service.id, node, `optionHints.${value}`)) ?? null),
    checked: chosen.includes(value),
    selected: chosen.includes(value),
    id: index === 0 ? id : `${id}-${value}`,
  }))
  const none = {
    value: '',
    label: here.words.say('common:choose'),
    hint: null,
    checked: false,
    selected: false,
    id: `${id}-none`,
  }
  return look.kind === 'select' ? [none, ...options] : options
}

function namedOptions(node: LeafNode | ListNode, { service, words }: Here): { value: string; label: string }[] {
  const { named, options = [] } = node.look
  return named?.(words.locale) ?? options.map(value => ({ value, label: optionLabel(service.id, node, value, words) }))
}

/** An answer that is still accepted but not offered any more stays chosen. */
function keptOptions({ look, schema }: LeafNode | ListNode, { words }: Here, chosen: string[]) {
  const { named, shown } = look
  if (!named || !shown) return []
  const offered = new Set(named(words.locale).map(({ value }) => value))
  const kept = chosen.filter(value => !offered.has(value) && schema.safeParse(value).success)
  return kept.map(value => ({ value, label: shown(value, words.locale) }))
}

function listView(node: ListNode, here: Here, at: string): FieldView {
  const own = base(node, here, at)
  const values = typedList(here.raw, here.prefix + own.name)
  const count = countOf(node, values.length, own.name, here)
  const items = Array.from({ length: count }, (_, index): FieldView => {
    const id = index === 0 ? own.id : `${own.id}-${index + 1}`
    const label = here.words.find(keysOf(here.service.id, node, 'item'), { number: index + 1 }) ?? own.label
    const value = values[index] ?? ''
    const item = { ...own, id, label, hint: null, error: null, describedBy: null, asHeading: false, optionalText: null }
    if (node.look.kind === 'text') return { ...item, kind: 'text', ...controls(node, here, value), checked: false }
    return { ...item, kind: 'select', ...controls(node, here, value), options: optionViews(node, here, id, [value]) }
  })
  return { ...own, kind: 'list', items, moreLabel: count < node.max ? moreLabel(node, here) : null }
}

function rowsView(node: RowsNode, here: Here, at: string): FieldView {
  const count = countOf(node, filledRows(node, here, at), at + node.path, here)
  const rows = Array.from({ length: count }, (_, index) => {
    const rowPrefix = rowAt(node, at, index)
    const { shown } = readChildren(node.children, here, rowPrefix, {})
    return {
      legend: here.words.find(keysOf(here.service.id, node, 'row'), { number: index + 1 }) ?? String(index + 1),
      fields: node.children.flatMap(child => fieldView(child, here, rowPrefix, shown)),
    }
  })
  return { ...base(node, here, at), kind: 'rows', rows, moreLabel: count < node.max ? moreLabel(node, here) : null }
}

/** What is filled, at least one; one empty more only for who asked for it. */
function countOf(node: ListNode | RowsNode, filled: number, name: string, here: Here): number {
  return Math.min(Math.max(filled + (here.more === name ? 1 : 0), node.min, 1), node.max)
}

function moreLabel(node: Node, here: Here): string {
  const keys = keysOf(here.service.id, node, 'more')
  return here.words.find(keys) ?? here.words.say(keys[0] ?? node.path)
}

function groupView(node: GroupNode, here: Here, at: string, shown: string[]): FieldView[] {
  const fields = node.children.flatMap(child => fieldView(child, here, at, shown))
  if (fields.length === 0) return []
  const own = base(node, here, at)
  return [{ ...own, kind: 'group', fields }]
}

export function idFrom(name: string): string {
  return name.replaceAll('.', '-')
}

/** The message of a problem, found nearest to the field first; it always names the field. */
export function problemText(problem: Problem, here: { service: Service; words: Words }): string {
  const { node, code } = problem
  const kind = node.kind === 'leaf' || node.kind === 'list' ? node.look.kind : node.kind
  const keys = [
    ...keysOf(here.service.id, node, `errors.${code}`),
    `${here.service.id}:rules.${code}`,
    `common:errors.${kind}.${code}`,
    `common:errors.${code}`,
  ]
  const label = here.words.find(keysOf(here.service.id, node, 'label')) ?? ''
  return here.words.find(keys, { ...problem.parameters, label }) ?? here.words.say(keys[0] ?? code)
}
