// Fees of a case: what is due, what was paid at the counter or waived; a mistaken entry is undone with a reason, and stays.
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import type { CaseFile, Clerk, Payment } from '../generated/client.ts'
import { berlinDay, dayOf } from '../law/dates.ts'
import { type DueFee, dueFees, euros, totalOf } from '../law/fees.ts'
import { formatDay } from '../law/partial-date.ts'
import { answersOf } from './decide.ts'
import { record } from './history.ts'
import { lockCase, type Office, type Work } from './office.ts'

export const means = ['cash', 'card'] as const
export const waiverReasons = ['exempt', 'equity'] as const
export const undoReasons = ['wrongCase', 'mistyped', 'paidBack'] as const
export type Entry = { means: (typeof means)[number] } | { means: 'waived'; reason: (typeof waiverReasons)[number] }
type Entered = Payment & { clerk: { name: string } }
export type Account = { fees: DueFee[]; payments: Entered[]; openCents: number }
/** A clerk with a case whose fees are paid; not only its holder. */
export type Till = { office: Office; service: Service; clerk: Clerk; caseFile: CaseFile }

/** As the answers are now, by the table of the day of filing. */
export function feesOf(office: Office, service: Service, answers: Record<string, unknown>, filedOn: string): DueFee[] {
  return dueFees(office.fees, service.fees?.(answers as never) ?? [], filedOn)
}

/** `openCents` is negative where too much was paid. What is payable on issue is not due for what is not issued. */
export async function accountOf(office: Office, service: Service, caseFile: CaseFile, work: Work = office.database) {
  const filedOn = dayOf(caseFile.filedOn)
  const isIssued = caseFile.status !== 'rejected'
  const fees = feesOf(office, service, answersOf(office, caseFile), filedOn).filter(
    ({ payableWhen }) => isIssued || payableWhen !== 'onIssue',
  )
  const payments = await paymentsOf(work, caseFile)
  const paid = payments
    .filter(({ undoneAt }) => undoneAt === null)
    .reduce((sum, { amountCents }) => sum + amountCents, 0)
  return { fees, payments, openCents: totalOf(fees) - paid } satisfies Account
}

/** The letter waits for what is payable on issue. */
export function isWaitingForPayment({ fees, openCents }: Account): boolean {
  return openCents > 0 && fees.some(({ payableWhen }) => payableWhen === 'onIssue')
}

/** Where the law and the town let it be waived: everything that is still open. */
export function isWaivable({ fees }: Account): boolean {
  return fees.length > 0 && fees.every(({ waivable }) => waivable)
}

/** `openCents` is what the page showed; `changed`: it is not that any more, or what is due now may not be waived. */
export async function enterPayment(till: Till, openCents: number, entry: Entry): Promise<'done' | 'changed'> {
  const { office, service, clerk, caseFile } = till
  return office.database.$transaction(async work => {
    const account = await accountOf(office, service, await lock(work, caseFile), work)
    if (account.openCents !== openCents || openCents <= 0) return 'changed'
    if (entry.means === 'waived' && !isWaivable(account)) return 'changed'
    const reason = entry.means === 'waived' ? entry.reason : null
    const data = { caseId: caseFile.id, clerkId: clerk.id, amountCents: openCents, means: entry.means, reason }
    const { number } = await work.payment.create({ data })
    const kind = entry.means === 'waived' ? 'feeWaived' : 'feePaid'
    await record(work, caseFile.id, kind, clerk, { number, cents: openCents, reason: reason ?? entry.means })
    return 'done'
  })
}

/** Nothing is erased. Somebody who is about to confirm looks at the case again. */
export async function undoPayment(till: Till, number: number, reason: string): Promise<'done' | 'changed'> {
  const { office, clerk, caseFile } = till
  return office.database.$transaction(async work => {
    await lockCase(work, caseFile)
    const where = { caseId: caseFile.id, number, undoneAt: null }
    const { count } = await work.payment.updateMany({ where, data: { undoneAt: new Date(), undoneReason: reason } })
    if (count === 0) return 'changed'
    await work.caseFile.update({ where: { id: caseFile.id }, data: { version: { increment: 1 } } })
    await record(work, caseFile.id, 'paymentUndone', clerk, { number, reason })
    return 'done'
  })
}

/** What letters say of fees: which there are, and how they stand. */
export function feesInLetter({ german }: Office, { id }: Service, { fees, payments, openCents }: Account) {
  return {
    fees: fees.map(fee => ({
      label: german.say(`${id}:fees.${fee.id}`),
      amount: euros(fee.totalCents, 'de'),
      basis: [fee.legalBasis, ...(fee.feeNumber ? [`Nr. ${fee.feeNumber}`] : [])].join(', '),
    })),
    open: openCents > 0 ? euros(openCents, 'de') : null,
    paid: payments.filter(({ undoneAt }) => undoneAt === null).map(payment => paymentInWords(payment, german)),
  }
}

/** "28,00 € bar bezahlt am 27.11.2026 (Quittung 17)". */
export function paymentInWords(payment: Payment, words: Words): string {
  return words.say(`common:fees.entered.${payment.means}`, {
    amount: euros(payment.amountCents, words.locale),
    day: formatDay(berlinDay(payment.at), words.locale),
    number: payment.number,
    ...(payment.reason && { reason: words.say(`common:waiverReasons.${payment.reason}`) }),
  })
}

function paymentsOf(work: Work, { id }: CaseFile): Promise<Entered[]> {
  const include = { clerk: { select: { name: true } } }
  return work.payment.findMany({ where: { caseId: id }, orderBy: { number: 'asc' }, include })
}

/** The case as it is once nobody else can change it. */
async function lock(work: Work, caseFile: CaseFile): Promise<CaseFile> {
  await lockCase(work, caseFile)
  return work.caseFile.findUniqueOrThrow({ where: { id: caseFile.id } })
}
