// What only staff write or certify, as a form of the same engine: fields, pages and words of its own.
import type { Answers } from './journey.ts'
import type { Service } from './service.ts'
import type { Words } from './words.ts'

/** Like every form it ends with a page that leads on; on this one nobody declares anything. */
const end = { slug: 'pruefen', asks: [] }

/** The form as it is for this filing; without pages where the service has none. */
export function deskForm(service: Service, filed: Answers): Service {
  const { fields, pages, shownWhen } = service.desk ?? { fields: {}, pages: [] }
  return {
    ...service,
    fields,
    pages: [...pages.map(page => ({ ...page, when: (desk: Answers) => page.when?.(desk, filed) ?? true })), end],
    shownWhen: Object.fromEntries(
      Object.entries(shownWhen ?? {}).map(([name, isShown]) => [name, (desk: Answers) => isShown(desk, filed)]),
    ),
    refused: {},
    settled: {},
    rules: [],
    isForOthers: () => false,
  }
}

/** The service's words below `desk.` in place of those about what citizens file. */
export function deskWords({ id }: Service, words: Words): Words {
  const own = (key: string) => (key.startsWith(`${id}:`) ? key.replace(':', ':desk.') : key)
  return {
    locale: words.locale,
    find: (keys, parameters) => words.find(keys.map(own), parameters),
    say: (key, parameters) => words.say(own(key), parameters),
  }
}
