// One application form in one request: its service, the draft it belongs to, and where in the journey somebody is.
import type { Request, Response } from 'express'
import { Refused } from '../errors.ts'
import type { Raw } from '../forms/input.ts'
import { findStep, firstOpenStep, type Journey, mayVisit, type Step, walk } from '../forms/journey.ts'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { createDraft, findDraft, findDrafts, findOrigin, saveTyped, typedIn } from '../office/drafts.ts'
import { findSent } from '../office/submit.ts'
import { tokenHash } from '../secrets.ts'
import { draftTokens, rememberDraft } from './draft-cookie.ts'
import { type House, wordsFor } from './house.ts'
import { bodyOf, single } from './posted.ts'

type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>
type Place = Pick<Application, 'house' | 'service' | 'draft' | 'token' | 'words'>
export type Application = {
  house: House
  service: Service
  draft: Draft | null
  token: string | null
  journey: Journey
  words: Words
  /** The earlier case whose answers the draft began with. */
  fromCase: Awaited<ReturnType<typeof findOrigin>>
}

export function serviceAt(house: House, slug: unknown): Service {
  const service = house.services.find(other => other.slug === slug)
  if (!service) throw new Refused('notFound')
  return service
}

/** For a page: the newest draft of this service among the cookie's. */
export async function openApplication(house: House, request: Request, response: Response): Promise<Application> {
  const service = serviceAt(house, request.params.slug)
  const tokens = draftTokens(house, request)
  const drafts = await findDrafts(house.office, tokens)
  const draft = drafts.find(other => other.serviceId === service.id) ?? null
  const token = draft && (tokens.length > 1 ? tokens.find(other => isTokenOf(other, draft)) : tokens[0])
  return opened({ house, service, draft, token: token ?? null, words: wordsFor(house, response) })
}

/** For a POST: the draft the page itself names, whatever became of session and cookie; a new one where it names none. */
export async function postedApplication(house: House, request: Request, response: Response): Promise<Application> {
  const service = serviceAt(house, request.params.slug)
  const words = wordsFor(house, response)
  const named = single(bodyOf(request), '_draft')
  const found = named ? await findDraft(house.office, named) : null
  if (found && found.serviceId === service.id) {
    rememberDraft(house, request, response, named)
    return opened({ house, service, draft: found, token: named, words })
  }
  if (named && (await findSent(house.office, tokenHash(named)))) throw new Refused('alreadySent')
  if (named && request.params.member) throw new Refused('draftGone')
  const { draft, token } = await createDraft(house.office, service, words.locale)
  rememberDraft(house, request, response, token)
  return opened({ house, service, draft, token, words })
}

/** Saves what was typed, whatever it is, and looks again where that leads. */
export async function savedApplication(application: Application, typed: Raw): Promise<Application> {
  const { house, service, draft, words } = application
  if (!draft) throw new Error('nothing to save to')
  const saved = await saveTyped(house.office, draft, service, typed, words.locale)
  return { ...application, draft: saved, journey: journeyOf({ house, service, draft: saved }) }
}

/** The step of a URL, when this person may be there. */
export function stepAt(application: Application, path: string): Step | null {
  const step = findStep(application.journey, path)
  return step && mayVisit(application.journey, step) ? step : null
}

export function pathOf(request: Request): string {
  const { page, member, inner } = request.params as Record<string, string | undefined>
  return [page, member, inner].filter(Boolean).join('/')
}

export function urlOf(application: Application, step: Step | undefined): string {
  return step ? `/antrag/${application.service.slug}/${step.path}` : `/leistungen/${application.service.slug}`
}

/** Somebody who changes an answer comes from the check page, and goes back there. */
export function isFromCheck(request: Request): boolean {
  return request.query.von === 'pruefen' || single(bodyOf(request), '_from') === 'pruefen'
}

/** Keeps that in mind from page to page. */
export function origin(request: Request): string {
  return isFromCheck(request) ? '?von=pruefen' : ''
}

/** The check page at the row that was changed, whoever's it is. */
export function checkUrl(application: Application, { path }: Step): string {
  return `${urlOf(application, application.journey.steps.at(-1))}#${rowId(path)}`
}

/** Of the first row that a page has asked, where citizens check it and on the desk. */
export function rowId(path: string): string {
  return `zeile-${path.replaceAll('/', '-')}`
}

/** Where to go on: the first page that is open, or the last page, which sends. */
export function resumeStep(journey: Journey): Step | undefined {
  return firstOpenStep(journey) ?? journey.steps.at(-1)
}

async function opened(place: Place): Promise<Application> {
  const { house, draft } = place
  return { ...place, journey: journeyOf(place), fromCase: draft && (await findOrigin(house.office, draft)) }
}

function journeyOf({ house, service, draft }: Pick<Place, 'house' | 'service' | 'draft'>): Journey {
  return walk(service, draft ? typedIn(house.office, draft) : {}, house.office.facts())
}

export function isTokenOf(token: string, draft: Pick<Draft, 'tokenHash'>): boolean {
  return Buffer.from(tokenHash(token)).equals(Buffer.from(draft.tokenHash))
}
