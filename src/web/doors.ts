// Guards: who may come in by a route. Every route names one; a test walks all routes and fails where none is named.
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { Refused } from '../errors.ts'
import { type Clerk, findClerk } from '../office/clerks.ts'
import { isOwnToken } from '../security.ts'
import { type House, sessionBinding } from './house.ts'

const guards = new WeakSet<RequestHandler>()

export function isGuard(handler: RequestHandler): boolean {
  return guards.has(handler)
}

/** Everybody may see this page. */
export const anyone = guard((_request, _response, next) => next())

/** Whoever knows the draft's token; the route finds the draft by it. A form without a draft yet is bound to nothing. */
export function applicants(house: House): RequestHandler {
  return guard((request, _response, next) => {
    const isPost = request.method === 'POST'
    next(isPost && !isOwn(house, request, String(request.body?._draft ?? '')) ? new Refused('forged') : undefined)
  })
}

/** Whoever fills in a form that belongs to a session or to none, such as signing in. */
export function visitors(house: House): RequestHandler {
  return guard((request, _response, next) => {
    const isPost = request.method === 'POST'
    next(isPost && !isOwn(house, request, sessionBinding(request)) ? new Refused('forged') : undefined)
  })
}

/** Signed-in clerks whose account still stands. */
export function clerks(house: House): RequestHandler {
  return guard(async (request, response, next) => {
    const clerk = request.session.clerkId
      ? await findClerk(house.office.database, request.session.clerkId, request.session.clerkKey)
      : null
    if (!clerk) throw new Refused('notSignedIn')
    if (request.method === 'POST' && !isOwn(house, request, sessionBinding(request))) throw new Refused('forged')
    response.locals.clerk = clerk
    next()
  })
}

export function clerkOf(response: Response): Clerk {
  return response.locals.clerk as Clerk
}

function isOwn(house: House, request: Request, binding: string): boolean {
  return isOwnToken(house.office.secrets, binding, request.body?._csrf)
}

function guard(
  handler: (request: Request, response: Response, next: NextFunction) => void | Promise<void>,
): RequestHandler {
  guards.add(handler as RequestHandler)
  return handler as RequestHandler
}
