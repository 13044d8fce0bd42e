// A case under correction as finished values: a question page, a list of people or dwellings, striking one out.
import type { Request } from 'express'
import { describePage } from '../forms/describe.ts'
import type { Problem } from '../forms/input.ts'
import type { Journey, Step } from '../forms/journey.ts'
import { offersInWords, pageTitle } from './apply-pages.ts'
import type { Desk } from './desk.ts'
import { urlOf } from './desk-answers.ts'
import { frame, sessionBinding, tokenFor, wordsFor } from './house.ts'
import { membersOf, removalOf } from './members-pages.ts'
import { bodyOf } from './posted.ts'
import { deskNavigation } from './queue-page.ts'

/** `more` names the small list for which the clerk asked one more row. */
export type Correction = Desk & { journey: Journey; more?: string }
export type PageStep = Step & { kind: 'page' | 'member' }
const says = { liste: 'correctList', offen: 'correctOpen' } as const

/** `liste`: a member's pages are walked one after the other; `offen`: an earlier correction made this page necessary. */
export function fromOf(request: Request): 'liste' | 'offen' | null {
  const from = request.query.von ?? bodyOf(request)._from
  return from === 'liste' || from === 'offen' ? from : null
}

export function showCorrection(correction: Correction, step: PageStep, problems: Problem[], stale?: 'stale'): void {
  const { house, request, response, caseFile, journey } = correction
  const words = wordsFor(house, response)
  const page = describePage(journey, step, problems, words, correction.more)
  const from = fromOf(request)
  const say = stale ? 'correctStale' : from ? says[from] : 'correctText'
  response.render('apply/page', {
    it: {
      frame: frameOf(correction, pageTitle(journey, step, page.title, words), problems),
      back: { label: words.say('common:desk.correctBack'), formaction: null },
      step: caseFile.number,
      savedAt: null,
      problemsHeading: words.say('common:problemsHeading'),
      problems: page.problems,
      form: formOf(correction, urlOf(caseFile, step)),
      heading: page.heading,
      headingHint: page.headingHint,
      intro: page.intro,
      notices: [
        {
          kind: stale ? 'danger' : 'info',
          heading: stale ? words.say('common:desk.conflictHeading') : null,
          text: [words.say(`common:desk.${say}`)],
        },
      ],
      legal: page.notices,
      why: null,
      fields: page.fields,
      offers: offersInWords(journey, step, words),
      buttons: {
        next: words.say(`common:desk.${from === 'liste' ? 'correctNext' : 'correctSave'}`),
        save: null,
      },
    },
  })
}

export function showList(correction: Correction, step: Step & { kind: 'members' }, problems: Problem[]): void {
  const { house, response, service, caseFile, journey } = correction
  const words = wordsFor(house, response)
  const place = { base: urlOf(caseFile, { path: '' }), query: '?von=liste' }
  const list = membersOf({ service, journey, words }, step, problems, place)
  response.render('apply/members', {
    it: {
      frame: frameOf(correction, list.heading, problems),
      back: { label: words.say('common:desk.listBack') },
      step: caseFile.number,
      savedAt: null,
      problemsHeading: words.say('common:problemsHeading'),
      form: formOf(correction, urlOf(caseFile, step)),
      ...list,
      intro: [words.say('common:desk.listText')],
      buttons: { next: words.say('common:apply.next') },
    },
  })
}

export function showStriking(correction: Correction, step: Step & { kind: 'member' }): void {
  const { house, response, service, caseFile, journey } = correction
  const words = wordsFor(house, response)
  const removal = removalOf({ service, journey, words }, step)
  response.render('apply/remove', {
    it: {
      frame: frameOf(correction, `${removal.heading} (${removal.name})`, []),
      form: formOf(correction, urlOf(caseFile, { path: `${step.list.slug}/${step.memberId}/entfernen` })),
      ...removal,
      text: words.say('common:desk.strikeText'),
    },
  })
}

function frameOf({ house, request, response, caseFile }: Correction, page: string, problems: Problem[]) {
  const words = wordsFor(house, response)
  const title = words.say('common:desk.correctTitle', { page, number: caseFile.number })
  return frame(house, request, response, {
    title: `${problems.length > 0 ? words.say('common:errorPrefix') : ''}${title}`,
    desk: true,
    personal: true,
    nav: deskNavigation(words, null),
  })
}

function formOf({ house, request, caseFile }: Correction, action: string) {
  return {
    action,
    csrf: tokenFor(house, sessionBinding(request)),
    draft: null,
    from: fromOf(request),
    seen: null,
    version: String(caseFile.version),
  }
}
