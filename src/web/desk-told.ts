// What citizens were told about a case, as finished values for the desk: what is missing, why it was rejected, the letters.
import type { Words } from '../forms/words.ts'
import { formatDay } from '../law/partial-date.ts'
import type { queriesOf } from '../office/decide.ts'
import type { IssuedLetter } from '../office/letters.ts'
import type { findRejection } from '../office/reject.ts'
import { type Desk, mayRead } from './desk.ts'
import { stamp } from './desk-history.ts'
import { letterLinks } from './letter-links.ts'

type Told = {
  queries: Awaited<ReturnType<typeof queriesOf>>
  rejection: Awaited<ReturnType<typeof findRejection>>
  letters: IssuedLetter[]
}

/** What citizens were told: what is missing, why a filing was rejected. The reasons may say what is sealed. */
export function toldInWords(desk: Desk, papers: Told, words: Words) {
  const told = [queriesInWords(desk, papers, words), rejectionInWords(desk, papers, words)]
  const held = mayRead(desk) ? null : words.say('common:desk.reasonsHeld')
  return told
    .filter(({ items }) => items.length > 0)
    .map(({ items, ...section }) => ({
      ...section,
      items: items.map(item => (held ? { ...item, reasons: [], note: '', held } : { ...item, held })),
    }))
}

function queriesInWords({ service }: Desk, { queries }: Told, words: Words) {
  const items = queries.map(query => ({
    at: stamp(query.at, words),
    reasons: query.reasons.map(reason => words.say(`${service.id}:returns.${reason}`)),
    note: query.note,
    until:
      query.until &&
      words.say('common:desk.untilSet', { day: formatDay(query.until.toISOString().slice(0, 10), words.locale) }),
  }))
  return { id: 'rueckgaben', heading: words.say('common:desk.queries'), items }
}

function rejectionInWords({ service }: Desk, { rejection }: Told, words: Words) {
  const items = [rejection ?? []].flat().map(({ at, reasons, note }) => ({
    at: stamp(at, words),
    reasons: reasons.map(reason => words.say(`${service.id}:rejects.${reason}`)),
    note,
    until: null,
  }))
  return { id: 'ablehnung', heading: words.say('common:desk.rejections'), items }
}

export function lettersInWords(desk: Desk, { letters }: Told, words: Words) {
  const isOpen = mayRead(desk)
  const door = { place: '/amt/vorgang', text: `common:desk.${isOpen ? 'letterLink' : 'letterHeld'}` }
  const links = letterLinks(door, desk.caseFile, letters, words)
  return {
    heading: words.say('common:case.lettersHeading'),
    items: links.map(({ href, label }) => ({ href: isOpen ? href : null, label })),
  }
}
