// The citizen's own case: the receipt after sending, later found again by number and code.
import { type Request, type Response, Router } from 'express'
import { Refused } from '../errors.ts'
import type { Section } from '../forms/in-words.ts'
import { momentInWords } from '../language.ts'
import { formatAccessCode, readAccessCode, readCaseNumber, spelled } from '../law/case-number.ts'
import { longDay } from '../law/partial-date.ts'
import { findCases, findForCitizen, letterReadByCitizen } from '../office/citizen.ts'
import { findLetter, lettersOf, queriesOf } from '../office/decide.ts'
import { beginSession, endSession } from '../session.ts'
import { hoursInWords, placeInWords } from '../town.ts'
import { papersInWords } from './apply-pages.ts'
import { visitors } from './doors.ts'
import { frame, type House, sessionBinding, tokenFor, wordsFor } from './house.ts'
import { bodyOf, onlyNames, single } from './posted.ts'

type CaseFile = NonNullable<Awaited<ReturnType<typeof findForCitizen>>>

export function caseRouter(house: House): Router {
  const router = Router()
  const guard = visitors(house)
  router.get('/vorgang', guard, (request, response) => ask(house, request, response, []))
  router.post('/vorgang', guard, (request, response) => find(house, request, response))
  router.post('/vorgang/beenden', guard, (request, response) => end(request, response))
  router.get('/vorgang/:number', guard, (request, response) => show(house, request, response))
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

async function ask(
  house: House,
  request: Request,
  response: Response,
  problems: { href: string; text: string }[],
): Promise<void> {
  const words = wordsFor(house, response)
  const title = words.say('common:case.findTitle')
  const body = bodyOf(request)
  const own = await findCases(house.office, request.session.cases ?? [])
  const error = (name: string) => problems.find(problem => problem.href === `#${name}`)?.text ?? null
  const field = (name: string, value: string) => ({
    kind: 'text',
    name,
    id: name,
    label: words.say(`common:case.${name}`),
    hint: words.say(`common:case.${name}Hint`),
    error: error(name),
    errorPrefix: words.say('common:errorPrefix'),
    asHeading: false,
    optionalText: null,
    describedBy: [error(name) && `${name}-error`, `${name}-hint`].filter(Boolean).join(' '),
    autocomplete: 'off',
    inputmode: null,
    spellcheck: false,
    width: 20,
    value,
    rows: 1,
    isName: false,
    checked: false,
  })
  response.render('case/find', {
    it: {
      frame: frame(house, request, response, {
        title: `${problems.length > 0 ? words.say('common:errorPrefix') : ''}${title}`,
        personal: own.length > 0,
      }),
      heading: title,
      intro: words.say('common:case.findIntro'),
      problemsHeading: words.say('common:problemsHeading'),
      problems,
      form: { action: '/vorgang', csrf: tokenFor(house, sessionBinding(request)) },
      fields: [field('number', String(body.number ?? '')), field('code', '')],
      button: words.say('common:case.findButton'),
      own: own.map(caseFile => ({ href: `/vorgang/${caseFile.number}`, label: caseFile.number })),
      ownHeading: words.say('common:case.ownHeading'),
    },
  })
}

/** The same answer for a number that does not exist and a code that is wrong. */
async function find(house: House, request: Request, response: Response): Promise<void> {
  const body = bodyOf(request)
  onlyNames(body, ['number', 'code'])
  const words = wordsFor(house, response)
  const [number, code] = [readCaseNumber(single(body, 'number')), readAccessCode(single(body, 'code'))]
  const problems = [
    ...(number
      ? []
      : [
          {
            href: '#number',
            text: words.say(
              single(body, 'number').trim() === '' ? 'common:case.numberMissing' : 'common:case.numberWrong',
            ),
          },
        ]),
    ...(code
      ? []
      : [
          {
            href: '#code',
            text: words.say(single(body, 'code').trim() === '' ? 'common:case.codeMissing' : 'common:case.codeWrong'),
          },
        ]),
  ]
  if (number && code) {
    await house.limits.caseLookup(request.ip ?? '')
    const caseFile = await findForCitizen(house.office, number, code)
    if (caseFile) {
      await openCase(house, request, caseFile.id, 'found')
      return response.redirect(303, `/vorgang/${caseFile.number}`)
    }
    problems.push({ href: '#number', text: words.say('common:case.notFound') })
  }
  response.status(422)
  await ask(house, request, response, problems)
}

async function end(request: Request, response: Response): Promise<void> {
  await endSession(request)
  response.set('Clear-Site-Data', '"cache", "storage"')
  response.redirect(303, '/')
}

async function ownCase(house: House, request: Request): Promise<CaseFile> {
  const number = readCaseNumber(String(request.params.number))
  const own = await findCases(house.office, request.session.cases ?? [])
  const caseFile = own.find(other => other.number === number)
  if (!caseFile) throw new Refused('notFound')
  return caseFile
}

async function show(house: House, request: Request, response: Response): Promise<void> {
  if (!request.session.cases?.length) return response.redirect(303, '/vorgang')
  const caseFile = await ownCase(house, request)
  const words = wordsFor(house, response)
  const service = house.services.find(other => other.id === caseFile.serviceId)
  if (!service) throw new Refused('notFound')
  const [queries, letters] = await Promise.all([queriesOf(house.office, caseFile), lettersOf(house.office, caseFile)])
  const isReceipt = request.session.sent?.includes(caseFile.id) ?? false
  const isOpen = caseFile.closedAt === null
  const due = longDay(caseFile.dueOn.toISOString().slice(0, 10), words.locale)
  const title = words.say(isReceipt ? 'common:case.receiptTitle' : 'common:case.title')
  const open = caseFile.status === 'returned' ? queries[0] : undefined
  const sections = (words.locale === caseFile.locale ? caseFile.wordsOfCitizen : caseFile.words) as Section[]
  response.render('case/show', {
    it: {
      frame: frame(house, request, response, {
        title: `${title} – ${words.say(`${service.id}:short`)}`,
        personal: true,
      }),
      heading: title,
      service: words.say(`${service.id}:name`),
      number: {
        label: words.say('common:case.number'),
        text: caseFile.number,
        spoken: spelled(caseFile.number, words.locale),
      },
      code: isReceipt ? codeView(house, caseFile, words) : null,
      status: {
        heading: words.say('common:case.statusHeading'),
        name: words.say(`common:status.${caseFile.status}`),
        text: words.say(`common:statusText.${caseFile.status}`),
      },
      received: words.say('common:case.received', {
        at: momentInWords(caseFile.filedAt, words.locale, { dateStyle: 'long', timeStyle: 'short' }),
      }),
      masked: caseFile.masked && isOpen ? words.say('common:case.masked', { phone: house.town.office.phone }) : null,
      next: isOpen
        ? {
            heading: words.say('common:case.nextHeading'),
            text: [words.say('common:case.nextText', { due }), words.say(`${service.id}:about.truth`)],
          }
        : null,
      asked: open
        ? {
            heading: words.say('common:case.askedHeading'),
            reasons: open.reasons.map(reason => words.say(`${service.id}:returns.${reason}`)),
            note: open.note,
          }
        : null,
      papers: isOpen
        ? {
            heading: words.say('common:apply.papersHeading'),
            items: papersInWords({ service, words, journey: { answers: caseFile.answers as Record<string, unknown> } }),
          }
        : null,
      hours: isOpen
        ? {
            heading: words.say('common:case.hoursHeading'),
            place: placeInWords(house.town),
            lines: hoursInWords(house.town, words.locale),
          }
        : null,
      letters: letters.map(item => ({
        href: `/vorgang/${caseFile.number}/${item.kind}.pdf`,
        label: words.say('common:case.letterLink', { name: words.say(`${service.id}:letters.${item.kind}`) }),
      })),
      lettersHeading: words.say('common:case.lettersHeading'),
      answersHeading: words.say('common:case.answersHeading'),
      answersShow: words.say('common:apply.answersShow'),
      answersLang: words.locale === caseFile.locale ? null : 'de',
      sections: sections
        .map(section => ({
          heading: section.heading,
          items: section.items
            .filter(item => item.step !== 'pruefen' && item.value?.length !== 0)
            .map(item => ({ label: item.label, lines: item.value ?? [words.say('common:case.notShown')] })),
        }))
        .filter(section => section.items.length > 0),
      print: words.say('common:case.print'),
      end: {
        action: '/vorgang/beenden',
        csrf: tokenFor(house, sessionBinding(request)),
        label: words.say('common:case.end'),
        text: words.say('common:case.endText'),
      },
    },
  })
}

function codeView(house: House, caseFile: CaseFile, words: ReturnType<typeof wordsFor>) {
  const code = formatAccessCode(house.office.secrets.accessCode(caseFile.id))
  return {
    label: words.say('common:case.code'),
    text: code,
    spoken: spelled(code, words.locale),
    keep: words.say('common:case.codeKeep'),
  }
}

async function letter(house: House, request: Request, response: Response): Promise<void> {
  const caseFile = await ownCase(house, request)
  const found = await findLetter(house.office, caseFile, String(request.params.kind))
  if (!found) throw new Refused('notFound')
  await letterReadByCitizen(house.office, caseFile)
  sendPdf(response, `${found.kind}-${caseFile.number}.pdf`, found.pdf)
}

export function sendPdf(response: Response, fileName: string, pdf: Uint8Array): void {
  response.set({
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
  })
  response.send(Buffer.from(pdf))
}
