// Who else is told of a confirmed case: the extract with exactly its fields, on paper and as data, and that it was sent on.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { House } from '../src/web/house.ts'
import { readPdf } from './browser/read-pdf.ts'
import { confirmAtCounter } from './helpers/counter.ts'
import { exampleOf, fileCase, houseOf } from './helpers/filings.ts'
import { answer, press, send } from './helpers/press.ts'
import { says, saysNot } from './helpers/says.ts'
import { hire, seat, settle } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { formsOf, type Page, summaryOf, type Visitor } from './helpers/visitor.ts'

type Extract = { fields: { number: string; values: Record<string, unknown> }[] } & Record<string, unknown>
const slug = 'gewerbeanmeldung'
let hall: TownHall
let house: House
let clerk: Visitor
let number: string
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
  clerk = (await seat(hall, 'trade')).visitor
  number = await confirmed('software')
})
after(() => hall.close())

async function confirmed(name: string, of = slug, by = clerk): Promise<string> {
  const { typed, desk } = exampleOf(house, of, name)
  const caseFile = await fileCase(house, typed, of)
  assert.equal((await confirmAtCounter(by, caseFile.number, desk)).status, 200)
  return caseFile.number
}

const caseUrl = (of = number) => `/amt/vorgang/${of}`
const extractUrl = (recipient: string, format: 'pdf' | 'json', of = number) =>
  `${caseUrl(of)}/auszug/${recipient}.${format}`
const eventsOf = (kind: string, of = number) =>
  hall.database.event.findMany({ where: { caseFile: { number: of }, kind } })
const sent = async (recipient: string) => press(clerk, await clerk.request(caseUrl()), 'sentOn', { recipient })

async function extract(recipient: string, of = number): Promise<Extract> {
  return JSON.parse((await clerk.request(extractUrl(recipient, 'json', of))).html)
}

function recipientsOn(page: Page): string[] {
  return formsOf(page.html).flatMap(({ controls }) => controls.find(({ name }) => name === 'recipient')?.options ?? [])
}

describe('who is told', () => {
  it('is not on a case before it is confirmed, and no extract leaves the house', async () => {
    const { typed } = exampleOf(house, slug, 'candles')
    const open = await fileCase(house, typed, slug)
    const page = await press(clerk, await clerk.request(caseUrl(open.number)), 'claim')
    saysNot(page, 'Wer noch unterrichtet wird')
    assert.equal((await clerk.request(extractUrl('taxOffice', 'pdf', open.number))).status, 404)
    assert.equal((await clerk.request(extractUrl('taxOffice', 'json', open.number))).status, 404)
  })

  it('is listed with extracts for trade, as the filing and the desk’s form say', async () => {
    const page = await clerk.request(caseUrl())
    says(page, 'Wer noch unterrichtet wird')
    assert.ok(recipientsOn(page).includes('chamberOfCommerce'))
    assert.ok(!recipientsOn(page).includes('customs'), 'only on indications of illicit work')
    const restaurant = await confirmed('restaurant')
    const withMachines = recipientsOn(await clerk.request(caseUrl(restaurant)))
    assert.ok(withMachines.includes('permitAuthority'), 'for the gaming machines, not for the alcohol')
    assert.equal((await clerk.request(extractUrl('customs', 'json', restaurant))).status, 404)
  })

  it('is, after a move from another district, the authority of the former place, by an extract of ours', async () => {
    const hairdresser = await confirmed('hairdresser')
    const page = await clerk.request(caseUrl(hairdresser))
    assert.ok(recipientsOn(page).includes('formerAuthority'))
    saysNot(page, 'Fachverfahren')
    const { fields } = await extract('formerAuthority', hairdresser)
    const former = fields.find(field => field.number === '17')
    assert.match(JSON.stringify(former?.values), /Gießen/)
    says(
      await press(clerk, page, 'sentOn', { recipient: 'formerAuthority' }),
      /Gewerbebehörde am bisherigen Ort Weitergegeben am /,
      200,
    )
  })

  it('is only listed for residence: the register tells them', async () => {
    const { visitor } = await seat(hall, 'residence')
    const moved = await settle(house, await hire(hall, 'residence'), await fileCase(house), 'confirm')
    const page = await visitor.request(caseUrl(moved.number))
    says(page, /Diese Stellen unterrichtet das Fachverfahren, nicht dieses Portal: .*Rentenversicherung/)
    says(page, /Andere Stellen der Stadt.* Stellen, die das Landesrecht nennt/)
    assert.deepEqual(recipientsOn(page), [])
    assert.equal((await visitor.request(extractUrl('pensionFund', 'json', moved.number))).status, 404)
  })
})

