// The two forms of a case that a clerk writes in: what was filed, and what only staff write; how each is read, stored and left.
import { isDeepStrictEqual } from 'node:util'
import { Refused } from '../errors.ts'
import { changedControls } from '../forms/changed.ts'
import { deskWords } from '../forms/desk-form.ts'
import type { Raw } from '../forms/input.ts'
import { type Journey, nextStep, type Step } from '../forms/journey.ts'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import type { Language } from '../language.ts'
import { correct, journeyOf, openSteps, type Correction as What } from '../office/correct.ts'
import type { Hold, Outcome } from '../office/decide.ts'
import { deskJourneyToWrite, writeDesk } from '../office/desk-form.ts'
import { type Correction, fromOf, type PageStep } from './correct-pages.ts'
import type { Desk } from './desk.ts'
import { openUrl, urlOf } from './desk-answers.ts'
import { bodyOf, single } from './posted.ts'

export type CaseForm = {
  /** Part of the address. */
  place: 'berichtigen' | 'amtlich'
  /** What its texts begin with; those it has none of are the corrections'. */
  says: 'correct' | 'official'
  words: (service: Service, words: Words) => Words
  journeyOf: (desk: Desk, typed: Raw) => Journey
  save: (before: Correction, after: Correction, step: PageStep) => Promise<Outcome | 'unchanged'>
  /** Where it goes on after a page; undefined: back to the case. */
  next: (after: Correction, step: PageStep) => string | undefined
}

export const filedForm: CaseForm = {
  place: 'berichtigen',
  says: 'correct',
  words: (_, words) => words,
  journeyOf: ({ house, service, caseFile }, typed) => journeyOf(house.office, service, caseFile, typed),
  save: async (before, after, step) =>
    isDeepStrictEqual(after.journey.answers, before.journey.answers)
      ? 'unchanged'
      : store(after, {
          kind: 'corrected',
          page: step.path,
          fields: changedControls(before.journey, after.journey, step, before.house.words.de),
        }),
  next: (after, step) => followingUrl(after, step) ?? openPageUrl(after),
}

export const deskForm: CaseForm = {
  place: 'amtlich',
  says: 'official',
  words: deskWords,
  journeyOf: ({ house, service, caseFile }, typed) => {
    if (!service.desk) throw new Refused('notFound')
    return deskJourneyToWrite(house.office, service, caseFile, typed)
  },
  save: (_, after, step) => writeDesk(holdOf(after), after.journey, step),
  next: followingUrl,
}

export function opened(desk: Desk, form: CaseForm): Correction {
  return { ...desk, form, journey: form.journeyOf(desk, {}) }
}

export function withTyped(correction: Correction, typed: Raw): Correction {
  return { ...correction, journey: correction.form.journeyOf(correction, typed) }
}

/** Each page that is saved is one correction: a case may lack answers meanwhile, and is not confirmed before. */
export function store(correction: Correction, what: What): Promise<Outcome> {
  const { house, caseFile, journey } = correction
  const words = { de: house.words.de, citizen: house.words[caseFile.locale as Language] }
  return correct(holdOf(correction), journey, words, what)
}

/** What a correction has left open. */
export function openPageUrl({ caseFile, journey }: Pick<Correction, 'caseFile' | 'journey'>): string | undefined {
  const [open] = openSteps(journey)
  return open && openUrl(caseFile, open)
}

/** Page by page through who is new, or through the desk's form; the last page of a form is nobody's here. */
function followingUrl({ caseFile, journey, request, form }: Correction, step: PageStep): string | undefined {
  if (fromOf(request) !== 'liste' || (form === filedForm && step.kind !== 'member')) return undefined
  const next = nextStep(journey, step)
  if (!next || next === journey.steps.at(-1)) return undefined
  return urlOf(caseFile, next, form.place) + (isPage(next, step) ? '?von=liste' : '')
}

/** After the last page of a person comes the list. */
function isPage(next: Step, step: Step): boolean {
  return next.kind === step.kind
}

function holdOf({ house, service, clerk, caseFile, request }: Correction): Hold {
  const version = Number(single(bodyOf(request), 'version') || -1)
  return { office: house.office, service, clerk, caseFile, version }
}
