// The check page as finished values: the whole declaration, the truth about what comes next, the last step.
import type { Request, Response } from 'express'
import { describePage } from '../forms/describe.ts'
import type { Problem } from '../forms/input.ts'
import { feesOf } from '../office/fees.ts'
import { type Application, urlOf } from './application.ts'
import { common, frameFor, type PageStep } from './apply-pages.ts'
import { answersToCheck } from './check-answers.ts'
import { feesView } from './fees-view.ts'
import { stepTitle } from './members-pages.ts'
import { nextView } from './next-view.ts'
import { leftOutNotices, warningsToCheck } from './warnings.ts'

export function showCheck(
  application: Application,
  step: PageStep,
  request: Request,
  response: Response,
  problems: Problem[],
): void {
  const { house, service, journey, words } = application
  const page = describePage(journey, step, problems, words)
  const title = words.say(`${service.id}:pages.pruefen.title`)
  const dueOn = service.due(journey.answers as never, house.office.facts().filedOn)
  const { answers, findings } = journey
  const next = nextView(house, { service, answers, dueOn, findings }, words)
  response.render('apply/check', {
    it: {
      frame: frameFor(application, request, response, title, problems, {
        action: urlOf(application, step),
        enter: 'send',
      }),
      ...common(application, step, request, problems),
      problems: page.problems,
      heading: title,
      intro: page.intro,
      leftOut: leftOutNotices(application),
      warnings: warningsToCheck(application, step => stepTitle(journey, step, words)),
      ...answersToCheck(application),
      next: { ...next, heading: words.say('common:apply.nextHeading') },
      fees: feesView(service, feesOf(house.office, service, journey.answers, journey.facts.filedOn), words),
      notices: page.notices,
      privacy: words.say('common:apply.privacyLink'),
      noticesHeading: words.say('common:apply.noticesHeading'),
      fields: page.fields.map(field => ({ ...field, label: words.say('common:apply.declarations') })),
      why: page.why ? { label: words.say('common:apply.why'), text: page.why } : null,
      buttons: { send: words.say(`${service.id}:send`) },
    },
  })
}
