// The desk's door: the shared queue and the case on the desk. Every action is a form.
import { type Request, type Response, Router } from 'express'
import { Refused } from '../errors.ts'
import type { Service } from '../forms/service.ts'
import { readCaseNumber } from '../law/case-number.ts'
import { journeyOf, openSteps } from '../office/correct.ts'
import { confirm, findLetter, type Outcome, returnCase, tick } from '../office/decide.ts'
import { record } from '../office/history.ts'
import {
  claim,
  claimNext,
  findForClerk,
  type Held,
  held,
  openCases,
  release,
  servicesOf,
  takeOver,
} from '../office/queue.ts'
import { reveal } from '../office/reveal.ts'
import { sendPdf } from './case.ts'
import { showCase, type Typed } from './desk-case.ts'
import { clerkOf, clerks } from './doors.ts'
import { type House, wordsFor } from './house.ts'
import { bodyOf, onlyNames, single } from './posted.ts'
import { showQueue } from './queue-page.ts'

export type CaseFile = Held['caseFile']
const caseNames = ['action', 'version', 'tick', 'decision', 'reason', 'note', 'from']

export function queueRouter(house: House): Router {
  const router = Router()
  const guard = clerks(house)
  router.get('/amt', guard, (request, response) => list(house, request, response))
  router.post('/amt', guard, (request, response) => next(house, request, response))
  router.get('/amt/vorgang', guard, (request, response) => open(house, request, response))
  router.get('/amt/vorgang/:number', guard, (request, response) => show(house, request, response))
  router.post('/amt/vorgang/:number', guard, (request, response) => act(house, request, response))
  router.get('/amt/vorgang/:number/:kind.pdf', guard, (request, response) => letter(house, request, response))
  return router
}

