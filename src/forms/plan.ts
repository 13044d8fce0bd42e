// A service prepared once at start: its fields as a tree of nodes that know their path and where their words are.
import { type Look, lookOf } from './fields.ts'
import type { Conditions, Field, Fields, Leaf, Offer, Refusals, Service, Summary } from './service.ts'

type Common = {
  /** Name among its siblings. */
  name: string
  /** Path from the member (or from the top) as controls are named: `newResidence.street`. */
  path: string
  /** The groups that hold it, outermost first. */
  groups: string[]
  /** Where its words may be, first found wins: `fields.persons.familyName`, then `person.familyName`. */
  words: string[]
  shownWhen?: ((siblings: Record<string, unknown>, answers: Record<string, unknown>) => boolean) | undefined
  /** The code of a problem where the answers beside it speak against this one. */
  refused?: ((siblings: Record<string, unknown>) => string | undefined) | undefined
}
type Asked = Common & {
  schema: Leaf
  look: Look
  /** What zod has made of options so far: there are only so many, and what somebody wrote is never among them. */
  options?: Map<unknown, unknown> | undefined
}
export type LeafNode = Asked & { kind: 'leaf' }
export type ListNode = Asked & { kind: 'list'; min: number; max: number }
export type GroupNode = Common & { kind: 'group'; children: Node[]; summary?: Summary | undefined }
export type RowsNode = Common & {
  kind: 'rows'
  children: Node[]
  leaves: (LeafNode | ListNode)[]
  min: number
  max: number
}
export type MembersNode = Common & { kind: 'members'; children: Node[]; min: number; max: number }
export type Node = LeafNode | ListNode | GroupNode | RowsNode | MembersNode

export type PlannedPage = {
  slug: string
  /** The key of the section that begins with it, if one does. */
  section: string[]
  nodes: Node[]
  /** The small lists among them, in groups too. */
  rows: RowsNode[]
  when: (...context: unknown[]) => boolean
  offers: { into: Node; known: (...context: unknown[]) => Offer[] } | null
  notices: { id: string; when: (...context: unknown[]) => boolean }[]
  variant: (...context: unknown[]) => string | undefined
}
export type PlannedMembers = {
  slug: string
  section: string[]
  node: MembersNode
  pages: PlannedPage[]
  when: (...context: unknown[]) => boolean
  begin: (answers: Record<string, unknown>) => Record<string, unknown>
  only: (answers: Record<string, unknown>) => Record<string, unknown> | undefined
  sameAs: (member: MemberAnswers, answers: Record<string, unknown>) => Record<string, string>
  known: (answers: Record<string, unknown>) => Offer[]
  isSelf: (member: MemberAnswers, answers: Record<string, unknown>) => boolean
  title: (member: MemberAnswers) => string
  shows: Node | null
}
export type MemberAnswers = Record<string, unknown> & { id: string }
export type Plan = { service: Service; top: Node[]; pages: (PlannedPage | PlannedMembers)[] }

const plans = new WeakMap<Service, Plan>()

export function planOf(service: Service): Plan {
  const known = plans.get(service)
  if (known) return known
  const top = nodesOf(service.fields, service, '', ['fields'])
  const pages = service.pages.map(page =>
    'members' in page ? plannedMembers(page, top, service) : plannedPage(page, top, service),
  )
  refuseOwnNames(top)
  const plan = { service, top, pages }
  plans.set(service, plan)
  return plan
}

/** What citizens type is sealed control by control, and shown again by it: with rows that fails the start; only the desk's form may have them. */
export function refuseSensitiveRows(nodes: Node[]): void {
  for (const node of nodes) {
    if (node.kind === 'rows' && leavesOf(node.children).some(leaf => leaf.look.sensitive))
      throw new Error(`sensitive field in rows: ${node.path}`)
    if (node.kind === 'group' || node.kind === 'members') refuseSensitiveRows(node.children)
  }
}

/** Controls of every form: its buttons, and what travels with it. */
export const ownControls = ['_csrf', '_draft', '_from', '_seen', 'action']

/** A question of the same name would be taken for a button; `version` goes with a clerk's correction. Only names without a path can be it. */
function refuseOwnNames(nodes: Node[]): void {
  for (const node of nodes) {
    if ([...ownControls, 'version'].includes(node.path))
      throw new Error(`field with a name of the form itself: ${node.path}`)
    if (node.kind === 'members') refuseOwnNames(node.children)
  }
}

export function isMembers(page: PlannedPage | PlannedMembers): page is PlannedMembers {
  return 'node' in page
}

