// The clerks' door: signing in and out.
import { type Request, type Response, Router } from 'express'
import { keyOf, signIn } from '../office/clerks.ts'
import { beginSession, endSession } from '../session.ts'
import { anyone, visitors } from './doors.ts'
import { typedTexts } from './faults.ts'
import { frame, type House, sessionBinding, shownAt, tokenFor, wordsFor } from './house.ts'
import { type Body, bodyOf, onlyNames, single } from './posted.ts'

export function clerksRouter(house: House): Router {
  const router = Router()
  const guard = visitors(house)
  router.get('/amt/anmelden', guard, (request, response) => showSignIn(house, request, response, {}))
  router.post('/amt/anmelden', guard, (request, response) => tryToSignIn(house, request, response))
  router.post('/amt/abmelden', guard, (request, response) => signOut(house, request, response))
  router.get('/amt/abgemeldet', anyone, (_request, response) => response.redirect(303, '/amt/anmelden'))
  return router
}

/** `problems`: keys of texts, the first of them at the field it names. */
type Shown = { problems?: Problems; status?: number; ended?: boolean; kept?: Kept | null }
type Problems = { email?: string; password?: string }
/** What a clerk had typed when the session ended: kept in the page until they have signed in again. */
type Kept = { action: string; fields: [string, string][] }

export function showSignIn(
  house: House,
  request: Request,
  response: Response,
  { problems = {}, status = 200, ended = false, kept = null }: Shown,
): void {
  const words = wordsFor(house, response)
  const title = words.say('common:signIn.title')
  const errorAt = (name: keyof Problems) => (problems[name] ? words.say(`common:signIn.${problems[name]}`) : null)
  const errors = { email: errorAt('email'), password: errorAt('password') }
  const listed = Object.entries(errors).flatMap(([name, text]) => (text ? [{ href: `#${name}`, text }] : []))
  response.status(status).render('clerks/sign-in', {
    it: {
      frame: frame(house, request, response, {
        title: listed.length > 0 ? `${words.say('common:errorPrefix')}${title}` : title,
        desk: true,
      }),
      heading: title,
      problemsHeading: words.say('common:problemsHeading'),
      problems: listed,
      notice: ended
        ? {
            kind: 'warning',
            heading: words.say('common:signIn.endedHeading'),
            text: [words.say(kept ? 'common:signIn.endedKept' : 'common:signIn.ended')],
          }
        : null,
      form: { action: '/amt/anmelden', csrf: tokenFor(house, sessionBinding(request)) },
      next: nextOf(request),
      kept,
      email: {
        label: words.say('common:signIn.email'),
        value: ended ? '' : String(bodyOf(request).email ?? ''),
        error: errors.email,
      },
      password: { label: words.say('common:signIn.password'), error: errors.password },
      errorPrefix: words.say('common:errorPrefix'),
      button: words.say('common:signIn.button'),
    },
  })
}

async function tryToSignIn(house: House, request: Request, response: Response): Promise<void> {
  const body = bodyOf(request)
  onlyNames(body, ['email', 'password', 'next', '_keptAction', ...Object.keys(body).filter(isKept)])
  const [email, password] = [single(body, 'email'), single(body, 'password')]
  const kept = keptIn(body)
  const missing = {
    ...(email.trim() === '' && { email: 'emailMissing' }),
    ...(password === '' && { password: 'passwordMissing' }),
  }
  if (Object.keys(missing).length > 0)
    return showSignIn(house, request, response, { problems: missing, status: 422, kept })
  await house.limits.signIn(request.ip ?? '', email)
  const clerk = await signIn(house.office.database, email, password)
  house.log.info({ event: clerk ? 'authn_login_success' : 'authn_login_fail', clerk: clerk?.id }, 'sign-in')
  if (!clerk) return showSignIn(house, request, response, { problems: { email: 'wrong' }, status: 422, kept })
  await house.limits.signedIn(request.ip ?? '', email)
  await beginSession(request, house.now(), { clerkId: clerk.id, clerkKey: keyOf(clerk) })
  if (kept) return showKept(house, request, response, kept)
  response.redirect(303, nextOf(request))
}

/** Signed in again: what was typed is still there and can be sent with one button. */
function showKept(house: House, request: Request, response: Response, kept: Kept): void {
  const words = wordsFor(house, response)
  const title = words.say('common:signIn.keptTitle')
  response.render('error/again', {
    it: {
      frame: frame(house, request, response, { title, desk: true }),
      heading: title,
      text: [words.say('common:signIn.keptText')],
      again: {
        action: kept.action,
        csrf: tokenFor(house, sessionBinding(request)),
        fields: kept.fields,
        label: words.say('common:again.button'),
        shown: words.say('common:again.typed'),
        typed: typedTexts(kept.fields),
      },
      link: { href: shownAt(kept.action), label: words.say('common:signIn.keptLink') },
    },
  })
}

async function signOut(house: House, request: Request, response: Response): Promise<void> {
  onlyNames(bodyOf(request), [])
  await endSession(request)
  const name = house.isHttps ? '__Host-amt' : 'amt'
  response.clearCookie(name, { path: '/', secure: house.isHttps }).set('Clear-Site-Data', '"cache", "storage"')
  response.redirect(303, '/amt/anmelden')
}

/** Only paths of the desk: never another site. */
function nextOf(request: Request): string {
  const next = String(
    bodyOf(request).next ??
      request.query.weiter ??
      (request.path.startsWith('/amt/vorgang') && request.method === 'GET' ? request.path : '/amt'),
  )
  return isDeskPath(next) ? next : '/amt'
}

function keptIn(body: Body): Kept | null {
  const action = single(body, '_keptAction')
  if (!isDeskPath(action)) return null
  const fields = Object.entries(body).filter(([name]) => isKept(name))
  return {
    action,
    fields: fields.flatMap(([name, value]) =>
      [value ?? ''].flat().map((text): [string, string] => [name.slice('kept.'.length), text]),
    ),
  }
}

function isKept(name: string): boolean {
  return name.startsWith('kept.')
}

/** The queue, a case, a page below it. */
function isDeskPath(path: string): boolean {
  return /^\/amt(\/vorgang\/[A-Z0-9-]{5,30}(\/[a-z0-9-]{1,40}){0,4})?$/.test(path)
}
