// Asked once: other services that begin with the answers of a case, offered on its page, begun by a POST of its session.
import type { Request, Response } from 'express'
import { Refused } from '../errors.ts'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { findCases } from '../office/citizen.ts'
import { createDraftFrom, findDrafts } from '../office/drafts.ts'
import type { CaseFile } from './case-page.ts'
import { isBlank } from './discard.ts'
import { draftTokens, rememberDraft } from './draft-cookie.ts'
import { type House, wordsFor } from './house.ts'
import { bodyOf, onlyNames, single } from './posted.ts'

const unsettled = ['returned', 'rejected', 'withdrawn']
const decided = ['confirmed', 'scheduled', 'closed']
type Start = { service: Service; answers: Record<string, unknown> }

/** Of the open answers only: sealed ones are not shown to who knows the code, so they do not travel either. What is incomplete, rejected or withdrawn is not built upon. */
function startsAfter(house: House, caseFile: CaseFile): Start[] {
  if (unsettled.includes(caseFile.status)) return []
  const isDecided = decided.includes(caseFile.status)
  const offered = house.services.filter(service => isDecided || !waitsFor(service, caseFile))
  return offered.flatMap(service => {
    const answers = service.startsFrom?.[caseFile.serviceId]?.(caseFile.answers as Record<string, unknown>)
    return answers ? [{ service, answers }] : []
  })
}

function waitsFor({ startsOnceDecided = false }: Service, { serviceId }: CaseFile): boolean {
  return Array.isArray(startsOnceDecided) ? startsOnceDecided.includes(serviceId) : startsOnceDecided
}

/** What was begun from here and sent in this session is offered no more; a partner's form of the same service is. */
export async function startViews(house: House, request: Request, caseFile: CaseFile, words: Words) {
  const starts = startsAfter(house, caseFile)
  if (starts.length === 0) return []
  const own = await findCases(house.office, request.session.cases ?? [])
  const sent = own.filter(other => groupOf(other) === groupOf(caseFile)).map(other => other.serviceId)
  return starts
    .filter(({ service }) => service.id === caseFile.serviceId || !sent.includes(service.id))
    .map(({ service }) => ({
      slug: service.slug,
      title: words.say(`${service.id}:startsFrom.${caseFile.serviceId}.title`),
      text: words.say(`${service.id}:startsFrom.${caseFile.serviceId}.text`),
      button: words.say('common:case.startButton', { name: words.say(`${service.id}:name`) }),
    }))
}

/** Pressed twice, it is the same form; another one of the service that was begun here is not hidden behind it. */
export async function startNext(house: House, request: Request, response: Response, caseFile: CaseFile): Promise<void> {
  const body = bodyOf(request)
  onlyNames(body, ['action'])
  const slug = single(body, 'action')
  const start = startsAfter(house, caseFile).find(({ service }) => service.slug === slug)
  if (!start) throw new Refused('badRequest')
  const drafts = await findDrafts(house.office, draftTokens(house, request))
  const newest = drafts.find(draft => draft.serviceId === start.service.id)
  const isOther = newest !== undefined && newest.fromCaseId !== caseFile.id
  if (isOther && !isBlank(newest)) return response.redirect(303, `/leistungen/${slug}?begonnen=1`)
  if (newest === undefined || isOther) {
    const { locale } = wordsFor(house, response)
    const { token } = await createDraftFrom(house.office, start.service, locale, caseFile, start.answers)
    rememberDraft(house, request, response, token)
  }
  response.redirect(303, `/antrag/${slug}/${start.service.pages[0]?.slug}`)
}

function groupOf({ id, groupId }: CaseFile): string {
  return groupId ?? id
}
