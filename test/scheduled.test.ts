// Decided before its day (R-D04): scheduled until then, with the letter at once; on the day it takes effect by itself, once.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Service } from '../src/forms/service.ts'
import type { CaseFile } from '../src/generated/client.ts'
import { addDays } from '../src/law/dates.ts'
import { formatDay, longDay } from '../src/law/partial-date.ts'
import { checklistOf, confirm } from '../src/office/decide.ts'
import { claim } from '../src/office/queue.ts'
import { takeEffect } from '../src/office/take-effect.ts'
import type { House } from '../src/web/house.ts'
import { readPdf } from './browser/read-pdf.ts'
import { asCitizen } from './helpers/citizen.ts'
import { fileCase, houseOf, serviceOf, today } from './helpers/filings.ts'
import { says } from './helpers/says.ts'
import { seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { openVisitor } from './helpers/visitor.ts'

let hall: TownHall
let house: House
let anna: Awaited<ReturnType<typeof seat>>
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
  anna = await seat(hall, 'residence', 'Anna Ahlers')
})
after(() => hall.close())

const day = addDays(today, 5)

describe('a decision for a later day', () => {
  test('schedules the case, closes it and issues the letter at once', async () => {
    const caseFile = await decidedFor(day)
    assert.deepEqual([caseFile.status, caseFile.effectiveOn], ['scheduled', new Date(day)])
    assert.ok(caseFile.closedAt && caseFile.decidedAt)
    assert.equal(await hall.database.letter.count({ where: { caseId: caseFile.id } }), 1)
    assert.deepEqual((await kindsOf(caseFile)).slice(-2), ['scheduled', 'letterIssued'])
  })

  test('is read by citizen and clerk with its day', async () => {
    const caseFile = await decidedFor(day)
    says(await asCitizen({ hall, house }, caseFile), `Vorgemerkt zum ${longDay(day, 'de')}`, 200)
    const desk = await anna.visitor.request(`/amt/vorgang/${caseFile.number}`)
    says(desk, `Vorgemerkt zum ${longDay(day, 'de')}`, 200)
    says(desk, `Vorgemerkt zum ${longDay(day, 'de')} – Anna Ahlers`, 200)
  })

  test('takes effect on that day and not before, once, however many processes see to it', async () => {
    const caseFile = await decidedFor(day)
    await takeEffect(hall.database, addDays(day, -1))
    assert.equal((await now(caseFile)).status, 'scheduled')
    await Promise.all([1, 2, 3].map(() => takeEffect(hall.database, day)))
    assert.equal((await now(caseFile)).status, 'confirmed')
    assert.deepEqual((await kindsOf(caseFile)).filter(kind => kind === 'tookEffect').length, 1)
    says(await anna.visitor.request(`/amt/vorgang/${caseFile.number}`), 'Wirksam geworden – System', 200)
  })

  test('is caught up with when nobody saw to it for some days', async () => {
    const caseFile = await decidedFor(day)
    await takeEffect(hall.database, addDays(day, 30))
    assert.equal((await now(caseFile)).status, 'confirmed')
  })
})

test('a decision for today or an earlier day holds at once', async () => {
  for (const earlier of [today, addDays(today, -3), undefined]) {
    const caseFile = await decidedFor(earlier)
    assert.deepEqual([caseFile.status, caseFile.effectiveOn], ['confirmed', null])
  }
})

test('a deregistration decided before the day of moving out is one (R-D04), and citizen and letter name that day', async () => {
  const service = serviceOf(house, 'abmeldung')
  const example = service.examples(today).find(({ name }) => name === 'toCanada')
  assert.ok(example)
  const receipt = await openVisitor(hall.baseUrl).file(service.slug, example.typed, service)
  const number = receipt.url.split('/').at(-1) ?? ''
  const filed = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
  const caseFile = await confirmed(filed, service)
  const { moveOutDate = '' } = filed.answers as { moveOutDate?: string }
  assert.ok(moveOutDate > today)
  assert.deepEqual([caseFile.status, caseFile.effectiveOn], ['scheduled', new Date(moveOutDate)])
  says(await asCitizen({ hall, house }, caseFile), `wird am ${longDay(moveOutDate, 'de')} geändert`, 200)
  const { pdf, kind } = await hall.database.letter.findFirstOrThrow({ where: { caseId: caseFile.id } })
  assert.equal(kind, 'meldebestaetigung')
  assert.ok((await readPdf(pdf)).includes(formatDay(moveOutDate, 'de')))
  await takeEffect(hall.database, moveOutDate)
  says(await asCitizen({ hall, house }, caseFile), house.words.de.say('residence-deregistration:status.confirmed'), 200)
})

/** The registration as a service whose decision holds from a day of its own. */
async function decidedFor(effectiveOn: string | undefined): Promise<CaseFile> {
  return confirmed(await fileCase(house), { ...serviceOf(house), effectiveOn: () => effectiveOn })
}

async function confirmed(filed: CaseFile, service: Service): Promise<CaseFile> {
  const { caseFile } = await claim(house.office, anna.clerk, filed)
  const hold = { office: house.office, service, clerk: anna.clerk, caseFile, version: caseFile.version }
  const ticks = checklistOf(service, caseFile).map(item => item.id)
  assert.equal(await confirm(hold, ticks), 'done')
  return now(caseFile)
}

function now({ id }: CaseFile): Promise<CaseFile> {
  return hall.database.caseFile.findUniqueOrThrow({ where: { id } })
}

async function kindsOf({ id }: CaseFile): Promise<string[]> {
  const events = await hall.database.event.findMany({ where: { caseId: id }, orderBy: { id: 'asc' } })
  return events.map(({ kind }) => kind)
}
