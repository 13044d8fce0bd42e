// Sending: one transaction; the draft's id is the case's id, so sending twice gives one case.
import type { Section } from '../forms/in-words.ts'
import type { Journey } from '../forms/journey.ts'
import { planOf } from '../forms/plan.ts'
import { separate } from '../forms/sensitive.ts'
import type { Service } from '../forms/service.ts'
import type { CaseFile, Draft, Prisma } from '../generated/client.ts'
import { caseNumber } from '../law/case-number.ts'
import { record } from './history.ts'
import { type Office, sealAll, type Work } from './office.ts'

export type Filing = {
  service: Service
  draft: Draft
  journey: Journey
  channel: 'online' | 'counter'
  words: Section[]
  wordsOfCitizen: Section[]
}

/** Returns the case; the same one however often, in parallel or after a crash, the draft is sent. */
export async function submit(office: Office, filing: Filing): Promise<CaseFile> {
  return office.database.$transaction(async work => {
    const serial = await takeSerial(work, filing.draft)
    if (serial === null) return work.caseFile.findUniqueOrThrow({ where: { id: filing.draft.id } })
    const from = await origin(work, filing.draft)
    const data = caseData(office, filing, serial)
    const masked = data.masked === true || (from?.masked ?? false)
    const caseFile = await work.caseFile.create({
      data: { ...data, masked, groupId: from?.groupId ?? from?.id ?? null },
    })
    await record(work, caseFile.id, 'received', null, { channel: filing.channel })
    return caseFile
  })
}

/** Sent already, perhaps in another tab: the token still finds the case. */
export async function findSent(office: Office, hash: Uint8Array<ArrayBuffer>): Promise<CaseFile | null> {
  return office.database.caseFile.findUnique({ where: { draftTokenHash: hash } })
}

/** Deleting the draft decides who sends: a second sender waits here and then finds nothing. */
async function takeSerial(work: Work, draft: Draft): Promise<number | null> {
  const rows = await work.$queryRaw<{ serial: bigint }[]>`
    WITH gone AS (DELETE FROM "Draft" WHERE id = ${draft.id}::uuid RETURNING id)
    SELECT nextval(pg_get_serial_sequence('"CaseFile"', 'serial')) AS serial FROM gone`
  return rows[0] ? Number(rows[0].serial) : null
}

/** The case this draft was begun from: with the first of its group, and whether its person asked to be masked. */
async function origin(work: Work, { fromCaseId }: Draft) {
  if (!fromCaseId) return null
  const select = { id: true, groupId: true, masked: true }
  return work.caseFile.findUnique({ where: { id: fromCaseId }, select })
}

function caseData(
  office: Office,
  { service, draft, journey, channel, words, wordsOfCitizen }: Filing,
  serial: number,
): Prisma.CaseFileUncheckedCreateInput {
  const facts = office.facts()
  const { open, sealed } = separate(planOf(service), service.complete(journey.answers as never, facts))
  return {
    id: draft.id,
    serial,
    number: caseNumber(office.prefix, Number(facts.filedOn.slice(0, 4)), serial),
    draftTokenHash: draft.tokenHash as Uint8Array<ArrayBuffer>,
    serviceId: service.id,
    formVersion: service.formVersion,
    channel,
    locale: draft.locale,
    filedAt: new Date(),
    filedOn: new Date(facts.filedOn),
    dueOn: new Date(service.due(journey.answers as never, facts.filedOn)),
    status: 'received',
    name: service.filerName(journey.answers as never),
    masked: service.isMasked(journey.answers as never),
    answers: open as Prisma.InputJsonObject,
    sealed: sealAll(office, draft.id, sealed),
    words: words as Prisma.InputJsonArray,
    wordsOfCitizen: wordsOfCitizen as Prisma.InputJsonArray,
    findings: journey.findings as unknown as Prisma.InputJsonArray,
    ticks: [],
  }
}
