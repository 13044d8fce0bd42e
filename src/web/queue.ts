// The desk's front door: the one shared queue of all open cases.
import { isDeepStrictEqual } from 'node:util'
import { type Request, type Response, Router } from 'express'
import { Refused } from '../errors.ts'
import { readCaseNumber } from '../law/case-number.ts'
import {
  claimNext,
  closedCases,
  everything,
  type Filter,
  findForClerk,
  openCases,
  servicesOf,
} from '../office/queue.ts'
import { takenOverFrom } from '../office/take-over.ts'
import { clerkOf, clerks } from './doors.ts'
import type { House } from './house.ts'
import { bodyOf, onlyNames, single } from './posted.ts'
import { type Search, showQueue } from './queue-page.ts'

const statuses = ['received', 'inReview', 'returned']

export function queueRouter(house: House): Router {
  const router = Router()
  const guard = clerks(house)
  router.get('/amt', guard, (request, response) => list(house, request, response))
  router.post('/amt', guard, (request, response) => next(house, request, response))
  router.get('/amt/vorgang', guard, (request, response) => open(house, request, response))
  return router
}

async function list(house: House, request: Request, response: Response): Promise<void> {
  const filter = {
    service: queryOf(request, 'service') || null,
    status: statuses.find(status => status === queryOf(request, 'status')) ?? null,
    mine: queryOf(request, 'mine') === '1',
  }
  if (queryOf(request, 'done') === '1') return showClosed(house, request, response)
  if (!isDeepStrictEqual(filter, request.session.filter ?? everything)) request.session.filter = filter
  await showList(house, request, response, filter, null)
}

async function showClosed(house: House, request: Request, response: Response): Promise<void> {
  const clerk = clerkOf(response)
  const cases = await closedCases(house.office, clerk, house.services)
  const services = servicesOf(clerk, house.services)
  const rest = { filter: everything, page: 1, more: false, taken: [], search: null }
  showQueue(house, request, response, { list: 'closed', cases, services, ...rest })
}

async function showList(
  house: House,
  request: Request,
  response: Response,
  filter: Filter,
  search: Search | null,
): Promise<void> {
  const page = Math.min(Math.max(Math.trunc(Number(queryOf(request, 'seite'))) || 1, 1), 1000)
  const clerk = clerkOf(response)
  const [{ cases, more }, taken] = await Promise.all([
    openCases(house.office, clerk, house.services, filter, page),
    takenOverFrom(house.office, clerk),
  ])
  const services = servicesOf(clerk, house.services)
  showQueue(house, request, response, {
    list: filter.mine ? 'mine' : 'queue',
    cases,
    more,
    filter,
    page,
    services,
    taken,
    search,
  })
}

function queryOf(request: Request, name: string): string {
  const value = request.query[name]
  return typeof value === 'string' ? value : ''
}

async function next(house: House, request: Request, response: Response): Promise<void> {
  const body = bodyOf(request)
  onlyNames(body, ['action', 'service'])
  if (single(body, 'action') !== 'next') throw new Refused('badRequest')
  const service = single(body, 'service') || null
  const caseFile = await claimNext(house.office, clerkOf(response), house.services, service)
  const list = `/amt?${new URLSearchParams({ ...(service && { service }), leer: '1' })}`
  response.redirect(303, caseFile ? `/amt/vorgang/${caseFile.number}` : list)
}

/** At the counter the number is typed or read from a receipt. */
async function open(house: House, request: Request, response: Response): Promise<void> {
  const typed = queryOf(request, 'nummer').trim()
  const number = readCaseNumber(typed)
  const caseFile = number ? await findForClerk(house.office, clerkOf(response), house.services, number) : null
  if (caseFile) return response.redirect(303, `/amt/vorgang/${caseFile.number}`)
  const error = typed === '' ? 'case.numberMissing' : number ? 'queue.unknownNumber' : 'case.numberWrong'
  response.status(422)
  await showList(house, request, response, everything, { typed, error: `common:${error}` })
}
