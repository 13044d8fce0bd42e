// The page on which fees are entered, as finished values.
import type { Words } from '../forms/words.ts'
import { accountOf, isWaivable, means, paymentInWords, undoReasons, waiverReasons } from '../office/fees.ts'
import { choiceView } from './choice.ts'
import type { Desk } from './desk.ts'
import { stamp } from './desk-history.ts'
import { accountView } from './fees-view.ts'
import { type PageForm, sessionBinding, tokenFor, wordsFor } from './house.ts'
import { deskFrame } from './queue-page.ts'

export type TypedFee = { means?: string; waiver?: string; undo?: string; number?: string; problem?: string }
type Account = Awaited<ReturnType<typeof accountOf>>

export async function showFees(desk: Desk, typed: TypedFee): Promise<void> {
  const { house, request, response, service, caseFile } = desk
  const words = wordsFor(house, response)
  const account = await accountOf(house.office, service, caseFile)
  const heading = words.say('common:fees.enterHeading')
  const isLate = typed.problem === 'feeChanged'
  const problem = isLate ? undefined : typed.problem
  const action = `/amt/vorgang/${caseFile.number}/gebuehr`
  const form: PageForm | undefined = account.openCents > 0 ? { action, id: 'zahlung', enter: 'enter' } : undefined
  const error = (code: string) => (typed.problem === code ? words.say(`common:fees.${code}`) : null)
  const entries = account.payments.map(payment => entryView(payment, typed, error('undoMissing'), words))
  response.render('queue/fees', {
    it: {
      frame: deskFrame(desk, `${heading} – ${caseFile.number}`, problem !== undefined, { form }),
      back: { href: `/amt/vorgang/${caseFile.number}`, label: words.say('common:desk.listBack') },
      caption: `${words.say(`${service.id}:short`)} ${caseFile.number}`,
      heading,
      problemsHeading: words.say('common:problemsHeading'),
      problems: problem ? [{ href: `#${placeOf(typed)}`, text: words.say(`common:fees.${problem}`) }] : [],
      notice: isLate ? lateNotice(words) : null,
      fees: { ...accountView(service, account, words), when: null },
      form: { action, csrf: tokenFor(house, sessionBinding(request)) },
      enter: account.openCents > 0 ? enterView(account, typed, error, words) : null,
      entries: { heading: words.say('common:fees.entriesHeading'), items: entries },
    },
  })
}

function placeOf({ problem, number }: TypedFee): string {
  if (problem === 'waiverMissing') return 'waiver'
  if (problem === 'undoMissing') return `undo-${number}`
  return 'means'
}

/** Nothing is wrong with what was chosen: somebody else was faster. */
function lateNotice(words: Words) {
  return { kind: 'danger', heading: words.say('common:fees.lateHeading'), text: [words.say('common:fees.feeChanged')] }
}

function enterView(account: Account, typed: TypedFee, error: (code: string) => string | null, words: Words) {
  const option =
    (place: string) =>
    (key: string): [string, string] => [key, words.say(`common:${place}.${key}`)]
  const ways = [...means, ...(isWaivable(account) ? ['waived'] : [])].map(option('fees.means'))
  const [label, waiver] = [words.say('common:fees.meansLabel'), words.say('common:fees.waiverLabel')]
  const reasons = waiverReasons.map(option('waiverReasons'))
  return {
    open: String(account.openCents),
    means: choiceView({ name: 'means', label, error: error('meansMissing'), options: ways }, typed.means, words),
    waiver: isWaivable(account)
      ? choiceView(
          { name: 'waiver', label: waiver, error: error('waiverMissing'), options: reasons },
          typed.waiver,
          words,
        )
      : null,
    button: words.say('common:fees.enter'),
  }
}

function entryView(payment: Account['payments'][number], typed: TypedFee, error: string | null, words: Words) {
  const { number, undoneAt, undoneReason } = payment
  const isMeant = typed.number === String(number)
  const options = undoReasons.map((key): [string, string] => [key, words.say(`common:undoReasons.${key}`)])
  const question = {
    name: 'undo',
    id: `undo-${number}`,
    label: words.say('common:fees.undoLabel', { number }),
    options,
  }
  return {
    number: String(number),
    text: `${paymentInWords(payment, words)} – ${payment.clerk.name}`,
    undone: undoneAt
      ? words.say('common:fees.undone', {
          at: stamp(undoneAt, words),
          reason: words.say(`common:undoReasons.${undoneReason}`),
        })
      : null,
    question: choiceView({ ...question, error: isMeant ? error : null }, isMeant ? typed.undo : undefined, words),
    summary: words.say('common:fees.undoSummary', { number }),
    isOpen: isMeant,
    button: words.say('common:fees.undo', { number }),
  }
}
