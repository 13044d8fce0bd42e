// Who else is told of a trade notification, and exactly which numbers of its form (GewO section 14(8), GewAnzV section 3).
import type { OfficialField, Recipient } from '../../forms/around.ts'
import { tradeCodePermits } from '../../law/lists/permits.ts'
import { isForeigner, isRegistered, permitsOf } from './trade-facts.ts'
import type { Trade } from './trade-fields.ts'

export const tradeForms = ['trade-registration', 'trade-change', 'trade-deregistration'] as const
export type TradeForm = (typeof tradeForms)[number]

/** `all but` or `only` these numbers; `10-13` is a span; `none`: this form is not sent there. */
type Share = `all but ${string}` | `only ${string}` | 'none'
type Row = { id: string; shares: Record<TradeForm, Share>; when?: (told: Told) => boolean }
type Told = {
  answers: Trade & { registrationReason?: string }
  desk: Record<string, unknown>
}

const row = (id: string, first: Share, second: Share, third: Share, when?: Row['when']): Row => ({
  id,
  shares: { 'trade-registration': first, 'trade-change': second, 'trade-deregistration': third },
  ...(when && { when }),
})

// biome-ignore format: the table of GewAnzV section 3(1) to (3), a row a recipient: GewA 1, GewA 2, GewA 3; last whom section 3(2a) adds
export const tradeRecipients: Row[] = [
  row('chamberOfCommerce', 'all but 13 27 29-31 33', 'all but 13 26-28 30', 'all but 13 30'),
  row('chamberOfCrafts', 'all but 13 27 30 31 33', 'all but 13 27 28 30', 'all but 13 30'),
  row('immissionControl', 'all but 10 12 13 27-31 33', 'all but 10 12 13 25-28 30', 'all but 10 12 13 28 30'),
  row('occupationalSafety', 'all but 10 12 13 27-31 33', 'all but 10 12 13 25-28 30', 'all but 10 12 13 28 30'),
  row('weightsAndMeasures', 'only 1 3-5 11 14 15 18 20', 'only 1 3-5 11 14 15 18 19 21', 'only 1 3-5 11 14 16 18 20'),
  row('employmentAgency', 'all but 13 27 33', 'all but 13 30', 'all but 10 12-19 21-30'),
  row('accidentInsurance', 'all but 12 28 30 31 33', 'all but 12 25 27 28 30', 'all but 12 30'),
  row('registerCourt', 'none', 'none', 'all but 8-10 12-14 16 21 22 24 28-30', ({ answers }) => isRegistered(answers)),
  row('foodControl', 'all but 10 12 13 27-31 33', 'all but 10 12 13 25-28 30', 'all but 10 12 13 28 30'),
  row('pensionInsurance', 'all but 12 13 17 19 21-31 33', 'all but 12 13 17 22-28 30', 'all but 12 13 17 19 21-28 30'),
  row('foreignersAuthority', 'all but 12-14 17 19 22-29 33', 'all but 12-14 17 22-26 30', 'all but 12-14 17 19 21-28 30', ({ answers }) => isForeigner(answers)),
  row('taxOffice', 'all but 6 12 13 19 21 22 27-31 33', 'all but 6 12 13 22 25-28 30', 'all but 6 12 13 19 21 22 27 30'),
  row('permitAuthority', 'all but 33', 'all but 30', 'all but 30', concernsPermit),
  row('statisticsAuxiliary', 'only 1-5 12 15-17', 'only 1-5 12 15-17', 'only 1-5 12 15-17'),
  row('statisticsSurvey', 'only 6 10 18-25 29 32', 'only 6 10 18-24 26 29', 'only 6 10 18-26 28 29'),
  row('customs', 'all but 13 27 33', 'none', 'none', ({ desk }) => desk.customsIndication === 'yes'),
  row('formerAuthority', 'all but 33', 'none', 'none', ({ answers }) => answers.registrationReason === 'relocation'),
]

/** What the form has no number for is never sent. */
export function recipientsOf(form: TradeForm, fields: Pick<OfficialField<never>, 'number'>[], told: Told): Recipient[] {
  const numbers = fields.map(({ number }) => number).filter(number => /^\d+$/.test(number))
  return tradeRecipients
    .filter(({ shares, when }) => shares[form] !== 'none' && (!when || when(told)))
    .map(({ id, shares }) => ({ id, numbers: numbersOf(shares[form], numbers) }))
}

export function numbersOf(share: Share, numbers: string[]): string[] {
  if (share === 'none') return []
  const named = new Set(
    share
      .replace(/^(all but|only) /, '')
      .split(' ')
      .flatMap(span),
  )
  return numbers.filter(number => named.has(number) === share.startsWith('only'))
}

function span(text: string): string[] {
  const [from = 0, to = from] = text.split('-').map(Number)
  return Array.from({ length: to - from + 1 }, (_, step) => String(from + step))
}

/** What the desk decided; where it had nothing to decide, what the words of the activity point to. */
function concernsPermit({ answers, desk }: Told): boolean {
  if (desk.permitRequired === 'no') return false
  const kinds = (desk.permitKinds as string[] | undefined) ?? permitsOf(answers).map(({ key }) => key)
  return tradeCodePermits.some(key => kinds.includes(key))
}
