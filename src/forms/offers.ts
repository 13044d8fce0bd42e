// What is known already and fits a page (WCAG 3.3.7): offered, and taken over as if it had been typed.
import { filledRows, type Raw, typedAgain } from './input.ts'
import { type Journey, memberAnswers, memberPrefix, type Step } from './journey.ts'
import type { RowsNode } from './plan.ts'
import type { Offer } from './service.ts'

type PageStep = Step & { kind: 'page' | 'member' }

export function offersOn(journey: Journey, step: PageStep): Offer[] {
  const context = step.kind === 'member' ? [memberAnswers(journey, step), journey.answers] : [journey.answers]
  return step.page.offers?.known(...context) ?? []
}

/** What an offer would have been typed as: into the page's question, or into its first blank row. */
export function takenOver(journey: Journey, step: PageStep, index: number): Raw | undefined {
  const offer = offersOn(journey, step)[index]
  const into = step.page.offers?.into
  if (!offer || !into) return undefined
  const prefix = step.kind === 'member' ? memberPrefix(step.list, step.memberId) : ''
  const at = into.kind === 'rows' ? `${into.path}.${firstBlankRow(journey, into, prefix)}` : into.path
  return typedAgain(offer.values, prefix + at)
}

function firstBlankRow({ raw, answers }: Journey, rows: RowsNode, prefix: string): number {
  return Math.min(filledRows(rows, { raw, prefix, answers }, ''), rows.max - 1)
}
