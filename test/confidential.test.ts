// What is confidential stays so on every way to it: in letters, reasons, numbers, and beside a correction.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { CaseFile } from '../src/generated/client.ts'
import type { House } from '../src/web/house.ts'
import { confirmAtCounter } from './helpers/counter.ts'
import { exampleOf, fileCase, houseOf, typedBy } from './helpers/filings.ts'
import { hidden, press, send } from './helpers/press.ts'
import { unheard } from './helpers/refuse.ts'
import { says, saysNot, textOf } from './helpers/says.ts'
import { seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import type { Page } from './helpers/visitor.ts'

let hall: TownHall
let house: House
let anna: Awaited<ReturnType<typeof seat>>
let bernd: Awaited<ReturnType<typeof seat>>
let head: Awaited<ReturnType<typeof seat>>
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
  anna = await seat(hall, 'residence', 'Anna Ahlers')
  bernd = await seat(hall, 'counter', 'Bernd Behrens')
  head = await seat(hall, 'supervisor', 'Carla Coenen')
})
after(() => hall.close())

describe('a letter that says what is sealed', () => {
  for (const [slug, name, kind] of [
    ['uebermittlungssperre', 'objection', 'uebermittlungssperre'],
    ['meldebescheinigung', 'extended', 'erweiterte-meldebescheinigung'],
  ] as const)
    it(`is opened by who decided the case and by supervisors, and each look is written down: ${kind}`, async () => {
      const { typed, desk } = exampleOf(house, slug, name)
      const caseFile = await fileCase(house, typed, slug)
      assert.equal((await confirmAtCounter(anna.visitor, caseFile.number, desk)).status, 200)
      const url = `${pathOf(caseFile)}/${kind}.pdf`
      const other = await bernd.visitor.request(pathOf(caseFile))
      saysNot(other, url)
      says(other, 'vertraulich. Öffnen kann es, wer den Vorgang übernommen oder entschieden hat, und die Leitung.')
      assert.equal((await bernd.visitor.request(url)).status, 403)
      for (const { visitor } of [anna, head]) {
        assert.ok((await visitor.request(pathOf(caseFile))).html.includes(`href="${url}"`))
        assert.equal((await visitor.request(url)).status, 200)
      }
      assert.deepEqual(await looks(caseFile), ['revealed', 'revealed'])
    })

  it('is not a Meldebestätigung: every clerk of the office opens it', async () => {
    const caseFile = await fileCase(house)
    await confirmAtCounter(anna.visitor, caseFile.number)
    const url = `${pathOf(caseFile)}/meldebestaetigung.pdf`
    assert.ok((await bernd.visitor.request(pathOf(caseFile))).html.includes(`href="${url}"`))
    assert.equal((await bernd.visitor.request(url)).status, 200)
    assert.deepEqual(await looks(caseFile), ['letterRead'])
  })

  it('may be a rejection: its reasons are read by the same, and the history has none', async () => {
    const slug = 'uebermittlungssperre'
    const caseFile = await fileCase(house, exampleOf(house, slug, 'objection').typed, slug)
    const page = await press(anna.visitor, await anna.visitor.request(pathOf(caseFile)), 'claim')
    const note = 'Sie sind selbst Mitglied.'
    const asked = await press(anna.visitor, page, 'decide', { decision: 'reject', rejectReason: 'requirement', note })
    assert.equal((await press(anna.visitor, asked, 'draft')).status, 200)
    assert.deepEqual(await looks(caseFile), ['revealed'], 'the draft says it already')
    assert.equal((await press(anna.visitor, asked, 'reject', unheard)).status, 200)
    for (const { visitor } of [anna, head]) says(await visitor.request(pathOf(caseFile)), note)
    const other = await bernd.visitor.request(pathOf(caseFile))
    for (const word of [note, 'Religionsgesellschaft steht nur']) saysNot(other, word)
    says(other, 'Die Gründe sind vertraulich.')
    assert.equal((await bernd.visitor.request(`${pathOf(caseFile)}/ablehnung.pdf`)).status, 403)
    const { detail } = await hall.database.event.findFirstOrThrow({ where: { caseId: caseFile.id, kind: 'rejected' } })
    assert.deepEqual(detail, unheard, 'keys only')
  })
})

