// The citizen's own case: the receipt after sending, later found again by number and code.
import { type Request, type Response, Router } from 'express'
import { Refused } from '../errors.ts'
import { readCaseNumber } from '../law/case-number.ts'
import { findCases, letterReadByCitizen } from '../office/citizen.ts'
import { findLetter, nameOf } from '../office/letters.ts'
import { beginSession } from '../session.ts'
import { startNext } from './asked-once.ts'
import { ask, find } from './case-find.ts'
import { type CaseFile, showOwnCase } from './case-page.ts'
import { visitors } from './doors.ts'
import { end } from './end-session.ts'
import type { House } from './house.ts'

export function caseRouter(house: House): Router {
  const router = Router()
  const guard = visitors(house)
  router.get('/vorgang', guard, (request, response) => ask(house, request, response, []))
  router.post('/vorgang', guard, (request, response) => find(house, request, response))
  router.post('/vorgang/beenden', guard, (request, response) => end(house, request, response))
  router.get('/vorgang/:number', guard, (request, response) => show(house, request, response))
  router.post('/vorgang/:number/weiter', guard, async (request, response) =>
    startNext(house, request, response, await ownCase(house, request)),
  )
  router.get('/vorgang/:number/:kind.pdf', guard, (request, response) => letter(house, request, response))
  return router
}

/** Whoever sends, or knows number and code, may see the case in this session; the session's id changes with it. */
export async function openCase(house: House, request: Request, caseId: string, how: 'sent' | 'found'): Promise<void> {
  const { cases = [], sent = [] } = request.session
  const now = [...new Set([...cases, caseId])]
  await beginSession(request, house.now(), {
    cases: now,
    sent: how === 'sent' ? [...new Set([...sent, caseId])] : sent,
  })
}

async function findOwn(house: House, request: Request): Promise<CaseFile | undefined> {
  const number = readCaseNumber(String(request.params.number))
  const own = await findCases(house.office, request.session.cases ?? [])
  return own.find(other => other.number === number)
}

async function ownCase(house: House, request: Request): Promise<CaseFile> {
  const caseFile = await findOwn(house, request)
  if (!caseFile) throw new Refused('notFound')
  return caseFile
}

/** What is not open in this session is opened with number and code; the number stays out of that page and its address. */
async function show(house: House, request: Request, response: Response): Promise<void> {
  const caseFile = await findOwn(house, request)
  if (!caseFile) return response.redirect(303, '/vorgang?sitzung=zuende')
  await showOwnCase(house, request, response, caseFile)
}

async function letter(house: House, request: Request, response: Response): Promise<void> {
  const caseFile = await ownCase(house, request)
  const found = await findLetter(house.office, caseFile, String(request.params.kind))
  if (!found) throw new Refused('notFound')
  await letterReadByCitizen(house.office, caseFile)
  sendPdf(response, `${nameOf(found)}-${caseFile.number}.pdf`, found.pdf)
}

/** Clerks print it at once; citizens keep it. */
export function sendPdf(
  response: Response,
  fileName: string,
  pdf: Uint8Array,
  disposition: 'attachment' | 'inline' = 'attachment',
): void {
  response.set({
    'Content-Type': 'application/pdf',
    'Content-Disposition': `${disposition}; filename="${fileName}"`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
  })
  response.send(Buffer.from(pdf))
}
