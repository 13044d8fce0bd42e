// Who else is told: a clerk fetches the extracts, and records that they were sent on.
import { type Request, type Response, Router } from 'express'
import { Refused } from '../errors.ts'
import { plainLetters } from '../law/names.ts'
import * as office from '../office/recipients.ts'
import { sendPdf } from './case.ts'
import { type Desk, deskAt, maySee } from './desk.ts'
import { showCase } from './desk-case.ts'
import { clerks } from './doors.ts'
import type { House } from './house.ts'
import { bodyOf, onlyNames, single } from './posted.ts'

export function recipientsRouter(house: House): Router {
  const router = Router()
  const guard = clerks(house)
  router.get('/amt/vorgang/:number/auszug/:recipient.pdf', guard, async (request, response) => {
    const { desk, told, name } = await extractAt(house, request, response)
    sendPdf(response, `${name}.pdf`, await office.extractPdf(senderOf(desk), told), 'inline')
  })
  router.get('/amt/vorgang/:number/auszug/:recipient.json', guard, async (request, response) => {
    const { desk, told, name } = await extractAt(house, request, response)
    response.attachment(`${name}.json`).json(office.extractData(senderOf(desk), told))
  })
  router.post('/amt/vorgang/:number/weitergabe', guard, async (request, response) =>
    act(await deskOf(house, request, response)),
  )
  return router
}

/** Whoever may see the case may send it on; who has decided it may be away by then. */
async function deskOf(house: House, request: Request, response: Response): Promise<Desk> {
  const desk = await deskAt(house, request, response)
  if (!maySee(desk)) throw new Refused('notAllowed')
  return desk
}

async function extractAt(house: House, request: Request, response: Response) {
  const desk = await deskOf(house, request, response)
  const recipients = office.recipientsOf(senderOf(desk)).filter(office.isToldByUs)
  const told = recipients.find(({ id }) => id === request.params.recipient)
  if (!told) throw new Refused('notFound')
  await office.recordExtract(senderOf(desk), told)
  return { desk, told, name: fileName(desk, told.id) }
}

/** In German, as the letters are: `auszug-finanzamt-LM-2026-000871-K`. */
function fileName({ house, service, caseFile }: Desk, recipient: string): string {
  const name = plainLetters(house.words.de.say(`${service.id}:recipients.${recipient}`))
  return `auszug-${name.replace(/[^a-z0-9]+/g, '-')}-${caseFile.number}`
}

async function act(desk: Desk): Promise<void> {
  const { request, response, caseFile } = desk
  const body = bodyOf(request)
  onlyNames(body, ['recipient', 'action'])
  const [action, id = ''] = single(body, 'action').split(':')
  const sender = senderOf(desk)
  const everybody = office.recipientsOf(sender).map(recipient => recipient.id)
  const chosen = action === 'sentOnAll' ? everybody : [body.recipient ?? []].flat()
  if (action !== 'sentOn' && action !== 'sentOnAll' && action !== 'undo') throw new Refused('badRequest')
  if (action !== 'undo' && chosen.length === 0) {
    response.status(422)
    return showCase(desk, { problem: 'recipientMissing' })
  }
  await (action === 'undo' ? office.undoSentOn(sender, id) : office.recordSentOn(sender, chosen))
  const done = action === 'undo' ? 'sentOnUndone' : 'sentOn'
  response.redirect(303, `/amt/vorgang/${caseFile.number}?fertig=${done}#mitteilungen`)
}

function senderOf({ house, service, clerk, caseFile }: Desk): office.Sender {
  return { office: house.office, service, clerk, caseFile }
}
