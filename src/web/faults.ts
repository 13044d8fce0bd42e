// When something goes wrong: a sentence, a way on, a reference number; and nothing that was typed is lost.
import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import { type Reason, Refused, refusals } from '../errors.ts'
import { findSent } from '../office/submit.ts'
import { tokenHash } from '../secrets.ts'
import { showSignIn } from './clerks.ts'
import { frame, type House, sessionBinding, tokenFor, wordsFor } from './house.ts'
import { type Body, bodyOf } from './posted.ts'

/** Seconds: the limits count a quarter of an hour; a database that went away is mostly back in seconds. */
const retryAfter: Partial<Record<Reason, string>> = { tooMany: '900', unavailable: '10' }

export function notFound(_request: Request, _response: Response, next: NextFunction): void {
  next(new Refused('notFound'))
}

export function faults(house: House) {
  return async (error: unknown, request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (response.headersSent) return void response.destroy()
    await answer(house, reasonOf(error), error, request, response).catch(next)
  }
}

/** When even the error page fails. Express's own handler would print the error, and with it what was typed. */
export function lastResort(house: House) {
  return (error: unknown, _request: Request, response: Response, _next: NextFunction): void => {
    house.log.error({ err: error }, 'fault while answering')
    if (response.headersSent) return void response.destroy()
    response
      .status(500)
      .type('text/plain; charset=utf-8')
      .send('Es ist ein Fehler aufgetreten. Bitte versuchen Sie es später noch einmal.')
  }
}

async function answer(
  house: House,
  reason: Reason,
  error: unknown,
  request: Request,
  response: Response,
): Promise<void> {
  response.set('Cache-Control', 'no-store')
  const reference = randomBytes(5).toString('hex').toUpperCase()
  if (reason === 'fault' || reason === 'unavailable')
    house.log.error({ err: error, reference, route: routeOf(request) }, 'fault')
  else if (reason === 'forged' || reason === 'tooMany')
    house.log.warn({ event: reason, reference, route: routeOf(request) }, 'refused')
  if (reason === 'notSignedIn') return signInAgain(house, request, response)
  const words = wordsFor(house, response)
  const title = words.say(`common:refused.${reason}.title`)
  const seconds = retryAfter[reason]
  if (seconds) response.set('Retry-After', seconds)
  response.status(refusals[reason]).render('error/again', {
    it: {
      frame: frame(house, request, response, { title, desk: request.path.startsWith('/amt') }),
      heading: title,
      text: [
        ...words.say(`common:refused.${reason}.text`).split('\n'),
        words.say('common:refused.reference', { reference }),
      ],
      again: showsTyped(reason) ? againOf(house, reason, request, response, words.say) : null,
      link: await wayOn(house, reason, request, words.say),
    },
  })
}

function reasonOf(error: unknown): Reason {
  if (error instanceof Refused) return error.reason
  const { type, code, status } = (error ?? {}) as { type?: string; code?: string; status?: number }
  if (type === 'entity.too.large' || type === 'parameters.too.many' || status === 413) return 'tooLarge'
  if (typeof status === 'number' && status >= 400 && status < 500) return 'badRequest'
  return isDatabaseAway(error, code) ? 'unavailable' : 'fault'
}

/** Prisma's, PostgreSQL's and the pool's ways to say it; the pool's has no code. */
function isDatabaseAway(error: unknown, code: string | undefined): boolean {
  if (code !== undefined) return /^(P1|P20(24|28|37)|ECONN|57P|53|08)/.test(code)
  return error instanceof Error && /^timeout exceeded when trying to connect/.test(error.message)
}

/** A clerk's session ended: what they typed stays in the page until they have signed in again. */
function signInAgain(house: House, request: Request, response: Response): void {
  const isPost = request.method === 'POST'
  const fields = isPost ? fieldsOf(bodyOf(request)) : []
  const kept = isPost && fields.length > 0 ? { action: request.path, fields } : null
  if (!isPost && !request.headers.cookie?.includes('amt='))
    return void response.redirect(303, `/amt/anmelden?weiter=${encodeURIComponent(request.path)}`)
  showSignIn(house, request, response, { status: isPost ? 401 : 200, ended: true, kept })
}

/** Everything posted is in the page again, under a fresh token. */
function maySendAgain(reason: Reason): boolean {
  return ['forged', 'badRequest', 'tooMany', 'fault', 'unavailable'].includes(reason)
}

/** A form that was sent or is gone: what was typed can still be read; it is not sent again. */
function showsTyped(reason: Reason): boolean {
  return maySendAgain(reason) || reason === 'alreadySent' || reason === 'draftGone'
}

/** Not for what another site sent: one click here would do its will. */
function againOf(house: House, reason: Reason, request: Request, response: Response, say: (key: string) => string) {
  const fields = request.method === 'POST' ? fieldsOf(bodyOf(request)) : []
  if (fields.length === 0 || response.locals.isForeign) return null
  const draft = request.path.startsWith('/antrag/') ? String(bodyOf(request)._draft ?? '') : sessionBinding(request)
  return {
    action: request.path,
    csrf: tokenFor(house, draft),
    fields,
    label: maySendAgain(reason) ? say('common:again.button') : null,
    shown: say('common:again.typed'),
    typed: typedTexts(fields),
  }
}

/** What of it a person typed: shown as text, so that it can be read and copied. */
export function typedTexts(fields: [string, string][]): string[] {
  return fields
    .filter(([name, text]) => text && !name.startsWith('_') && !['action', 'version', 'code'].includes(name))
    .map(([, text]) => text)
}

export function fieldsOf(body: Body): [string, string][] {
  return Object.entries(body)
    .filter(([name]) => !['_csrf', 'password'].includes(name))
    .flatMap(([name, value]) => [value ?? ''].flat().map((text): [string, string] => [name, text]))
}

async function wayOn(house: House, reason: Reason, request: Request, say: (key: string) => string) {
  if (request.path.startsWith('/amt')) return { href: '/amt', label: say('common:refused.toQueue') }
  if (reason === 'alreadySent') {
    const sent = await findSent(house.office, tokenHash(String(bodyOf(request)._draft ?? '')))
    if (sent && request.session?.cases?.includes(sent.id))
      return { href: `/vorgang/${sent.number}`, label: say('common:refused.toCase') }
    return { href: '/vorgang', label: say('common:refused.toCase') }
  }
  const [, slug] = /^\/antrag\/([a-z-]+)/.exec(request.path) ?? []
  return slug && reason !== 'notFound'
    ? { href: `/antrag/${slug}`, label: say('common:refused.toForm') }
    : { href: '/', label: say('common:refused.toStart') }
}

/** The pattern, or the door where no route was reached: an address may hold what somebody typed. */
function routeOf(request: Request): string {
  const door = ['leistungen', 'antrag', 'vorgang', 'amt'].find(name => request.path.startsWith(`/${name}`))
  return `${request.method} ${String(request.route?.path ?? door ?? '-')}`
}
