// People and dwellings of an application: adding, taking over what is known, striking out.
import type { Request, Response } from 'express'
import { Refused } from '../errors.ts'
import { typedAgain } from '../forms/input.ts'
import type { Journey, Step } from '../forms/journey.ts'
import { takenOver } from '../forms/offers.ts'
import { addMember, removeMember } from '../office/drafts.ts'
import { type Application, openApplication, origin, postedApplication, savedApplication, urlOf } from './application.ts'
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

/** What is known is saved as if it had been typed. */
export async function takeOffer(
  application: Application,
  step: Step & { kind: 'page' | 'member' },
  index: number,
  request: Request,
  response: Response,
): Promise<void> {
  const taken = takenOver(application.journey, step, index)
  if (!taken) throw new Refused('badRequest')
  await savedApplication(application, taken)
  response.redirect(303, urlOf(application, step) + origin(request))
}

export async function askRemoval(house: House, request: Request, response: Response): Promise<void> {
  const application = await openApplication(house, request, response)
  showRemoval(application, memberIn(application, request), request, response)
}

export async function removeMemberAt(house: House, request: Request, response: Response): Promise<void> {
  onlyNames(bodyOf(request), ['_draft', '_from', 'action'])
  const application = await postedApplication(house, request, response)
  const step = memberIn(application, request)
  if (single(bodyOf(request), 'action') === 'remove' && application.draft)
    await removeMember(house.office, application.draft, step.list, step.memberId)
  response.redirect(303, `/antrag/${application.service.slug}/${step.list.slug}${origin(request)}`)
}

function memberIn({ journey }: Application, request: Request): Step & { kind: 'member' } {
  const step = findMember(journey, request)
  if (!step) throw new Refused('notFound')
  return step
}

/** The first page of the member that an address names. */
export function findMember(journey: Journey, request: Request): (Step & { kind: 'member' }) | undefined {
  const { page, member } = request.params
  const step = journey.steps.find(other => other.list?.slug === page && other.memberId === member)
  return step?.kind === 'member' ? step : undefined
}
