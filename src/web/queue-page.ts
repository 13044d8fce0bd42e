// The queue as finished values for its view.
import type { Request, Response } from 'express'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { momentInWords } from '../language.ts'
import { daysBetween } from '../law/dates.ts'
import { formatDay } from '../law/partial-date.ts'
import type { Filter, QueuedCase } from '../office/queue.ts'
import type { TakenOver } from '../office/take-over.ts'
import { takenOverInWords } from './desk-history.ts'
import { clerkOf } from './doors.ts'
import { frame, type House, sessionBinding, tokenFor, wordsFor } from './house.ts'

type Queue = {
  cases: QueuedCase[]
  more: boolean
  filter: Filter
  page: number
  services: Service[]
  taken: TakenOver[]
}

export function deskNavigation(words: Words, current: 'queue' | 'mine' | null) {
  return [
    { href: '/amt', label: words.say('common:queue.title'), current: current === 'queue' },
    { href: '/amt?mine=1', label: words.say('common:queue.mine'), current: current === 'mine' },
  ]
}

export function showQueue(house: House, request: Request, response: Response, queue: Queue): void {
  const words = wordsFor(house, response)
  const { filter } = queue
  const title = words.say(filter.mine ? 'common:queue.mine' : 'common:queue.title')
  response.render('queue/list', {
    it: {
      frame: frame(house, request, response, {
        title,
        desk: true,
        personal: true,
        nav: deskNavigation(words, filter.mine ? 'mine' : 'queue'),
      }),
      heading: title,
      takenOver: takenOverInWords(queue.taken, words),
      notice: noticeOf(request, words),
      csrf: tokenFor(house, sessionBinding(request)),
      next: words.say('common:queue.next'),
      find: { label: words.say('common:queue.find'), button: words.say('common:queue.findButton') },
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
        caption: words.say('common:queue.caption'),
        region: words.say('common:queue.region'),
        columns: ['number', 'service', 'name', 'received', 'due', 'status', 'holder', 'action'].map(column =>
          words.say(`common:queue.columns.${column}`),
        ),
        rows: queue.cases.map(caseFile => rowOf(house, caseFile, response, words)),
        empty: words.say('common:queue.empty'),
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
      words: dueInWords(days, words),
      date: formatDay(due, words.locale),
      urgency: days < 0 ? 'late' : days <= 1 ? 'soon' : 'calm',
    },
    status: words.say(`common:deskStatus.${caseFile.status}`),
    holder: isMine ? words.say('common:queue.you') : (caseFile.claimedBy?.name ?? words.say('common:queue.nobody')),
    isFree: caseFile.claimedBy === null,
    claim: words.say('common:queue.claim'),
    open: words.say('common:queue.open'),
  }
}

/** "heute fällig", "in 3 Tagen", "seit 2 Tagen überfällig". */
export function dueInWords(days: number, words: Words): string {
  if (days === 0) return words.say('common:due.today')
  if (days === 1) return words.say('common:due.tomorrow')
  if (days === -1) return words.say('common:due.yesterday')
  return words.say(days > 0 ? 'common:due.in' : 'common:due.since', { days: Math.abs(days) })
}

function noticeOf(request: Request, words: Words) {
  const key = request.query.leer === '1' ? 'nothingFree' : request.query.unbekannt === '1' ? 'unknownNumber' : null
  return key ? { kind: 'info' as const, heading: null, text: [words.say(`common:queue.${key}`)] } : null
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
