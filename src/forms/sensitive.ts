// Which answers are stored apart and encrypted: GDPR Art. 9 and other high risks.
import type { Look } from './fields.ts'
import type { Answers } from './journey.ts'
import { leavesOf, type Node, type Plan, type PlannedPage } from './plan.ts'

/** `key` as in Raw: `persons.<id>.religionKey`. Of what citizens type, rows hold no sensitive fields; the start checks that. */
export function isSensitive(plan: Plan, key: string): boolean {
  return sensitivePaths(plan).has(withoutIds(plan, key))
}

export function hasSensitive(plan: Plan): boolean {
  return sensitivePaths(plan).size > 0
}

/** Whether a page shows a question of that kind; of a small list, any of its rows. */
export function asksSensitive({ rows, nodes }: PlannedPage, shown: string[]): boolean {
  const isSealed = ({ look }: { look: Look }) => look.sensitive === true
  return (
    rows.some(({ path, leaves }) => shown.includes(path) && leaves.some(isSealed)) ||
    leavesOf(nodes).some(leaf => shown.includes(leaf.path) && isSealed(leaf))
  )
}

/** The question behind an answer in words that is hidden, and the key under which it is sealed. */
export function findSensitive(plan: Plan, member: string | null, control: string) {
  const places = plan.top.map(node =>
    node.kind === 'members'
      ? { leaves: member ? leavesOf(node.children) : [], key: `${node.name}.${member}.${control}` }
      : { leaves: leavesOf([node]), key: control },
  )
  const found = places.flatMap(({ leaves, key }) =>
    leaves.filter(({ path, look }) => path === control && look.sensitive).map(node => ({ node, key })),
  )
  return found[0] ?? null
}

/** Whether a control asks for a number by which a person is known everywhere; a row with one counts as a whole. */
export function isGuarded(plan: Plan, control: string): boolean {
  return plan.top.some(node => guards(node, control))
}

function guards(node: Node, control: string): boolean {
  if (node.kind === 'members' || node.kind === 'group') return node.children.some(child => guards(child, control))
  if (node.kind === 'rows') return node.path === control && node.leaves.some(({ look }) => look.guarded)
  return node.path === control && node.look.guarded === true
}

/** Takes the sensitive answers out: `open` keeps its shape, `sealed` maps `persons.<id>.religionKey` or `entries.0.number` to the answer. */
export function separate(plan: Plan, answers: Answers): { open: Answers; sealed: Record<string, unknown> } {
  const sealed: Record<string, unknown> = {}
  const open = structuredClone(answers)
  for (const node of plan.top) takeOut(node, open, '', sealed)
  return { open, sealed }
}

/** Puts them back where they belong. */
export function join(answers: Answers, sealed: Record<string, unknown>): Answers {
  const joined = structuredClone(answers)
  for (const [path, value] of Object.entries(sealed)) {
    const keys = path.split('.')
    const last = keys.pop() as string
    const parent = keys.reduce<unknown>(
      (inner, key) =>
        Array.isArray(inner) ? inner.find((item, row) => (item.id ?? String(row)) === key) : (inner as Answers)?.[key],
      joined,
    )
    if (parent) (parent as Answers)[last] = value
  }
  return joined
}

const known = new WeakMap<Plan, Set<string>>()

function sensitivePaths(plan: Plan): Set<string> {
  const found = known.get(plan) ?? new Set(plan.top.flatMap(node => pathsOf(node, '')))
  known.set(plan, found)
  return found
}

function pathsOf(node: Node, prefix: string): string[] {
  if (node.kind === 'members')
    return leavesOf(node.children)
      .filter(leaf => leaf.look.sensitive)
      .map(leaf => `${node.name}.*.${leaf.path}`)
  return leavesOf([node])
    .filter(leaf => leaf.look.sensitive)
    .map(leaf => prefix + leaf.path)
}

function withoutIds(plan: Plan, key: string): string {
  const [first, , ...rest] = key.split('.')
  const isMember = rest.length > 0 && plan.top.some(node => node.kind === 'members' && node.name === first)
  return isMember ? `${first}.*.${rest.join('.')}` : key
}

function takeOut(node: Node, parent: Answers, at: string, sealed: Record<string, unknown>): void {
  const value = parent[node.name]
  if (value === undefined) return
  if (node.kind === 'members' || node.kind === 'rows') {
    for (const [row, item] of (value as Answers[]).entries())
      for (const child of node.children) takeOut(child, item, `${at}${node.name}.${item.id ?? row}.`, sealed)
  } else if (node.kind === 'group') {
    for (const child of node.children) takeOut(child, value as Answers, `${at}${node.name}.`, sealed)
  } else if (node.look.sensitive) {
    sealed[at + node.name] = value
    delete parent[node.name]
  }
}
