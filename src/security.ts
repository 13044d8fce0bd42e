// Headers on every answer, and the proof that a POST comes from our own page.
import { randomUUID } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'
import { Refused } from './errors.ts'
import type { Secrets } from './secrets.ts'

/** ASVS 5.0, 3.4: nothing inline, nothing from elsewhere, no framing. */
export function securityHeaders(isHttps: boolean) {
  const own = ["'self'"]
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: own,
        styleSrc: own,
        imgSrc: [...own, 'data:'],
        fontSrc: own,
        connectSrc: ["'none'"],
        formAction: own,
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    xXssProtection: false,
  })
}

export function permissionsPolicy(_request: Request, response: Response, next: NextFunction): void {
  response.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  next()
}

/**
 * A nonce and an HMAC over nonce and binding (a draft's token or a session's id): valid as long as the binding is,
 * and another text in every answer, so that compression gives nothing away (BREACH).
 */
export function forgeryToken(secrets: Secrets, binding: string): string {
  const nonce = randomUUID()
  return `${nonce}.${secrets.sign('forgery', `${nonce} ${binding}`)}`
}

export function isOwnToken(secrets: Secrets, binding: string, token: unknown): boolean {
  const [nonce, signature] = typeof token === 'string' ? token.split('.') : []
  return Boolean(nonce && signature && secrets.verify('forgery', `${nonce} ${binding}`, signature))
}

/**
 * Browsers say where a POST comes from; what comes from elsewhere is refused whatever it carries. Our own is the public
 * address, and the address that the browser itself asked for, such as localhost.
 */
export function refuseOtherSites(publicUrl: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    const site = request.get('sec-fetch-site')
    const from = request.get('origin')
    const own = [undefined, 'null', publicUrl, `${request.protocol}://${request.get('host')}`]
    const isForeign = (site !== undefined && site !== 'same-origin' && site !== 'none') || !own.includes(from)
    response.locals.isForeign = isForeign
    next(isForeign ? new Refused('forged') : undefined)
  }
}
