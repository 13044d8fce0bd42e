// The answers of a case for the citizen; what the office has corrected since stands beside what was sent.
import type { Item, Section } from '../forms/in-words.ts'
import type { Words } from '../forms/words.ts'
import type { CaseFile } from './case-page.ts'
import { isLike, keyOf, originalOf } from './desk-answers.ts'

/** In the citizen's language where the page is in it, else in German; declarations and blanks left out. */
export function caseAnswers(caseFile: CaseFile, words: Words) {
  const german = caseFile.words as Section[]
  const sections = words.locale === caseFile.locale ? (caseFile.wordsOfCitizen as Section[]) : german
  const sent = caseFile.wordsAsSent as Section[] | null
  const lang = words.locale === caseFile.locale && words.locale !== 'de' ? 'de' : null
  const present = sections.map((section, at) => {
    const before = sent?.find(isLike(german[at] ?? section))
    const items = section.items.map((item, place) => itemView(item, german[at]?.items[place], before, lang, words))
    return { heading: sent && !before ? said('added', section, words) : section.heading, items: items.flat() }
  })
  const struck = (sent ?? []).filter(before => !german.some(isLike(before)))
  return {
    sections: [
      ...present.filter(({ items }) => items.length > 0),
      ...struck.map(section => struckView(section, words)),
    ],
  }
}

/** What was sent is kept in German, the official language; the two kinds of words have the same order. */
function itemView(
  item: Item,
  german: Item | undefined,
  before: Section | undefined,
  lang: string | null,
  words: Words,
) {
  const sent = german && before?.items.find(other => keyOf(other) === keyOf(german))
  const original = german && before ? originalOf(german.value, sent, words) : null
  if (item.step === 'pruefen' || (item.value?.length === 0 && !original)) return []
  const lines = item.value ?? [words.say('common:case.notShown')]
  return [{ label: item.label, lines, original: original && { ...original, lang } }]
}

function struckView(section: Section, words: Words) {
  return { heading: said('struck', section, words), items: [] }
}

function said(what: 'added' | 'struck', { heading }: Section, words: Words): string {
  return words.say(`common:desk.${what}`, { name: heading })
}
