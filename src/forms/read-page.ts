// Reads what a page asks into the answers, at its place.
import { type Reading, readNode, type Source } from './input.ts'
import type { Answers } from './journey.ts'
import type { Node } from './plan.ts'
import { refuse } from './refusals.ts'

/** `answers` are those the page belongs to: of the filing or of a member. */
export function readPage(nodes: Node[], source: Source, answers: Answers): Reading {
  const reading: Reading = { problems: [], shown: [] }
  for (const node of nodes) {
    const answer = readNode(node, source, '', parentOf(node, answers), reading)
    if (answer !== undefined) place(node, answers, answer)
  }
  for (const node of nodes) if (node.refused) refuse([node], source, '', parentOf(node, answers), reading)
  return reading
}

/** The object that holds a nested field; a fresh one where nothing was answered yet. */
function parentOf(node: Node, answers: Answers): Answers {
  let inner = answers
  for (const key of node.groups) inner = (inner[key] as Answers | undefined) ?? {}
  return inner
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
