// The queue as finished values for its view.
import type { Request, Response } from 'express'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { readCaseNumber } from '../law/case-number.ts'
import type { Filter, QueuedCase } from '../office/queue.ts'
import type { TakenOver } from '../office/take-over.ts'
import { takenOverInWords } from './desk-history.ts'
import { frame, type House, type PageForm, sessionBinding, tokenFor, wordsFor } from './house.ts'
import { rowOf } from './queue-row.ts'

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

/** The frame of every page of a clerk who is signed in; `isWrong` says so in the title. */
export function deskFrame(
  { house, request, response }: { house: House; request: Request; response: Response },
  title: string,
  isWrong: boolean,
  { current = null, form }: { current?: List | null; form?: PageForm | undefined } = {},
) {
  const words = wordsFor(house, response)
  const prefix = isWrong ? words.say('common:errorPrefix') : ''
  const nav = navigation(words, current)
  return frame(house, request, response, { title: prefix + title, desk: true, personal: true, nav, form })
}

function navigation(words: Words, current: List | null) {
  return [
    { href: '/amt', label: words.say('common:queue.title'), current: current === 'queue' },
    { href: '/amt?mine=1', label: words.say('common:queue.mine'), current: current === 'mine' },
    { href: '/amt?done=1', label: words.say('common:queue.closed'), current: current === 'closed' },
  ]
}

export function showQueue(house: House, request: Request, response: Response, queue: Queue): void {
  const words = wordsFor(house, response)
  const title = words.say(`common:queue.${titles[queue.list]}`)
  const error = queue.search ? words.say(queue.search.error) : null
  response.render('queue/list', {
    it: {
      frame: deskFrame({ house, request, response }, title, error !== null, { current: queue.list }),
      heading: title,
      problemsHeading: words.say('common:problemsHeading'),
      problems: error ? [{ href: '#nummer', text: error }] : [],
      errorPrefix: words.say('common:errorPrefix'),
      takenOver: takenOverInWords(queue.taken, words),
      notice: noticeOf(request, queue, words),
      csrf: tokenFor(house, sessionBinding(request)),
      next: nextOf(queue.services, queue.filter, words),
      find: {
        label: words.say('common:queue.find'),
        button: words.say('common:queue.findButton'),
        value: queue.search?.typed ?? '',
        error,
      },
      filter: queue.list === 'closed' ? null : filterView(queue, words),
      table: {
        caption: words.say(`common:queue.${queue.list === 'closed' ? 'captionClosed' : 'caption'}`),
        region: words.say('common:queue.region'),
        columns: columns.map(column => words.say(`common:queue.columns.${column}`)),
        rows: queue.cases.map(caseFile => rowOf(house, caseFile, response, words)),
        empty: words.say(`common:queue.${emptyOf(queue)}`),
      },
      pages: pagesOf(queue, words),
    },
  })
}

/** Takes from the service that the list shows; of another choice it says that it takes from the whole list. */
export function nextOf(services: Service[], filter: Filter, words: Words) {
  const service = services.find(({ id }) => id === filter.service)
  if (service)
    return {
      service: service.id,
      label: words.say('common:queue.nextOf', { service: words.say(`${service.id}:short`) }),
    }
  const isPart = filter.status !== null || filter.mine
  return { service: null, label: words.say(`common:queue.${isPart ? 'nextOfAll' : 'next'}`) }
}

function isNarrowed({ service, status }: Filter): boolean {
  return service !== null || status !== null
}

/** Why the list is empty: nothing is there, or nothing fits what was chosen. */
function emptyOf({ list, filter }: Queue): string {
  if (list === 'closed') return 'emptyClosed'
  if (isNarrowed(filter)) return 'emptyFiltered'
  return filter.mine ? 'emptyMine' : 'empty'
}

function filterView({ services, filter }: Queue, words: Words) {
  const say = (key: string) => words.say(`common:queue.${key}`)
  const ofService = services.map(({ id }) => ({
    value: id,
    label: words.say(`${id}:short`),
    selected: id === filter.service,
  }))
  const ofStatus = ['received', 'inReview', 'returned'].map(status => ({
    value: status,
    label: words.say(`common:deskStatus.${status}`),
    selected: status === filter.status,
  }))
  return {
    legend: say('filter'),
    service: {
      label: say('service'),
      options: [{ value: '', label: say('allServices'), selected: !filter.service }, ...ofService],
    },
    status: {
      label: say('status'),
      options: [{ value: '', label: say('allStatuses'), selected: !filter.status }, ...ofStatus],
    },
    mine: { label: say('onlyMine'), checked: filter.mine },
    button: say('filterButton'),
    reset: isNarrowed(filter) ? { href: filter.mine ? '/amt?mine=1' : '/amt', label: say('filterReset') } : null,
  }
}

function noticeOf(request: Request, { filter, services }: Queue, words: Words) {
  const number = readCaseNumber(String(request.query.frei ?? ''))
  if (number) return { kind: 'success', heading: null, text: [words.say('common:queue.released', { number })] }
  if (request.query.leer !== '1') return null
  const service = services.find(({ id }) => id === filter.service)
  const text = service
    ? words.say('common:queue.nothingFreeOf', { service: words.say(`${service.id}:short`) })
    : words.say('common:queue.nothingFree')
  return { kind: 'info', heading: null, text: [text] }
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
