// A page that came back because an answer asks for more: what is new on it is named and one step away.
import type { Request } from 'express'
import type { FieldView } from '../forms/field-views.ts'
import type { Words } from '../forms/words.ts'

/** The address names the controls that are new; what is not on the page is left out. */
export function grownNotice(request: Request, fields: FieldView[], words: Words) {
  const added = new Set(String(request.query.neu ?? '').split(' '))
  const links = fields.flatMap(field => newOf(field, added)).map(({ id, label }) => ({ href: `#${id}`, label }))
  if (links.length === 0) return []
  return [{ kind: 'info' as const, heading: null, text: [words.say('common:apply.asksMore')], links, isNew: true }]
}

/** An address that is new as a whole is one thing; of a row that is new its questions are. */
function newOf(field: FieldView, added: Set<string>): FieldView[] {
  if (field.kind === 'rows' && !added.has(field.name))
    return field.rows.flatMap(row => row.fields.flatMap(inner => newOf(inner, added)))
  if (field.kind !== 'group') return added.has(field.name) ? [field] : []
  const inner = field.fields.flatMap(child => newOf(child, added))
  return field.label && inner.length === field.fields.length ? [field] : inner
}