describe('an extract', () => {
  it('has as data exactly the numbers of its recipient, by the ids of the form', async () => {
    const told = await extract('weightsAndMeasures')
    assert.equal(told.caseNumber, number)
    assert.deepEqual([told.serviceId, told.form, told.recipient], ['tradeRegistration', 'GewA 1', 'weightsAndMeasures'])
    const numbers = ['1', '3', '4', '5', '11', '14', '15', '18', '20']
    assert.deepEqual(
      told.fields.map(field => field.number),
      numbers,
    )
    const values = Object.assign({}, ...told.fields.map(field => field.values)) as Record<string, unknown>
    assert.equal(values['owner.familyName'], 'Yıldırım-Holm')
    assert.deepEqual(values['additionalRepresentatives[].familyName'], ['van der Meer'])
    assert.equal(values['owner.birthDate'], undefined)
    assert.doesNotMatch(JSON.stringify(told), /Niederlande|"NL"|1983/)
  })

  it('has on paper the same fields, with the town’s letterhead, and nothing of others', async () => {
    const response = await answer(clerk, hall.baseUrl, extractUrl('statisticsAuxiliary', 'pdf'))
    assert.equal(response.headers.get('content-type'), 'application/pdf')
    assert.match(response.headers.get('cache-control') ?? '', /no-store/)
    const fileName = `auszug-statistisches-landesamt-hilfsmerkmale-${number}`
    assert.equal(response.headers.get('content-disposition'), `inline; filename="${fileName}.pdf"`)
    const data = await answer(clerk, hall.baseUrl, extractUrl('weightsAndMeasures', 'json'))
    assert.match(data.headers.get('content-disposition') ?? '', /filename=auszug-eichbehoerde-LM-/)
    const text = await readPdf(new Uint8Array(await response.arrayBuffer()))
    for (const piece of [
      'Auszug aus einer Gewerbeanzeige',
      'Statistisches Landesamt, Hilfsmerkmale',
      'Yıldırım-Holm',
      number,
    ])
      assert.ok(text.includes(piece), `${piece} in ${text}`)
    assert.match(text, /§ 14 der Gewerbeordnung und § 3 der Gewerbeanzeigeverordnung/)
    assert.doesNotMatch(text, /Staatsangehörigkeit|Geschlecht|Schwerpunkt|Unterschrift/)
  })

  it('never holds what only staff wrote', async () => {
    const restaurant = await confirmed('restaurant')
    for (const recipient of recipientsOn(await clerk.request(caseUrl(restaurant))))
      assert.doesNotMatch(
        JSON.stringify(await extract(recipient, restaurant)),
        /56101|56\.10\.1|Ordnungsamt ist unterrichtet/,
      )
  })

  it('is fetched by clerks of the office only, and each fetching is in the history', async () => {
    const before = (await eventsOf('extractRead')).length
    const { visitor: residence } = await seat(hall, 'residence')
    assert.equal((await residence.request(extractUrl('taxOffice', 'pdf'))).status, 404)
    assert.equal((await eventsOf('extractRead')).length, before)
    await clerk.request(extractUrl('taxOffice', 'pdf'))
    assert.equal((await eventsOf('extractRead')).length, before + 1)
    says(await clerk.request(caseUrl()), 'Auszug abgerufen: Finanzamt')
  })
})

describe('that it was sent on', () => {
  it('is recorded by a clerk, with day and name, once for each recipient', async () => {
    const page = await clerk.request(caseUrl())
    const done = await press(clerk, page, 'sentOn', { recipient: ['taxOffice', 'chamberOfCommerce'] })
    says(done, 'Als weitergegeben eingetragen.', 200)
    says(done, /Finanzamt Weitergegeben am .*, eingetragen von Frau /)
    assert.ok(!recipientsOn(done).includes('taxOffice'))
    await Promise.all([1, 2, 3].map(() => press(clerk, page, 'sentOn', { recipient: 'taxOffice' })))
    assert.equal((await eventsOf('sentOn')).length, 2)
  })

  it('is taken back by another event, and can be recorded again', async () => {
    await sent('foodControl')
    const back = await press(clerk, await clerk.request(caseUrl()), 'undo:foodControl')
    says(back, 'Eintrag zur Weitergabe rückgängig gemacht: ', 200)
    assert.ok(recipientsOn(back).includes('foodControl'))
    const again = await sent('foodControl')
    assert.ok(!recipientsOn(again).includes('foodControl'))
    const kinds = await hall.database.event.findMany({
      where: { caseFile: { number }, detail: { equals: { recipient: 'foodControl' } } },
      orderBy: { id: 'asc' },
    })
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['sentOn', 'sentOnUndone', 'sentOn'],
    )
  })

  it('asks for whom, at the list', async () => {
    const none = await press(clerk, await clerk.request(caseUrl()), 'sentOn')
    assert.deepEqual([none.status, summaryOf(none.html)], [422, ['Kreuzen Sie an, wem der Auszug weitergegeben ist.']])
    assert.match(none.html, /<a href="#mitteilungen">/)
  })

  it('is recorded for everybody with one button, once each', async () => {
    const of = await confirmed('software')
    const done = await press(clerk, await clerk.request(caseUrl(of)), 'sentOnAll')
    says(done, 'Als weitergegeben eingetragen.', 200)
    assert.deepEqual(recipientsOn(done), [])
    saysNot(done, 'value="sentOnAll"')
    const named = (await eventsOf('sentOn', of)).map(({ detail }) => JSON.stringify(detail))
    assert.ok(named.length > 5 && new Set(named).size === named.length)
  })

  it('is not recorded for who is no recipient, nor before the case is confirmed', async () => {
    const page = await clerk.request(caseUrl())
    const before = (await eventsOf('sentOn')).length
    await press(clerk, page, 'sentOn', { recipient: ['customs', 'nobody'] })
    assert.equal((await eventsOf('sentOn')).length, before)
    const open = await fileCase(house, exampleOf(house, slug, 'candles').typed, slug)
    const body = {
      _csrf: /name="_csrf" value="([^"]*)"/.exec(page.html)?.[1] ?? '',
      recipient: 'taxOffice',
      action: 'sentOn',
    }
    await send(clerk, `${caseUrl(open.number)}/weitergabe`, body)
    assert.equal((await eventsOf('sentOn', open.number)).length, 0)
  })
})
