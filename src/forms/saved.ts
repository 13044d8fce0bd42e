// Which pages of a draft were ever saved: saving a page writes down every question that was on it, left blank or not.
import type { Raw } from './input.ts'
import { rowAt } from './input.ts'
import type { Step } from './journey.ts'
import { memberPrefix } from './members.ts'
import { rowsIn } from './plan.ts'

/** Nobody has been asked what was never saved: such a page is open though it may lack nothing. */
export function isSaved(raw: Raw, step: Step): boolean {
  return unsavedControls(raw, step).length === 0
}

/** As they are named in the draft. */
export function unsavedControls(raw: Raw, step: Step): string[] {
  if (step.kind === 'members') return []
  const prefix = step.kind === 'member' ? memberPrefix(step.list, step.memberId) : ''
  const lists = rowsIn(step.page.nodes).filter(node => step.shown.includes(node.path))
  const single = step.shown.filter(control => !lists.some(node => node.path === control))
  const firstRows = lists.map(node => node.leaves.map(leaf => rowAt(node, '', 0) + leaf.path))
  const unsavedRows = firstRows
    .filter(row => !row.some(control => prefix + control in raw))
    .flatMap(row => row.slice(0, 1))
  return [...single.filter(control => !(prefix + control in raw)), ...unsavedRows].map(control => prefix + control)
}
