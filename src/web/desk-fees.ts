// The fees of a case at the counter: a clerk enters that they were paid, waives them, or undoes a mistaken entry.
import { type Request, type Response, Router } from 'express'
import { Refused } from '../errors.ts'
import { accountOf, type Entry, enterPayment, means, undoPayment, undoReasons, waiverReasons } from '../office/fees.ts'
import { type Desk, deskAt, maySee } from './desk.ts'
import { showFees, type TypedFee } from './desk-fees-page.ts'
import { clerks } from './doors.ts'
import type { House } from './house.ts'
import { bodyOf, onlyNames, single } from './posted.ts'

export function feesRouter(house: House): Router {
  const router = Router()
  const guard = clerks(house)
  router.get('/amt/vorgang/:number/gebuehr', guard, async (request, response) =>
    showFees(await feeDesk(house, request, response), {}),
  )
  router.post('/amt/vorgang/:number/gebuehr', guard, async (request, response) =>
    act(await feeDesk(house, request, response)),
  )
  return router
}

/** Whoever may see the case may take its fee; a colleague may hold it, and it may be decided already. */
async function feeDesk(house: House, request: Request, response: Response): Promise<Desk> {
  const desk = await deskAt(house, request, response)
  if (!maySee(desk)) throw new Refused('notAllowed')
  const { fees, payments } = await accountOf(house.office, desk.service, desk.caseFile)
  if (fees.length === 0 && payments.length === 0) throw new Refused('notFound')
  return desk
}

async function act(desk: Desk): Promise<void> {
  const body = bodyOf(desk.request)
  onlyNames(body, ['action', 'open', 'means', 'waiver', 'undo', 'number'])
  const typed = Object.fromEntries(['means', 'waiver', 'undo', 'number'].map(name => [name, single(body, name)]))
  const action = single(body, 'action')
  if (action === 'enter') return enter(desk, typed, Number(single(body, 'open')))
  if (action === 'undo') return undo(desk, typed)
  if (action === 'language') return inOtherLanguage(desk, typed, Number(single(body, 'open')))
  throw new Refused('badRequest')
}

/** Who has been overtaken meanwhile reads so now, not only when they enter it. */
async function inOtherLanguage(desk: Desk, typed: TypedFee, openCents: number): Promise<void> {
  const account = await accountOf(desk.house.office, desk.service, desk.caseFile)
  await (account.openCents === openCents ? showFees(desk, typed) : refuse(desk, typed, 'feeChanged', 409))
}

async function enter(desk: Desk, typed: TypedFee, openCents: number): Promise<void> {
  const entry = entryOf(typed)
  if (typeof entry === 'string') return refuse(desk, typed, entry, 422)
  const { response, caseFile } = desk
  if ((await enterPayment(tillOf(desk), openCents, entry)) === 'changed') return refuse(desk, typed, 'feeChanged', 409)
  response.redirect(303, `/amt/vorgang/${caseFile.number}?fertig=fee`)
}

/** What was chosen, or what is missing. Of a fee that is paid the reason for waiving does not count: nobody can take a radio button back. */
function entryOf(typed: TypedFee): Entry | 'meansMissing' | 'waiverMissing' {
  if (typed.means === 'waived') {
    const reason = waiverReasons.find(key => key === typed.waiver)
    return reason ? { means: 'waived', reason } : 'waiverMissing'
  }
  const how = means.find(key => key === typed.means)
  return how ? { means: how } : 'meansMissing'
}

async function undo(desk: Desk, typed: TypedFee): Promise<void> {
  const { response, caseFile } = desk
  const reason = undoReasons.find(key => key === typed.undo)
  if (!reason) return refuse(desk, typed, 'undoMissing', 422)
  if ((await undoPayment(tillOf(desk), Number(typed.number), reason)) === 'changed')
    return refuse(desk, typed, 'feeChanged', 409)
  response.redirect(303, `/amt/vorgang/${caseFile.number}?fertig=feeUndone`)
}

function tillOf({ house, service, clerk, caseFile }: Desk) {
  return { office: house.office, service, clerk, caseFile }
}

async function refuse(desk: Desk, typed: TypedFee, problem: string, status: number): Promise<void> {
  desk.response.status(status)
  await showFees(desk, { ...typed, problem })
}
