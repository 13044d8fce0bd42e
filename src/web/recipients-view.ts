// "Wer noch unterrichtet wird" on a case, as finished values.
import type { Words } from '../forms/words.ts'
import type { Line } from '../office/history.ts'
import { isToldByUs, recipientsOf, sendingsIn } from '../office/recipients.ts'
import type { Desk } from './desk.ts'
import { stamp } from './desk-history.ts'

/** Null while there is nobody to tell. */
export function recipientsView({ house, service, caseFile }: Desk, history: Line[], words: Words, problem?: string) {
  const recipients = recipientsOf({ office: house.office, service, caseFile })
  if (recipients.length === 0) return null
  const name = (id: string) => words.say(`${service.id}:recipients.${id}`)
  const sendings = sendingsIn(history)
  const ours = recipients.filter(isToldByUs)
  const open = ours.filter(({ id }) => !sendings.has(id))
  const place = `/amt/vorgang/${caseFile.number}`
  const say = (key: string, parameters?: Record<string, unknown>) => words.say(`common:recipients.${key}`, parameters)
  return {
    heading: say('heading'),
    legend: say('legend'),
    action: `${place}/weitergabe`,
    error: problem === 'recipientMissing' ? words.say('common:desk.recipientMissing') : null,
    ours: ours.map(({ id }, index) => {
      const sending = sendings.get(id)
      return {
        id,
        field: `recipient-${index}`,
        name: name(id),
        sent: sending ? say('sent', { at: stamp(sending.at, words), by: sending.by }) : null,
        undo: say('undo'),
        links: ['pdf', 'json'].map(format => ({ href: `${place}/auszug/${id}.${format}`, label: say(format) })),
      }
    }),
    extractFor: say('extractFor'),
    button: open.length > 0 ? say('button') : null,
    buttonAll: open.length > 1 ? say('buttonAll') : null,
    othersHeading: say('others'),
    others: recipients.filter(recipient => !isToldByUs(recipient)).map(({ id }) => name(id)),
  }
}
