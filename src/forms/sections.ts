// How far somebody is: the sections of a form, by the pages at which they start.
import type { Journey, Step } from './journey.ts'
import type { Words } from './words.ts'

/** Which section a page belongs to, of how many; null on the last page, and in a form that is too short for sections. */
export function sectionOf(
  { service, steps }: Journey,
  step: Step,
  words: Words,
): { number: number; total: number; name: string } | null {
  const named = steps.slice(0, -1).flatMap((start, at) => {
    const name = words.find([`${service.id}:sections.${start.list?.slug ?? start.path}`])
    return name ? [{ at, name }] : []
  })
  const starts = named.filter(({ name }, index) => name !== named[index - 1]?.name)
  const here = steps.findIndex(other => other.path === step.path)
  const index = starts.findLastIndex(start => start.at <= here)
  const current = starts[index]
  if (!current || starts.length < 2 || here === steps.length - 1) return null
  return { number: index + 1, total: starts.length, name: current.name }
}
