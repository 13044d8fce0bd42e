// From what was typed to answers or problems. Reading never throws and never changes what was typed.
import type { GroupNode, LeafNode, ListNode, MembersNode, Node, RowsNode } from './plan.ts'
import { refusals } from './refusals.ts'
import type { Facts } from './service.ts'

/** Flat, as typed: `newResidence.street` -> text; members under `persons.<id>.familyName`, their order under `persons`. */
export type Raw = Record<string, string | string[]>
/** `control` is the name of the control on its page. */
export type Problem = { control: string; node: Node; code: string; parameters: Record<string, string | number> }
export type Reading = { value: unknown; problems: Problem[]; shown: string[] }
type Siblings = Record<string, unknown>
/** Where to read: `prefix` stands before a control's name in Raw (members); `answers` are those that count so far. */
export type Source = { raw: Raw; prefix: string; answers: Siblings; facts: Facts }

const nothing: Reading = { value: undefined, problems: [], shown: [] }

/** Reads one field; `at` stands before the field's path (rows). A condition sees the siblings before it. */
export function readNode(node: Node, source: Source, at: string, siblings: Siblings): Reading {
  if (node.shownWhen && !node.shownWhen(siblings, source.answers)) return nothing
  if (node.kind === 'leaf') return readLeaf(node, source, at)
  if (node.kind === 'list') return readList(node, source, at)
  if (node.kind === 'rows') return readRows(node, source, at)
  if (node.kind === 'group') return readGroup(node, source, at)
  return nothing
}

/** Reads fields one after the other into `value`, then asks each whether its siblings speak against it. */
export function readChildren(
  children: Node[],
  source: Source,
  at: string,
  value: Siblings,
): Pick<Reading, 'problems' | 'shown'> {
  const problems: Problem[] = []
  const shown: string[] = []
  for (const child of children) {
    const reading = readNode(child, source, at, value)
    if (reading.value !== undefined) value[child.name] = reading.value
    problems.push(...reading.problems)
    shown.push(...reading.shown)
  }
  return { problems: [...problems, ...refusals(children, source, at, value, { problems, shown })], shown }
}

export function typedText(node: LeafNode, raw: Raw, key: string): string {
  const typed = raw[key] ?? node.look.initial ?? ''
  return Array.isArray(typed) ? (typed[0] ?? '') : typed
}

export function typedList(raw: Raw, key: string): string[] {
  const typed = raw[key] ?? []
  return (Array.isArray(typed) ? typed : [typed]).filter(text => text.trim() !== '')
}

/** How many rows somebody filled: the last one with anything typed counts. */
export function filledRows(node: RowsNode, source: Source, at: string): number {
  const posted = postedRows(source.raw).get(`${source.prefix}${at}${node.path}`) ?? 0
  for (let index = Math.min(posted, node.max) - 1; index >= 0; index--)
    if (!isBlankRow(node, source, rowAt(node, at, index))) return index + 1
  return 0
}

const rowsOf = new WeakMap<Raw, Map<string, number>>()

/** `persons.<id>.idDocuments` -> 2: how many rows of each list have any control, so that nobody looks for the rest. */
function postedRows(raw: Raw): Map<string, number> {
  const known = rowsOf.get(raw)
  if (known) return known
  const counts = new Map<string, number>()
  for (const key in raw) {
    const [, list = '', index] = /^(.+?)\.(\d{1,2})\./.exec(key) ?? []
    if (index !== undefined) counts.set(list, Math.max(counts.get(list) ?? 0, Number(index) + 1))
  }
  rowsOf.set(raw, counts)
  return counts
}

export function rowAt(node: RowsNode | MembersNode, at: string, index: number): string {
  return `${at}${node.path}.${index}.`
}

/** The values of a stored answer as they would have been typed: every field accepts its own answers again. */
export function typedAgain(value: unknown, at = ''): Raw {
  if (value === undefined || value === null) return {}
  if (typeof value === 'string') return { [at]: value }
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return { [at]: value }
  const entries = Array.isArray(value)
    ? value.map((item, index) => [String(index), item] as const)
    : Object.entries(value as object)
  return Object.assign({}, ...entries.map(([key, inner]) => typedAgain(inner, at ? `${at}.${key}` : key)))
}

