// A clerk corrects an answer with the person there: the same pages and rules as for citizens; what was sent stays beside it.
import { inWords } from '../forms/in-words.ts'
import { answersAgain, type Raw } from '../forms/input.ts'
import { type Journey, walk } from '../forms/journey.ts'
import { planOf } from '../forms/plan.ts'
import { separate } from '../forms/sensitive.ts'
import type { Facts, Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import type { CaseFile, Prisma } from '../generated/client.ts'
import { answersOf, change, type Hold, type Outcome } from './decide.ts'
import { record } from './history.ts'
import { type Office, sealAll } from './office.ts'

/** The case as a journey of its day of filing, with what is typed now on top. */
export function journeyOf(office: Office, service: Service, caseFile: CaseFile, typed: Raw = {}): Journey {
  return walk(service, { ...answersAgain(answersOf(office, caseFile)), ...typed }, factsOf(office, caseFile))
}

/** Pages that lack something after a correction; what citizens declare at sending is not asked of clerks. */
export function openSteps(journey: Journey): Journey['steps'] {
  return journey.steps.filter(step => step.problems.length > 0 && step !== journey.steps.at(-1))
}

/** Only the holder, only this version. The language of the citizen's words is the one they filed in. */
export async function correct(hold: Hold, journey: Journey, words: { de: Words; citizen: Words }): Promise<Outcome> {
  const { office, service, clerk, caseFile } = hold
  const facts = factsOf(office, caseFile)
  const { open, sealed } = separate(planOf(service), service.complete(journey.answers as never, facts))
  const data = {
    answers: open as Prisma.InputJsonObject,
    sealed: sealAll(office, caseFile.id, sealed),
    words: inWords(journey, words.de, 'hidden') as Prisma.InputJsonArray,
    wordsOfCitizen: inWords(journey, words.citizen, 'hidden') as Prisma.InputJsonArray,
    wordsAsSent: (caseFile.wordsAsSent ?? caseFile.words) as Prisma.InputJsonArray,
    findings: journey.findings as unknown as Prisma.InputJsonArray,
    name: service.filerName(journey.answers as never),
    masked: service.isMasked(journey.answers as never),
    dueOn: new Date(service.due(journey.answers as never, facts.filedOn)),
  }
  return change(hold, data, work => record(work, caseFile.id, 'corrected', clerk))
}

function factsOf(office: Office, caseFile: CaseFile): Facts {
  return { ...office.facts(), filedOn: caseFile.filedOn.toISOString().slice(0, 10) }
}
