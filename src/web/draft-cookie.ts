// The cookie that finds a citizen's drafts again: random tokens, several drafts, several entries.
import type { Request, Response } from 'express'
import type { House } from './house.ts'

const thirtyDays = 30 * 24 * 60 * 60 * 1000
/** More than there are services, and far less than a cookie holds. */
const most = 20

export function draftTokens(house: House, request: Request): string[] {
  return cookie(request, cookieName(house))
    .split('.')
    .filter(token => /^[\w-]{32}$/.test(token))
}

export function rememberDraft(house: House, request: Request, response: Response, token: string): void {
  const tokens = [token, ...draftTokens(house, request).filter(other => other !== token)].slice(0, most)
  response.cookie(cookieName(house), tokens.join('.'), { ...attributes(house), maxAge: thirtyDays })
}

export function forgetDraft(house: House, request: Request, response: Response, token: string): void {
  keepDrafts(house, request, response, other => other !== token)
}

/** Those of others are forgotten here; where none is left, nothing on this device leads to a draft any more. */
export function keepDrafts(
  house: House,
  request: Request,
  response: Response,
  isKept: (token: string) => boolean,
): void {
  const tokens = draftTokens(house, request).filter(isKept)
  if (tokens.length === 0) response.clearCookie(cookieName(house), attributes(house))
  else response.cookie(cookieName(house), tokens.join('.'), { ...attributes(house), maxAge: thirtyDays })
}

/** One cookie of the request; the empty text where there is none. */
export function cookie(request: Request, name: string): string {
  const found = (request.get('cookie') ?? '').split(';').find(part => part.trim().startsWith(`${name}=`))
  return found?.trim().slice(name.length + 1) ?? ''
}

function cookieName(house: House): string {
  return house.isHttps ? '__Host-entwurf' : 'entwurf'
}

function attributes(house: House) {
  return { httpOnly: true, sameSite: 'lax' as const, secure: house.isHttps, path: '/' }
}
