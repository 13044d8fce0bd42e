// The desk's front door: the one shared queue of all open cases.
import { type Request, type Response, Router } from 'express'
import { Refused } from '../errors.ts'
import { readCaseNumber } from '../law/case-number.ts'
import { claimNext, findForClerk, openCases, servicesOf } from '../office/queue.ts'
import { takenOverFrom } from '../office/take-over.ts'
import { clerkOf, clerks } from './doors.ts'
import type { House } from './house.ts'
import { bodyOf, onlyNames, single } from './posted.ts'
import { showQueue } from './queue-page.ts'

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
  const page = Math.min(Math.max(Math.trunc(Number(queryOf(request, 'seite'))) || 1, 1), 1000)
  const clerk = clerkOf(response)
  const [{ cases, more }, taken] = await Promise.all([
    openCases(house.office, clerk, house.services, filter, page),
    takenOverFrom(house.office, clerk),
  ])
  const services = servicesOf(clerk, house.services)
  showQueue(house, request, response, { cases, more, filter, page, services, taken })
}

function queryOf(request: Request, name: string): string {
  const value = request.query[name]
  return typeof value === 'string' ? value : ''
}

async function next(house: House, request: Request, response: Response): Promise<void> {
  const body = bodyOf(request)
  onlyNames(body, ['action'])
  if (single(body, 'action') !== 'next') throw new Refused('badRequest')
  const caseFile = await claimNext(house.office, clerkOf(response), house.services)
  response.redirect(303, caseFile ? `/amt/vorgang/${caseFile.number}` : '/amt?leer=1')
}

/** At the counter the number is typed or read from a receipt. */
async function open(house: House, request: Request, response: Response): Promise<void> {
  const number = readCaseNumber(queryOf(request, 'nummer'))
  const caseFile = number ? await findForClerk(house.office, clerkOf(response), house.services, number) : null
  response.redirect(303, caseFile ? `/amt/vorgang/${caseFile.number}` : '/amt?unbekannt=1')
}
