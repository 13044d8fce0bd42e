// The official form, filled: each numbered field with its answers in words, for copies and for extracts.
import { valueLines } from './in-words.ts'
import type { Answers } from './journey.ts'
import { type MemberAnswers, type Node, nodeAt, planOf } from './plan.ts'
import type { Service } from './service.ts'
import { labelOf, type Words } from './words.ts'

export type OfficialLine = { number: string; label: string; value: string[] }
/** `owner.familyName`; of people a list, with null for who has none. */
export type OfficialValues = { number: string; label: string; values: Record<string, unknown> }

/** In the order of the form, without our own questions. Fields left blank have no value. `numbers` keeps only these. */
export function officialLines(service: Service, answers: Answers, words: Words, numbers?: string[]): OfficialLine[] {
  const fields = service.official?.fields ?? []
  return fields
    .filter(({ number }) => (numbers ? numbers.includes(number) : number !== ''))
    .map(({ number, label, ours = [], when }) => {
      const isFilled = !when || when(answers)
      return { number, label, value: isFilled ? valuesOf(service, answers, ours, words) : [] }
    })
}

/** The same as data, by the paths of our fields; fields left blank have no values. */
export function officialValues(service: Service, answers: Answers, numbers: string[]): OfficialValues[] {
  const fields = (service.official?.fields ?? []).filter(({ number }) => numbers.includes(number))
  return fields.map(({ number, label, ours = [], when }) => {
    const isFilled = !when || when(answers)
    const values = ours.map(path => [path, valueAt(answers, path)]).filter(([, value]) => value !== undefined)
    return { number, label, values: isFilled ? Object.fromEntries(values) : {} }
  })
}

function valueAt(from: unknown, path: string): unknown {
  const [list = '', rest] = path.split('[].')
  const value = list.split('.').reduce<unknown>((inner, key) => Object(inner)[key], from)
  if (rest === undefined || !Array.isArray(value)) return rest === undefined ? value : undefined
  const values = value.map(member => valueAt(member, rest))
  return values.some(one => one !== undefined) ? values.map(one => one ?? null) : undefined
}

/** `isText`: the lines are those that somebody typed. */
type Found = { node: Node; lines: string[]; isText: boolean }

/** One path stands alone; where a field has several, each line says which it is. Members follow as supplements. */
function valuesOf(service: Service, answers: Answers, paths: string[], words: Words): string[] {
  const { top } = planOf(service)
  const list = (path: string) => top.find(node => node.kind === 'members' && path.startsWith(`${node.name}[].`))
  const own = paths.filter(path => !list(path))
  const labelled = ({ node, lines, isText }: Found) => {
    if (own.length === 1) return lines
    const [first = '', ...others] = isText ? lines : [lines.join(', ')]
    const label = labelOf(service.id, node, words)
    return [`${label}${label.endsWith('?') ? '' : ':'} ${first}`, ...others]
  }
  return [
    ...own.flatMap(path => found(service, nodeAt(top, path), answers, words, answers)).flatMap(labelled),
    ...paths.flatMap(path => supplements(service, list(path), path, answers, words)),
  ]
}

/** `additionalRepresentatives[].familyName`: a line for each member. */
function supplements(service: Service, list: Node | undefined, path: string, answers: Answers, words: Words): string[] {
  if (list?.kind !== 'members') return []
  const members = (answers[list.name] as MemberAnswers[] | undefined) ?? []
  const node = nodeAt(list.children, path.slice(list.name.length + '[].'.length))
  return members.flatMap((member, index) =>
    found(service, node, member, words, answers).map(({ lines }) => {
      const heading = words.say(`${service.id}:official.supplement`, { number: index + 1 })
      return `${heading}: ${lines.join(', ')}`
    }),
  )
}

/** Nothing where the filing leaves it blank. */
function found(service: Service, node: Node, from: Answers, words: Words, answers: Answers): Found[] {
  const value = valueAt(from, node.path)
  const lines = value === undefined ? [] : valueLines(service, node, value, words, answers)
  return lines.length > 0 ? [{ node, lines, isText: typeof value === 'string' }] : []
}
