// What was sent, to stand beside what a clerk has corrected: for the desk and for the citizen.
import type { Item, Section } from '../forms/in-words.ts'
import type { Words } from '../forms/words.ts'

/** A person stays the same when their name, and so the heading, is corrected. */
export function isLike(section: Section): (other: Section) => boolean {
  return other =>
    section.member === null
      ? other.member === null && other.heading === section.heading
      : other.member === section.member
}

export function sentOf(item: Item, before: Section | undefined): Item | undefined {
  return before?.items.find(other => keyOf(other) === keyOf(item))
}

export function keyOf(item: Item): string {
  return `${item.step} ${item.control} ${item.label}`
}

/** Of what is hidden nothing can be compared. */
export function originalOf(value: Item['value'], sent: Item | undefined, words: Words) {
  if (value === null || sent?.value === null || value.join() === (sent?.value ?? []).join()) return null
  const lines = sent?.value?.length ? sent.value : [words.say('common:apply.notAnswered')]
  return { label: words.say('common:desk.original'), lines }
}
