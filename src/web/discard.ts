// Throwing away a form that was begun: asked once more, then deleted, and said.
import { isDeepStrictEqual } from 'node:util'
import type { Request, Response } from 'express'
import type { Service } from '../forms/service.ts'
import { createDraft, deleteDraft, findDraft, findDrafts, saveTyped } from '../office/drafts.ts'
import { openApplication, serviceAt } from './application.ts'
import { draftTokens, forgetDraft, rememberDraft } from './draft-cookie.ts'
import { typedBefore } from './guide.ts'
import { frame, type House, tokenFor, wordsFor } from './house.ts'
import { bodyOf, onlyNames, single } from './posted.ts'

export async function askDiscard(house: House, request: Request, response: Response): Promise<void> {
  const { service, draft, token, words } = await openApplication(house, request, response)
  if (!draft) return response.redirect(303, `/leistungen/${service.slug}`)
  const name = words.say(`${service.id}:name`)
  const title = words.say('common:about.discardTitle')
  response.render('home/discard', {
    it: {
      frame: frame(house, request, response, { title: `${title} – ${words.say(`${service.id}:short`)}` }),
      form: { action: `/leistungen/${service.slug}/loeschen`, csrf: tokenFor(house, token ?? ''), draft: token },
      heading: title,
      text: words.say('common:about.discardText', { name }),
      discard: words.say('common:about.discardYes'),
      anew: words.say('common:about.discardAnew'),
      keep: words.say('common:about.discardNo'),
    },
  })
}

/** Deletes the draft that the page named; an older one of the service stays, and the page about the service says so. */
export async function discard(house: House, request: Request, response: Response): Promise<void> {
  const body = bodyOf(request)
  onlyNames(body, ['_draft', 'action'])
  const service = serviceAt(house, request.params.slug)
  const [token, action] = [single(body, '_draft'), single(body, 'action')]
  const about = `/leistungen/${service.slug}`
  if (action !== 'discard' && action !== 'anew') return response.redirect(303, about)
  const draft = token ? await findDraft(house.office, token) : null
  if (draft?.serviceId === service.id) await deleteDraft(house.office, draft)
  forgetDraft(house, request, response, token)
  if (action === 'anew') return beginForm(house, service, request, response)
  response.redirect(303, `${about}?geloescht=1`)
}

/** Begun and left before anything was typed in it, it is that form again: so no such draft takes the place of another. */
export async function beginForm(house: House, service: Service, request: Request, response: Response): Promise<void> {
  const drafts = await findDrafts(house.office, draftTokens(house, request))
  const newest = drafts.find(draft => draft.serviceId === service.id)
  const typed = typedBefore(service, bodyOf(request))
  if (!newest || !(isBlank(newest) || isDeepStrictEqual(newest.raw, typed))) {
    const { draft, token } = await createDraft(house.office, service, wordsFor(house, response).locale)
    rememberDraft(house, request, response, token)
    await saveTyped(house.office, draft, service, typed)
  } else await saveTyped(house.office, newest, service, typed)
  response.redirect(303, `/antrag/${service.slug}/${service.pages[0]?.slug ?? ''}`)
}

export function isBlank({ raw, sealed }: { raw: unknown; sealed: unknown }): boolean {
  return [raw, sealed].every(typed => Object.keys(Object(typed)).length === 0)
}
