// Another town's file: its names and its Land's act stand where the demo town's stood, and a gap is named.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readTown } from '../src/town.ts'
import { exampleOf, fileCase, houseOf } from './helpers/filings.ts'
import { says, saysNot } from './helpers/says.ts'
import { seat, settle } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { openVisitor } from './helpers/visitor.ts'

const demo = JSON.parse(readFileSync(new URL('../src/demo-town.json', import.meta.url), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'town-'))
const file = join(folder, 'town.json')
const write = (town: object) => writeFileSync(file, JSON.stringify(town))

describe('another town', () => {
  let hall: TownHall
  before(async () => {
    write({
      ...demo,
      fees: [],
      recipientsOff: ['weightsAndMeasures'],
      numberPrefix: 'XY',
      procedureAct: 'Verwaltungsverfahrensgesetz für das Land Beispiel',
    })
    hall = await openTownHall({ environment: { TOWN_FILE: file, DEMO: '0' } })
  })
  after(async () => {
    await hall.close()
    rmSync(folder, { recursive: true })
  })
  const ask = (path: string) => openVisitor(hall.baseUrl).request(path)

  it('is named with the act of its Land and its own kind of case number', async () => {
    says(await ask('/datenschutz'), 'Verwaltungsverfahrensgesetz für das Land Beispiel § 41 Absatz 2a')
    says(await ask('/vorgang'), 'XY-2026-000871-D')
  })

  it('is no demonstration: nothing says that its offices and streets are invented', async () => {
    saysNot(await ask('/impressum'), 'erfunden')
  })

  it('charges nothing: the pages about its services say so and speak of no fee', async () => {
    for (const slug of ['gewerbeanmeldung', 'gewerbeummeldung', 'gewerbeabmeldung'])
      says(await ask(`/leistungen/${slug}`), 'Die Anzeige und die Empfangsbescheinigung kosten nichts.')
    const certificate = await ask('/leistungen/meldebescheinigung')
    says(certificate, 'Die Bescheinigung kostet nichts, elektronisch und auf Papier.')
    saysNot(certificate, 'Gebühr')
  })

  it('tells nobody who has waived the data of notifications', async () => {
    const house = await houseOf(hall)
    const { typed } = exampleOf(house, 'gewerbeanmeldung', 'candles')
    const caseFile = await fileCase(house, typed, 'gewerbeanmeldung')
    const { visitor, clerk } = await seat(hall, 'trade')
    await settle(house, clerk, caseFile, 'confirm')
    const page = await visitor.request(`/amt/vorgang/${caseFile.number}`)
    says(page, 'Industrie- und Handelskammer')
    saysNot(page, 'Eichbehörde')
    const extract = `/amt/vorgang/${caseFile.number}/auszug`
    assert.equal((await visitor.request(`${extract}/chamberOfCommerce.json`)).status, 200)
    assert.equal((await visitor.request(`${extract}/weightsAndMeasures.json`)).status, 404)
  })

  it('names the act, or the program says what is missing', () => {
    write({ ...demo, procedureAct: undefined })
    assert.throws(() => readTown(file), /procedureAct: name the act on administrative procedure/)
  })
})
