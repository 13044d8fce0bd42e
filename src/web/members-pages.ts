// People or dwellings so far: add another, change, remove; as finished values for their views.
import type { Request, Response } from 'express'
import { problemText } from '../forms/field-views.ts'
import { titleOf } from '../forms/in-words.ts'
import type { Problem } from '../forms/input.ts'
import { isComplete, memberIds, type Step } from '../forms/journey.ts'
import { type Application, isFromCheck, origin, urlOf } from './application.ts'
import { common, frameFor, tokens } from './apply-pages.ts'

export function showMembers(
  application: Application,
  step: Step & { kind: 'members' },
  request: Request,
  response: Response,
  problems: Problem[],
): void {
  const { service, journey, words } = application
  const place = `${service.id}:pages.${step.list.slug}`
  const ids = memberIds(step.list, journey.raw)
  const isForOthers = service.isForOthers(journey.answers as never)
  const title = (isForOthers && words.find([`${place}.title_other`])) || words.say(`${place}.title`)
  response.render('apply/members', {
    it: {
      frame: frameFor(application, request, response, title, problems),
      ...common(application, step, request, problems),
      problems: problems.map(problem => ({ href: '#members', text: problemText(problem, { service, words }) })),
      heading: title,
      intro: (words.find([`${place}.intro`]) ?? '').split('\n').filter(Boolean),
      why: { label: words.say('common:apply.why'), text: words.say(`${place}.why`) },
      empty: words.say(`${place}.empty`),
      members: ids.map(id => memberView(application, step, id, origin(request))),
      known: step.list.known(journey.answers).map((offer, index) => ({
        value: `known:${index}`,
        label: words.say('common:apply.takeOver', { name: offer.label }),
      })),
      add: ids.length < step.list.node.max ? words.say(`${place}.${ids.length === 0 ? 'add' : 'addMore'}`) : null,
      isFirst: ids.length === 0,
      buttons: { next: words.say('common:apply.next') },
    },
  })
}

function memberView(application: Application, list: Step & { kind: 'members' }, id: string, from: string) {
  const { journey, words, service } = application
  const steps = journey.steps.filter(step => step.list === list.list && step.memberId === id)
  const open = steps.find(step => !isComplete(step))
  const [first] = steps
  const name = first ? titleOf(journey, first, words) : ''
  return {
    name,
    state: words.say(open ? 'common:apply.memberOpen' : 'common:apply.memberComplete'),
    isComplete: !open,
    change: {
      href: urlOf(application, open ?? first) + from,
      label: words.say(open ? 'common:apply.goOn' : 'common:apply.change'),
      name,
    },
    remove: {
      href: `/antrag/${service.slug}/${list.list.slug}/${id}/entfernen${from}`,
      label: words.say('common:apply.remove'),
      name,
    },
  }
}

export function showRemoval(
  application: Application,
  step: Step & { kind: 'member' },
  request: Request,
  response: Response,
): void {
  const { service, words, journey } = application
  const title = words.say(`${service.id}:pages.${step.list.slug}.remove`)
  response.render('apply/remove', {
    it: {
      frame: frameFor(application, request, response, title, []),
      form: {
        action: `/antrag/${service.slug}/${step.list.slug}/${step.memberId}/entfernen`,
        ...tokens(application),
        from: isFromCheck(request) ? 'pruefen' : null,
      },
      heading: title,
      name: titleOf(journey, step, words),
      text: words.say('common:apply.removeText'),
      yes: words.say('common:apply.removeYes'),
      no: words.say('common:apply.removeNo'),
    },
  })
}
