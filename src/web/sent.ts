// A draft that was sent already: who sends it again gets the same receipt, who still types in an old tab is told.
import type { Request, Response } from 'express'
import { Refused } from '../errors.ts'
import { findSent } from '../office/submit.ts'
import { tokenHash } from '../secrets.ts'
import { openCase } from './case.ts'
import { draftTokens, forgetDraft } from './draft-cookie.ts'
import type { House } from './house.ts'
import { bodyOf } from './posted.ts'

/**
 * Whatever failed: when the draft has been sent meanwhile (a double click, another tab, a retry after a crash), that is
 * the answer. The sender is the browser that still has the draft's cookie or the case in its session; after "end this
 * session" it has neither, and the page in its history opens nothing.
 */
export async function sentAlready(house: House, error: unknown, request: Request, response: Response): Promise<void> {
  const { _draft: token, action } = bodyOf(request)
  const sent = typeof token === 'string' ? await findSent(house.office, tokenHash(token)) : null
  if (!sent || typeof token !== 'string') throw error
  const isOpen = request.session?.cases?.includes(sent.id)
  const isSending = request.session && action === 'send' // only the page that sends has a session
  if (!isSending || !(isOpen || draftTokens(house, request).includes(token))) throw new Refused('alreadySent')
  if (!isOpen) await openCase(house, request, sent.id, 'sent')
  forgetDraft(house, request, response, token)
  response.redirect(303, `/vorgang/${sent.number}`)
}
