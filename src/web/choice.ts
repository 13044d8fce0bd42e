// A question with a few answers that belongs to no service's form, as the views for questions take it.
import type { Words } from '../forms/words.ts'

type Choice = {
  name: string
  id?: string
  label: string
  error: string | null
  options: [value: string, label: string][]
}

export function choiceView(
  { name, id = name, label, error, options }: Choice,
  chosen: string | undefined,
  words: Words,
) {
  return {
    kind: 'radios' as const,
    name,
    id,
    label,
    hint: null,
    error,
    errorPrefix: words.say('common:errorPrefix'),
    asHeading: false,
    optionalText: null,
    describedBy: error ? `${id}-error` : null,
    options: options.map(([value, label], index) => ({
      value,
      label,
      hint: null,
      checked: value === chosen,
      id: index === 0 ? id : `${id}-${value}`,
    })),
  }
}