async function list(house: House, request: Request, response: Response): Promise<void> {
  const filter = {
    service: queryOf(request, 'service') || null,
    status: ['received', 'inReview', 'returned'].find(status => status === queryOf(request, 'status')) ?? null,
    mine: queryOf(request, 'mine') === '1',
  }
  const page = Math.min(Math.max(Number(queryOf(request, 'seite')) || 1, 1), 1000)
  const clerk = clerkOf(response)
  const { cases, more } = await openCases(house.office, clerk, house.services, filter, page)
  showQueue(house, request, response, { cases, more, filter, page, services: servicesOf(clerk, house.services) })
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

async function show(house: House, request: Request, response: Response): Promise<void> {
  const caseFile = await caseAt(house, request, response)
  await record(house.office.database, caseFile.id, 'viewed', clerkOf(response))
  await showCase(house, request, response, { caseFile, service: serviceOf(house, caseFile) })
}

async function act(house: House, request: Request, response: Response): Promise<void> {
  const body = bodyOf(request)
  onlyNames(body, caseNames)
  const caseFile = await caseAt(house, request, response)
  const service = serviceOf(house, caseFile)
  const clerk = clerkOf(response)
  const action = single(body, 'action')
  const typed = typedIn(request)
  if (action === 'claim')
    return moved(house, request, response, service, await claim(house.office, clerk, caseFile), typed)
  if (action === 'release')
    return released(house, request, response, service, await release(house.office, clerk, caseFile), typed)
  if (action === 'takeOver')
    return moved(house, request, response, service, await takeOver(house.office, clerk, caseFile, typed.version), typed)
  if (action === 'reveal') return revealed(house, request, response, service, caseFile, typed)
  if (action === 'tick')
    return decided(
      house,
      request,
      response,
      service,
      caseFile,
      typed,
      await tick(house.office, service, clerk, caseFile, typed.ticks, typed.version),
    )
  if (action === 'decide') return decide(house, request, response, service, caseFile, typed)
  throw new Refused('badRequest')
}

async function decide(
  house: House,
  request: Request,
  response: Response,
  service: Service,
  caseFile: CaseFile,
  typed: Typed,
): Promise<void> {
  const clerk = clerkOf(response)
  if (typed.decision === 'confirm') {
    if (openSteps(journeyOf(house.office, service, caseFile)).length > 0)
      return problem(house, request, response, service, caseFile, typed, 'incompleteAnswers', 422)
    return decided(
      house,
      request,
      response,
      service,
      caseFile,
      typed,
      await confirm(house.office, service, clerk, caseFile, typed.ticks, typed.version),
    )
  }
  if (typed.decision === 'return') {
    const asked = { reasons: typed.reasons, note: typed.note }
    return decided(
      house,
      request,
      response,
      service,
      caseFile,
      typed,
      await returnCase(house.office, service, clerk, caseFile, asked, typed.version),
    )
  }
  await problem(house, request, response, service, caseFile, typed, 'decisionMissing', 422)
}

/** After claiming: the case, or a sentence about who has it. */
async function moved(
  house: House,
  request: Request,
  response: Response,
  service: Service,
  result: Held,
  typed: Typed,
): Promise<void> {
  if (result.won) return response.redirect(303, `/amt/vorgang/${result.caseFile.number}`)
  response.status(409)
  await showCase(house, request, response, { caseFile: result.caseFile, service, typed, conflict: true })
}

async function released(
  house: House,
  request: Request,
  response: Response,
  service: Service,
  result: Held,
  typed: Typed,
): Promise<void> {
  if (result.caseFile.claimedById === null) return response.redirect(303, '/amt')
  await moved(house, request, response, service, { ...result, won: false }, typed)
}

async function decided(
  house: House,
  request: Request,
  response: Response,
  service: Service,
  caseFile: CaseFile,
  typed: Typed,
  outcome: Outcome,
): Promise<void> {
  if (outcome === 'done')
    return response.redirect(
      303,
      `/amt/vorgang/${caseFile.number}?fertig=${typed.action === 'tick' ? 'tick' : typed.decision}`,
    )
  if (outcome === 'incomplete')
    return problem(
      house,
      request,
      response,
      service,
      caseFile,
      typed,
      typed.decision === 'confirm' ? 'ticksMissing' : 'reasonsMissing',
      422,
    )
  const now = await held(house.office, clerkOf(response), caseFile, false)
  response.status(409)
  await showCase(house, request, response, { caseFile: now.caseFile, service, typed, conflict: true })
}

async function problem(
  house: House,
  request: Request,
  response: Response,
  service: Service,
  caseFile: CaseFile,
  typed: Typed,
  code: string,
  status: number,
): Promise<void> {
  const now = await held(house.office, clerkOf(response), caseFile, false)
  response.status(status)
  await showCase(house, request, response, {
    caseFile: now.caseFile,
    service,
    typed: { ...typed, version: now.caseFile.version },
    problem: code,
  })
}

/** Only for who holds the case; the look itself is an event. */
async function revealed(
  house: House,
  request: Request,
  response: Response,
  service: Service,
  caseFile: CaseFile,
  typed: Typed,
): Promise<void> {
  const clerk = clerkOf(response)
  if (caseFile.claimedById !== clerk.id) throw new Refused('notAllowed')
  const sensitive = await reveal(house.office, service, clerk, caseFile, wordsFor(house, response))
  await showCase(house, request, response, { caseFile, service, typed, sensitive })
}

async function letter(house: House, request: Request, response: Response): Promise<void> {
  const caseFile = await caseAt(house, request, response)
  const found = await findLetter(house.office, caseFile, String(request.params.kind))
  if (!found) throw new Refused('notFound')
  sendPdf(response, `${found.kind}-${caseFile.number}.pdf`, found.pdf)
}

export async function caseAt(house: House, request: Request, response: Response): Promise<CaseFile> {
  const number = readCaseNumber(String(request.params.number)) ?? ''
  const caseFile = await findForClerk(house.office, clerkOf(response), house.services, number)
  if (!caseFile) throw new Refused('notFound')
  return caseFile
}

export function serviceOf(house: House, caseFile: CaseFile): Service {
  const service = house.services.find(other => other.id === caseFile.serviceId)
  if (!service) throw new Refused('notFound')
  return service
}

function typedIn(request: Request): Typed {
  const body = bodyOf(request)
  const many = (name: string) => [body[name] ?? []].flat()
  return {
    action: single(body, 'action'),
    version: Number(single(body, 'version') || -1),
    ticks: many('tick'),
    decision: single(body, 'decision'),
    reasons: many('reason'),
    note: single(body, 'note').slice(0, 2000).trim(),
  }
}
