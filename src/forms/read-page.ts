// Reads what a page asks into the answers, at its place.
import { type Problem, readNode, type Source } from './input.ts'
import type { Answers, Step } from './journey.ts'
import type { Node } from './plan.ts'
import { refusals } from './refusals.ts'

/** `answers` are those the page belongs to: of the filing or of a member. */
export function readPage(nodes: Node[], source: Source, answers: Answers): Pick<Step, 'problems' | 'shown'> {
  const problems: Problem[] = []
  const shown: string[] = []
  for (const node of nodes) {
    const parent = parentOf(node, answers)
    const reading = readNode(node, source, '', parent)
    problems.push(...reading.problems)
    shown.push(...reading.shown)
    if (reading.value !== undefined) place(node, answers, reading.value)
  }
  const read = { problems, shown }
  const refused = nodes.flatMap(node => refusals([node], source, '', parentOf(node, answers), read))
  return { problems: [...problems, ...refused], shown }
}

/** The object that holds a nested field; a fresh one where nothing was answered yet. */
function parentOf(node: Node, answers: Answers): Answers {
  return node.groups.reduce<Answers>((inner, key) => (inner[key] as Answers | undefined) ?? {}, answers)
}

function place(node: Node, answers: Answers, value: unknown): void {
  let inner = answers
  for (const key of node.groups) {
    inner[key] ??= {}
    inner = inner[key] as Answers
  }
  const there = inner[node.name]
  inner[node.name] = node.kind === 'group' && there ? { ...(there as object), ...(value as object) } : value
}
