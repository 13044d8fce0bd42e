// A case's history in words, and what a clerk reads when a colleague has taken over one of their cases.
import { deskForm, deskWords } from '../forms/desk-form.ts'
import type { Journey } from '../forms/journey.ts'
import { planOf } from '../forms/plan.ts'
import type { Service } from '../forms/service.ts'
import { labelOf, type Words } from '../forms/words.ts'
import { momentInWords } from '../language.ts'
import { berlinDay } from '../law/dates.ts'
import { euros } from '../law/fees.ts'
import { formatDay } from '../law/partial-date.ts'
import type { Line } from '../office/history.ts'
import { type TakenOver, takeOverReasons } from '../office/take-over.ts'
import { correctedWhat } from './case-corrected.ts'
import { dayInWords } from './case-told.ts'
import { forClerks } from './house.ts'

/** Looks that are only reading; the history keeps each, the page counts them. */
const looks = ['viewed', 'viewedByCitizen', 'letterRead']

export function historyInWords(
  service: Service,
  history: Line[],
  words: Words,
  { heading = 'history', journey }: { heading?: string; journey?: Journey | undefined } = {},
) {
  const items = lookedTogether(history).map(([line, times, last]) => ({
    at: stamp(line.at, words),
    text: eventInWords(service, line, words, journey) + (times > 1 ? timesInWords(times, last, words) : ''),
    who: line.by ?? words.say(line.kind === 'tookEffect' ? 'common:desk.system' : 'common:desk.citizen'),
  }))
  return { heading: words.say(`common:desk.${heading}`), items }
}

function timesInWords(times: number, { at }: Line, words: Words): string {
  const last = momentInWords(at, words.locale, { timeStyle: 'short' })
  return ` ${words.say('common:desk.times', { times, last })}`
}

/** The same person's looks on one day stand once, at the first of them, with how many there were and the last. */
function lookedTogether(history: Line[]): [line: Line, times: number, last: Line][] {
  const keyOf = (line: Line, index: number) =>
    looks.includes(line.kind) ? `${line.kind} ${line.by} ${berlinDay(line.at)}` : index
  const groups = Map.groupBy(history.entries(), ([index, line]) => keyOf(line, index))
  return [...groups.values()].flatMap(group => {
    const [first, last] = [group[0]?.[1], group.at(-1)?.[1]]
    return first && last ? [[first, group.length, last]] : []
  })
}

function eventInWords(service: Service, line: Line, words: Words, journey?: Journey): string {
  const { kind, from, until, detail } = line
  const { reason, list, fields } = detail
  if (until) return words.say('common:desk.scheduled', { day: dayInWords(until, words) })
  if (from && reason) return words.say('common:desk.takenOver', { name: from, reason: reasonInWords(reason, words) })
  if (detail.recipient) {
    const name = words.find([`${service.id}:recipients.${detail.recipient}`]) ?? detail.recipient
    return words.say(`common:recipients.events.${kind}`, { name })
  }
  if (detail.hearing) return rejectedInWords(detail, words)
  const fee = feeInWords(kind, detail, words)
  if (fee) return fee
  if (fields && kind === 'deskWritten')
    return words.say('common:desk.officialWritten', { fields: fieldsInWords(service, fields, words) })
  const what = journey && correctedWhat(journey, detail, forClerks(words))
  if (what) return `${words.say(`common:events.${kind}`)}: ${what}`
  const own = list ? words.find([`${service.id}:pages.${list}.${kind}`]) : undefined
  return own ?? words.say(`common:events.${kind}`)
}

/** "Abgelehnt. Anhörung: am 20.11.2026 im Gespräch" (VwVfG section 28). */
function rejectedInWords({ hearing, day, unheard }: Line['detail'], words: Words): string {
  const on = day ? formatDay(day, words.locale) : ''
  return words.say(`common:rejection.events.${unheard ?? hearing}`, { day: on })
}

/** "Gebühr bezahlt: 36,00 €, bar (Quittung 17)". */
function feeInWords(kind: string, { cents, number, reason = '' }: Line['detail'], words: Words): string | undefined {
  const amount = cents === undefined ? '' : euros(cents, words.locale)
  if (kind === 'feePaid')
    return words.say('common:fees.events.paid', { amount, number, means: words.say(`common:fees.means.${reason}`) })
  if (kind === 'feeWaived')
    return words.say('common:fees.events.waived', {
      amount,
      number,
      reason: words.say(`common:waiverReasons.${reason}`),
    })
  if (kind === 'paymentUndone')
    return words.say('common:fees.events.undone', { number, reason: words.say(`common:undoReasons.${reason}`) })
  return undefined
}

/** Of a field that the form has no more, its id. */
function fieldsInWords(service: Service, fields: string[], words: Words): string {
  const { top } = planOf(deskForm(service, {}))
  const labels = fields.map(name => {
    const node = top.find(other => other.name === name)
    return node ? labelOf(service.id, node, deskWords(service, words)) : name
  })
  return labels.join(', ')
}

/** One line a case, each with its own button. */
export function takenOverInWords(taken: TakenOver[], words: Words) {
  return taken.map(({ number, by, reason }) => ({
    action: `/amt/vorgang/${number}`,
    text: words.say('common:queue.takenOver', { name: by, number, reason: reasonInWords(reason, words) }),
    read: words.say('common:queue.read'),
    number,
  }))
}

export function takeOverInWords(holder: string, typed: string | undefined, problem: string | undefined, words: Words) {
  return {
    label: words.say('common:desk.takeOver'),
    text: words.say('common:desk.takeOverText', { name: holder }),
    legend: words.say('common:desk.takeOverReason'),
    error: problem === 'takeOverReasonMissing' ? words.say(`common:desk.${problem}`) : null,
    reasons: takeOverReasons.map(reason => ({
      id: `take-over-${reason}`,
      value: reason,
      label: reasonInWords(reason, words),
      checked: reason === typed,
    })),
  }
}

function reasonInWords(reason: string, words: Words): string {
  return words.say(`common:takeOverReasons.${reason}`)
}

export function stamp(at: Date, words: Words): string {
  return momentInWords(at, words.locale, { dateStyle: 'medium', timeStyle: 'short' })
}
