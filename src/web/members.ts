// People and dwellings of an application: adding, taking over what is known, striking out.
import type { Request, Response } from 'express'
import { Refused } from '../errors.ts'
import { filledRows, typedAgain } from '../forms/input.ts'
import type { Step } from '../forms/journey.ts'
import type { RowsNode } from '../forms/plan.ts'
import { addMember, removeMember } from '../office/drafts.ts'
import {
  type Application,
  offersOn,
  openApplication,
  origin,
  postedApplication,
  savedApplication,
  urlOf,
} from './application.ts'
import type { House } from './house.ts'
import { showRemoval } from './members-pages.ts'
import { bodyOf, onlyNames, single } from './posted.ts'

/** A blank member, or one of those already known; on to the first page that this member has. */
export async function addMemberTo(
  application: Application,
  step: Step & { kind: 'members' },
  known: number | null,
  request: Request,
  response: Response,
): Promise<void> {
  const { house, service, draft, journey } = application
  if (!draft) throw new Refused('draftGone')
  const values =
    known === null ? step.list.begin(journey.answers) : (step.list.known(journey.answers)[known]?.values ?? {})
  const { id } = await addMember(house.office, draft, service, step.list, typedAgain(values))
  const after = await savedApplication(application, {})
  const first = after.journey.steps.find(other => other.memberId === id)
  response.redirect(303, urlOf(after, first ?? step) + origin(request))
}

/** Writes what is known into the page's question, or into its first blank row. */
export async function takeOffer(
  application: Application,
  step: Step & { kind: 'page' | 'member' },
  index: number,
  request: Request,
  response: Response,
): Promise<void> {
  const offer = offersOn(application, step)[index]
  const into = step.page.offers?.into
  if (!offer || !into) throw new Refused('badRequest')
  const prefix = step.kind === 'member' ? `${step.list.node.name}.${step.memberId}.` : ''
  const at = into.kind === 'rows' ? `${into.path}.${firstBlankRow(application, into, prefix)}` : into.path
  await savedApplication(application, typedAgain(offer.values, prefix + at))
  response.redirect(303, urlOf(application, step) + origin(request))
}

function firstBlankRow({ journey }: Application, rows: RowsNode, prefix: string): number {
  return Math.min(filledRows(rows, { raw: journey.raw, prefix, answers: journey.answers }, ''), rows.max - 1)
}

export async function askRemoval(house: House, request: Request, response: Response): Promise<void> {
  const application = await openApplication(house, request, response)
  showRemoval(application, memberOf(application, request), request, response)
}

export async function removeMemberAt(house: House, request: Request, response: Response): Promise<void> {
  onlyNames(bodyOf(request), ['_draft', '_from', 'action'])
  const application = await postedApplication(house, request, response)
  const step = memberOf(application, request)
  if (single(bodyOf(request), 'action') === 'remove' && application.draft)
    await removeMember(house.office, application.draft, step.list, step.memberId)
  response.redirect(303, `/antrag/${application.service.slug}/${step.list.slug}${origin(request)}`)
}

function memberOf(application: Application, request: Request): Step & { kind: 'member' } {
  const { page, member } = request.params
  const step = application.journey.steps.find(other => other.list?.slug === page && other.memberId === member)
  if (step?.kind !== 'member') throw new Refused('notFound')
  return step
}
