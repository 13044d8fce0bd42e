// One case on the desk: claim, release, take over, tick, decide. Every action is a form.
import { type Request, type Response, Router } from 'express'
import { Refused } from '../errors.ts'
import type { Service } from '../forms/service.ts'
import { readCaseNumber } from '../law/case-number.ts'
import type { Clerk } from '../office/clerks.ts'
import { type Hold, tick } from '../office/decide.ts'
import { record } from '../office/history.ts'
import { findLetter, nameOf } from '../office/letters.ts'
import { claim, findForClerk, type Held, release } from '../office/queue.ts'
import { reveal } from '../office/reveal.ts'
import { readTakeOver, takeOver, takeOverReasons } from '../office/take-over.ts'
import { sendPdf } from './case.ts'
import { showCase } from './desk-case.ts'
import { decide } from './desk-decide.ts'
import type { Typed } from './desk-decision.ts'
import { keepTyped, keptOn, leading, toPage } from './desk-kept.ts'
import { conflict, decided, moved, problem, released } from './desk-outcome.ts'
import { clerkOf, clerks } from './doors.ts'
import type { House } from './house.ts'
import { bodyOf, onlyNames, single } from './posted.ts'

type CaseFile = Held['caseFile']
/** A clerk in front of a case, in one request. */
export type Desk = {
  house: House
  request: Request
  response: Response
  clerk: Clerk
  caseFile: CaseFile
  service: Service
}

const names = [
  'action',
  'version',
  'tick',
  'decision',
  'reason',
  'rejectReason',
  'until',
  'letter',
  'note',
  'from',
  'takeOverReason',
]
const actions: Record<string, (desk: Desk, typed: Typed) => Promise<void>> = {
  claim: async (desk, typed) => moved(desk, typed, await claim(desk.house.office, desk.clerk, desk.caseFile)),
  takeOver: takeOverFromColleague,
  readTakeOver: readOfTakeOver,
  release: async (desk, typed) => released(desk, typed, await release(desk.house.office, desk.clerk, desk.caseFile)),
  tick: async (desk, typed) => decided(desk, typed, await tick(holdOf(desk, typed), typed.ticks)),
  decide,
  reveal: revealed,
  ...Object.fromEntries(leading.map(name => [name, leave])),
}
/** Their form has all that can be ticked and typed on a case. */
const keeping = ['tick', 'decide', 'reveal', ...leading]

export function deskRouter(house: House): Router {
  const router = Router()
  const guard = clerks(house)
  router.get('/amt/vorgang/:number', guard, (request, response) => show(house, request, response))
  router.post('/amt/vorgang/:number', guard, (request, response) => act(house, request, response))
  router.get('/amt/vorgang/:number/:kind.pdf', guard, (request, response) => letter(house, request, response))
  return router
}

/** A number that is not this clerk's is answered like one that does not exist. */
export async function deskAt(house: House, request: Request, response: Response): Promise<Desk> {
  const clerk = clerkOf(response)
  const number = readCaseNumber(String(request.params.number)) ?? ''
  const caseFile = await findForClerk(house.office, clerk, house.services, number)
  const service = house.services.find(other => other.id === caseFile?.serviceId)
  if (!caseFile || !service) throw new Refused('notFound')
  return { house, request, response, clerk, caseFile, service }
}

/** A person who asked for a disclosure block is not shown to every clerk of the office. */
export function maySee(desk: Pick<Desk, 'caseFile' | 'clerk'>): boolean {
  return !desk.caseFile.masked || mayReveal(desk)
}

/** Who holds or decided the case, and supervisors. */
export function mayReveal({ caseFile, clerk }: Pick<Desk, 'caseFile' | 'clerk'>): boolean {
  return caseFile.claimedById === clerk.id || clerk.role === 'supervisor'
}

/** What the office wrote may say what is sealed. */
export function mayRead(desk: Desk): boolean {
  return maySee(desk) && (!lettersReveal(desk) || mayReveal(desk))
}

function lettersReveal({ service, caseFile }: Desk): boolean {
  return service.lettersReveal?.(caseFile.answers as never) ?? false
}

async function show(house: House, request: Request, response: Response): Promise<void> {
  const desk = await deskAt(house, request, response)
  await record(house.office.database, desk.caseFile.id, 'viewed', desk.clerk)
  const typed = isHeld(desk) ? keptOn(desk) : undefined
  await showCase(desk, { typed, isKept: typed !== undefined })
}

async function act(house: House, request: Request, response: Response): Promise<void> {
  onlyNames(bodyOf(request), names)
  const desk = await deskAt(house, request, response)
  const typed = typedIn(request)
  const [name = ''] = typed.action.split(':')
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) throw new Refused('badRequest')
  if (keeping.includes(name)) await keepTyped(holdOf(desk, typed), typed)
  await action(desk, typed)
}

export function isHeld({ caseFile, clerk }: Pick<Desk, 'caseFile' | 'clerk'>): boolean {
  return caseFile.claimedById === clerk.id && caseFile.closedAt === null
}

async function leave(desk: Desk, typed: Typed): Promise<void> {
  await (isHeld(desk) ? toPage(desk, holdOf(desk, typed), typed) : conflict(desk, typed))
}

/** No silent take-over: without a reason nothing happens. */
async function takeOverFromColleague(desk: Desk, typed: Typed): Promise<void> {
  const { house, clerk, caseFile } = desk
  const reason = takeOverReasons.find(key => key === typed.takeOverReason)
  const isWithColleague = caseFile.claimedById !== null && caseFile.closedAt === null && !isHeld(desk)
  if (!reason && isWithColleague) return problem(desk, typed, 'takeOverReasonMissing')
  if (!reason) return conflict(desk, typed)
  await moved(desk, typed, await takeOver(house.office, clerk, caseFile, typed.version, reason))
}

async function readOfTakeOver({ house, response, clerk, caseFile }: Desk): Promise<void> {
  await readTakeOver(house.office, clerk, caseFile)
  response.redirect(303, '/amt')
}

export function holdOf({ house, service, clerk, caseFile }: Desk, { version }: Typed): Hold {
  return { office: house.office, service, clerk, caseFile, version }
}

/** For who holds or decided the case, and for supervisors; the look itself is an event. */
async function revealed(desk: Desk, typed: Typed): Promise<void> {
  const { house } = desk
  if (!mayReveal(desk)) throw new Refused('notAllowed')
  await showCase(desk, { typed, revealed: await reveal(holdOf(desk, typed), house.words.de) })
}

async function letter(house: House, request: Request, response: Response): Promise<void> {
  const desk = await deskAt(house, request, response)
  const { caseFile } = desk
  const found = await findLetter(house.office, caseFile, String(request.params.kind))
  if (!found) throw new Refused('notFound')
  if (!mayRead(desk)) throw new Refused('notAllowed')
  await recordRead(desk)
  sendPdf(response, `${nameOf(found)}-${caseFile.number}.pdf`, found.pdf, 'inline')
}

/** Of a letter that says what is sealed, it is a look at that. */
export async function recordRead(desk: Desk): Promise<void> {
  const { house, clerk, caseFile } = desk
  await record(house.office.database, caseFile.id, lettersReveal(desk) ? 'revealed' : 'letterRead', clerk)
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
    rejectReasons: many('rejectReason'),
    until: single(body, 'until').trim(),
    letter: single(body, 'letter') === 'yes',
    note: single(body, 'note').trim(),
    takeOverReason: single(body, 'takeOverReason'),
  }
}
