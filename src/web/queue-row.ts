// One case as a row of the queue, and its deadline in words.
import type { Response } from 'express'
import type { Words } from '../forms/words.ts'
import { momentInWords } from '../language.ts'
import { berlinDay, type Day, dayOf, daysBetween } from '../law/dates.ts'
import { formatDay } from '../law/partial-date.ts'
import type { QueuedCase } from '../office/queue.ts'
import { clerkOf } from './doors.ts'
import type { House } from './house.ts'

type Until = Date | null | undefined
type Open = Pick<QueuedCase, 'dueOn' | 'filedAt' | 'serviceId' | 'status'>

export function rowOf(house: House, caseFile: QueuedCase, response: Response, words: Words) {
  const [query] = caseFile.queries
  const days = daysLeft(house, caseFile)
  const isMine = caseFile.claimedBy?.id === clerkOf(response).id
  return {
    href: `/amt/vorgang/${caseFile.number}`,
    number: caseFile.number,
    service: words.say(`${caseFile.serviceId}:short`),
    name: caseFile.masked ? words.say('common:queue.masked') : caseFile.name,
    received: momentInWords(caseFile.filedAt, words.locale, { dateStyle: 'medium', timeStyle: 'short' }),
    due: {
      words: caseFile.closedAt ? '' : openDue(house, caseFile, query?.until, words),
      date: formatDay(openDay(house, caseFile, query?.until), words.locale),
      urgency: urgencyOf(house, caseFile, query?.until, days),
    },
    status: words.say(`common:deskStatus.${caseFile.status}`),
    holder: isMine ? words.say('common:queue.you') : (caseFile.claimedBy?.name ?? words.say('common:queue.nobody')),
    isFree: caseFile.claimedBy === null,
    claim: words.say('common:queue.claim'),
    open: words.say('common:queue.open'),
  }
}

/** Of an open case: how urgent it is, that it waits for its person, that their period is over, or that it came late, which is not the office's doing. */
export function openDue(house: House, caseFile: Open, until: Until, words: Words): string {
  if (isReturned(house, caseFile)) return words.say(`common:due.${isLapsed(house, until) ? 'lapsed' : 'waits'}`)
  if (dayOf(caseFile.dueOn) < berlinDay(caseFile.filedAt)) return words.say('common:due.cameLate')
  return dueInWords(daysLeft(house, caseFile), words)
}

/** The deadline of the law, or while the case waits for its person, the day that the office has set. */
export function openDay(house: House, caseFile: Open, until: Until): Day {
  return dayOf(until && isReturned(house, caseFile) ? until : caseFile.dueOn)
}

function daysLeft(house: House, caseFile: Open): number {
  return daysBetween(house.office.facts().filedOn, dayOf(caseFile.dueOn))
}

/** What waits for its person while the deadline waits too, and what is done, is not urgent for clerks. */
function urgencyOf(house: House, caseFile: QueuedCase, until: Until, days: number): 'late' | 'soon' | 'calm' {
  if (isReturned(house, caseFile)) return isLapsed(house, until) ? 'soon' : 'calm'
  if (caseFile.closedAt || days > 1) return 'calm'
  return days < 0 ? 'late' : 'soon'
}

/** Given back to its person, and the deadline of the law waits for them. */
function isReturned({ services }: House, { serviceId, status }: Open): boolean {
  return status === 'returned' && !services.find(({ id }) => id === serviceId)?.runsOn
}

/** The day set for the person is over, so it is the office's turn again. */
function isLapsed({ office }: House, until: Until): boolean {
  return until != null && dayOf(until) < office.facts().filedOn
}

/** "heute fällig", "in 3 Tagen", "seit 2 Tagen überfällig". */
function dueInWords(days: number, words: Words): string {
  if (days === 0) return words.say('common:due.today')
  if (days === 1) return words.say('common:due.tomorrow')
  if (days === -1) return words.say('common:due.yesterday')
  return words.say(days > 0 ? 'common:due.in' : 'common:due.since', { days: Math.abs(days) })
}
