// Is this letter from us? Anybody may ask with the code on it; the answer says nothing about the person.
import { type Request, type Response, Router } from 'express'
import type { Words } from '../forms/words.ts'
import { dayOf } from '../law/dates.ts'
import { formatDay } from '../law/partial-date.ts'
import { formatVerificationCode, readVerificationCode } from '../law/verification-code.ts'
import { findIssued } from '../office/verify.ts'
import { anyone } from './doors.ts'
import { frame, type House, wordsFor } from './house.ts'
import { kindInWords } from './letter-links.ts'
import { lineView } from './line.ts'

export function verifyRouter(house: House): Router {
  const router = Router()
  router.get('/pruefen', anyone, (request, response) => ask(house, request, response))
  router.get('/pruefen/:code', anyone, (request, response) => verify(house, request, response))
  return router
}

/** The form, and what was typed into it: it asks by GET, so that the answer has an address of its own. */
function ask(house: House, request: Request, response: Response): void {
  const typed = request.query.code
  if (typeof typed !== 'string') return showForm(house, request, response, '', null)
  const code = readVerificationCode(typed)
  if (code) return response.redirect(303, `/pruefen/${formatVerificationCode(code)}`)
  showForm(house, request, response, typed, typed.trim() === '' ? 'codeMissing' : 'codeWrong')
}

/** A code that cannot be one is asked for again; one that is not known is answered like one that is. */
async function verify(house: House, request: Request, response: Response): Promise<void> {
  const typed = String(request.params.code)
  const code = readVerificationCode(typed)
  if (!code) return showForm(house, request, response, typed, 'codeWrong')
  await house.limits.verification(request.ip ?? '')
  showAnswer(house, request, response, code, await findIssued(house.office, code))
}

function showForm(house: House, request: Request, response: Response, value: string, problem: string | null): void {
  const words = wordsFor(house, response)
  const title = words.say('verify:title')
  const error = problem && words.say(`verify:${problem}`)
  const [label, hint] = [words.say('verify:code'), words.say('verify:codeHint')]
  response.status(error ? 422 : 200).render('verify/ask', {
    it: {
      frame: frame(house, request, response, { title: `${error ? words.say('common:errorPrefix') : ''}${title}` }),
      heading: title,
      intro: words.say('verify:intro'),
      problemsHeading: words.say('common:problemsHeading'),
      problems: error ? [{ href: '#code', text: error }] : [],
      field: lineView({ name: 'code', label, hint, value, error, width: 20 }, words),
      button: words.say('verify:button'),
    },
  })
}

type Issued = Awaited<ReturnType<typeof findIssued>>

function showAnswer(house: House, request: Request, response: Response, code: string, letter: Issued): void {
  const words = wordsFor(house, response)
  const title = words.say(letter ? 'verify:found' : 'verify:unknown')
  const phone = { phone: house.town.office.phone }
  response.render('verify/answer', {
    it: {
      frame: frame(house, request, response, { title }),
      heading: title,
      facts: factsOf(house, code, letter, words),
      text: letter
        ? [words.say('verify:compare'), words.say('verify:private', phone)]
        : [words.say('verify:unknownText', phone)],
      again: { href: '/pruefen', label: words.say('verify:again') },
    },
  })
}

function factsOf({ town }: House, code: string, letter: Issued, words: Words) {
  const facts: [string, string][] = [['code', formatVerificationCode(code)]]
  if (letter) {
    facts.push(['kind', kindInWords(letter.serviceId, letter.kind, words)])
    facts.push(['issuedOn', formatDay(dayOf(letter.issuedOn), words.locale)])
    facts.push(['issuedBy', town.office.authority])
  }
  return facts.map(([key, text]) => ({ label: words.say(`verify:${key}`), text }))
}