/** All answers of a filing as they would have been typed, to be walked or corrected. */
export function answersAgain(answers: Record<string, unknown>): Raw {
  const entries = Object.entries(answers).map(([name, value]): Raw => {
    if (!isMemberList(value)) return typedAgain(value, name)
    return Object.assign(
      { [name]: value.map(member => member.id) },
      ...value.map(member => typedAgain({ ...member, id: undefined }, `${name}.${member.id}`)),
    )
  })
  return Object.assign({}, ...entries)
}

function isMemberList(value: unknown): value is { id: string }[] {
  return Array.isArray(value) && value.some(item => typeof item === 'object' && item !== null && 'id' in item)
}

function readLeaf(node: LeafNode, source: Source, at: string): Reading {
  const control = at + node.path
  const shown = [control]
  if (node.look.given) return { ...nothing, value: node.look.given(source.facts) }
  if (node.look.kind === 'checkboxes') return readChoices(node, typedList(source.raw, source.prefix + control), control)
  const typed = typedText(node, source.raw, source.prefix + control)
  if (typed.trim() === '')
    return { value: undefined, problems: node.look.optional ? [] : [problem(node, control, 'missing')], shown }
  return { ...parsed(node, typed, control), shown }
}

function readChoices(node: LeafNode, typed: string[], control: string): Reading {
  if (typed.length === 0) {
    return {
      value: undefined,
      problems: node.look.optional ? [] : [problem(node, control, 'missing')],
      shown: [control],
    }
  }
  return { ...parsed(node, typed, control), shown: [control] }
}

function parsed(node: LeafNode | ListNode, typed: string | string[], control: string): Omit<Reading, 'shown'> {
  const result = node.schema.safeParse(typed)
  if (result.success) return { value: result.data, problems: [] }
  const issue = result.error.issues[0]
  const parameters = issue && 'params' in issue ? (issue.params as Problem['parameters']) : {}
  return { value: undefined, problems: [problem(node, control, issue?.message ?? 'pattern', parameters)] }
}

function readList(node: ListNode, source: Source, at: string): Reading {
  const control = at + node.path
  const typed = [...new Set(typedList(source.raw, source.prefix + control))].slice(0, node.max)
  if (typed.length < node.min)
    return { value: undefined, problems: [problem(node, control, 'missing')], shown: [control] }
  const items = typed.map(text => parsed(node, text, control))
  const value =
    items.every(item => item.problems.length === 0) && items.length > 0 ? items.map(item => item.value) : undefined
  return { value, problems: items.flatMap(item => item.problems).slice(0, 1), shown: [control] }
}

function readGroup(node: GroupNode, source: Source, at: string): Reading {
  const value: Siblings = {}
  const { problems, shown } = readChildren(node.children, source, at, value)
  return { value: Object.keys(value).length > 0 ? value : undefined, problems, shown }
}

function readRows(node: RowsNode, source: Source, at: string): Reading {
  const filled = filledRows(node, source, at)
  const wanted = Math.max(filled, node.min)
  const rows = Array.from({ length: wanted }, (_, index) => index)
    .filter(index => index < node.min || !isBlankRow(node, source, rowAt(node, at, index)))
    .map(index => readRow(node, source, rowAt(node, at, index)))
  const value = rows.map(row => row.value)
  return {
    value: value.length > 0 ? value : undefined,
    problems: rows.flatMap(row => row.problems),
    shown: [at + node.path, ...rows.flatMap(row => row.shown)],
  }
}

function readRow(node: RowsNode, source: Source, at: string): Reading {
  const value: Siblings = {}
  return { value, ...readChildren(node.children, source, at, value) }
}

function isBlankRow(node: RowsNode, { raw, prefix }: Source, at: string): boolean {
  return node.leaves.every(leaf => {
    if (leaf.look.kind === 'radios') return true // nobody can take a radio button back
    const typed = raw[prefix + at + leaf.path] ?? ''
    const text = Array.isArray(typed) ? typed.join('') : typed
    return text.trim() === '' || text === leaf.look.initial
  })
}

export function problem(node: Node, control: string, code: string, parameters: Problem['parameters'] = {}): Problem {
  return { control, node, code, parameters }
}
