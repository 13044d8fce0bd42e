// The page before a rejection is final, as finished values.
import type { Words } from '../forms/words.ts'
import { dayOf } from '../law/dates.ts'
import { formatDay } from '../law/partial-date.ts'
import { itemsAsked } from '../office/decide.ts'
import { heardWays, unheardReasons } from '../office/hearing.ts'
import { rejectionAddressee } from '../office/letters.ts'
import { choiceView } from './choice.ts'
import type { Desk } from './desk.ts'
import type { Typed } from './desk-decision.ts'
import { sessionBinding, tokenFor, wordsFor } from './house.ts'
import { lineView } from './line.ts'
import { deskFrame } from './queue-page.ts'

export type TypedHearing = { hearing?: string; heardOn?: string; unheard?: string; problem?: string }
const places: Record<string, string> = { hearingMissing: 'hearing', unheardMissing: 'unheard', textChanged: 'bescheid' }

export function showRejection(desk: Desk, kept: Typed, typed: TypedHearing): void {
  const { house, request, response, service, caseFile } = desk
  const words = wordsFor(house, response)
  const { problem } = typed
  const heading = words.say('common:rejection.heading')
  const action = `/amt/vorgang/${caseFile.number}/ablehnen`
  response.render('queue/reject', {
    it: {
      frame: deskFrame(desk, `${heading} – ${caseFile.number}`, problem !== undefined, {
        form: { action, id: 'anhoerung', enter: 'draft', apart: true },
      }),
      back: { href: `/amt/vorgang/${caseFile.number}#entscheiden`, label: words.say('common:rejection.back') },
      caption: `${words.say(`${service.id}:short`)} ${caseFile.number}`,
      heading,
      problemsHeading: words.say('common:problemsHeading'),
      problems: problem
        ? [
            {
              href: `#${places[problem] ?? 'heardOn'}`,
              text: words.say(`common:rejection.${problem}`, daysOf(desk, words)),
            },
          ]
        : [],
      consequences: consequencesOf(desk, words),
      letter: letterView(desk, kept, words),
      form: {
        action,
        csrf: tokenFor(house, sessionBinding(request)),
        version: String(caseFile.version),
        reasons: kept.rejectReasons,
        note: kept.note,
      },
      ...hearingViews(desk, typed, words),
      buttons: { draft: words.say('common:rejection.draft'), reject: words.say('common:rejection.button') },
    },
  })
}

function daysOf({ house, caseFile }: Desk, words: Words) {
  const day = formatDay(dayOf(caseFile.filedOn), words.locale)
  return { from: day, today: formatDay(house.office.facts().filedOn, words.locale) }
}

function consequencesOf({ house, service, caseFile }: Desk, words: Words) {
  const { byPost } = rejectionAddressee({ office: house.office, service, caseFile })
  const items = ['final', byPost ? 'byPost' : 'online', 'remedy']
  return {
    heading: words.say('common:rejection.consequences'),
    items: items.map(item => words.say(`common:rejection.follows.${item}`)),
  }
}

/** What the clerk decides of the letter's text; the rest is in the draft. */
function letterView({ house, service, caseFile }: Desk, kept: Typed, words: Words) {
  return {
    heading: words.say('common:rejection.letter'),
    lang: words.locale === 'de' ? null : 'de',
    recipient: rejectionAddressee({ office: house.office, service, caseFile }).lines,
    reasons: itemsAsked({ reasons: kept.rejectReasons, note: kept.note }).map(reason =>
      house.words.de.say(`${service.id}:rejects.${reason}`),
    ),
    note: kept.note,
  }
}

/** For who comes too late: what they chose here, as they read it. */
export function hearingInWords({ house, response }: Desk, { hearing, heardOn, unheard }: TypedHearing): string[] {
  const words = wordsFor(house, response)
  const way = [...heardWays, 'none'].find(key => key === hearing)
  const why = unheardReasons.find(key => key === unheard)
  return [
    ...(way ? [words.say(`common:rejection.ways.${way}`)] : []),
    ...(heardOn ? [heardOn] : []),
    ...(why ? [words.say(`common:rejection.unheardReasons.${why}`)] : []),
  ]
}

function hearingViews(desk: Desk, typed: TypedHearing, words: Words) {
  const say = (key: string) => words.say(`common:rejection.${key}`, daysOf(desk, words))
  const error = (codes: string[]) => (codes.includes(typed.problem ?? '') ? say(typed.problem ?? '') : null)
  const ways = [...heardWays, 'none'].map((key): [string, string] => [key, say(`ways.${key}`)])
  const reasons = unheardReasons.map((key): [string, string] => [key, say(`unheardReasons.${key}`)])
  const [how, day, why] = ['hearing', 'heardOn', 'unheard'].map(say)
  const line = { name: 'heardOn', label: day ?? '', hint: say('heardOnHint'), value: typed.heardOn ?? '' }
  return {
    hearing: choiceView(
      { name: 'hearing', label: how ?? '', error: error(['hearingMissing']), options: ways },
      typed.hearing,
      words,
    ),
    heardOn: lineView(
      {
        ...line,
        error: error(['heardOnWrong', 'heardOnNotReal', 'heardOnOutside', 'heardOnToday', 'writtenToday']),
        width: 10,
      },
      words,
    ),
    unheard: choiceView(
      { name: 'unheard', label: why ?? '', error: error(['unheardMissing']), options: reasons },
      typed.unheard,
      words,
    ),
  }
}
