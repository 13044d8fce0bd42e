// Letters that the town issues: made once, stored with their hash, never changed.
import { createHash } from 'node:crypto'
import type { Answers } from '../forms/journey.ts'
import type { Service } from '../forms/service.ts'
import type { CaseFile, Clerk } from '../generated/client.ts'
import { formatDay } from '../law/partial-date.ts'
import { deskAnswersOf } from './desk-form.ts'
import { feesInLetter, feesOf } from './fees.ts'
import type { Office } from './office.ts'
import { renderLetter } from './render-letter.ts'

export async function letterFor(office: Office, service: Service, caseFile: CaseFile, answers: Answers, clerk: Clerk) {
  const today = office.facts().filedOn
  const filing = { answers, desk: deskAnswersOf(office, service, caseFile) }
  const kindOf = service.letters.find(({ when }) => !when || when(filing))
  if (!kindOf) throw new Error(`no letter for ${caseFile.number}`)
  const { kind, template, content } = kindOf
  const common = { ...office.letterhead, number: caseFile.number, date: formatDay(today, 'de'), officer: clerk.name }
  const filedOn = caseFile.filedOn.toISOString().slice(0, 10)
  const fees = feesInLetter(office, service, feesOf(office, service, answers, filedOn))
  const pdf = new Uint8Array(await renderLetter(template, { ...common, fees, ...content(filing, today) }))
  return { kind, pdf, sha256: createHash('sha256').update(pdf).digest('hex') }
}
