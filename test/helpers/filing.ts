// Filings of a service's folder, JSON in the field ids of the official forms: how a person types them, and what must be stored.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Typed } from '../../src/forms/example.ts'
import { leavesOf, type Node, planOf } from '../../src/forms/plan.ts'
import type { Service } from '../../src/forms/service.ts'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
/**
 * `onlyAsked`: typed answers to questions that only decide what is asked next; `notTyped`: what system or staff write;
 * `desk`: what a clerk types into the desk's form; `warns`: the rules that warn, `told`: who gets an extract, in order.
 */
export type Filing = {
  filedAt: string
  data: Record<string, Json>
  onlyAsked?: Typed
  notTyped?: string[]
  desk?: Typed
  warns?: string[]
  told?: string[]
}

/** Of every filing, or not asked without uploads and eID (design: examples as tests). */
const neverTyped = [
  'ags',
  'attachments',
  'payment',
  'identification',
  'caseId',
  'serviceId',
  'formVersion',
  'channel',
  'locale',
  'filedAt',
  'assignmentCode',
]

const folderOf = ({ id }: Service) => new URL(`../../src/services/${id}/filings/`, import.meta.url)

/** None where the service has no such folder. */
export function filingsOf(service: Service, folder = folderOf(service)): { name: string; filing: Filing }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).map(name => ({
    name,
    filing: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Filing,
  }))
}

/** What somebody types who has this filing on paper. */
export function typedOf(filing: Filing, service: Service): Typed {
  const typed: Typed = {}
  const unticked = confirmations(planOf(service).top)
  const tidy = (texts: Typed) =>
    Object.fromEntries(
      Object.entries(texts).filter(([name, text]) => !(text === 'no' && unticked.has(name.split('.').at(-1) ?? ''))),
    )
  const answers = answersIn(filing)
  for (const node of planOf(service).top) {
    const value = answers[node.name]
    if (value === undefined) continue
    if (node.kind !== 'members') Object.assign(typed, tidy(flat(value, filing, node.name)))
    else typed[node.name] = (value as Json[]).map(member => tidy(flat(member, filing)))
  }
  return withOnlyAsked(typed, filing.onlyAsked ?? {})
}

function withOnlyAsked(typed: Typed, asked: Typed): Typed {
  const entries = Object.entries(asked).map(([name, value]) => {
    const members = typed[name]
    return Array.isArray(value) && Array.isArray(members)
      ? [name, members.map((member, index) => ({ ...(member as Typed), ...(value[index] as Typed) }))]
      : [name, value]
  })
  return { ...typed, ...Object.fromEntries(entries) }
}

/** Boxes to tick: false means that nobody ticked them. */
function confirmations(nodes: Node[]): Set<string> {
  const leaves = nodes.flatMap(node => leavesOf(node.kind === 'members' ? node.children : [node]))
  return new Set(leaves.filter(leaf => leaf.look.kind === 'confirm').map(leaf => leaf.name))
}

/** The filing as it must be stored. */
export function expectedOf(filing: Filing): Record<string, unknown> {
  return comparable(answersIn(filing), filing)
}

/** Brought to one shape: paths and plain values, sets without order, absent for no. */
export function comparable(value: unknown, filing: Filing): Record<string, unknown> {
  const onlyAsked = namesIn(filing.onlyAsked ?? {})
  const entries = Object.entries(flat(value as Json, filing)).filter(
    ([path, text]) =>
      text !== 'no' &&
      !(path.endsWith('countryCode') && text === 'DE') &&
      !onlyAsked.has(withoutIndexes(path)) &&
      !/(^|\.)id$/.test(path),
  )
  return Object.fromEntries(
    entries.map(([path, text]): [string, unknown] => [path, Array.isArray(text) ? [...text].sort() : text]).sort(),
  )
}

/** `persons.marriage.abroad`, `landlord.ownerDiffers`; those that the filing itself answers are compared. */
function namesIn(asked: Typed, at = ''): Set<string> {
  const names = Object.entries(asked).flatMap(([name, value]) =>
    Array.isArray(value) && value.some(item => typeof item === 'object')
      ? (value as Typed[]).flatMap(member => [...namesIn(member, `${name}.`)])
      : [withoutIndexes(at + name)],
  )
  return new Set(names)
}

function withoutIndexes(path: string): string {
  return path.replace(/\.\d+(?=\.)/g, '')
}

function answersIn({ data, ...filing }: Filing): Record<string, Json> {
  const { onlyAsked: _, notTyped: __, desk: ___, warns: ____, told: _____, ...envelope } = filing
  return { ...(envelope as Record<string, Json>), ...data }
}

/** `newResidence.street` -> text; lists of texts stay lists; lists of objects get their index into the path. */
function flat(value: Json, filing: Filing, path = ''): Record<string, string | string[]> {
  if (value === null || value === undefined || isNotTyped(path, filing)) return {}
  if (typeof value !== 'object') return { [path]: value === true ? 'yes' : value === false ? 'no' : String(value) }
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return { [path]: value as string[] }
  const entries: [string, Json][] = Array.isArray(value)
    ? value.map((item, index) => [String(index), item])
    : Object.entries(value)
  return Object.assign({}, ...entries.map(([key, inner]) => flat(inner, filing, path ? `${path}.${key}` : key)))
}

function isNotTyped(path: string, { notTyped = [] }: Filing): boolean {
  const name = withoutIndexes(path)
  return [...neverTyped, ...notTyped].some(other => name === other || name.endsWith(`.${other}`))
}
