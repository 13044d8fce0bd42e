// Where somebody is: the sections of a form, by the pages at which they start. How many there will be, answers decide.
import type { Journey, Step } from './journey.ts'
import type { Words } from './words.ts'

/** Which section a page belongs to; null on the last page, and in a form that is too short for sections. */
export function sectionOf({ steps }: Journey, step: Step, words: Words): { number: number; name: string } | null {
  const starts: { at: number; name: string }[] = []
  for (let at = 0; at < steps.length - 1; at++) {
    const name = words.find((steps[at]?.list ?? steps[at]?.page)?.section ?? [])
    if (name && name !== starts.at(-1)?.name) starts.push({ at, name })
  }
  const here = steps.findIndex(other => other.path === step.path)
  const index = starts.findLastIndex(start => start.at <= here)
  const current = starts[index]
  if (!current || starts.length < 2 || here === steps.length - 1) return null
  return { number: index + 1, name: current.name }
}
