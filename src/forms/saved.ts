// Which pages of a draft were ever saved: saving a page writes down every question that was on it, left blank or not.
import { type Raw, rowAt } from './input.ts'
import type { Step } from './journey.ts'
import { prefixOf } from './members.ts'
import type { PlannedPage } from './plan.ts'

/** Nobody has been asked what was never saved: such a page is open though it may lack nothing. */
export function isSaved(raw: Raw, step: Step): boolean {
  const prefix = prefixOf(step)
  return step.kind === 'members' || step.shown.every(control => isWritten(raw, prefix, step.page, control))
}

/** As they are named in the draft. */
export function unsavedControls(raw: Raw, step: Step): string[] {
  if (step.kind === 'members') return []
  const prefix = prefixOf(step)
  const unsaved = step.shown.filter(control => !isWritten(raw, prefix, step.page, control))
  return unsaved.map(control => prefix + (firstRow(step.page, control)?.[0] ?? control))
}

/** Of a small list its first row is enough, whichever of its questions was shown. */
function isWritten(raw: Raw, prefix: string, page: PlannedPage, control: string): boolean {
  return firstRow(page, control)?.some(one => prefix + one in raw) ?? prefix + control in raw
}

/** The controls of a small list's first row, where the control is such a list. */
function firstRow({ rows }: PlannedPage, control: string): string[] | undefined {
  const list = rows.find(node => node.path === control)
  return list?.leaves.map(leaf => rowAt(list, '', 0) + leaf.path)
}
