// What the office tells a citizen about their case: what is missing and by when, or why it was rejected.
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { dayOf } from '../law/dates.ts'
import { longDay } from '../law/partial-date.ts'
import { itemsAsked, openQuery, queriesOf } from '../office/decide.ts'
import { findRejection } from '../office/reject.ts'
import type { CaseFile } from './case-page.ts'
import type { House } from './house.ts'

export async function askedView(house: House, caseFile: CaseFile, service: Service, words: Words) {
  const query = openQuery(await queriesOf(house.office, caseFile))
  if (!query) return null
  const reasons = itemsAsked(query).map(reason => words.say(`${service.id}:returns.${reason}`))
  const until = query.until && words.say('common:case.askedUntil', { day: dayInWords(query.until, words) })
  const day = query.until ? dayOf(query.until) : undefined
  return { heading: words.say('common:case.askedHeading'), ids: query.reasons, reasons, note: query.note, until, day }
}

export async function rejectedView(house: House, caseFile: CaseFile, service: Service, words: Words) {
  const rejection = await findRejection(house.office, caseFile)
  if (!rejection) return null
  const reasons = itemsAsked(rejection).map(reason => words.say(`${service.id}:rejects.${reason}`))
  return {
    heading: words.say('common:case.rejectedHeading'),
    reasons,
    note: rejection.note,
    until: words.say('common:case.rejectedRemedy'),
  }
}

export function dayInWords(day: Date | null, words: Words): string {
  return day ? longDay(dayOf(day), words.locale) : ''
}
