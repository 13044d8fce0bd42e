// Who else is told of a case once it is confirmed: the extract for each, and that it was sent on, recorded by a clerk.

import type { Recipient } from '../forms/around.ts'
import type { Answers } from '../forms/journey.ts'
import { officialLines, officialValues } from '../forms/official-lines.ts'
import type { Service } from '../forms/service.ts'
import type { CaseFile, Clerk } from '../generated/client.ts'
import { formatDay } from '../law/partial-date.ts'
import { factsOf } from './correct.ts'
import { answersOf } from './decide.ts'
import { deskAnswersOf } from './desk-form.ts'
import { type Line, record } from './history.ts'
import { lockCase, type Office } from './office.ts'
import { renderLetter } from './render-letter.ts'

/** A clerk with a case, not only its holder. */
export type Sender = { office: Office; service: Service; clerk: Clerk; caseFile: CaseFile }
export type Told = Recipient & { numbers: string[] }
const told = ['confirmed', 'scheduled', 'closed']

/** Nobody before the case is confirmed, and none of whom the town knows that they have waived it. */
export function recipientsOf({ office, service, caseFile }: Omit<Sender, 'clerk'>): Recipient[] {
  if (!told.includes(caseFile.status)) return []
  const filing = { answers: answersOf(office, caseFile), desk: deskAnswersOf(office, service, caseFile) }
  const facts = factsOf(office, caseFile)
  const all = service.recipients?.(filing, facts) ?? []
  return all.filter(({ id }) => !facts.town.recipientsOff.includes(id))
}

/** Who gets an extract from us; others are told by another system. */
export function isToldByUs(recipient: Recipient): recipient is Told {
  return recipient.numbers !== undefined
}

/** Where it was sent on and not taken back: the line of the history that says so, by recipient. */
export function sendingsIn(history: Line[]): Map<string, Line> {
  const sendings = new Map<string, Line>()
  for (const line of history) {
    const { recipient = '' } = line.detail
    if (line.kind === 'sentOn') sendings.set(recipient, line)
    if (line.kind === 'sentOnUndone') sendings.delete(recipient)
  }
  return sendings
}

/** Once for each recipient, however often it is pressed; ids that are no recipients of the case are dropped. */
export async function recordSentOn(sender: Sender, ids: string[]): Promise<void> {
  const known = recipientsOf(sender)
    .filter(isToldByUs)
    .map(({ id }) => id)
  await note(
    sender,
    'sentOn',
    known.filter(id => ids.includes(id)),
  )
}

export async function undoSentOn(sender: Sender, id: string): Promise<void> {
  await note(sender, 'sentOnUndone', [id])
}

/** The history is the record: what it says already is not written again. */
async function note(
  { office, clerk, caseFile }: Sender,
  kind: 'sentOn' | 'sentOnUndone',
  ids: string[],
): Promise<void> {
  await office.database.$transaction(async work => {
    await lockCase(work, caseFile)
    const where = { caseId: caseFile.id, kind: { in: ['sentOn', 'sentOnUndone'] } }
    const events = await work.event.findMany({ where, orderBy: { id: 'asc' }, select: { kind: true, detail: true } })
    for (const recipient of ids) {
      const last = events.findLast(({ detail }) => (detail as { recipient?: string }).recipient === recipient)
      if ((last?.kind ?? 'sentOnUndone') !== kind) await record(work, caseFile.id, kind, clerk, { recipient })
    }
  })
}

/** Each extract that leaves the house is a line of the history. */
export async function recordExtract({ office, clerk, caseFile }: Sender, { id }: Told): Promise<void> {
  await record(office.database, caseFile.id, 'extractRead', clerk, { recipient: id })
}

/** As data: exactly the numbers that this recipient may have, by the ids of our fields. */
export function extractData({ office, service, caseFile }: Sender, { id, numbers }: Told) {
  return {
    caseNumber: caseFile.number,
    serviceId: exportedId(service.id),
    form: service.official?.name ?? '',
    formVersion: caseFile.formVersion,
    recipient: id,
    fields: officialValues(service, answersOf(office, caseFile), numbers),
  }
}

/** On paper, in German, with the letterhead of the town. */
export async function extractPdf(sender: Sender, { id, numbers }: Told): Promise<Uint8Array> {
  const { office, service, clerk, caseFile } = sender
  const say = (key: string) => office.german.say(`${service.id}:${key}`)
  return renderLetter('views/letters/auszug.typ', {
    ...office.letterhead,
    number: caseFile.number,
    date: formatDay(office.facts().filedOn, 'de'),
    officer: clerk.name,
    title: say('extract.title'),
    text: say('extract.text'),
    recipient: [say(`recipients.${id}`)],
    form: service.official?.name ?? '',
    fields: linesOf(sender, answersOf(office, caseFile), numbers),
  })
}

function linesOf({ office, service }: Sender, answers: Answers, numbers: string[]) {
  return officialLines(service, answers, office.german, numbers).filter(({ value }) => value.length > 0)
}

/** `trade-registration` is `tradeRegistration` outside the house. */
function exportedId(id: string): string {
  return id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
