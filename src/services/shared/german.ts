// German words for letters: what a service's own texts say, then those that all trade services share.
import type { Words } from '../../forms/words.ts'
import shared from './shared.de.json' with { type: 'json' }
import trade from './trade.de.json' with { type: 'json' }

const common = { options: { yes: 'Ja', no: 'Nein' } }

/** Letters are in German, the official language, whatever the citizen reads (VwVfG section 23). */
export function germanWords(own: object): Words {
  const find = (keys: string[], parameters: Record<string, unknown> = {}) => {
    for (const key of keys) {
      const text = textAt(key, own)
      if (text !== undefined) return filled(text, parameters)
    }
    return undefined
  }
  const say = (key: string, parameters?: Record<string, unknown>) => {
    const text = find([key], parameters)
    if (text === undefined) throw new Error(`no text ${key}`)
    return text
  }
  return { locale: 'de', find, say }
}

function textAt(key: string, own: object): string | undefined {
  const [namespace = '', path = ''] = key.split(':')
  const places: object[] = namespace === 'shared' ? [shared] : namespace === 'common' ? [common] : [own, trade]
  const found = places.map(place => path.split('.').reduce<unknown>((inner, part) => Object(inner)[part], place))
  return found.find(text => typeof text === 'string')
}

function filled(text: string, parameters: Record<string, unknown>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(parameters[name] ?? ''))
}
