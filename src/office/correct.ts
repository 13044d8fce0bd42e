// A clerk corrects a case with the person there, page by page: the same pages and rules as for citizens; what was sent stays beside it.
import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { inWords } from '../forms/in-words.ts'
import { answersAgain, type Raw, typedAgain } from '../forms/input.ts'
import { type Answers, type Journey, walk } from '../forms/journey.ts'
import { listedIds, memberPrefix } from '../forms/members.ts'
import { type PlannedMembers, planOf } from '../forms/plan.ts'
import { separate } from '../forms/sensitive.ts'
import type { Facts, Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import type { CaseFile, Prisma } from '../generated/client.ts'
import { dayOf } from '../law/dates.ts'
import { answersOf, change, findingsTick, type Hold, type Outcome } from './decide.ts'
import { deskAfter } from './desk-form.ts'
import { record } from './history.ts'
import { type Office, sealAll } from './office.ts'

/** What the history says was done: on which page, to which controls; `list` is the page of the people or dwellings. */
export type Correction =
  | { kind: 'corrected'; page: string; fields: string[] }
  | { kind: 'memberAdded' | 'memberStruck'; list: string }

/** The case as a journey of its day of filing, with what is typed now on top. */
export function journeyOf(office: Office, service: Service, caseFile: CaseFile, typed: Raw = {}): Journey {
  return walk(service, { ...answersAgain(answersOf(office, caseFile)), ...typed }, factsOf(office, caseFile))
}

/** Pages that lack something after a correction; what citizens declare at sending is not asked of clerks. */
export function openSteps(journey: Journey): Journey['steps'] {
  return journey.steps.filter(step => step.problems.length > 0 && step !== journey.steps.at(-1))
}

/** A further person or dwelling, blank or with what is known of it, as it would have been typed. */
export function newMember(
  list: PlannedMembers,
  journey: Journey,
  values: Record<string, unknown>,
): { id: string; typed: Raw } {
  const id = randomBytes(6).toString('hex')
  const own = Object.entries(typedAgain(values)).map(([name, value]) => [memberPrefix(list, id) + name, value])
  return { id, typed: { [list.node.name]: [...listedIds(list, journey.raw), id], ...Object.fromEntries(own) } }
}

/** What is typed of a member that is not on its list any more does not count. */
export function withoutMember(list: PlannedMembers, journey: Journey, id: string): Raw {
  return { [list.node.name]: listedIds(list, journey.raw).filter(other => other !== id) }
}

/** Only the holder, only this version. The language of the citizen's words is the one they filed in. */
export async function correct(
  hold: Hold,
  journey: Journey,
  words: { de: Words; citizen: Words },
  correction: Correction,
): Promise<Outcome> {
  const { office, service, clerk, caseFile } = hold
  const facts = factsOf(office, caseFile)
  const { kind, ...detail } = correction
  const { open, sealed } = separate(planOf(service), settledAnswers(service, journey, facts))
  const data = {
    answers: open as Prisma.InputJsonObject,
    sealed: sealAll(office, caseFile.id, sealed),
    ...deskAfter(hold, journey.answers),
    words: inWords(journey, words.de, 'hidden') as Prisma.InputJsonArray,
    wordsOfCitizen: inWords(journey, words.citizen, 'hidden') as Prisma.InputJsonArray,
    ...(caseFile.wordsAsSent === null && asSent(caseFile)),
    findings: journey.findings as unknown as Prisma.InputJsonArray,
    ...(!isDeepStrictEqual(journey.findings, caseFile.findings) && { ticks: withoutFindings(caseFile) }),
    name: service.filerName(journey.answers as never),
    masked: isMaskedAfter(hold, journey),
    dueOn: new Date(service.due(journey.answers as never, facts.filedOn)),
  }
  return change(hold, data, work => record(work, caseFile.id, kind, clerk, detail))
}

function withoutFindings({ ticks }: CaseFile): string[] {
  return ticks.filter(id => id !== findingsTick)
}

/** Kept at the first correction, and never written again. */
function asSent({ words, wordsOfCitizen, sealed }: CaseFile) {
  return {
    wordsAsSent: words as Prisma.InputJsonArray,
    wordsOfCitizenAsSent: wordsOfCitizen as Prisma.InputJsonArray,
    sealedAsSent: sealed as Prisma.InputJsonObject,
  }
}

/** What an earlier case of the same person has asked for is not in these answers, and stays. */
function isMaskedAfter({ office, service, caseFile }: Hold, { answers }: Journey): boolean {
  const isInherited = caseFile.masked && !service.isMasked(answersOf(office, caseFile) as never)
  return isInherited || service.isMasked(answers as never)
}

/** What follows from other answers is added when none is open: before, it would pass for an answer to an open question. */
function settledAnswers(service: Service, journey: Journey, facts: Facts): Answers {
  return openSteps(journey).length > 0 ? journey.answers : service.complete(journey.answers as never, facts)
}

/** The town as it is, on the day of filing. */
export function factsOf(office: Office, caseFile: CaseFile): Facts {
  return { ...office.facts(), filedOn: dayOf(caseFile.filedOn) }
}
