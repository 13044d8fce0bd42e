// The four containers of fields: a group, rows of a small list, values of one kind, members with pages of their own.
import type { Extra, Fields, Group, Leaf, List, Members, Rows, Summary } from './service.ts'

export function group<const F extends Fields>(
  words: string,
  fields: F,
  extra: Extra<F> & { summary?: Summary } = {},
): Group<F> {
  return { type: 'group', words, fields, ...extra }
}

export function rows<const F extends Fields>(
  words: string,
  fields: F,
  extra: Extra<F> & { min: number; max: number },
): Rows<F> {
  return { type: 'rows', words, fields, ...extra }
}

export function list<L extends Leaf>(item: L, bounds: { min: number; max: number }): List<L> {
  return { type: 'list', item, ...bounds }
}

export function members<const F extends Fields>(
  words: string,
  fields: F,
  extra: Extra<F> & { min: number; max: number },
): Members<F> {
  return { type: 'members', words, fields, ...extra }
}
