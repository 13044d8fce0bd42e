// What the office has corrected in a case, for the citizen: which page and on which day; never by whom, nor what was sealed.
import { describePage } from '../forms/describe.ts'
import type { Journey } from '../forms/journey.ts'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { berlinDay } from '../law/dates.ts'
import { formatDay } from '../law/partial-date.ts'
import { journeyOf } from '../office/correct.ts'
import { correctionsOf } from '../office/history.ts'
import { pageTitle } from './apply-pages.ts'
import type { CaseFile } from './case-page.ts'
import type { House } from './house.ts'

type Correction = Awaited<ReturnType<typeof correctionsOf>>[number]

/** Null where nothing was corrected. A page corrected several times on a day stands once. */
export async function correctedView(house: House, caseFile: CaseFile, service: Service, words: Words) {
  const corrections = await correctionsOf(house.office, caseFile)
  if (corrections.length === 0) return null
  const journey = journeyOf(house.office, service, caseFile)
  const lines = corrections.map(one => {
    const day = formatDay(berlinDay(one.at), words.locale)
    return words.say('common:case.correctedLine', { day, what: whatOf(journey, one, words) })
  })
  return {
    heading: words.say('common:case.correctedHeading'),
    text: words.say('common:case.correctedText'),
    items: [...new Set(lines)],
  }
}

/** The title of the page, or who or what was added and struck out; of a page that is not asked any more only that it was. */
function whatOf(journey: Journey, { kind, detail }: Correction, words: Words): string {
  const own = detail.list ? words.find([`${journey.service.id}:pages.${detail.list}.${kind}`]) : undefined
  return (detail.page && correctedPage(journey, detail.page, words)) || (own ?? words.say(`common:events.${kind}`))
}

/** Its title; undefined for a page that is not asked any more. */
export function correctedPage(journey: Journey, page: string, words: Words): string | undefined {
  const step = journey.steps.find(({ path }) => path === page)
  if (!step || step.kind === 'members') return undefined
  return pageTitle(journey, step, describePage(journey, step, [], words).title, words)
}
