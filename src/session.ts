// Sessions of clerks and of citizens who look at their case: PostgreSQL, ids stored hashed, written only when changed.
import { createHash } from 'node:crypto'
import connectPgSimple from 'connect-pg-simple'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import session from 'express-session'
import type { Pool } from 'pg'
import type { Filter } from './office/queue.ts'

declare module 'express-session' {
  interface SessionData {
    startedAt: number
    seenAt: number
    clerkId: string
    /** Of the password this session began with: another password ends it. */
    clerkKey: string
    /** How the clerk has narrowed the list: the next case is taken from its service, wherever the button stands. */
    filter: Filter
    /** Cases this citizen has opened with number and code, or has just sent. */
    cases: string[]
    sent: string[]
  }
}

export type Limits = { idle: number; absolute: number }
const minute = 60 * 1000
export const citizenLimits: Limits = { idle: 30 * minute, absolute: 8 * 60 * minute }
export const clerkLimits: Limits = { idle: 15 * minute, absolute: 8 * 60 * minute }

type Setting = {
  pool: Pool
  secrets: string[]
  isHttps: boolean
  name: string
  sameSite: 'lax' | 'strict'
  limits: Limits
  now: () => number
}

export function sessions({ pool, secrets, isHttps, name, sameSite, limits, now }: Setting): RequestHandler[] {
  const Store = connectPgSimple(session)
  const store = new Store({
    pool,
    schemaName: 'library',
    tableName: 'session',
    disableTouch: true,
    ttl: limits.absolute / 1000,
    pruneSessionInterval: false,
  })
  const handler = session({
    name: isHttps ? `__Host-${name}` : name,
    secret: secrets,
    store: withHashedIds(store),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite, secure: isHttps, path: '/' },
  })
  return [handler, endOldSessions(limits, now)]
}

/** A new id for what begins now; the old one is worth nothing any more (session fixation). One that nobody has is new. */
export async function beginSession(request: Request, now: number, data: Partial<session.SessionData>): Promise<void> {
  if (request.session.startedAt) await done(settled => request.session.regenerate(settled))
  Object.assign(request.session, data, { startedAt: now, seenAt: now })
  await done(settled => request.session.save(settled))
  neverSavedAgain(request.session)
}

/**
 * express-session would save a renewed session once more while the answer is already on its way. A browser that ends
 * the session with its next request could be overtaken by that, and the session would be back.
 */
function neverSavedAgain(saved: session.Session): void {
  const value = (done?: () => void) => {
    done?.()
    return saved
  }
  Object.defineProperty(saved, 'save', { value, enumerable: false })
}

export function endSession(request: Request): Promise<void> {
  return done(settled => request.session.destroy(settled))
}

function done(work: (settled: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => work(error => (error ? reject(error) : resolve())))
}

/** Idle and absolute limits are the server's, whatever the cookie says. Seen is written once a minute. */
function endOldSessions(limits: Limits, now: () => number) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const { startedAt, seenAt } = request.session
    if (!startedAt || !seenAt) return next()
    if (now() - seenAt > limits.idle || now() - startedAt > limits.absolute)
      return void request.session.regenerate(next)
    if (now() - seenAt > minute) request.session.seenAt = now()
    next()
  }
}

/** Who reads the table learns no cookie. */
function withHashedIds(store: session.Store): session.Store {
  const hashed = (id: string) => createHash('sha256').update(id).digest('base64url')
  for (const method of ['get', 'set', 'destroy'] as const) {
    // biome-ignore lint/suspicious/noExplicitAny: a border: three methods that share their first argument
    const original = (store[method] as any).bind(store)
    // biome-ignore lint/suspicious/noExplicitAny: a border: three methods that share their first argument
    ;(store as any)[method] = (id: string, ...rest: unknown[]) => original(hashed(id), ...rest)
  }
  return store
}
