// What is known already and fits a page (WCAG 3.3.7): offered, and taken over as if it had been typed.
import { filledRows, type Raw, type Source, typedAgain } from './input.ts'
import { type Journey, memberAnswers, type Step, sourceOf } from './journey.ts'
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
  if (offer.isTaken) return {}
  const source = sourceOf(journey, step)
  const at = into.kind === 'rows' ? `${into.path}.${firstBlankRow(into, source)}` : into.path
  return typedAgain(offer.values, source.prefix + at)
}

function firstBlankRow(rows: RowsNode, source: Source): number {
  return Math.min(filledRows(rows, source, ''), rows.max - 1)
}
