// Which questions of a page were answered differently: their controls, which a history may keep, and their labels for who reads it.
import { itemsOfStep } from './in-words.ts'
import type { Journey, Step } from './journey.ts'
import { nodeAt } from './plan.ts'
import { labelOf, type Words } from './words.ts'

type PageStep = Step & { kind: 'page' | 'member' }

/** What is not asked and what is left blank are the same. */
export function changedControls(before: Journey, after: Journey, step: PageStep, words: Words): string[] {
  const [was, is] = [before, after].map(journey => itemsOfStep(journey, step, words, 'shown'))
  const controls = new Set([...(was ?? []), ...(is ?? [])].map(({ control }) => control))
  const linesOf = (items: typeof was, control: string) =>
    items?.flatMap(item => (item.control === control ? (item.value ?? []) : [])).join('\n')
  return [...controls].filter(control => linesOf(was, control) !== linesOf(is, control))
}

/** As the page's answers are labelled; a small list as a whole. What the page does not ask any more has no label. */
export function labelsOfControls(journey: Journey, step: PageStep, controls: string[], words: Words): string[] {
  const items = itemsOfStep(journey, step, words, 'hidden')
  return controls.flatMap(control => {
    const item = items.find(other => other.control === control)
    const node = item && nodeAt(step.page.nodes, control)
    return node?.kind === 'rows' ? labelOf(journey.service.id, node, words) : (item?.label ?? [])
  })
}
