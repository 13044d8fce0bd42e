// What the office has corrected in a case, for the citizen: which answers and on which day; never by whom, nor what was sealed.
import { labelsOfControls } from '../forms/changed.ts'
import { questionOf } from '../forms/describe.ts'
import type { Journey } from '../forms/journey.ts'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { berlinDay } from '../law/dates.ts'
import { formatDay } from '../law/partial-date.ts'
import { journeyOf } from '../office/correct.ts'
import { correctionsOf, type Line } from '../office/history.ts'
import { pageTitle } from './apply-pages.ts'
import type { CaseFile } from './case-page.ts'
import type { House } from './house.ts'

type Detail = Pick<Line['detail'], 'page' | 'fields'>
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

/** Which answers, or who or what was added and struck out; of a page that is not asked any more only that it was. */
function whatOf(journey: Journey, { kind, detail }: Correction, words: Words): string {
  const own = detail.list ? words.find([`${journey.service.id}:pages.${detail.list}.${kind}`]) : undefined
  return correctedWhat(journey, detail, words) || (own ?? words.say(`common:events.${kind}`))
}

/** "Geburtsort (Jana Westerbrink)": the labels of the answers, or the question where none is known; undefined where the page is not asked any more. */
export function correctedWhat(journey: Journey, { page, fields = [] }: Detail, words: Words): string | undefined {
  const step = journey.steps.find(({ path }) => path === page)
  if (!step || step.kind === 'members') return undefined
  const labels = labelsOfControls(journey, step, fields, words)
  return pageTitle(journey, step, labels.join(', ') || questionOf(journey, step, words), words)
}
