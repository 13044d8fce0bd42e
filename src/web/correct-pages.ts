// A case under correction as finished values: a question page, a list of people or dwellings, striking one out.
import type { Request } from 'express'
import { describePage } from '../forms/describe.ts'
import type { Problem } from '../forms/input.ts'
import { isComplete, type Journey, type Step } from '../forms/journey.ts'
import type { Words } from '../forms/words.ts'
import { offersInWords, pageTitle } from './apply-pages.ts'
import type { CaseForm } from './case-forms.ts'
import type { Desk } from './desk.ts'
import { urlOf } from './desk-answers.ts'
import { forClerks, type PageForm, sessionBinding, tokenFor, wordsFor } from './house.ts'
import { membersOf, removalOf } from './members-pages.ts'
import { bodyOf } from './posted.ts'
import { deskFrame } from './queue-page.ts'

/** `more` names the small list for which the clerk asked one more row. */
export type Correction = Desk & { form: CaseForm; journey: Journey; more?: string }
export type PageStep = Step & { kind: 'page' | 'member' }
const says = { liste: 'List', offen: 'Open' } as const

/** `liste`: a member's pages are walked one after the other; `offen`: an earlier correction made this page necessary. */
export function fromOf(request: Request): 'liste' | 'offen' | null {
  const from = request.query.von ?? bodyOf(request)._from
  return from === 'liste' || from === 'offen' ? from : null
}

export function showCorrection(correction: Correction, step: PageStep, problems: Problem[], stale?: 'stale'): void {
  const { house, request, response, service, caseFile, journey, form } = correction
  const words = forClerks(wordsFor(house, response))
  const page = describePage(journey, step, problems, form.words(service, words), correction.more)
  const from = fromOf(request)
  const say = (part: string) => sayOf(form, part, words)
  const action = urlOf(caseFile, step, form.place)
  response.render('apply/page', {
    it: {
      frame: frameOf(correction, pageTitle(journey, step, page.title, words), problems, { action, enter: 'next' }),
      back: { label: say('Back'), formaction: null },
      step: caseFile.number,
      savedAt: null,
      problemsHeading: words.say('common:problemsHeading'),
      problems: page.problems,
      form: { ...formOf(correction, action), seen: step.shown.join(' ') },
      heading: page.heading,
      headingHint: page.headingHint,
      intro: page.intro,
      notices: [
        {
          kind: stale ? 'danger' : 'info',
          heading: stale ? words.say('common:desk.conflictHeading') : null,
          text: [say(stale ? 'Stale' : from ? says[from] : 'Text')],
        },
      ],
      legal: page.notices,
      why: form.says === 'official' && page.why ? { label: say('Why'), text: page.why } : null,
      fields: page.fields,
      offers: offersInWords(journey, step, words),
      buttons: {
        next: say(from === 'liste' ? 'Next' : 'Save'),
        save: null,
      },
    },
  })
}

export function showList(correction: Correction, step: Step & { kind: 'members' }, problems: Problem[]): void {
  const { house, response, service, caseFile, journey } = correction
  const words = forClerks(wordsFor(house, response))
  const isOpen = (one: Step) => !isComplete(one)
  const place = { base: urlOf(caseFile, { path: '' }), query: '?von=liste', isOpen }
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
      notices: [],
      buttons: { next: words.say('common:apply.next') },
    },
  })
}

export function showStriking(correction: Correction, step: Step & { kind: 'member' }): void {
  const { house, response, service, caseFile, journey } = correction
  const words = forClerks(wordsFor(house, response))
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

/** Each form's own words, else those of corrections. */
function sayOf({ says: own }: CaseForm, part: string, words: Words): string {
  return words.find([`common:desk.${own}${part}`]) ?? words.say(`common:desk.correct${part}`)
}

function frameOf(correction: Correction, page: string, problems: Problem[], own?: PageForm) {
  const { house, response, caseFile, form } = correction
  const words = forClerks(wordsFor(house, response))
  const title = words.say(`common:desk.${form.says}Title`, { page, number: caseFile.number })
  return deskFrame(correction, title, problems.length > 0, { form: own })
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
