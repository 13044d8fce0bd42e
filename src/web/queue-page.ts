// The queue as finished values for its view.
import type { Request, Response } from 'express'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { momentInWords } from '../language.ts'
import { readCaseNumber } from '../law/case-number.ts'
import { daysBetween } from '../law/dates.ts'
import { formatDay } from '../law/partial-date.ts'
import type { Filter, QueuedCase } from '../office/queue.ts'
import type { TakenOver } from '../office/take-over.ts'
import { takenOverInWords } from './desk-history.ts'
import { clerkOf } from './doors.ts'
import { frame, type House, sessionBinding, tokenFor, wordsFor } from './house.ts'

/** All open cases, those of this clerk, or what this clerk has finished. */
type List = 'queue' | 'mine' | 'closed'
type Queue = {
  list: List
  cases: QueuedCase[]
  more: boolean
  filter: Filter
  page: number
  services: Service[]
  taken: TakenOver[]
  search: Search | null
}
/** A number that opened no case, as it was typed; `error` is the key of a text. */
export type Search = { typed: string; error: string }
const titles = { queue: 'title', mine: 'mine', closed: 'closed' } as const
const columns = ['number', 'due', 'name', 'service', 'received', 'status', 'holder', 'action']

export function deskNavigation(words: Words, current: List | null) {
  return [
    { href: '/amt', label: words.say('common:queue.title'), current: current === 'queue' },
    { href: '/amt?mine=1', label: words.say('common:queue.mine'), current: current === 'mine' },
    { href: '/amt?done=1', label: words.say('common:queue.closed'), current: current === 'closed' },
  ]
}

export function showQueue(house: House, request: Request, response: Response, queue: Queue): void {
  const words = wordsFor(house, response)
  const { filter } = queue
  const title = words.say(`common:queue.${titles[queue.list]}`)
  const error = queue.search ? words.say(queue.search.error) : null
  response.render('queue/list', {
    it: {
      frame: frame(house, request, response, {
        title: error ? `${words.say('common:errorPrefix')}${title}` : title,
        desk: true,
        personal: true,
        nav: deskNavigation(words, queue.list),
      }),
      heading: title,
      problemsHeading: words.say('common:problemsHeading'),
      problems: error ? [{ href: '#nummer', text: error }] : [],
      errorPrefix: words.say('common:errorPrefix'),
      takenOver: takenOverInWords(queue.taken, words),
      notice: noticeOf(request, words),
      csrf: tokenFor(house, sessionBinding(request)),
      next: words.say('common:queue.next'),
      find: {
        label: words.say('common:queue.find'),
        button: words.say('common:queue.findButton'),
        value: queue.search?.typed ?? '',
        error,
      },
      filter: {
        legend: words.say('common:queue.filter'),
        service: {
          label: words.say('common:queue.service'),
          options: [
            { value: '', label: words.say('common:queue.allServices'), selected: !filter.service },
            ...queue.services.map(service => ({
              value: service.id,
              label: words.say(`${service.id}:short`),
              selected: service.id === filter.service,
            })),
          ],
        },
        status: {
          label: words.say('common:queue.status'),
          options: [
            { value: '', label: words.say('common:queue.allStatuses'), selected: !filter.status },
            ...['received', 'inReview', 'returned'].map(status => ({
              value: status,
              label: words.say(`common:deskStatus.${status}`),
              selected: status === filter.status,
            })),
          ],
        },
        mine: { label: words.say('common:queue.onlyMine'), checked: filter.mine },
        button: words.say('common:queue.filterButton'),
      },
      table: {
        caption: words.say(`common:queue.${queue.list === 'closed' ? 'captionClosed' : 'caption'}`),
        region: words.say('common:queue.region'),
        columns: columns.map(column => words.say(`common:queue.columns.${column}`)),
        rows: queue.cases.map(caseFile => rowOf(house, caseFile, response, words)),
        empty: words.say(`common:queue.${queue.list === 'closed' ? 'emptyClosed' : 'empty'}`),
      },
      pages: pagesOf(queue, words),
    },
  })
}

function rowOf(house: House, caseFile: QueuedCase, response: Response, words: Words) {
  const today = house.office.facts().filedOn
  const due = caseFile.dueOn.toISOString().slice(0, 10)
  const days = daysBetween(today, due)
  const isMine = caseFile.claimedBy?.id === clerkOf(response).id
  return {
    href: `/amt/vorgang/${caseFile.number}`,
    number: caseFile.number,
    service: words.say(`${caseFile.serviceId}:short`),
    name: caseFile.masked ? words.say('common:queue.masked') : caseFile.name,
    received: momentInWords(caseFile.filedAt, words.locale, { dateStyle: 'short', timeStyle: 'short' }),
    due: {
      words: caseFile.closedAt ? '' : dueInWords(days, words),
      date: formatDay(due, words.locale),
      urgency: urgencyOf(caseFile, days),
    },
    status: words.say(caseFile.status === 'returned' ? 'common:queue.waiting' : `common:deskStatus.${caseFile.status}`),
    holder: isMine ? words.say('common:queue.you') : (caseFile.claimedBy?.name ?? words.say('common:queue.nobody')),
    isFree: caseFile.claimedBy === null,
    claim: words.say('common:queue.claim'),
    open: words.say('common:queue.open'),
  }
}

/** What waits for its person, and what is done, is not urgent for clerks. */
function urgencyOf({ status, closedAt }: QueuedCase, days: number): 'late' | 'soon' | 'calm' {
  if (closedAt || status === 'returned' || days > 1) return 'calm'
  return days < 0 ? 'late' : 'soon'
}

/** "heute fällig", "in 3 Tagen", "seit 2 Tagen überfällig". */
export function dueInWords(days: number, words: Words): string {
  if (days === 0) return words.say('common:due.today')
  if (days === 1) return words.say('common:due.tomorrow')
  if (days === -1) return words.say('common:due.yesterday')
  return words.say(days > 0 ? 'common:due.in' : 'common:due.since', { days: Math.abs(days) })
}

function noticeOf(request: Request, words: Words) {
  const number = readCaseNumber(String(request.query.frei ?? ''))
  if (number) return { kind: 'success', heading: null, text: [words.say('common:queue.released', { number })] }
  return request.query.leer === '1'
    ? { kind: 'info', heading: null, text: [words.say('common:queue.nothingFree')] }
    : null
}

function pagesOf({ filter, page, more }: Queue, words: Words) {
  const href = (other: number) =>
    `/amt?${new URLSearchParams({ ...(filter.service && { service: filter.service }), ...(filter.status && { status: filter.status }), ...(filter.mine && { mine: '1' }), seite: String(other) })}`
  return {
    label: words.say('common:queue.pages'),
    earlier: page > 1 ? { href: href(page - 1), label: words.say('common:queue.earlier') } : null,
    later: more ? { href: href(page + 1), label: words.say('common:queue.later') } : null,
  }
}
