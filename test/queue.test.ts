// The shared queue: who may see which case, in which order, and that two clerks never hold one.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Typed } from '../src/forms/example.ts'
import { addDays } from '../src/law/dates.ts'
import type { Clerk } from '../src/office/clerks.ts'
import { claim, claimNext, openCases, release } from '../src/office/queue.ts'
import { takeOver } from '../src/office/take-over.ts'
import type { House } from '../src/web/house.ts'
import { exampleOf, fileCase, fileCases, houseOf, today, typedBy } from './helpers/filings.ts'
import { answer, bodyOf, hidden, press, send } from './helpers/press.ts'
import { says, saysNot, textOf } from './helpers/says.ts'
import { hire, seat, settle } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { formsOf, type Page, summaryOf } from './helpers/visitor.ts'

let hall: TownHall
let house: House
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
})
after(() => hall.close())

describe('the queue', () => {
  beforeEach(() => hall.database.caseFile.deleteMany())

  test('the most urgent case comes first: legal deadline, then age', async () => {
    const movedIn = (days: number) => fileCase(house, typedBy(house, 'single', { moveInDate: addDays(today, -days) }))
    const cases = [await movedIn(1), await movedIn(9), await movedIn(30), await movedIn(9)]
    const [calm, soon, late, younger] = cases.map(caseFile => caseFile.number)
    const { clerk, visitor } = await seat(hall, 'residence')
    const list = await visitor.request('/amt')
    assert.deepEqual(numbersOn(list), [late, soon, younger, calm])
    says(list, house.words.de.say('common:due.cameLate')) // the person was late, not the office
    for (const number of [late, soon, younger, calm]) {
      assert.equal((await claimNext(house.office, clerk, house.services))?.number, number)
    }
    assert.equal(await claimNext(house.office, clerk, house.services), null)
  })

  test('what waits for a person stands behind all that can be worked on, on every page of the list', async () => {
    const files = await fileCases(house, 60)
    const waiting = files.slice(0, 55)
    const where = { id: { in: waiting.map(({ id }) => id) } }
    await hall.database.caseFile.updateMany({ where, data: { status: 'returned', dueOn: new Date('2026-01-02') } })
    const { clerk } = await seat(hall, 'residence')
    const all = { service: null, status: null, mine: false }
    const [first, second] = [
      await openCases(house.office, clerk, house.services, all, 1),
      await openCases(house.office, clerk, house.services, all, 2),
    ]
    const statuses = [...first.cases, ...second.cases].map(({ status }) => status)
    assert.deepEqual(statuses, [...Array(5).fill('received'), ...Array(55).fill('returned')])
    assert.equal(new Set([...first.cases, ...second.cases].map(({ id }) => id)).size, 60)
    assert.deepEqual([first.more, second.more], [true, false])
  })

  test('the list names the firm beside who files for it', async () => {
    const slug = 'gewerbeanmeldung'
    await fileCase(house, exampleOf(house, slug, 'software').typed, slug)
    const { visitor } = await seat(hall, 'trade')
    says(await visitor.request('/amt'), 'Ayşe Yıldırım-Holm, Reineclaude Software GmbH')
  })

  test('a trade notification that waits for its person keeps its place: the three days for the receipt run on', async () => {
    const trade = exampleOf(house, 'gewerbeanmeldung', 'candles').typed
    const [asked, calm] = [await fileCase(house, trade, 'gewerbeanmeldung'), await fileCase(house)]
    await settle(house, await hire(hall, 'counter'), asked, 'return', 'Die Tätigkeit ist nicht klar.')
    const { clerk, visitor } = await seat(hall, 'counter')
    assert.deepEqual(await allFor(clerk), [asked.id, calm.id])
    await hall.database.caseFile.update({ where: { id: asked.id }, data: { dueOn: new Date(today) } })
    assert.match((await visitor.request('/amt')).html, /due--soon">heute fällig/)
    await hall.database.caseFile.update({ where: { id: asked.id }, data: { dueOn: new Date(addDays(today, -1)) } })
    assert.match((await visitor.request('/amt')).html, /due--late">/)
  })

  test('a case given back is free for everybody, and only its holder can give it back', async () => {
    const caseFile = await fileCase(house)
    const [anna, bernd] = [await hire(hall, 'counter'), await hire(hall, 'counter')]
    await claim(house.office, anna, caseFile)
    assert.equal((await release(house.office, bernd, caseFile)).holder?.id, anna.id)
    assert.equal((await release(house.office, anna, caseFile)).holder, null)
    assert.equal((await claim(house.office, bernd, caseFile)).won, true)
    const events = await hall.database.event.findMany({ where: { caseId: caseFile.id }, orderBy: { id: 'asc' } })
    assert.deepEqual(
      events.map(event => event.kind),
      ['received', 'claimed', 'released', 'claimed'],
    )
  })

  test('taking over a colleague’s case stands in its history, and a page that is out of date does not do it', async () => {
    const [anna, carla] = [await seat(hall, 'counter', 'Anna Ahlers'), await seat(hall, 'supervisor', 'Carla Cordes')]
    const bernd = await hire(hall, 'counter', 'Bernd Behrens')
    const caseFile = await fileCase(house)
    const path = `/amt/vorgang/${caseFile.number}`
    await press(anna.visitor, await anna.visitor.request(path), 'claim')
    const old = await carla.visitor.request(path)
    await takeOver(house.office, bernd, { ...caseFile, claimedById: anna.clerk.id }, 1, 'absent')
    const agreed = { takeOverReason: 'agreed' }
    const refused = await press(carla.visitor, old, 'takeOver', agreed)
    says(refused, said('desk.conflictHeld', { name: 'Bernd Behrens' }), 409)
    const taken = await press(carla.visitor, refused, 'takeOver', agreed)
    says(taken, 'Übernommen, lag bei Bernd Behrens. Grund: Absprache – Carla Cordes', 200)
    says(taken, 'Übernommen, lag bei Anna Ahlers. Grund: Abwesenheit – Bernd Behrens')
  })

  test('who takes over decides anew: what the colleague had half decided is not theirs, and one’s own says that it is not sent', async () => {
    const [anna, carla] = [await seat(hall, 'counter', 'Anna Ahlers'), await seat(hall, 'supervisor', 'Carla Cordes')]
    const path = `/amt/vorgang/${(await fileCase(house)).number}`
    const mine = await press(anna.visitor, await anna.visitor.request(path), 'claim')
    const unsent = house.words.de.say('common:desk.unsent')
    saysNot(mine, unsent)
    await press(anna.visitor, mine, 'tick', { decision: 'return', note: 'Ein Blatt fehlt.' })
    const again = await anna.visitor.request(path)
    says(again, unsent)
    says(again, 'Ein Blatt fehlt.')
    const taken = await press(carla.visitor, await carla.visitor.request(path), 'takeOver', {
      takeOverReason: 'agreed',
    })
    for (const page of [taken, await carla.visitor.request(path)]) {
      saysNot(page, 'Ein Blatt fehlt.')
      saysNot(page, unsent)
    }
  })

  test('nobody takes over a colleague’s case without a reason', async () => {
    const [anna, carla] = [await hire(hall, 'counter', 'Anna Ahlers'), await seat(hall, 'counter', 'Carla Cordes')]
    const caseFile = await fileCase(house)
    await claim(house.office, anna, caseFile)
    const page = await carla.visitor.request(`/amt/vorgang/${caseFile.number}`)
    says(page, 'Anna Ahlers liest sie in der Liste')
    for (const reason of [[], ['curious']]) {
      const refused = await press(carla.visitor, page, 'takeOver', { takeOverReason: reason })
      assert.equal(refused.status, 422)
      assert.match(refused.html, /<title>Fehler: /)
      assert.match(refused.html, /<a href="#take-over-absent">Wählen Sie den Grund der Übernahme.<\/a>/)
      assert.match(refused.html, / id="take-over-absent"/)
    }
    assert.equal((await now(caseFile)).claimedById, anna.id)
  })

  test('the colleague reads in the list who has taken over their case and why, until they say that they have', async () => {
    const [anna, carla] = [await seat(hall, 'counter', 'Anna Ahlers'), await seat(hall, 'counter', 'Carla Cordes')]
    const [caseFile, other] = [await fileCase(house), await fileCase(house)]
    for (const one of [caseFile, other]) await claim(house.office, anna.clerk, one)
    for (const one of [caseFile, other])
      await press(carla.visitor, await carla.visitor.request(`/amt/vorgang/${one.number}`), 'takeOver', {
        takeOverReason: 'urgent',
      })
    const line = ({ number }: { number: string }) =>
      `Carla Cordes hat Ihren Vorgang ${number} übernommen. Grund: Dringend am Schalter`
    says(await anna.visitor.request('/amt'), line(caseFile))
    const list = await anna.visitor.request('/amt?mine=1')
    says(list, line(other))
    saysNot(await carla.visitor.request('/amt'), 'hat Ihren Vorgang')
    for (let click = 0; click < 2; click++) {
      const after = await press(anna.visitor, list, 'readTakeOver', {}, `/amt/vorgang/${caseFile.number}`)
      saysNot(after, line(caseFile))
      says(after, line(other))
    }
    assert.equal(await hall.database.event.count({ where: { caseId: caseFile.id, kind: 'takeOverRead' } }), 1)
  })

  test('a trade clerk neither sees nor gets a residence case: for them it does not exist', async () => {
    const caseFile = await fileCase(house)
    const path = `/amt/vorgang/${caseFile.number}`
    const { clerk, visitor } = await seat(hall, 'trade')
    const list = await visitor.request('/amt')
    assert.deepEqual(numbersOn(list), [])
    assert.deepEqual(numbersOn(await visitor.request('/amt?service=residence-registration')), [])
    for (const hidden of [path, `${path}/meldebestaetigung.pdf`])
      assert.equal((await visitor.request(hidden)).status, 404)
    says(await visitor.request(`/amt/vorgang?nummer=${caseFile.number}`), said('queue.unknownNumber'), 422)
    const body = bodyOf(list, 'next')
    body.set('action', 'claim')
    assert.equal((await answer(visitor, hall.baseUrl, path, { method: 'POST', body })).status, 404)
    assert.equal(await claimNext(house.office, clerk, house.services), null)
    assert.equal((await now(caseFile)).claimedById, null)
  })

  test('every open case is in exactly one queue, page after page, and a decided one in none', async () => {
    const cases = await fileCases(house, 120)
    await hall.database.caseFile.update({ where: { id: cases[0]?.id ?? '' }, data: { closedAt: new Date() } })
    const open = cases.slice(1).map(caseFile => caseFile.id)
    const [residence, trade] = [await hire(hall, 'residence'), await hire(hall, 'trade')]
    assert.deepEqual([...(await allFor(residence)), ...(await allFor(trade))].sort(), open.sort())
    assert.deepEqual((await allFor(await hire(hall, 'supervisor'))).sort(), open.sort())
  })

  test('the list can be narrowed to a service, a state and one’s own; a filter that does not exist narrows nothing', async () => {
    const [one, other] = (await fileCases(house, 2)).map(caseFile => caseFile.number)
    const { visitor } = await seat(hall, 'residence')
    await press(visitor, await visitor.request(`/amt/vorgang/${one}`), 'claim')
    const shown = async (query: string) => numbersOn(await visitor.request(`/amt?${query}`)).sort()
    assert.deepEqual(await shown('mine=1'), [one])
    assert.deepEqual(await shown('status=received'), [other])
    assert.deepEqual(await shown('status=inReview&service=residence-registration'), [one])
    for (const query of ['status=%27', 'service=x', 'seite=-1', 'seite=x', 'status=received&status=inReview']) {
      assert.equal((await shown(query)).length, 2, query)
    }
  })

  test('who asked for a disclosure block is not named in the list, and on the case only for its holder', async () => {
    const caseFile = await fileCase(house, typedBy(house, 'protected'))
    const { visitor } = await seat(hall, 'counter')
    const list = await visitor.request('/amt')
    says(list, said('queue.masked'))
    const before = await visitor.request(`/amt/vorgang/${caseFile.number}`)
    for (const page of [list, before])
      for (const secret of ['Vertraulich', 'Renate', 'Ahornprobe']) saysNot(page, secret)
    const mine = await press(visitor, before, 'claim')
    says(mine, 'Renate Vertraulich')
    for (const page of [before, mine]) says(page, said('desk.masked'))
    saysNot(await visitor.request('/amt?mine=1'), 'Renate')
  })

  test('of a person with a disclosure block nothing is on the case for others: no hint, no message, no box that was ticked', async () => {
    const canary = 'Kanarienvogel'
    const caseFile = await fileCase(house, undated('protected', canary))
    const [anna, bernd] = [await seat(hall, 'counter'), await seat(hall, 'counter')]
    const path = `/amt/vorgang/${caseFile.number}`
    const mine = await press(anna.visitor, await anna.visitor.request(path), 'claim')
    says(mine, `${canary}: ${house.words.de.say('residence-registration:rules.ageUnknown')}`)
    const ticks = formsOf(mine.html).flatMap(form => form.controls.find(({ name }) => name === 'tick')?.options ?? [])
    const typed = { tick: ticks, decision: 'return', reason: 'other', note: `Es fehlt der Pass von ${canary}.` }
    saysNot(await bernd.visitor.request(path), canary)
    await press(anna.visitor, mine, 'decide', typed)
    saysNot(await bernd.visitor.request(path), canary)
    const { note, ...withoutNote } = typed
    const late = await press(anna.visitor, mine, 'decide', withoutNote)
    says(late, `Geburtsurkunde) gesehen: ${said('queue.masked')}`, 409)
    saysNot(late, canary)
  })

  test('a number that opens no case is shown again with what is wrong, at the field', async () => {
    const { visitor } = await seat(hall, 'counter')
    const tries = { 'LM-2026-1': 'case.numberWrong', '': 'case.numberMissing' }
    for (const [typed, text] of Object.entries(tries)) {
      const page = await visitor.request(`/amt/vorgang?nummer=${typed}`)
      assert.equal(page.status, 422)
      assert.deepEqual(summaryOf(page.html), [said(text)])
      assert.match(
        page.html,
        new RegExp(`id="nummer" name="nummer" value="${typed}"[^>]* aria-describedby="nummer-error"`),
      )
      assert.match(page.html, /<title>Fehler: /)
    }
  })

  test('giving a case back is confirmed in the list', async () => {
    const caseFile = await fileCase(house)
    const { visitor } = await seat(hall, 'counter')
    const mine = await press(visitor, await visitor.request(`/amt/vorgang/${caseFile.number}`), 'claim')
    says(await press(visitor, mine, 'release'), said('queue.released', { number: caseFile.number }))
  })

  test('an empty list says why it is empty, and a choice can be given up with one link', async () => {
    const { visitor } = await seat(hall, 'counter')
    says(await visitor.request('/amt?mine=1'), said('queue.emptyMine'))
    const chosen = await visitor.request('/amt?service=residence-registration&status=returned&mine=1')
    says(chosen, said('queue.emptyFiltered'))
    assert.ok(chosen.html.includes(`<a href="/amt?mine=1">${said('queue.filterReset')}</a>`), 'what is mine stays')
    const ofAll = await visitor.request('/amt?status=returned')
    assert.ok(ofAll.html.includes(`<a href="/amt">${said('queue.filterReset')}</a>`))
    saysNot(await visitor.request('/amt'), said('queue.filterReset'))
    const closed = await visitor.request('/amt?done=1')
    says(closed, said('queue.emptyClosed'))
    saysNot(closed, said('queue.filterButton'))
  })

  test('every choice has the same order: what waits for its person stands last, and the caption says so', async () => {
    const trade = exampleOf(house, 'gewerbeanmeldung', 'candles').typed
    const [waiting, running] = [await fileCase(house), await fileCase(house, trade, 'gewerbeanmeldung')]
    const where = { id: { in: [waiting.id, running.id] } }
    await hall.database.caseFile.updateMany({ where, data: { status: 'returned' } })
    await hall.database.caseFile.update({ where: { id: waiting.id }, data: { dueOn: new Date('2026-01-02') } })
    const { visitor } = await seat(hall, 'counter')
    for (const query of ['', '?status=returned']) {
      const page = await visitor.request(`/amt${query}`)
      assert.deepEqual(numbersOn(page), [running.number, waiting.number], query)
      says(page, said('queue.caption'))
      says(page, said('due.waits'))
    }
    assert.deepEqual(numbersOn(await visitor.request('/amt?status=received')), [])
  })

  test('the next case is of the service that the list shows, and of another choice the button says what it takes from', async () => {
    const trade = exampleOf(house, 'gewerbeanmeldung', 'candles').typed
    const home = await fileCase(house)
    const asked = await fileCase(house, trade, 'gewerbeanmeldung')
    await hall.database.caseFile.update({ where: { id: home.id }, data: { dueOn: new Date('2026-01-02') } })
    const { visitor } = await seat(hall, 'counter')
    const chosen = await visitor.request('/amt?service=trade-registration')
    const taken = await press(visitor, chosen, 'next')
    assert.equal(taken.url, `/amt/vorgang/${asked.number}`)
    const returned = await press(visitor, taken, 'decide', { decision: 'return', reason: 'activity' })
    says(returned, said('queue.nextOf', { service: house.words.de.say('trade-registration:short') }))
    const none = await press(visitor, returned, 'next')
    says(none, said('queue.nothingFreeOf', { service: house.words.de.say('trade-registration:short') }))
    for (const query of ['mine=1', 'status=received'])
      says(await visitor.request(`/amt?${query}`), said('queue.nextOfAll'))
    const trader = await seat(hall, 'trade')
    const body = { _csrf: hidden(await trader.visitor.request('/amt'), '_csrf'), action: 'next' }
    says(await send(trader.visitor, '/amt', { ...body, service: 'residence-registration' }), said('queue.nothingFree'))
    assert.equal((await hall.database.caseFile.findUniqueOrThrow({ where: { id: home.id } })).claimedById, null)
    assert.equal((await press(visitor, await visitor.request('/amt'), 'next')).url, `/amt/vorgang/${home.number}`)
  })

  test('a case that waits for its person is marked as waiting, and is not called urgent', async () => {
    const caseFile = await fileCase(house, typedBy(house, 'single', { moveInDate: addDays(today, -30) }))
    const { clerk, visitor } = await seat(hall, 'counter')
    assert.match((await visitor.request('/amt')).html, /due--late/)
    await settle(house, clerk, caseFile, 'return')
    const list = await visitor.request('/amt')
    says(list, said('deskStatus.returned'))
    assert.doesNotMatch(list.html, /due--late/)
  })

  test('when the day set for the person is over the case is to be worked on again, and says so', async () => {
    const [waiting, lapsed] = [await fileCase(house), await fileCase(house)]
    const { clerk, visitor } = await seat(hall, 'residence')
    for (const caseFile of [waiting, lapsed]) await settle(house, clerk, caseFile, 'return')
    const fresh = await fileCase(house)
    await hall.database.query.updateMany({
      where: { caseId: lapsed.id },
      data: { until: new Date(addDays(house.office.facts().filedOn, -1)) },
    })
    await hall.database.caseFile.update({ where: { id: lapsed.id }, data: { dueOn: new Date('2026-01-02') } })
    const list = await visitor.request('/amt')
    assert.deepEqual(numbersOn(list), [lapsed.number, fresh.number, waiting.number])
    says(list, said('due.lapsed'))
    says(await visitor.request(`/amt/vorgang/${lapsed.number}`), said('due.lapsed'))
    const taken = [1, 2, 3].map(() => claimNext(house.office, clerk, house.services))
    const numbers = (await Promise.all(taken)).map(caseFile => caseFile?.number)
    assert.deepEqual(numbers.toSorted(), [lapsed.number, fresh.number, undefined].toSorted())
  })

  test('looking at a case again and again is one line of its history on the page, and each look is kept', async () => {
    const caseFile = await fileCase(house)
    const { visitor } = await seat(hall, 'counter', 'Anna Ahlers')
    for (let look = 0; look < 6; look++) await visitor.request(`/amt/vorgang/${caseFile.number}`)
    const page = await visitor.request(`/amt/vorgang/${caseFile.number}`)
    assert.equal(textOf(page).split('Angesehen').length, 2)
    assert.match(textOf(page), /Angesehen \(7-mal, zuletzt \d{2}:\d{2}\) – Anna Ahlers/)
    assert.equal(await hall.database.event.count({ where: { caseId: caseFile.id, kind: 'viewed' } }), 7)
  })
})

/** The person of an example with another name and no known birth date: clerks have a hint about them. */
function undated(example: string, familyName: string): Typed {
  const { persons, ...typed } = typedBy(house, example)
  const people = (persons as Typed[]).map(person => ({ ...person, familyName }))
  return { ...typed, 'filer.familyName': familyName, 'filer.birthDate': 'unbekannt', persons: people }
}

const said = (key: string, values: Record<string, unknown> = {}) => house.words.de.say(`common:${key}`, values)
const now = ({ id }: { id: string }) => hall.database.caseFile.findUniqueOrThrow({ where: { id } })

async function allFor(clerk: Clerk, page = 1): Promise<string[]> {
  const filter = { service: null, status: null, mine: false }
  const { cases, more } = await openCases(house.office, clerk, house.services, filter, page)
  return [...cases.map(caseFile => caseFile.id), ...(more ? await allFor(clerk, page + 1) : [])]
}

function numbersOn({ html }: Page): string[] {
  return [...html.matchAll(/<th scope="row"><a class="number" href="[^"]*\/([^"/]+)"/g)].map(match => match[1] ?? '')
}
