// The pages a person looks at first when judging the whole; one of each kind, in German.
import type { SavedPage } from '../helpers/pages.ts'

const wanted: Record<string, [name: RegExp, state: string]> = {
  start: [/^start$/, 'draft'],
  service: [/\/about$/, 'fresh'],
  question: [/\/einzug$/, 'fresh'],
  'question-error': [/\/wer$/, 'errors: blank'],
  address: [/\/wohnung$/, 'filled'],
  'address-error': [/\/wohnung$/, 'errors: blank'],
  document: [/\/ausweis$/, 'errors: wrong'],
  members: [/\/personen$/, 'filled'],
  remove: [/\/remove$/, 'fresh'],
  check: [/\/pruefen$/, 'errors: blank'],
  receipt: [/^case\/show$/, 'sent'],
  case: [/^case\/show$/, 'returned'],
  find: [/^case\/find$/, 'errors: blank'],
  'not-found': [/^fault$/, 'not found'],
  'sign-in': [/^sign-in$/, 'errors: wrong'],
  queue: [/^queue$/, 'page 1'],
  'desk-case': [/\/case$/, 'mine'],
  'desk-case-error': [/\/case$/, 'errors: no ticks'],
  'desk-conflict': [/\/case$/, 'conflict, typed'],
  correct: [/\/correct\/.*name$/, 'errors: wrong'],
}

export function keyPages(pages: SavedPage[]): [title: string, page: SavedPage][] {
  const german = pages.filter(page => page.language === 'de')
  return Object.entries(wanted).map(([title, [name, state]]) => {
    const page = german.find(other => name.test(other.name) && other.state === state)
    if (!page) throw new Error(`no saved page for ${title}`)
    return [title, page]
  })
}
