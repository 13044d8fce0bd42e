// Where the rows of a page stand on a case: a clerk who has saved the page comes back to them and reads there what was done.
import type { Item } from '../forms/in-words.ts'
import { rowId } from './application.ts'

/** What was done on which page. */
export type Done = { page: string; text: string }

export const noPlace = { id: null, done: null }

export function placeOf([item]: Item[], done: Done | null): { id: string | null; done: string | null } {
  return item ? { id: rowId(item.step), done: done?.page === item.step ? done.text : null } : noPlace
}

/** A page whose answers stand in several sections is returned to at the first. */
export function onceEach<I extends { id: string | null; done: string | null }, S extends { items: I[] }>(
  sections: S[],
) {
  const ids = new Set<string | null>([null])
  const once = (item: I) => {
    const isFirst = !ids.has(item.id)
    ids.add(item.id)
    return isFirst ? item : { ...item, id: null, done: null }
  }
  return sections.map(section => ({ ...section, items: section.items.map(once) }))
}
