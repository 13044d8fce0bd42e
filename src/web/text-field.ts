// One line of text as finished values for `fields/text`, for forms that are not pages of a service.
import type { Words } from '../forms/words.ts'

type Asked = { name: string; label: string; hint: string; value: string; error: string | null }

export function textField({ name, label, hint, value, error }: Asked, words: Words) {
  return {
    kind: 'text',
    name,
    id: name,
    label,
    hint,
    error,
    errorPrefix: words.say('common:errorPrefix'),
    asHeading: false,
    optionalText: null,
    describedBy: `${error ? `${name}-error ` : ''}${name}-hint`,
    autocomplete: 'off',
    inputmode: null,
    spellcheck: false,
    width: 20,
    value,
    isName: false,
  }
}
