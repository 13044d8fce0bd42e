// The official form, filled: each numbered field with its answers in words, for copies and for extracts.
import { valueLines } from './in-words.ts'
import { type MemberAnswers, type Node, nodeAt, planOf } from './plan.ts'
import type { Service } from './service.ts'
import { labelOf, type Words } from './words.ts'

export type OfficialLine = { number: string; label: string; value: string[] }

/** In the order of the form. Fields that this filing leaves blank have no value. `numbers` keeps only these. */
export function officialLines(
  service: Service,
  answers: Record<string, unknown>,
  words: Words,
  numbers?: string[],
): OfficialLine[] {
  const fields = service.official?.fields ?? []
  return fields
    .filter(field => !numbers || numbers.includes(field.number))
    .map(({ number, label, ours = [], when }) => {
      const isFilled = !when || when(answers)
      return { number, label, value: isFilled ? valuesOf(service, answers, ours, words) : [] }
    })
}

/** One path stands alone; where a field has several, each line says which it is. */
function valuesOf(service: Service, answers: Record<string, unknown>, paths: string[], words: Words): string[] {
  const found = paths.flatMap(path => {
    const node = nodeAt(planOf(service).top, path)
    const value = node.path.split('.').reduce<unknown>((inner, key) => Object(inner)[key], answers)
    return value === undefined ? [] : [{ node, lines: linesOf(service, node, value, words, answers) }]
  })
  const filled = found.filter(({ lines }) => lines.length > 0)
  return filled.flatMap(({ node, lines }) =>
    paths.length === 1 ? lines : [`${labelOf(service.id, node, words)}: ${lines.join(', ')}`],
  )
}

function linesOf(
  service: Service,
  node: Node,
  value: unknown,
  words: Words,
  answers: Record<string, unknown>,
): string[] {
  if (node.kind !== 'members') return valueLines(service, node, value, words, answers)
  return (value as MemberAnswers[]).map(member =>
    node.children
      .filter(child => member[child.name] !== undefined)
      .map(child => valueLines(service, child, member[child.name], words, answers).join(', '))
      .filter(Boolean)
      .join('; '),
  )
}
