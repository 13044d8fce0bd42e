// Our form beside the official one, field by field: what both ask, what was left out and why, what only we ask.

import type { OfficialField } from './around.ts'
import { leavesOf, type Node, planOf } from './plan.ts'
import type { Service } from './service.ts'
import { keysOf, type Words } from './words.ts'

type Asked = { path: string; label: string }
/** `ours` holds one line a path; `why` is empty where nothing was left out. */
export type Row = { number: string; label: string; ours: Asked[]; why: string }
export type Comparison = { rows: Row[]; asked: number; problems: string[] }

/** Null for a service without an official form. Problems are fields, theirs or ours, that nobody accounted for. */
export function compareWithOfficial(service: Service, words: Words): Comparison | null {
  if (!service.official) return null
  const asked = askedBy(service, words)
  const rows = service.official.fields.map(field => rowOf(service, field, asked, words))
  const named = new Set(rows.flatMap(row => row.ours.map(({ path }) => path)))
  const forgotten = asked.filter(({ path }) => !named.has(path))
  return {
    rows,
    asked: asked.length,
    problems: [
      ...rows.flatMap(row => problemsOf(row)),
      ...service.official.fields.flatMap(field => unknownPaths(service, field, asked)),
      ...forgotten.map(({ path, label }) => `We ask ${path} (${label}), and the official form does not say why.`),
    ],
  }
}

function rowOf(
  service: Service,
  { number, label, ours = [], why }: OfficialField<never>,
  asked: Asked[],
  words: Words,
) {
  const desk = ours
    .filter(path => isOfDesk(service, path))
    .map(path => ({ path, label: deskLabel(service, path, words) }))
  const system = why === 'system' ? ours.map(path => ({ path, label })) : []
  const text = why ? words.find([`${service.id}:official.${why}`, `shared:official.${why}`]) : ''
  return {
    number,
    label,
    ours: [...ours.flatMap(path => within(asked, path)), ...desk, ...system],
    why: text ?? `no text ${why}`,
  }
}

function problemsOf({ number, label, ours, why }: Row): string[] {
  if (why.startsWith('no text ')) return [`${number} ${label}: ${why}`]
  if (number === '' && why === '') return [`${label} is no field of the official form, and nobody says what for.`]
  return ours.length === 0 && why === '' ? [`${number} ${label} is not ours, and nobody says why.`] : []
}

/** What the system itself writes, such as the day of filing, is no question: its `why` says so. */
function unknownPaths(service: Service, { number, ours = [], why }: OfficialField<never>, asked: Asked[]): string[] {
  if (why) return []
  const unknown = ours.filter(path => within(asked, path).length === 0 && !isOfDesk(service, path))
  return unknown.map(path => `${number} names ${path}, which no page asks.`)
}

/** A group stands for all it holds, a list of people or rows for all of each. */
function within(asked: Asked[], path: string): Asked[] {
  return asked.filter(
    other => other.path === path || (/^(\.|\[\])/.test(other.path.slice(path.length)) && other.path.startsWith(path)),
  )
}

/** What pages ask, in their order: `newResidence.street`, `persons[].idDocuments[].type`. */
function askedBy(service: Service, words: Words): Asked[] {
  const pages = planOf(service).pages.flatMap(page =>
    'node' in page
      ? page.pages.map(inner => ({ at: `${page.node.name}[].`, nodes: inner.nodes }))
      : [{ at: '', nodes: page.nodes }],
  )
  const asked = pages.flatMap(({ at, nodes }) => nodes.flatMap(node => askedIn(node, at, service.id, words)))
  return asked.filter(({ path }, index) => asked.findIndex(other => other.path === path) === index)
}

function askedIn(node: Node, at: string, serviceId: string, words: Words): Asked[] {
  if (node.kind === 'rows')
    return node.children.flatMap(child => askedIn(child, `${at}${node.path}[].`, serviceId, words))
  if (node.kind === 'group') return node.children.flatMap(child => askedIn(child, at, serviceId, words))
  return leavesOf([node]).map(leaf => ({
    path: at + leaf.path,
    label: words.find(keysOf(serviceId, leaf, 'label')) ?? leaf.name,
  }))
}

function isOfDesk({ desk }: Service, path: string): boolean {
  return path.startsWith('desk.') && Object.hasOwn(desk?.fields ?? {}, path.split('.')[1] ?? '')
}

function deskLabel(service: Service, path: string, words: Words): string {
  return words.find([`${service.id}:desk.fields.${path.slice('desk.'.length)}.label`]) ?? path
}
