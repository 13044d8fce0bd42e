// One text box that belongs to no service's form, as the views for questions take it.
import type { Words } from '../forms/words.ts'

type Line = { name: string; label: string; hint: string; value: string; error: string | null; width: 10 | 20 }

export function lineView({ error, ...line }: Line, words: Words) {
  return {
    ...line,
    kind: 'text' as const,
    id: line.name,
    error,
    errorPrefix: words.say('common:errorPrefix'),
    asHeading: false,
    optionalText: null,
    describedBy: `${error ? `${line.name}-error ` : ''}${line.name}-hint`,
    autocomplete: 'off',
    inputmode: null,
    spellcheck: false,
    isName: false,
  }
}
