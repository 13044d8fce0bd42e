// What a case waits for before it can be confirmed; each is a text `desk.<wait>`.
import { journeyOf, openSteps } from './correct.ts'
import type { Hold } from './decide.ts'
import { openDeskSteps } from './desk-form.ts'
import { accountOf, isWaitingForPayment } from './fees.ts'

export type Wait = 'incompleteAnswers' | 'incompleteOfficial' | 'feeOpen'

export async function findWait({ office, service, caseFile }: Hold): Promise<Wait | undefined> {
  if (openSteps(journeyOf(office, service, caseFile)).length > 0) return 'incompleteAnswers'
  if (openDeskSteps(office, service, caseFile).length > 0) return 'incompleteOfficial'
  return isWaitingForPayment(await accountOf(office, service, caseFile)) ? 'feeOpen' : undefined
}
