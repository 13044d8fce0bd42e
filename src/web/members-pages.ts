// People or dwellings so far: add another, change, remove; as finished values for their views.
import type { Request, Response } from 'express'
import { questionOf } from '../forms/describe.ts'
import { problemText } from '../forms/field-views.ts'
import { titleOf, valueLines } from '../forms/in-words.ts'
import type { Problem } from '../forms/input.ts'
import { isOpen, type Journey, memberAnswers, type Step } from '../forms/journey.ts'
import { listedIds } from '../forms/members.ts'
import type { Words } from '../forms/words.ts'
import { type Application, isFromCheck, origin } from './application.ts'
import { common, frameFor, pageTitle, tokens } from './apply-pages.ts'
import { titleWith, warningsShown } from './warnings.ts'

type ListStep = Step & { kind: 'members' }
/** A form with lists in it, an application's or a case's. */
type Form = Pick<Application, 'service' | 'journey' | 'words'>
/** What stands before and after the path of a member's page in its address, and which of them are still to be filled in. */
type Place = { base: string; query: string; isOpen: (step: Step) => boolean }

export function showMembers(
  application: Application,
  step: ListStep,
  request: Request,
  response: Response,
  problems: Problem[],
): void {
  const { service, journey, words } = application
  const place = {
    base: `/antrag/${service.slug}/`,
    query: origin(request),
    isOpen: (one: Step) => isOpen(journey, one),
  }
  const list = membersOf(application, step, problems, place)
  const warned = warningsShown(application, step, request)
  response.render('apply/members', {
    it: {
      frame: frameFor(application, request, response, titleWith(warned, list.heading, words), problems),
      ...common(application, step, request, problems),
      ...list,
      notices: warned,
      buttons: { next: words.say('common:apply.next') },
    },
  })
}

/** Names so far and what can be done with them. */
export function membersOf(form: Form, step: ListStep, problems: Problem[], place: Place) {
  const { service, journey, words } = form
  const texts = `${service.id}:pages.${step.list.slug}`
  const ids = listedIds(step.list, journey.raw)
  return {
    problems: problems.map(problem => ({ href: '#members', text: problemText(problem, { service, words }) })),
    heading: listTitle(form, step),
    intro: (words.find([`${texts}.intro`]) ?? '').split('\n').filter(Boolean),
    why: { label: words.say('common:apply.why'), text: words.say(`${texts}.why`) },
    empty: words.say(`${texts}.empty`),
    members: ids.map(id => memberView(form, step, id, place)),
    known: step.list.known(journey.answers).map((offer, index) => ({
      value: `known:${index}`,
      label: words.say('common:apply.takeOver', { name: offer.label }),
    })),
    add: ids.length < step.list.node.max ? words.say(`${texts}.${ids.length === 0 ? 'add' : 'addMore'}`) : null,
    isFirst: ids.length === 0 && step.list.node.min > 0,
  }
}

/** "Wann und wo ist Jana Westerbrink geboren?": no two pages of a form have the same. */
export function stepTitle(journey: Journey, step: Step, words: Words): string {
  if (step.kind === 'members') return listTitle({ service: journey.service, journey, words }, step)
  return pageTitle(journey, step, questionOf(journey, step, words), words)
}

function listTitle({ service, journey, words }: Form, step: ListStep): string {
  const texts = `${service.id}:pages.${step.list.slug}`
  const isForOthers = service.isForOthers(journey.answers as never)
  return (isForOthers && words.find([`${texts}.title_other`])) || words.say(`${texts}.title`)
}

function memberView({ service, journey, words }: Form, { list }: ListStep, id: string, { base, query, isOpen }: Place) {
  const steps = journey.steps.filter(step => step.list === list && step.memberId === id)
  const open = steps.find(isOpen)
  const [first] = steps
  const name = first ? titleOf(journey, first, words) : ''
  return {
    name,
    state: [...(first ? shownOf({ service, journey, words }, first) : []), words.say(stateOf(open))].join(', '),
    isComplete: !open,
    change: {
      href: `${base}${(open ?? first)?.path}${query}`,
      label: words.say(open ? 'common:apply.goOn' : 'common:apply.change'),
      name,
    },
    remove: {
      href: `${base}${list.slug}/${id}/entfernen${query === '?von=pruefen' ? query : ''}`,
      label: words.say('common:apply.remove'),
      name,
    },
  }
}

function stateOf(open: Step | undefined): string {
  return open ? 'common:apply.memberOpen' : 'common:apply.memberComplete'
}

/** "Hauptwohnung": what tells the members apart beside their titles. */
function shownOf({ service, journey, words }: Form, step: Step): string[] {
  const node = step.list?.shows
  const value = node && memberAnswers(journey, step)?.[node.name]
  return node && value ? valueLines(service, node, value, words, journey.answers) : []
}

export function showRemoval(
  application: Application,
  step: Step & { kind: 'member' },
  request: Request,
  response: Response,
): void {
  const { service, words } = application
  const removal = removalOf(application, step)
  response.render('apply/remove', {
    it: {
      frame: frameFor(application, request, response, removal.heading, []),
      form: {
        action: `/antrag/${service.slug}/${step.list.slug}/${step.memberId}/entfernen`,
        ...tokens(application),
        from: isFromCheck(request) ? 'pruefen' : null,
      },
      ...removal,
      text: words.say('common:apply.removeText'),
    },
  })
}

/** The question, and who or what it is about. */
export function removalOf({ service, journey, words }: Form, step: Step & { kind: 'member' }) {
  return {
    heading: words.say(`${service.id}:pages.${step.list.slug}.remove`),
    name: titleOf(journey, step, words),
    yes: words.say('common:apply.removeYes'),
    no: words.say('common:apply.removeNo'),
  }
}
