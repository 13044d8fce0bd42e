// The check page as finished values: the whole declaration, the truth about what comes next, the last step.
import type { Request, Response } from 'express'
import { describePage } from '../forms/describe.ts'
import { inWords } from '../forms/in-words.ts'
import type { Problem } from '../forms/input.ts'
import { ruleText } from '../forms/words.ts'
import { longDay } from '../law/partial-date.ts'
import { hoursInWords, placeInWords } from '../town.ts'
import type { Application } from './application.ts'
import { common, frameFor, noticesOf, type PageStep } from './apply-pages.ts'

export function showCheck(
  application: Application,
  step: PageStep,
  request: Request,
  response: Response,
  problems: Problem[],
): void {
  const { service, journey, words } = application
  const page = describePage(journey, step, problems, words)
  const title = words.say(`${service.id}:pages.pruefen.title`)
  response.render('apply/check', {
    it: {
      frame: frameFor(application, request, response, title, problems),
      ...common(application, step, request, problems),
      problems: page.problems,
      heading: title,
      intro: page.intro,
      sections: checkSections(application),
      lists: listLinks(application),
      papers: { heading: words.say('common:apply.papersHeading'), items: papersInWords(application) },
      honest: honestWords(application),
      notices: [
        ...noticesOf(
          application,
          page.notices.filter(id => id !== 'noticeFamilyData' || manyPersons(application)),
        ),
        ...informations(application),
      ],
      noticesHeading: words.say('common:apply.noticesHeading'),
      fields: page.fields.map(field => ({ ...field, asHeading: false, label: words.say('common:apply.declarations') })),
      why: page.why ? { label: words.say('common:apply.why'), text: page.why } : null,
      buttons: { send: words.say(`${service.id}:send`) },
    },
  })
}

/** The end of the form says the truth: prepared here, completed at the counter, until when, with what (R-A18). */
function honestWords(application: Application): {
  heading: string
  text: string[]
  hoursHeading: string
  hours: string[]
} {
  const { service, journey, words, house } = application
  const today = house.office.facts().filedOn
  const due = service.due(journey.answers as never, today)
  const day = longDay(due, words.locale)
  return {
    heading: words.say('common:apply.honestHeading'),
    text: [
      words.say(`${service.id}:about.truth`),
      words.say(due < today ? 'common:apply.honestLate' : 'common:apply.honestDue', { day }),
    ],
    hoursHeading: words.say('common:case.hoursHeading'),
    hours: [placeInWords(house.town), ...hoursInWords(house.town, words.locale)],
  }
}

export function papersInWords(
  application: Pick<Application, 'service' | 'words'> & { journey: { answers: Record<string, unknown> } },
): string[] {
  const { service, words, journey } = application
  return service
    .papers(journey.answers as never)
    .map(paper => words.say(`${service.id}:papers.${paper.id}`, { person: paper.person }))
}

function checkSections(application: Application) {
  const { words, journey } = application
  return inWords(journey, words, 'shown')
    .map(section => ({
      heading: section.heading,
      items: section.items
        .filter(item => item.step !== 'pruefen')
        .map(item => ({
          label: item.label,
          lines: item.value && item.value.length > 0 ? item.value : [words.say('common:apply.notAnswered')],
          change: {
            href: `/antrag/${application.service.slug}/${item.step}?von=pruefen#${item.control.replaceAll('.', '-')}`,
            text: words.say('common:apply.change'),
            name: item.label,
            of: section.member ? section.heading : null,
          },
        })),
    }))
    .filter(section => section.items.length > 0)
}

/** Persons and dwellings can be added and struck out to the last. */
function listLinks({ service, words, journey }: Application) {
  const lists = journey.steps.filter(step => step.kind === 'members')
  return lists.map(({ path }) => ({
    href: `/antrag/${service.slug}/${path}?von=pruefen`,
    label: words.say(`${service.id}:pages.${path}.edit`),
  }))
}

function manyPersons(application: Application): boolean {
  return ((application.journey.answers.persons as unknown[] | undefined) ?? []).length > 1
}

function informations(application: Application) {
  const { service, words, journey } = application
  const found = journey.findings.filter(finding => finding.severity === 'info' && finding.rule !== 'R-A18')
  const rules = [...new Set(found.map(finding => ruleText(service.id, finding, words)))]
  if (rules.length === 0) return []
  return [
    {
      kind: 'info' as const,
      heading: words.say('common:apply.goodToKnow'),
      text: rules,
    },
  ]
}
