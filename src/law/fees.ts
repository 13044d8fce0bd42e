// What an administrative fee is, which amount holds on a day, and what is to be paid for a filing.
import type { Day } from './dates.ts'

/** A row of the town's table. `onIssue`: the letter waits for the payment; `onFiling`: it does not. */
export type Fee = {
  id: string
  amountCents: number
  legalBasis: string
  feeNumber?: string | undefined
  validFrom: Day
  payableWhen: 'onFiling' | 'onIssue'
  /** May it be waived (exemption by law or statute, equity)? */
  waivable: boolean
}
export type DueFee = Fee & { count: number; totalCents: number }

/** The row that holds on a day; none where the town does not charge. */
export function feeOn(table: Fee[], id: string, day: Day): Fee | undefined {
  const rows = table.filter(row => row.id === id && row.validFrom <= day)
  const row = rows.toSorted((one, other) => one.validFrom.localeCompare(other.validFrom)).at(-1)
  return row && row.amountCents > 0 ? row : undefined
}

export function dueFees(table: Fee[], named: { id: string; count?: number }[], day: Day): DueFee[] {
  return named.flatMap(({ id, count = 1 }) => {
    const fee = feeOn(table, id, day)
    return fee && count > 0 ? [{ ...fee, count, totalCents: fee.amountCents * count }] : []
  })
}

export function totalOf(fees: Pick<DueFee, 'totalCents'>[]): number {
  return fees.reduce((sum, { totalCents }) => sum + totalCents, 0)
}

const formats = new Map<string, Intl.NumberFormat>()

/** `36,00 €`, `€36.00`; formats are costly to make, so they are kept. */
export function euros(cents: number, locale: string): string {
  const format =
    formats.get(locale) ??
    new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, { style: 'currency', currency: 'EUR' })
  formats.set(locale, format)
  return format.format(cents / 100)
}
