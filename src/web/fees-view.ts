// Fees as finished values: what is to be paid, on which basis, when, and how it stands.
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { type DueFee, euros, type Fee, feeOn, totalOf } from '../law/fees.ts'
import { formatDay } from '../law/partial-date.ts'
import { type Account, feesOf, paymentInWords } from '../office/fees.ts'
import type { House } from './house.ts'

type FeesView = ReturnType<typeof viewOf>

/** Null where nothing is to be paid. */
export function feesView(service: Service, fees: DueFee[], words: Words): FeesView | null {
  return fees.length > 0 ? viewOf(service, fees, words) : null
}

function viewOf(service: Service, fees: DueFee[], words: Words) {
  return {
    heading: words.say('common:fees.heading'),
    items: fees.map(fee => itemOf(service, fee, fee.totalCents, words)),
    total:
      fees.length > 1 ? { label: words.say('common:fees.total'), amount: euros(totalOf(fees), words.locale) } : null,
    when: words.say(`common:fees.${payableWhen(fees)}`) as string | null,
    state: [] as string[],
  }
}

/** Where one of them is waited for, all are. */
function payableWhen(fees: Fee[]): Fee['payableWhen'] {
  return fees.some(fee => fee.payableWhen === 'onIssue') ? 'onIssue' : 'onFiling'
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

/** All that a service may cost today, and the sum where every filing pays it all; null where it costs nothing. */
export function possibleFees(house: House, service: Service, words: Words): FeesView | null {
  const always = feesView(service, feesOf(house.office, service, {}, house.office.facts().filedOn), words)
  const fees = possible(house, service, words).map(fee => ({ ...fee, count: 1, totalCents: fee.amountCents }))
  const total = always?.items.length === fees.length ? always.total : null
  const when = words.say(`common:fees.later.${payableWhen(fees)}`)
  return fees.length > 0 ? { ...viewOf(service, fees, words), total, when } : null
}

/** Those that hold today and that the service has words for. */
function possible(house: House, service: Service, words: Words): Fee[] {
  const today = house.office.facts().filedOn
  const ids = [...new Set(house.office.fees.map(({ id }) => id))].filter(id => words.find([`${service.id}:fees.${id}`]))
  return ids.flatMap(id => feeOn(house.office.fees, id, today) ?? [])
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
    basis: words.say('common:fees.since', {
      basis: feeNumber ? words.say('common:fees.numbered', { basis: legalBasis, number: feeNumber }) : legalBasis,
      day: formatDay(fee.validFrom, words.locale),
    }),
  }
}

function stateOf(state: 'open' | 'tooMuch', cents: number, words: Words): string {
  return words.say(`common:fees.${state}`, { amount: euros(cents, words.locale) })
}
