// What staff write or certify on a case, page by page, with the pages' names in the history; sensitive answers are sealed.
import { isDeepStrictEqual } from 'node:util'
import { deskForm } from '../forms/desk-form.ts'
import { answersAgain, type Raw } from '../forms/input.ts'
import { type Answers, type Journey, type Step, walk } from '../forms/journey.ts'
import { type PlannedPage, planOf } from '../forms/plan.ts'
import { join, separate } from '../forms/sensitive.ts'
import type { Service } from '../forms/service.ts'
import type { CaseFile, Prisma } from '../generated/client.ts'
import { factsOf, openSteps } from './correct.ts'
import { answersOf, change, type Hold, type Outcome } from './decide.ts'
import { record } from './history.ts'
import { type Office, openAll, sealAll } from './office.ts'

type WrittenStep = Pick<Step, 'shown'> & { page: PlannedPage }

/** What clerks have saved, and nothing else: what the form begins with counts once its page is saved. */
export function deskJourney(office: Office, service: Service, caseFile: CaseFile): Journey {
  return walked(office, service, caseFile, answersAgain(savedIn(office, caseFile)))
}

/** A page to be filled in: begun with what the filing says, then what was saved, then what is typed now. */
export function deskJourneyToWrite(office: Office, service: Service, caseFile: CaseFile, typed: Raw): Journey {
  const saved = savedIn(office, caseFile)
  const begun = service.desk?.begin?.(answersOf(office, caseFile), factsOf(office, caseFile)) ?? {}
  const unsaved = Object.entries(begun).filter(([name]) => !(name in saved))
  const raw = { ...answersAgain(Object.fromEntries(unsaved)), ...answersAgain(saved), ...typed }
  return walked(office, service, caseFile, raw)
}

/** The answers that count: for letters, recipients and fees. */
export function deskAnswersOf(office: Office, service: Service, caseFile: CaseFile): Answers {
  return deskJourney(office, service, caseFile).answers
}

export function isSaved(office: Office, caseFile: CaseFile, { nodes }: PlannedPage): boolean {
  const saved = savedIn(office, caseFile)
  return namesOn(nodes).every(name => name in saved)
}

/** Pages that lack something, where the law wants the form before the case is confirmed. */
export function openDeskSteps(office: Office, service: Service, caseFile: CaseFile): Step[] {
  const isWanted = service.desk?.required(answersOf(office, caseFile)) ?? false
  return isWanted ? openSteps(deskJourney(office, service, caseFile)) : []
}

/** One page saved is one event, which names the fields that have changed and never their answers, nor what was not asked. */
export async function writeDesk(hold: Hold, journey: Journey, { page, shown }: WrittenStep): Promise<Outcome> {
  const { office, clerk, caseFile } = hold
  const saved = savedIn(office, caseFile)
  const written = namesOn(page.nodes).map(name => [name, journey.answers[name] ?? null] as const)
  const changed = written.filter(([name, value]) => !isDeepStrictEqual(saved[name], value))
  if (changed.length === 0) return 'done'
  const isAsked = (name: string) => shown.some(control => control === name || control.startsWith(`${name}.`))
  const fields = changed
    .filter(([name, value]) => isAsked(name) || value !== null || (saved[name] ?? null) !== null)
    .map(([name]) => name)
  return change(hold, stored(office, caseFile, journey.service, { ...saved, ...Object.fromEntries(written) }), work =>
    record(work, caseFile.id, 'deskWritten', clerk, { fields }),
  )
}

/**
 * What was saved, once the filing was corrected. Sealed answers that it has no page for any more are not kept: nobody
 * could see or delete them.
 */
export function deskAfter({ office, service, caseFile }: Hold, filed: Answers) {
  const saved = savedIn(office, caseFile)
  const followed = { ...saved, ...service.desk?.follow?.(saved, answersOf(office, caseFile) as never, filed as never) }
  const form = deskForm(service, filed)
  const { deskAnswers, deskSealed } = stored(office, caseFile, form, followed)
  const { steps } = walk(form, answersAgain(followed), factsOf(office, caseFile))
  const asked = new Set(steps.flatMap(({ page }) => namesOn(page?.nodes ?? [])))
  const sealed = Object.entries(deskSealed).filter(([path]) => asked.has(path.split('.')[0] ?? ''))
  return { deskAnswers, deskSealed: Object.fromEntries(sealed) }
}

function stored(office: Office, caseFile: CaseFile, form: Service, all: Answers) {
  const blank = Object.entries(all).filter(([, value]) => value === null)
  const answered = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== undefined))
  const { open, sealed } = separate(planOf(form), answered)
  return {
    deskAnswers: { ...open, ...Object.fromEntries(blank) } as Prisma.InputJsonObject,
    deskSealed: sealAll(office, caseFile.id, sealed),
  }
}

function savedIn(office: Office, { id, deskAnswers, deskSealed }: CaseFile): Answers {
  return join(deskAnswers as Answers, openAll(office, id, deskSealed))
}

function walked(office: Office, service: Service, caseFile: CaseFile, raw: Raw): Journey {
  return walk(deskForm(service, answersOf(office, caseFile)), raw, factsOf(office, caseFile))
}

function namesOn(nodes: PlannedPage['nodes']): string[] {
  return [...new Set(nodes.map(node => node.groups[0] ?? node.name))]
}
