// Number and code open a case: the page that asks for both, and the same answer for every way of not knowing.
import type { Request, Response } from 'express'
import type { Words } from '../forms/words.ts'
import { readAccessCode, readCaseNumber } from '../law/case-number.ts'
import { findCases, findForCitizen } from '../office/citizen.ts'
import { openCase } from './case.ts'
import { draftsHere, endView } from './end-session.ts'
import { frame, type House, sessionBinding, tokenFor, wordsFor } from './house.ts'
import { lineView } from './line.ts'
import { bodyOf, onlyNames, single } from './posted.ts'

type ProblemView = { href: string; text: string }

export async function ask(house: House, request: Request, response: Response, problems: ProblemView[]): Promise<void> {
  const words = wordsFor(house, response)
  const title = words.say('common:case.findTitle')
  const own = await findCases(house.office, request.session.cases ?? [])
  response.render('case/find', {
    it: {
      frame: frame(house, request, response, {
        title: `${problems.length > 0 ? words.say('common:errorPrefix') : ''}${title}`,
        personal: own.length > 0 || problems.length > 0,
        query: isSentHere(request) ? sentHere : undefined,
      }),
      heading: title,
      notice: isSentHere(request) ? notice(words.say('common:case.findAgain')) : null,
      intro: words.say('common:case.findIntro'),
      problemsHeading: words.say('common:problemsHeading'),
      problems,
      form: { action: '/vorgang', csrf: tokenFor(house, sessionBinding(request)) },
      fields: [fieldView('number', problems, request, words), fieldView('code', problems, request, words)],
      button: words.say('common:case.findButton'),
      lost: words.say('common:case.findLost', { phone: house.town.office.phone }),
      own: own.map(caseFile => ({ href: `/vorgang/${caseFile.number}`, label: caseFile.number })),
      end: endView(house, request, await draftsHere(house, request), words),
      ownHeading: words.say('common:case.ownHeading'),
    },
  })
}

const sentHere = { sitzung: 'zuende' }

/** From the address of a case that this session does not hold, or not any more. */
function isSentHere(request: Request): boolean {
  return request.query.sitzung === sentHere.sitzung
}

function notice(text: string) {
  return { kind: 'info' as const, heading: null, text: [text] }
}

function fieldView(name: string, problems: ProblemView[], request: Request, words: Words) {
  const value = String(bodyOf(request)[name] ?? '')
  const error = problems.find(problem => problem.href === `#${name}`)?.text ?? null
  const [label, hint] = [words.say(`common:case.${name}`), words.say(`common:case.${name}Hint`)]
  return lineView({ name, label, hint, value, error, width: 20 }, words)
}

export async function find(house: House, request: Request, response: Response): Promise<void> {
  const body = bodyOf(request)
  onlyNames(body, ['number', 'code'])
  const words = wordsFor(house, response)
  const [number, code] = [readCaseNumber(single(body, 'number')), readAccessCode(single(body, 'code'))]
  const problems = [...missing('number', number, request, words), ...missing('code', code, request, words)]
  if (number && code) {
    await house.limits.caseLookup(request.ip ?? '')
    const caseFile = await findForCitizen(house.office, number, code)
    if (caseFile) return opened(house, request, response, caseFile)
    problems.push({ href: '#number', text: words.say('common:case.notFound') })
  }
  response.status(422)
  await ask(house, request, response, problems)
}

function missing(name: string, read: string | null, request: Request, words: Words): ProblemView[] {
  if (read) return []
  const isBlank = single(bodyOf(request), name).trim() === ''
  return [{ href: `#${name}`, text: words.say(`common:case.${name}${isBlank ? 'Missing' : 'Wrong'}`) }]
}

async function opened(house: House, request: Request, response: Response, caseFile: { id: string; number: string }) {
  await openCase(house, request, caseFile.id, 'found')
  response.redirect(303, `/vorgang/${caseFile.number}`)
}
