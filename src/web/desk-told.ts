// What citizens were told about a case, as finished values for the desk: what is missing, why it was rejected, the letters.
import type { Words } from '../forms/words.ts'
import { dayOf } from '../law/dates.ts'
import { formatDay } from '../law/partial-date.ts'
import { itemsAsked, type queriesOf } from '../office/decide.ts'
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

/** What the person still has to bring, or why it was rejected. */
export function toldInWords(desk: Desk, papers: Told, words: Words) {
  const { rejection, queries } = papers
  return [
    toldSection(
      desk,
      { id: 'ablehnung', heading: 'rejections', list: 'rejects', items: [rejection ?? []].flat() },
      words,
    ),
    toldSection(
      desk,
      { id: 'nachforderung', heading: 'queries', list: 'returns', items: queries.filter(isOpen) },
      words,
    ),
  ].filter(({ items }) => items.length > 0)
}

/** What was asked for and is settled, as part of the history; null where there was nothing. */
export function settledInWords(desk: Desk, { queries }: Told, words: Words) {
  const settled = queries.filter(query => !isOpen(query))
  const section = toldSection(desk, { id: 'erledigt', heading: 'settled', list: 'returns', items: settled }, words)
  return settled.length > 0 ? section : null
}

type Query = Told['queries'][number]
type Given = Pick<Query, 'at' | 'reasons' | 'note'> & Partial<Pick<Query, 'until' | 'answeredAt'>>
type Section = { id: string; heading: string; list: 'rejects' | 'returns'; items: Given[] }

function isOpen({ answeredAt }: Query): boolean {
  return answeredAt === null
}

/** The reasons may say what is sealed. */
function toldSection(desk: Desk, { id, heading, list, items }: Section, words: Words) {
  const held = mayRead(desk) ? null : words.say('common:desk.reasonsHeld')
  const said = list === 'returns' ? itemsAsked : ({ reasons }: Pick<Given, 'reasons'>) => reasons
  return {
    id,
    heading: words.say(`common:desk.${heading}`),
    items: items.map(({ at, reasons, note, until, answeredAt }) => ({
      at: stamp(at, words),
      held,
      reasons: held ? [] : said({ reasons, note }).map(reason => words.say(`${desk.service.id}:${list}.${reason}`)),
      note: held ? '' : note,
      until: until
        ? words.say(`common:desk.${answeredAt ? 'untilWas' : 'untilSet'}`, { day: writtenDay(until, words) })
        : null,
    })),
  }
}

function writtenDay(day: Date, words: Words): string {
  return formatDay(dayOf(day), words.locale)
}

export function lettersInWords(desk: Desk, { letters }: Told, words: Words) {
  const { service, caseFile } = desk
  const isOpen = mayRead(desk)
  const door = { place: '/amt/vorgang', text: `common:desk.${isOpen ? 'letterLink' : 'letterHeld'}` }
  const links = letterLinks(door, caseFile, letters, words)
  const { byPost } = service.addressee(caseFile.answers as never)
  return {
    heading: words.say('common:case.lettersHeading'),
    /** Of a closed case they come before everything else. */
    isResult: caseFile.closedAt !== null,
    post: byPost ? words.find([`${service.id}:toPost`, 'common:desk.toPost']) : null,
    items: links.map(({ href, label }) => ({ href: isOpen ? href : null, label })),
  }
}