describe('numbers of identity documents and of the tax office', () => {
  const tax = '86095742719'
  const card = 'L01X00T471'
  it('are for who holds the case and for supervisors, before and after a correction', async () => {
    const [person = {}] = typedBy(house).persons as Record<string, string>[]
    const typed = typedBy(house, 'single', { persons: [{ ...person, 'idDocuments.0.serialNumber': card }] })
    const caseFile = await fileCase(house, typed)
    const other = await bernd.visitor.request(pathOf(caseFile))
    saysNot(other, card)
    says(other, /Ausweis[^.]* Verdeckt\. Lesen kann es, wer den Vorgang übernommen/)
    says(await head.visitor.request(pathOf(caseFile)), card)
    says(await press(anna.visitor, await anna.visitor.request(pathOf(caseFile)), 'claim'), card)
    const place = `${pathOf(caseFile)}/berichtigen/personen/${personsOf(caseFile)[0]}/ausweis`
    const again = await anna.visitor.request(place)
    const corrected = await press(anna.visitor, again, 'next', { 'idDocuments.0.serialNumber': 'L01X00T47' })
    says(corrected, card, 200)
    for (const number of [card, 'L01X00T47']) saysNot(await bernd.visitor.request(pathOf(caseFile)), number)
  })

  it('of those who come from abroad as well', async () => {
    const caseFile = await fileCase(house, typedBy(house, 'returning'))
    assert.match(JSON.stringify(caseFile.answers), new RegExp(tax))
    saysNot(await bernd.visitor.request(pathOf(caseFile)), tax)
    says(await head.visitor.request(pathOf(caseFile)), tax)
  })

  it('certified by the desk, too', async () => {
    const { typed, desk } = exampleOf(house, 'meldebescheinigung', 'extended')
    const items = { extendedItems: ['birthPlace', 'taxId', 'idDocuments'] }
    const caseFile = await fileCase(house, { ...typed, ...items }, 'meldebescheinigung')
    const certified = { ...desk, taxId: tax, idDocuments: 'Reisepass C01X00T47' }
    await confirmAtCounter(anna.visitor, caseFile.number, certified)
    const [own, other] = [await anna.visitor.request(pathOf(caseFile)), await bernd.visitor.request(pathOf(caseFile))]
    for (const number of [tax, 'C01X00T47']) {
      says(own, number)
      saysNot(other, number)
    }
    says(other, 'Surakarta')
  })
})

describe('a sealed answer of a decided case', () => {
  it('is shown to who decided it and to supervisors, and each look is written down', async () => {
    const caseFile = await fileCase(house)
    await confirmAtCounter(anna.visitor, caseFile.number)
    const religion = 'keine oder eine andere'
    for (const { visitor } of [anna, head]) {
      const page = await visitor.request(pathOf(caseFile))
      saysNot(page, religion)
      says(await press(visitor, page, 'reveal'), religion, 200)
    }
    assert.deepEqual(await looks(caseFile), ['revealed', 'revealed'])
    const other = await bernd.visitor.request(pathOf(caseFile))
    saysNot(other, house.words.de.say('common:desk.reveal'))
    const body = { _csrf: hidden(other, '_csrf'), action: 'reveal' }
    assert.equal((await send(bernd.visitor, pathOf(caseFile), body)).status, 403)
  })
})

describe('a sealed answer that was corrected', () => {
  it('stands beside the new one when it is shown, however often it is corrected', async () => {
    const { caseFile, page } = await onDesk('single')
    const religion = `${pathOf(caseFile)}/berichtigen/personen/${personsOf(caseFile)[0]}/religion`
    for (const religionKey of ['ev', 'rk'])
      assert.equal(
        (await press(anna.visitor, await anna.visitor.request(religion), 'next', { religionKey })).status,
        200,
      )
    const desk = await anna.visitor.request(page.url)
    assert.doesNotMatch(textOf(desk), /keine oder eine andere|römisch-katholisch/)
    const shown = await press(anna.visitor, desk, 'reveal')
    says(shown, /römisch-katholisch gesendet war: keine oder eine andere/)
    saysNot(shown, 'evangelisch')
    const kept = await hall.database.caseFile.findUniqueOrThrow({ where: { id: caseFile.id } })
    assert.deepEqual(kept.sealedAsSent, caseFile.sealed)
    assert.doesNotMatch(JSON.stringify([kept.wordsAsSent, kept.sealedAsSent]), /keine oder|"vd"/)
  })

  it('is not marked as changed when it was not', async () => {
    const { caseFile } = await onDesk('single')
    const contact = await anna.visitor.request(`${pathOf(caseFile)}/berichtigen/kontakt`)
    const done = await press(anna.visitor, contact, 'next', { 'contact.email': 'neu@example.org' })
    const shown = await press(anna.visitor, done, 'reveal')
    says(shown, 'keine oder eine andere')
    assert.equal(textOf(shown).match(/gesendet war:/g)?.length, 1, 'only of the address for mail')
  })

  it('stays to be read when its person is struck out', async () => {
    const { caseFile } = await onDesk('family')
    const struck = personsOf(caseFile).at(-1)
    const question = await anna.visitor.request(`${pathOf(caseFile)}/berichtigen/personen/${struck}/entfernen`)
    assert.equal((await press(anna.visitor, question, 'remove')).status, 200)
    const desk = await anna.visitor.request(pathOf(caseFile))
    const label = house.words.de.say('shared:person.religionKey.label')
    const count = (page: Page) => textOf(page).split(label).length - 1
    const shown = await press(anna.visitor, desk, 'reveal')
    assert.equal(count(shown), count(desk) + 1, 'the one of who was struck out')
  })
})

const pathOf = ({ number }: Pick<CaseFile, 'number'>) => `/amt/vorgang/${number}`
const personsOf = ({ answers }: CaseFile) => (answers as { persons: { id: string }[] }).persons.map(({ id }) => id)

async function onDesk(name: string) {
  const caseFile = await fileCase(house, typedBy(house, name))
  return { caseFile, page: await press(anna.visitor, await anna.visitor.request(pathOf(caseFile)), 'claim') }
}

async function looks({ id }: CaseFile) {
  const kind = { in: ['revealed', 'letterRead'] }
  const events = await hall.database.event.findMany({ where: { caseId: id, kind }, orderBy: { id: 'asc' } })
  return events.map(event => event.kind)
}
