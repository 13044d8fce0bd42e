// Letters that the town issues: made once, stored with their hash and the code to verify them, never changed.
import { createHash, randomBytes } from 'node:crypto'
import type { Letter } from '../generated/client.ts'
import { type Day, dayOf } from '../law/dates.ts'
import { mapTypography } from '../law/names.ts'
import { formatDay } from '../law/partial-date.ts'
import { verificationCode } from '../law/verification-code.ts'
import { answersOf, type Hold, itemsAsked } from './decide.ts'
import { deskAnswersOf } from './desk-form.ts'
import { type Account, feesInLetter } from './fees.ts'
import type { Hearing } from './hearing.ts'
import { record } from './history.ts'
import type { Office, Work } from './office.ts'
import { renderLetter } from './render-letter.ts'
import { verificationOf } from './verify.ts'

type NewLetter = Pick<Letter, 'kind' | 'code' | 'issuedOn' | 'sha256'> & { pdf: Uint8Array<ArrayBuffer> }
export type IssuedLetter = Pick<Letter, 'kind' | 'number' | 'issuedOn'>
/** Ids of reasons and what a clerk wrote. */
type Reasons = { reasons: string[]; note: string }

/** What confirming issues: the first kind whose `when` holds. */
export async function confirmationLetter(hold: Hold, account: Account): Promise<NewLetter> {
  const { office, service, caseFile } = hold
  const filing = { answers: answersOf(office, caseFile), desk: deskAnswersOf(office, service, caseFile) }
  const found = service.letters.find(({ when }) => !when || when(filing))
  if (!found) throw new Error(`no letter for ${caseFile.number}`)
  const content = found.content(filing, office.facts().filedOn, office.german)
  return makeLetter(hold, found.kind, found.template, { ...feesInLetter(office, service, account), ...content })
}

/** The request for missing items: list, reason, period, consequence. */
export function requestLetter(hold: Hold, { reasons, note, until }: Reasons & { until: Day }): Promise<NewLetter> {
  const content = {
    items: inGerman(hold, 'returns', itemsAsked({ reasons, note })),
    note: mapTypography(note),
    until: formatDay(until, 'de'),
  }
  return makeLetter(hold, 'nachforderung', 'views/letters/nachforderung.typ', { ...addressed(hold), ...content })
}

const rejection = 'views/letters/ablehnung.typ'

/** The rejection: reasons (VwVfG section 39), the hearing (section 28), the notice on legal remedies (section 37(6)). */
export function rejectionLetter(hold: Hold, given: Reasons & { hearing: Hearing }): Promise<NewLetter> {
  return makeLetter(hold, 'ablehnung', rejection, rejectionContent(hold, given))
}

/** The same before it is decided, marked as a draft: nobody can verify it, and it is stored nowhere. */
export function rejectionDraft(hold: Hold, given: Reasons & { hearing: Hearing | null }): Promise<Uint8Array> {
  return renderLetter(rejection, { ...headOf(hold), draft: true, ...rejectionContent(hold, given) })
}

/** Where a rejection goes: not always where a request does. */
export function rejectionAddressee({ office, service, caseFile }: Pick<Hold, 'office' | 'service' | 'caseFile'>) {
  return (service.rejectedAt ?? service.addressee)(answersOf(office, caseFile))
}

function rejectionContent(hold: Hold, { reasons, note, hearing }: Reasons & { hearing: Hearing | null }) {
  return {
    ...addressed(hold, rejectionAddressee(hold).lines),
    items: inGerman(hold, 'rejects', itemsAsked({ reasons, note })),
    note: mapTypography(note),
    hearing: hearing && 'day' in hearing ? { ...hearing, day: formatDay(hearing.day, 'de') } : hearing,
  }
}

/** Stores it, in the transaction of the decision that it belongs to. */
export async function issue(work: Work, { caseFile, clerk }: Hold, letter: NewLetter): Promise<void> {
  const number = 1 + (await work.letter.count({ where: { caseId: caseFile.id, kind: letter.kind } }))
  const data = { ...letter, number, caseId: caseFile.id, clerkId: clerk.id }
  await work.letter.create({ data, select: { number: true } })
  await record(work, caseFile.id, 'letterIssued', clerk, { kind: letter.kind, number })
}

/** The latest first: it is what counts now. */
export async function lettersOf({ database }: Office, caseFile: { id: string }): Promise<IssuedLetter[]> {
  const select = { kind: true, number: true, issuedOn: true }
  return database.letter.findMany({ where: { caseId: caseFile.id }, select, orderBy: { createdAt: 'desc' } })
}

export async function findLetter(office: Office, caseFile: { id: string }, name: string): Promise<Letter | null> {
  const found = (await lettersOf(office, caseFile)).find(letter => nameOf(letter) === name)
  if (!found) return null
  const { kind, number } = found
  const key = { caseId: caseFile.id, kind, number }
  return office.database.letter.findUnique({ where: { caseId_kind_number: key } })
}

/** The name of its file and in addresses: `nachforderung`, `nachforderung-2`. */
export function nameOf({ kind, number }: Pick<Letter, 'kind' | 'number'>): string {
  return number === 1 ? kind : `${kind}-${number}`
}

async function makeLetter(
  hold: Hold,
  kind: string,
  template: string,
  content: Record<string, unknown>,
): Promise<NewLetter> {
  const { office } = hold
  const today = office.facts().filedOn
  const code = verificationCode(randomBytes(15))
  const verification = verificationOf(office.publicUrl, code)
  const pdf = new Uint8Array(await renderLetter(template, { ...headOf(hold), verification, ...content }))
  return { kind, code, issuedOn: new Date(today), pdf, sha256: createHash('sha256').update(pdf).digest('hex') }
}

function headOf({ office, clerk, caseFile }: Hold) {
  const date = formatDay(office.facts().filedOn, 'de')
  return { ...office.letterhead, number: caseFile.number, date, officer: clerk.name }
}

/** `subject` begins a sentence, in the service's own words where it has any: "Ihre Gewerbeanmeldung". */
function addressed(
  { office, service, caseFile }: Hold,
  recipient = service.addressee(answersOf(office, caseFile)).lines,
) {
  const name = office.german.say(`${service.id}:name`)
  return {
    recipient,
    subject: office.german.find([`${service.id}:letters.subject`, 'common:letters.subject'], { name }),
    filedOn: formatDay(dayOf(caseFile.filedOn), 'de'),
  }
}

function inGerman({ office, service }: Hold, list: 'returns' | 'rejects', reasons: string[]): string[] {
  return reasons.map(reason => office.german.say(`${service.id}:${list}.${reason}`))
}