/** Every leaf and list below some nodes, in order. */
export function leavesOf(nodes: Node[]): (LeafNode | ListNode)[] {
  return nodes.flatMap(node => (node.kind === 'leaf' || node.kind === 'list' ? [node] : leavesOf(node.children)))
}

function rowsIn(nodes: Node[]): RowsNode[] {
  return nodes.flatMap(node => (node.kind === 'rows' ? [node] : node.kind === 'group' ? rowsIn(node.children) : []))
}

type Extra = { shownWhen?: Conditions<Fields>; refused?: Refusals<Fields> }

function nodesOf(fields: Fields, conditions: Extra, prefix: string, words: string[]): Node[] {
  return Object.entries(fields).map(([name, field]) =>
    nodeOf(field, {
      name,
      path: prefix + name,
      groups: prefix.split('.').slice(0, -1),
      words: words.map(place => `${place}.${name}`),
      shownWhen: conditions.shownWhen?.[name] as Common['shownWhen'],
      refused: conditions.refused?.[name] as Common['refused'],
    }),
  )
}

function nodeOf(field: Field, common: Common): Node {
  if (!('type' in field) || !('words' in field || 'item' in field)) {
    return { ...common, kind: 'leaf', ...asked(field as Leaf) }
  }
  if (field.type === 'list') return { ...common, kind: 'list', ...asked(field.item), min: field.min, max: field.max }
  const words = [...common.words, field.words]
  const children = nodesOf(field.fields, field, childPrefix(field.type, common.path), words)
  if (field.type === 'group') return { ...common, kind: 'group', children, summary: field.summary }
  const { min, max } = field
  if (field.type === 'rows') return { ...common, kind: 'rows', children, leaves: leavesOf(children), min, max }
  return { ...common, kind: 'members', children, min, max }
}

function asked(schema: Leaf) {
  const look = lookOf(schema)
  const isChoice = look.kind === 'radios' || look.kind === 'select'
  return { schema, look, options: isChoice ? new Map() : undefined }
}

/** Rows and members number their children themselves, so these start anew. */
function childPrefix(type: string, path: string): string {
  return type === 'group' ? `${path}.` : ''
}

function plannedPage(page: Service['pages'][number], nodes: Node[], { id }: Service): PlannedPage {
  if ('members' in page) throw new Error(`members do not nest: ${page.slug}`)
  const asked = page.asks.map((path: string) => nodeAt(nodes, path))
  return {
    slug: page.slug,
    section: [`${id}:sections.${page.slug}`],
    nodes: asked,
    rows: rowsIn(asked),
    when: (page.when as PlannedPage['when']) ?? (() => true),
    offers: page.offers ? { into: nodeAt(nodes, page.offers.into), known: page.offers.known as never } : null,
    notices: (page.notices ?? []).map(notice =>
      typeof notice === 'string' ? { id: notice, when: () => true } : (notice as PlannedPage['notices'][number]),
    ),
    variant: (page.variant as PlannedPage['variant']) ?? (() => undefined),
  }
}

function plannedMembers(
  page: Extract<Service['pages'][number], { members: string }>,
  top: Node[],
  service: Service,
): PlannedMembers {
  const node = nodeAt(top, page.members)
  if (node.kind !== 'members') throw new Error(`not members: ${page.members}`)
  return {
    slug: page.slug,
    section: [`${service.id}:sections.${page.slug}`],
    node,
    pages: page.pages.map(inner => plannedPage(inner as unknown as Service['pages'][number], node.children, service)),
    when: (page.when as PlannedMembers['when']) ?? (() => true),
    begin: (page.begin as PlannedMembers['begin']) ?? (() => ({})),
    only: (page.only as PlannedMembers['only']) ?? (() => undefined),
    sameAs: (page.sameAs as PlannedMembers['sameAs']) ?? (() => ({})),
    known: (page.known as PlannedMembers['known']) ?? (() => []),
    isSelf: (page.isSelf as PlannedMembers['isSelf']) ?? (() => false),
    title: page.title as PlannedMembers['title'],
    shows: page.shows ? nodeAt(node.children, page.shows) : null,
  }
}

/** Finds `landlord.address.countryCode`; throws at start, not at run time, when a page asks what is not there. */
export function nodeAt(nodes: Node[], path: string): Node {
  const found = nodes.find(node => path === node.path || (node.kind === 'group' && path.startsWith(`${node.path}.`)))
  if (!found) throw new Error(`no field ${path}`)
  if (found.path === path || found.kind !== 'group') return found
  return nodeAt(found.children, path)
}
