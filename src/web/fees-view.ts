// Fees as finished values: what is to be paid, on which basis, when, and how it stands.
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { type DueFee, euros, type Fee, feeOn, totalOf } from '../law/fees.ts'
import { type Account, feesOf, paymentInWords } from '../office/fees.ts'
import type { House } from './house.ts'

type FeesView = ReturnType<typeof viewOf>

/** Null where nothing is to be paid. */
export function feesView(service: Service, fees: DueFee[], words: Words): FeesView | null {
  return fees.length > 0 ? viewOf(service, fees, words) : null
}

function viewOf(service: Service, fees: DueFee[], words: Words) {
  const when = fees.some(({ payableWhen }) => payableWhen === 'onIssue') ? 'onIssue' : 'onFiling'
  return {
    heading: words.say('common:fees.heading'),
    items: fees.map(fee => itemOf(service, fee, fee.totalCents, words)),
    total:
      fees.length > 1 ? { label: words.say('common:fees.total'), amount: euros(totalOf(fees), words.locale) } : null,
    when: words.say(`common:fees.${when}`) as string | null,
    state: [] as string[],
  }
}

/** With what was paid or waived of it; once all is settled, nobody is told when to pay. */
export function accountView(service: Service, { fees, payments, openCents }: Account, words: Words): FeesView | null {
  const standing = payments.filter(({ undoneAt }) => undoneAt === null)
  if (fees.length === 0 && standing.length === 0) return null
  const view = viewOf(service, fees, words)
  const rest = openCents === 0 ? [] : [stateOf(openCents > 0 ? 'open' : 'tooMuch', Math.abs(openCents), words)]
  return {
    ...view,
    when: openCents > 0 ? view.when : null,
    state: [...standing.map(payment => paymentInWords(payment, words)), ...rest],
  }
}

/** All that a service may cost today: the fees it has words for, and their sum where every filing pays them all. */
export function possibleFees(house: House, service: Service, words: Words) {
  const always = feesView(service, feesOf(house.office, service, {}, house.office.facts().filedOn), words)
  const items = itemsOf(house, service, words)
  return { items, total: always?.items.length === items.length ? always.total : null }
}

function itemsOf(house: House, service: Service, words: Words) {
  const today = house.office.facts().filedOn
  const ids = [...new Set(house.office.fees.map(({ id }) => id))]
  return ids.flatMap(id => {
    const fee = feeOn(house.office.fees, id, today)
    return fee && words.find([`${service.id}:fees.${id}`]) ? [itemOf(service, fee, fee.amountCents, words)] : []
  })
}

function itemOf(service: Service, fee: Fee & { count?: number }, cents: number, words: Words) {
  const label = words.say(`${service.id}:fees.${fee.id}`)
  const { count = 1, legalBasis, feeNumber } = fee
  return {
    label:
      count > 1
        ? words.say('common:fees.several', { label, count, each: euros(fee.amountCents, words.locale) })
        : label,
    amount: euros(cents, words.locale),
    basis: feeNumber ? words.say('common:fees.numbered', { basis: legalBasis, number: feeNumber }) : legalBasis,
  }
}

function stateOf(state: 'open' | 'tooMuch', cents: number, words: Words): string {
  return words.say(`common:fees.${state}`, { amount: euros(cents, words.locale) })
}
