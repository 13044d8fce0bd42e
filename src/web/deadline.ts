// Until when: on the page about a service somebody types a day and reads the legal deadline; nothing is stored.
import type { Request } from 'express'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import type { Day } from '../law/dates.ts'
import { longDay, readDate } from '../law/partial-date.ts'
import type { House } from './house.ts'
import { lineView } from './line.ts'
import { type Body, single } from './posted.ts'

const name = 'tag'

/** Null for a service whose law sets no period to count. */
export function deadlineOn(house: House, service: Service, request: Request, words: Words) {
  if (!service.deadlineFrom) return null
  const isAsked = request.query[name] !== undefined
  const typed = single(request.query as Body, name)
  const label = words.say(`${service.id}:deadline.label`)
  const read = readDate(typed)
  const code = 'problem' in read ? (typed.trim() === '' ? 'missing' : read.problem) : null
  const error = isAsked && code ? words.say(`common:errors.${code}`, { label }) : null
  const hint = words.say('common:about.deadlineHint')
  return {
    action: `/leistungen/${service.slug}#when`,
    field: lineView({ name, label, hint, value: typed, error, width: 10 }, words),
    button: words.say('common:about.deadlineButton'),
    result:
      'day' in read
        ? [
            ...opensInWords(house, service, read.day, words),
            ...resultInWords(house, service.deadlineFrom(read.day), words),
          ]
        : null,
    query: isAsked ? { [name]: typed } : undefined,
  }
}

/** What may not be sent yet is said before the deadline. */
function opensInWords(house: House, { opensOn }: Service, typed: Day, words: Words): string[] {
  const opens = opensOn?.(typed)
  if (!opens || opens <= house.office.facts().filedOn) return []
  return [words.say('common:about.opensOn', { day: longDay(opens, words.locale) })]
}

function resultInWords(house: House, deadline: Day, words: Words): string[] {
  const isOver = deadline < house.office.facts().filedOn
  const day = longDay(deadline, words.locale)
  return [words.say(isOver ? 'common:about.deadlineOver' : 'common:about.deadlineResult', { day })]
}
