// Ending the session on this device: begun forms are kept or deleted with it, as the person says; said before and after.
import type { Request, Response } from 'express'
import type { Words } from '../forms/words.ts'
import { deleteDraft, findDrafts } from '../office/drafts.ts'
import { endSession } from '../session.ts'
import { draftTokens, forgetAllDrafts } from './draft-cookie.ts'
import { type House, sessionBinding, tokenFor } from './house.ts'
import { bodyOf, onlyNames, single } from './posted.ts'

/** Null where no case is open on this device. */
export async function endView(house: House, request: Request, words: Words) {
  if (!request.session?.cases?.length) return null
  const begun = new Set((await draftsHere(house, request)).map(({ serviceId }) => serviceId))
  const names = house.services.filter(({ id }) => begun.has(id)).map(({ id }) => words.say(`${id}:name`))
  const button = (value: string, key: string) => ({ value, label: words.say(`common:case.${key}`) })
  const hasForms = names.length > 0
  return {
    action: '/vorgang/beenden',
    csrf: tokenFor(house, sessionBinding(request)),
    text: words.say('common:case.endText'),
    forms: hasForms ? { text: words.say('common:case.endForms'), names } : null,
    buttons: hasForms ? [button('keep', 'endKeep'), button('forget', 'endForget')] : [button('keep', 'end')],
  }
}

/** Somebody else may sit here next: nothing leads to the case any more, nor to a form where the person said so. */
export async function end(house: House, request: Request, response: Response): Promise<void> {
  const body = bodyOf(request)
  onlyNames(body, ['action'])
  const forgets = single(body, 'action') === 'forget'
  if (forgets) await forgetForms(house, request, response)
  await endSession(request)
  response.set('Clear-Site-Data', '"cache", "storage"')
  response.redirect(303, `/?sitzung=${forgets ? 'geloescht' : 'beendet'}`)
}

async function forgetForms(house: House, request: Request, response: Response): Promise<void> {
  for (const draft of await draftsHere(house, request)) await deleteDraft(house.office, draft)
  forgetAllDrafts(house, response)
}

function draftsHere(house: House, request: Request) {
  return findDrafts(house.office, draftTokens(house, request))
}
