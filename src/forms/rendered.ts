// Which controls a page had when it was sent: what is absent from a POST was left blank, what appears only now is new.
import { filledRows, readChildren, rowAt, type Source } from './input.ts'
import { type Journey, type Step, sourceOf } from './journey.ts'
import type { RowsNode } from './plan.ts'

type PageStep = Step & { kind: 'page' | 'member' }

/** Also the blank row that a small list may end with. */
export function renderedControls(journey: Journey, step: PageStep): Set<string> {
  const source = sourceOf(journey, step)
  const blank = step.page.rows.filter(node => step.shown.includes(node.path)).flatMap(node => blankRow(node, source))
  return new Set([...step.shown, ...blank])
}

/**
 * What the page, as it stands after a POST, asks that was neither on it before nor posted. Then it is shown again,
 * without a word about what nobody could know.
 */
export function askedMore(rendered: Set<string>, posted: string[], after: PageStep): string[] {
  const known = new Set([...rendered, ...posted])
  return after.shown.filter(control => !known.has(control) && !posted.some(name => name.startsWith(`${control}.`)))
}

function blankRow(node: RowsNode, source: Source): string[] {
  const index = filledRows(node, source, '')
  return index < node.max ? readChildren(node.children, source, rowAt(node, '', index), {}).shown : []
}
