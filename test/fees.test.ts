// Fees: data of the town, shown before and after filing, paid at the counter; what is payable on issue is waited for.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { dueFees, euros, type Fee } from '../src/law/fees.ts'
import { readTown } from '../src/town.ts'
import type { House } from '../src/web/house.ts'
import { readPdf } from './browser/read-pdf.ts'
import { confirmAtCounter } from './helpers/counter.ts'
import { exampleOf, fileCase, houseOf } from './helpers/filings.ts'
import { press } from './helpers/press.ts'
import { refuse } from './helpers/refuse.ts'
import { says, saysNot } from './helpers/says.ts'
import { seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { formsOf, openVisitor, type Page, summaryOf, type Visitor } from './helpers/visitor.ts'

const slug = 'gewerbeanmeldung'
const demo = JSON.parse(readFileSync(new URL('../src/demo-town.json', import.meta.url), 'utf8'))

const feeUrl = (number: string) => `/amt/vorgang/${number}/gebuehr`
const open = async (clerk: Visitor, number: string) => clerk.request(feeUrl(number))

describe('the table of the town', () => {
  const row = (amountCents: number, validFrom: string): Fee => ({
    id: 'copy',
    amountCents,
    legalBasis: 'VwKostO',
    validFrom,
    payableWhen: 'onIssue',
    waivable: false,
  })
  const table = [row(900, '2027-01-01'), row(500, '2020-01-01'), row(700, '2026-01-01')]

  it('says with several rows what holds on the day of filing', () => {
    const on = (day: string) => dueFees(table, [{ id: 'copy' }], day).map(({ totalCents }) => totalCents)
    assert.deepEqual(
      [on('2019-12-31'), on('2025-12-31'), on('2026-01-01'), on('2027-01-01')],
      [[], [500], [700], [900]],
    )
  })

  it('multiplies by the copies; what costs nothing is no fee', () => {
    assert.equal(dueFees(table, [{ id: 'copy', count: 3 }], '2026-06-01')[0]?.totalCents, 2100)
    assert.deepEqual(dueFees([row(0, '2020-01-01')], [{ id: 'copy' }, { id: 'unknown' }], '2026-06-01'), [])
  })

  it('is read with the town, and a row that is none is named', () => {
    assert.equal(readTown(undefined).fees.find(({ id }) => id === 'tradeReceipt')?.amountCents, 800)
    const folder = mkdtempSync(join(tmpdir(), 'town-'))
    const file = join(folder, 'town.json')
    writeFileSync(file, JSON.stringify({ ...demo, fees: [{ ...demo.fees[0], amountCents: 9.5 }] }))
    assert.throws(() => readTown(file), /fees\.0\.amountCents/)
    writeFileSync(file, JSON.stringify({ ...demo, fees: undefined }))
    assert.deepEqual(readTown(file).fees, [], 'a town may charge nothing')
    rmSync(folder, { recursive: true })
  })

  it('reads as money in both languages', () => {
    assert.equal(euros(123450, 'de'), '1.234,50\u00A0€')
    assert.equal(euros(3600, 'en'), '€36.00')
  })
})

describe('fees', () => {
  let hall: TownHall
  let house: House
  let clerk: Visitor
  before(async () => {
    hall = await openTownHall()
    house = await houseOf(hall)
    clerk = (await seat(hall, 'counter')).visitor
  })
  after(() => hall.close())
  const file = () => fileCase(house, exampleOf(house, slug, 'candles').typed, slug)
  const eventsOf = async (number: string) => {
    const kind = { in: ['feePaid', 'feeWaived', 'paymentUndone'] }
    const events = await hall.database.event.findMany({ where: { caseFile: { number }, kind }, orderBy: { id: 'asc' } })
    return events.map(event => event.kind)
  }

  it('are on the page about the service, in both languages, and not where nothing is to be paid', async () => {
    const visitor = openVisitor(hall.baseUrl)
    const page = await visitor.request(`/leistungen/${slug}`)
    says(page, /Gewerbeanzeige § 14 GewO, VwKostO-MWEVW, Nr\. 2131, gilt seit 01\.01\.2026 28,00 €/)
    says(page, /Sie zahlen nach dem Absenden im Bürgerbüro .* Die Bearbeitung wartet nicht darauf\./)
    says(
      await visitor.request(`/leistungen/${slug}?lang=en`),
      /Certificate of receipt .* no\. 2132, in force since .* €8\.00/,
    )
    saysNot(await visitor.request('/leistungen/anmeldung'), '€')
  })

  it('are shown before sending, on the receipt, and on the case page once they are paid', async () => {
    const visitor = openVisitor(hall.baseUrl)
    const receipt = await visitor.file(slug, exampleOf(house, slug, 'candles').typed)
    const check = visitor.visited.find(({ url }) => url.endsWith('/pruefen'))
    assert.ok(check)
    says(check, /Zusammen 36,00 €/)
    says(check, 'Gezahlt wird im Bürgerbüro (Rathausprobe 1, 65549 Limburg a. d. Lahn)')
    says(receipt, /Fragebogen zur steuerlichen Erfassung/)
    says(receipt, /Zusammen 36,00 € Noch offen: 36,00 €/)
    const number = receipt.url.split('/').at(-1) ?? ''
    await press(clerk, await open(clerk, number), 'enter', { means: 'card' })
    const paid = await visitor.request(receipt.url)
    says(paid, /36,00 € mit Karte bezahlt am .* \(Quittung \d+\)/)
    saysNot(paid, 'Noch offen')
    saysNot(paid, 'Sie zahlen im Bürgerbüro')
  })

  it('are entered once, however often the button is pressed', async () => {
    const { number } = await file()
    const page = await open(clerk, number)
    const done = await press(clerk, page, 'enter', { means: 'cash' })
    says(done, 'Zahlung eingetragen.', 200)
    says(done, /Gebühr bezahlt: 36,00 € bar \(Quittung \d+\)/)
    const again = await press(clerk, page, 'enter', { means: 'cash' })
    says(again, 'Nicht gespeichert Der offene Betrag oder der Eintrag hat sich inzwischen geändert', 409)
    const both = await file()
    const asked = await open(clerk, both.number)
    await Promise.all([1, 2, 3].map(() => press(clerk, asked, 'enter', { means: 'cash' })))
    assert.equal(await hall.database.payment.count({ where: { caseId: both.id } }), 1)
  })

  it('ask how it is paid, at the question, and keep what was chosen', async () => {
    const { number } = await file()
    const page = await open(clerk, number)
    const none = await press(clerk, page, 'enter')
    assert.deepEqual([none.status, summaryOf(none.html)], [422, ['Wählen Sie aus, wie bezahlt wird.']])
    assert.match(none.html, /<title>Fehler: /)
    const waived = await press(clerk, page, 'enter', { means: 'waived' })
    assert.deepEqual(
      [waived.status, summaryOf(waived.html)],
      [422, ['Wählen Sie aus, warum die Gebühr erlassen wird.']],
    )
    const standing = formsOf(waived.html).flatMap(
      ({ controls }) => controls.find(({ name }) => name === 'means')?.values ?? [],
    )
    assert.deepEqual(standing, ['waived'])
    assert.deepEqual(await eventsOf(number), [])
  })

  it('are paid or waived, not both: of a fee that is paid the reason for waiving does not count', async () => {
    const { number } = await file()
    const paid = await press(clerk, await open(clerk, number), 'enter', { means: 'cash', waiver: 'equity' })
    says(paid, /Gebühr bezahlt: 36,00 €/, 200)
    assert.deepEqual(await eventsOf(number), ['feePaid'])
  })

  it('are waived with a reason, which stands in the history', async () => {
    const { number } = await file()
    const done = await press(clerk, await open(clerk, number), 'enter', { means: 'waived', waiver: 'exempt' })
    says(done, /Gebühr erlassen: 36,00 €, Grund: Befreiung nach Gesetz oder Satzung/)
    assert.deepEqual(await eventsOf(number), ['feeWaived'])
  })

  it('are open again after a mistaken entry was undone; the entry stays, with the reason', async () => {
    const { number, id } = await file()
    await press(clerk, await open(clerk, number), 'enter', { means: 'cash' })
    const page = await open(clerk, number)
    assert.equal((await press(clerk, page, 'undo')).status, 422)
    says(await press(clerk, page, 'undo', { undo: 'mistyped' }), 'Noch offen: 36,00 €', 200)
    assert.equal((await press(clerk, page, 'undo', { undo: 'mistyped' })).status, 409)
    const after = await open(clerk, number)
    says(after, /36,00 € bar bezahlt .* Rückgängig gemacht am .* Grund: Falsch eingetragen/)
    await press(clerk, after, 'enter', { means: 'card' })
    assert.deepEqual(await eventsOf(number), ['feePaid', 'paymentUndone', 'feePaid'])
    assert.equal(await hall.database.payment.count({ where: { caseId: id } }), 2, 'nothing is erased')
  })

  it('are taken for cases of one’s own office only, and for none that costs nothing', async () => {
    const { number } = await file()
    const { visitor: residence } = await seat(hall, 'residence')
    assert.equal((await open(residence, number)).status, 404)
    assert.equal((await open(residence, (await fileCase(house)).number)).status, 404)
  })

  it('that are payable on filing hold up no certificate of receipt, and stand in it', async () => {
    const { number } = await file()
    assert.equal((await confirmAtCounter(clerk, number)).status, 200)
    const letter = await hall.database.letter.findFirstOrThrow({ where: { caseFile: { number } } })
    assert.match(await readPdf(letter.pdf), /Gebühren: Gewerbeanzeige 28,00 € \(§ 14 GewO, VwKostO-MWEVW, Nr\. 2131\)/)
    says(await press(clerk, await open(clerk, number), 'enter', { means: 'cash' }), 'Zahlung eingetragen.', 200)
  })

  it('for each copy of a certificate on paper are paid before it is issued; an electronic one is free', async () => {
    const of = 'meldebescheinigung'
    const [onPaper, extended] = [exampleOf(house, of, 'onPaper'), exampleOf(house, of, 'extended')]
    const visitor = openVisitor(hall.baseUrl)
    const receipt = await visitor.file(of, onPaper.typed)
    says(receipt, /Meldebescheinigung auf Papier, 2 mal 9,00 € .* 18,00 € Noch offen: 18,00 €/)
    says(receipt, 'Das Schreiben bekommen Sie, sobald bezahlt ist.')
    const number = receipt.url.split('/').at(-1) ?? ''
    assert.equal((await confirmAtCounter(clerk, number, onPaper.desk)).status, 200)
    assert.deepEqual(await eventsOf(number), ['feePaid'])
    const done = await visitor.request(receipt.url)
    says(done, /18,00 € bar bezahlt/)
    says(done, 'Es gilt das unterschriebene Papier')
    const free = await fileCase(house, extended.typed, of)
    assert.equal((await open(clerk, free.number)).status, 404)
    assert.equal((await confirmAtCounter(clerk, free.number, extended.desk)).status, 200)
    assert.deepEqual(await eventsOf(free.number), [])
  })
})

describe('fees that are payable on issue', () => {
  let hall: TownHall
  let house: House
  let clerk: Visitor
  const folder = mkdtempSync(join(tmpdir(), 'town-'))
  before(async () => {
    const file = join(folder, 'town.json')
    const fees = demo.fees.map((fee: Fee) => ({ ...fee, payableWhen: 'onIssue', waivable: false }))
    writeFileSync(file, JSON.stringify({ ...demo, fees }))
    hall = await openTownHall({ environment: { TOWN_FILE: file } })
    house = await houseOf(hall)
    clerk = (await seat(hall, 'trade')).visitor
  })
  after(async () => {
    await hall.close()
    rmSync(folder, { recursive: true })
  })
  const claimed = async (): Promise<{ number: string; page: Page }> => {
    const { number } = await fileCase(house, exampleOf(house, slug, 'candles').typed, slug)
    return { number, page: await press(clerk, await clerk.request(`/amt/vorgang/${number}`), 'claim') }
  }
  const ticksOn = (page: Page) =>
    formsOf(page.html).flatMap(({ controls }) => controls.find(({ name }) => name === 'tick')?.options ?? [])

  it('are waited for: confirming is refused with a sentence, and nothing typed is lost on the way to the till', async () => {
    const { number, page } = await claimed()
    const typed = { tick: ticksOn(page), decision: 'confirm', note: 'Kommt um zehn.' }
    const refused = await press(clerk, page, 'decide', typed)
    says(refused, 'Die Gebühr ist noch offen.', 422)
    assert.match(refused.html, /<a href="#gebuehren">/)
    assert.match(refused.html, / id="gebuehren"/)
    const till = await press(clerk, refused, 'fee', typed)
    assert.equal(till.url, feeUrl(number))
    saysNot(till, 'value="waived"')
    const waiver = { means: 'waived', waiver: 'equity' }
    assert.equal((await press(clerk, till, 'enter', waiver)).status, 409, 'the town does not let it be waived')
    const paid = await press(clerk, till, 'enter', { means: 'cash' })
    assert.match(paid.html, /Kommt um zehn\./)
    says(await press(clerk, paid, 'decide', typed), 'Bestätigt', 200)
  })

  it('are said so on the page about the service', async () => {
    const page = await openVisitor(hall.baseUrl).request(`/leistungen/${slug}`)
    says(page, 'Fertig wird Ihr Vorgang, sobald bezahlt ist.')
    saysNot(page, 'wartet nicht darauf')
  })

  it('are not due for what is rejected: nothing is open, and nobody is asked to take them', async () => {
    const of = 'meldebescheinigung'
    const { visitor } = await seat(hall, 'residence')
    const mine = openVisitor(hall.baseUrl)
    const receipt = await mine.file(of, exampleOf(house, of, 'onPaper').typed)
    says(receipt, 'Noch offen: 18,00 €')
    const desk = receipt.url.replace('/vorgang', '/amt/vorgang')
    const no = { rejectReason: 'other', note: 'Nicht hier gemeldet.' }
    const page = await refuse(visitor, await press(visitor, await visitor.request(desk), 'claim'), no)
    assert.equal(page.status, 200)
    for (const shown of [page, await mine.request(receipt.url)]) saysNot(shown, '18,00')
    assert.equal((await visitor.request(`${desk}/gebuehr`)).status, 404)
  })

  it('undone while somebody is about to confirm, are noticed', async () => {
    const { number } = await claimed()
    await press(clerk, await open(clerk, number), 'enter', { means: 'cash' })
    const page = await clerk.request(`/amt/vorgang/${number}`)
    const { visitor: colleague } = await seat(hall, 'trade')
    await press(colleague, await open(colleague, number), 'undo', { undo: 'wrongCase' })
    const late = await press(clerk, page, 'decide', { tick: ticksOn(page), decision: 'confirm' })
    assert.ok([409, 422].includes(late.status), String(late.status))
    assert.equal((await hall.database.caseFile.findUniqueOrThrow({ where: { number } })).status, 'inReview')
  })
})
