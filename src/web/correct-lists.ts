// People and dwellings of a case: the clerk adds one or strikes one out, with the person there.
import { Refused } from '../errors.ts'
import { isComplete, type Step } from '../forms/journey.ts'
import { listedIds } from '../forms/members.ts'
import { newMember, withoutMember } from '../office/correct.ts'
import { openPageUrl, store, withTyped } from './case-forms.ts'
import { type Correction, showList, showStriking } from './correct-pages.ts'
import { urlOf } from './desk-answers.ts'
import { lost } from './desk-outcome.ts'
import { findMember } from './members.ts'
import { bodyOf, onlyNames, single } from './posted.ts'

type ListStep = Step & { kind: 'members' }

export async function postList(before: Correction, step: ListStep): Promise<void> {
  const { request, response, caseFile } = before
  onlyNames(bodyOf(request), ['_from', 'version', 'action'])
  const [action = '', detail = ''] = single(bodyOf(request), 'action').split(':')
  if (action === 'add') return add(before, step, step.list.begin(before.journey.answers))
  if (action === 'known')
    return add(before, step, step.list.known(before.journey.answers)[Number(detail)]?.values ?? {})
  if (!isComplete(step)) {
    response.status(422)
    return showList(before, step, step.problems)
  }
  response.redirect(303, openPageUrl(before) ?? `/amt/vorgang/${caseFile.number}`)
}

/** On to the first page of who or what is new. */
async function add(before: Correction, { list, path }: ListStep, values: Record<string, unknown>): Promise<void> {
  const { response, caseFile, journey } = before
  if (listedIds(list, journey.raw).length >= list.node.max) return response.redirect(303, urlOf(caseFile, { path }))
  const { id, typed } = newMember(list, journey, values)
  const after = withTyped(before, typed)
  if ((await store(after, { kind: 'memberAdded', list: list.slug })) === 'stale') return lost(after)
  const first = after.journey.steps.find(other => other.memberId === id)
  response.redirect(303, first ? `${urlOf(caseFile, first)}?von=liste` : urlOf(caseFile, { path }))
}

export async function askStriking(correction: Correction): Promise<void> {
  const step = findMember(correction.journey, correction.request)
  if (!step) throw new Refused('notFound')
  showStriking(correction, step)
}

/** Struck out already, by a second click or in another window: nothing is left to do. */
export async function strike(before: Correction): Promise<void> {
  const { request, response, caseFile, journey } = before
  onlyNames(bodyOf(request), ['_from', 'version', 'action'])
  const step = findMember(journey, request)
  if (step && single(bodyOf(request), 'action') === 'remove') {
    const after = withTyped(before, withoutMember(step.list, journey, step.memberId))
    if ((await store(after, { kind: 'memberStruck', list: step.list.slug })) === 'stale') return lost(after)
  }
  response.redirect(303, urlOf(caseFile, { path: String(request.params.page) }))
}
