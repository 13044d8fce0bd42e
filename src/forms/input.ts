// From what was typed to answers or problems. Reading never throws and never changes what was typed.
import type { GroupNode, LeafNode, ListNode, MembersNode, Node, RowsNode } from './plan.ts'
import { refuse } from './refusals.ts'
import type { Facts } from './service.ts'

/** Flat, as typed: `newResidence.street` -> text; members under `persons.<id>.familyName`, their order under `persons`. */
export type Raw = Record<string, string | string[]>
/** `control` is the name of the control on its page. */
export type Problem = { control: string; node: Node; code: string; parameters: Record<string, string | number> }
/** What reading leaves behind beside the answer: what is wrong, and the controls that this person sees. */
export type Reading = { problems: Problem[]; shown: string[] }
type Siblings = Record<string, unknown>
/** Where to read: `prefix` stands before a control's name in Raw (members); `answers` are those that count so far. */
export type Source = { raw: Raw; prefix: string; answers: Siblings; facts: Facts }

/** The answer to one field; `at` stands before the field's path (rows). A condition sees the siblings before it. */
export function readNode(node: Node, source: Source, at: string, siblings: Siblings, reading: Reading): unknown {
  if (node.shownWhen && !node.shownWhen(siblings, source.answers)) return undefined
  if (node.kind === 'leaf') return readLeaf(node, source, at, reading)
  if (node.kind === 'list') return readList(node, source, at, reading)
  if (node.kind === 'rows') return readRows(node, source, at, reading)
  if (node.kind === 'group') return readGroup(node, source, at, reading)
  return undefined
}

/** Reads fields one after the other into `value`, then asks each whether its siblings speak against it. */
export function readChildren(
  children: Node[],
  source: Source,
  at: string,
  value: Siblings,
  reading: Reading = { problems: [], shown: [] },
): Reading {
  for (const child of children) {
    const answer = readNode(child, source, at, value, reading)
    if (answer !== undefined) value[child.name] = answer
  }
  refuse(children, source, at, value, reading)
  return reading
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
    const found = /\.(\d{1,2})\./.exec(key)
    if (!found) continue
    const list = key.slice(0, found.index)
    counts.set(list, Math.max(counts.get(list) ?? 0, Number(found[1]) + 1))
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

function readLeaf(node: LeafNode, source: Source, at: string, reading: Reading): unknown {
  if (node.look.given) return node.look.given(source.facts)
  const control = at + node.path
  reading.shown.push(control)
  const key = source.prefix + control
  const typed = node.look.kind === 'checkboxes' ? typedList(source.raw, key) : typedText(node, source.raw, key)
  if (typeof typed === 'string' ? typed.trim() !== '' : typed.length > 0) return parsed(node, typed, control, reading)
  if (!node.look.optional) reading.problems.push(problem(node, control, 'missing'))
  return undefined
}

function parsed(node: LeafNode | ListNode, typed: string | string[], control: string, reading: Reading): unknown {
  const known = node.options?.get(typed)
  if (known !== undefined) return known
  const result = node.schema.safeParse(typed)
  if (result.success) {
    node.options?.set(typed, result.data)
    return result.data
  }
  const issue = result.error.issues[0]
  const parameters = issue && 'params' in issue ? (issue.params as Problem['parameters']) : {}
  reading.problems.push(problem(node, control, issue?.message ?? 'pattern', parameters))
  return undefined
}

function readList(node: ListNode, source: Source, at: string, reading: Reading): unknown {
  const control = at + node.path
  reading.shown.push(control)
  const typed = [...new Set(typedList(source.raw, source.prefix + control))].slice(0, node.max)
  if (typed.length < node.min) reading.problems.push(problem(node, control, 'missing'))
  if (typed.length < node.min || typed.length === 0) return undefined
  const own: Reading = { problems: [], shown: [] }
  const value = typed.map(text => parsed(node, text, control, own))
  reading.problems.push(...own.problems.slice(0, 1))
  return own.problems.length === 0 ? value : undefined
}

function readGroup(node: GroupNode, source: Source, at: string, reading: Reading): unknown {
  const value: Siblings = {}
  readChildren(node.children, source, at, value, reading)
  return Object.keys(value).length > 0 ? value : undefined
}

function readRows(node: RowsNode, source: Source, at: string, reading: Reading): unknown {
  reading.shown.push(at + node.path)
  const wanted = Math.max(filledRows(node, source, at), node.min)
  const rows: Siblings[] = []
  for (let index = 0; index < wanted; index++) {
    const row = rowAt(node, at, index)
    if (index < node.min || !isBlankRow(node, source, row)) rows.push(readRow(node, source, row, reading))
  }
  return rows.length > 0 ? rows : undefined
}

/** By itself: what is wrong in one row is not taken for an answer of another. */
function readRow(node: RowsNode, source: Source, at: string, reading: Reading): Siblings {
  const value: Siblings = {}
  const { problems, shown } = readChildren(node.children, source, at, value)
  reading.problems.push(...problems)
  reading.shown.push(...shown)
  return value
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
