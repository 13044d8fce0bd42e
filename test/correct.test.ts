// At the counter the clerk corrects an answer: what was sent stays beside it, and the letter has the corrected one.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { fileCase, houseOf } from './helpers/filings.ts'
import { seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { formsOf, summaryOf, type Visitor } from './helpers/visitor.ts'

describe('correcting an answer', () => {
  let hall: TownHall
  let clerk: Visitor
  let number: string
  let page: string
  let filer: string
  before(async () => {
    hall = await openTownHall()
    const caseFile = await fileCase(await houseOf(hall))
    number = caseFile.number
    const [person] = (caseFile.answers as { persons: { id: string }[] }).persons
    page = `/amt/vorgang/${number}/berichtigen/personen/${person?.id}`
    filer = `/amt/vorgang/${number}/berichtigen/name`
    clerk = (await seat(hall, 'counter')).visitor
  })
  after(() => hall.close())

  it('is not possible without having the case', async () => {
    assert.equal((await clerk.request(`${page}/name`)).status, 403)
  })

  it('asks the same questions with the same messages', async () => {
    await clerk.post(await clerk.request(`/amt/vorgang/${number}`), {}, 'claim')
    const asked = await clerk.post(await clerk.request(filer), { 'filer.familyName': ['Westerbrink3'] }, 'next')
    assert.equal(asked.status, 422)
    assert.match(summaryOf(asked.html).join(), /Familienname.*3/)
  })

  it('shows what was sent beside the corrected answer, and who did it', async () => {
    const done = await clerk.post(await clerk.request(filer), { 'filer.familyName': ['Westerbrink-Żółć'] }, 'next')
    assert.match(done.html, /Berichtigung gespeichert/)
    assert.match(done.html, /Westerbrink-Żółć.*<del>Westerbrink<\/del>/s)
    assert.equal(done.html.match(/<del>Westerbrink<\/del>/g)?.length, 2, 'of the filer and of the person')
    assert.match(done.html, /Angabe berichtigt/)
  })

  it('keeps the confidential answers it does not touch', async () => {
    const desk = await clerk.request(`/amt/vorgang/${number}`)
    const form = formsOf(desk.html).findIndex(other => other.buttons.includes('reveal'))
    assert.match((await clerk.post(desk, {}, 'reveal', form)).html, /keine oder eine andere/)
  })

  it('leads on to what a correction makes necessary, and nothing is confirmed before', async () => {
    const next = await clerk.post(await clerk.request(`${page}/familienstand`), { familyStatus: ['VH'] }, 'next')
    assert.match(next.url, /eheschliessung$/)
    const desk = await clerk.request(`/amt/vorgang/${number}`)
    const form = formsOf(desk.html).findIndex(other => other.buttons.includes('decide'))
    const refused = await clerk.post(desk, { decision: ['confirm'] }, 'decide', form)
    assert.equal(refused.status, 422)
    assert.match(refused.html, /fehlen noch Angaben/)
  })

  it('with an older version changes nothing and keeps what was typed', async () => {
    const old = await clerk.request(`${page}/geburt`)
    await clerk.post(await clerk.request(`${page}/familienstand`), { familyStatus: ['LD'] }, 'next')
    const late = await clerk.post(old, { birthPlace: ['Bremen'] }, 'next')
    assert.equal(late.status, 409)
    assert.match(late.html, /value="Bremen"/)
    assert.doesNotMatch((await clerk.request(`/amt/vorgang/${number}`)).html, /Bremen/)
  })
})
