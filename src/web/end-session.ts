// Ending the session on this device: begun forms are kept or deleted with it, as the person says; said before and after.
import type { Request, Response } from 'express'
import { Refused } from '../errors.ts'
import type { Words } from '../forms/words.ts'
import { deleteDraft, findDrafts } from '../office/drafts.ts'
import { endSession } from '../session.ts'
import { isTokenOf } from './application.ts'
import { draftTokens, keepDrafts } from './draft-cookie.ts'
import { type House, sessionBinding, tokenFor } from './house.ts'
import { bodyOf, onlyNames, single } from './posted.ts'

type Drafts = Awaited<ReturnType<typeof draftsHere>>

export function draftsHere(house: House, request: Request) {
  return findDrafts(house.office, draftTokens(house, request))
}

/** Null where no case is open on this device. */
export function endView(house: House, request: Request, drafts: Drafts, words: Words) {
  if (!request.session?.cases?.length) return null
  const begun = new Set(drafts.map(({ serviceId }) => serviceId))
  const names = house.services.filter(({ id }) => begun.has(id)).map(({ id }) => words.say(`${id}:name`))
  const button = (value: string, key: string, kind: 'primary' | 'secondary') => ({
    value,
    label: words.say(`common:case.${key}`),
    kind,
  })
  const hasForms = names.length > 0
  return {
    action: '/vorgang/beenden',
    csrf: tokenFor(house, sessionBinding(request)),
    text: words.say('common:case.endText'),
    forms: hasForms ? { text: words.say('common:case.endForms'), names } : null,
    // what loses nothing comes first and stands out
    buttons: hasForms
      ? [button('keep', 'endKeep', 'primary'), button('forget', 'endForget', 'secondary')]
      : [button('end', 'end', 'secondary')],
  }
}

/** What the start page says after each. */
export const endings = { end: 'beendet', keep: 'behalten', forget: 'geloescht', ask: 'fragt' }

/**
 * Somebody else may sit here next: nothing leads to the case any more, nor to a form, unless the person has said that it
 * stays. A form that was begun after the page was shown is asked about first.
 */
export async function end(house: House, request: Request, response: Response): Promise<void> {
  const body = bodyOf(request)
  onlyNames(body, ['action'])
  const action = single(body, 'action')
  if (action !== 'end' && action !== 'keep' && action !== 'forget') throw new Refused('badRequest')
  const drafts = await draftsHere(house, request)
  if (action === 'end' && drafts.length > 0) return response.redirect(303, `/?sitzung=${endings.ask}`)
  if (action === 'forget') for (const draft of drafts) await deleteDraft(house.office, draft)
  // the token of a draft that was sent would open its case again
  keepDrafts(house, request, response, token => action === 'keep' && drafts.some(draft => isTokenOf(token, draft)))
  await endSession(request)
  response.set('Clear-Site-Data', '"cache", "storage"')
  response.redirect(303, `/?sitzung=${endings[action === 'keep' && drafts.length === 0 ? 'end' : action]}`)
}
