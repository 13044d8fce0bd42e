// A form that was begun is thrown away only after a question, and then it is said; so is the end of a session.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { House } from '../src/web/house.ts'
import { fileCase, houseOf, readyDraft } from './helpers/filings.ts'
import { hidden, openVisitorWith, press, send } from './helpers/press.ts'
import { says, saysNot } from './helpers/says.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { openVisitor, type Visitor } from './helpers/visitor.ts'

const ask = '/leistungen/anmeldung/loeschen'
let hall: TownHall
let house: House
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
})
after(() => hall.close())

test('start page and page about the service lead to the question, and to nothing that deletes at once', async () => {
  const { draft, token } = await readyDraft(house)
  const visitor = openVisitorWith(hall.baseUrl, token)
  for (const path of ['/', '/leistungen/anmeldung']) {
    const page = await visitor.request(path)
    assert.match(page.html, new RegExp(`href="${ask}"`))
    assert.doesNotMatch(page.html, /value="(discard|anew)"/)
  }
  const question = await visitor.request(ask)
  says(question, house.words.de.say('common:about.discardTitle'), 200)
  await press(visitor, question, 'keep')
  assert.equal(await hall.database.draft.count({ where: { id: draft.id } }), 1)
  const gone = await press(visitor, question, 'discard')
  says(gone, house.words.de.say('common:about.discarded'), 200)
  assert.equal(await hall.database.draft.count({ where: { id: draft.id } }), 0)
  assert.equal(visitor.jar.has('entwurf'), false)
  assert.equal((await visitor.request(ask)).url, '/leistungen/anmeldung')
})

test('every page of a form leads to the question, for who sits at somebody else’s device', async () => {
  const { token } = await readyDraft(house)
  const visitor = openVisitorWith(hall.baseUrl, token)
  for (const page of ['wer', 'einzug', 'personen', 'pruefen'])
    assert.match((await visitor.request(`/antrag/anmeldung/${page}`)).html, new RegExp(`href="${ask}"`), page)
  assert.doesNotMatch((await openVisitor(hall.baseUrl).request('/antrag/anmeldung/wer')).html, new RegExp(ask))
})

test('an older form of the same service stays, and who deletes is told so, not left to find it', async () => {
  const [older, newer] = [await readyDraft(house), await readyDraft(house)]
  const visitor = openVisitorWith(hall.baseUrl, [newer.token, older.token].join('.'))
  const first = await press(visitor, await visitor.request(ask), 'discard')
  says(first, house.words.de.say('common:about.discardedOne'), 200)
  assert.match(first.html, new RegExp(`href="${ask}"`))
  const second = await press(visitor, await visitor.request(ask), 'discard')
  says(second, house.words.de.say('common:about.discarded'), 200)
  const ids = [older, newer].map(({ draft }) => draft.id)
  assert.equal(await hall.database.draft.count({ where: { id: { in: ids } } }), 0)
})

test('begun anew, the old answers are gone and the first page is blank', async () => {
  const { draft, token } = await readyDraft(house)
  const visitor = openVisitorWith(hall.baseUrl, token)
  const first = await press(visitor, await visitor.request(ask), 'anew')
  assert.equal(first.url, '/antrag/anmeldung/wer')
  saysNot(first, ' checked')
  assert.equal(await hall.database.draft.count({ where: { id: draft.id } }), 0)
})

test('who does not know the draft deletes nothing', async () => {
  const { draft, token } = await readyDraft(house)
  const stranger = openVisitor(hall.baseUrl)
  const page = await stranger.request('/leistungen/anmeldung')
  const body = { _csrf: hidden(page, '_csrf'), _draft: token, action: 'discard' }
  assert.equal((await send(stranger, ask, body)).status, 403)
  assert.equal(await hall.database.draft.count({ where: { id: draft.id } }), 1)
})

test('a case that is open here can be ended from its page, the start page and the page that asks for the number', async () => {
  for (const path of [undefined, '/', '/vorgang']) {
    const { visitor, page, caseFile } = await opened(openVisitor(hall.baseUrl))
    const from = path ? await visitor.request(path) : page
    const end = await press(visitor, from, 'end')
    says(end, said('start.ended.end'), 200)
    assert.deepEqual(end.headers.getSetCookie(), [])
    saysNot(end, caseFile.number)
    for (const place of ['/', '/vorgang']) saysNot(await visitor.request(place), said('case.end'))
  }
})

test('ended at home, a session leaves the forms begun here; at a terminal they can be deleted with it', async () => {
  const { draft, token } = await readyDraft(house)
  const home = await opened(openVisitorWith(hall.baseUrl, token))
  says(home.page, said('case.endForms'))
  const kept = await press(home.visitor, home.page, 'keep')
  says(kept, said('start.drafts'), 200)
  says(kept, said('start.ended.keep'))
  assert.equal(await hall.database.draft.count({ where: { id: draft.id } }), 1)
  const terminal = await opened(openVisitorWith(hall.baseUrl, token))
  const gone = await press(terminal.visitor, terminal.page, 'forget')
  says(gone, said('start.ended.forget'), 200)
  saysNot(gone, said('start.drafts'))
  assert.equal(await hall.database.draft.count({ where: { id: draft.id } }), 0)
  assert.equal(terminal.visitor.jar.has('entwurf'), false)
})

test('a form begun after the page was shown is asked about before the session ends', async () => {
  const { visitor, page } = await opened(openVisitor(hall.baseUrl))
  await visitor.post(await visitor.request('/leistungen/anmeldung'), {}, 'begin')
  await press(visitor, await visitor.request('/antrag/anmeldung/wer'), 'next')
  const asked = await press(visitor, page, 'end')
  says(asked, said('start.ended.ask'), 200)
  says(asked, said('case.endForget'))
  says(await press(visitor, asked, 'forget'), said('start.ended.forget'))
  saysNot(await visitor.request('/'), said('start.drafts'))
})

test('an end that nobody has offered is refused, and the session goes on', async () => {
  const { visitor, page, caseFile } = await opened(openVisitor(hall.baseUrl))
  const body = { _csrf: hidden(page, '_csrf') }
  for (const action of [{}, { action: 'invented' }])
    assert.equal(
      (await send(visitor, '/vorgang/beenden', { ...body, ...action } as Record<string, string>)).status,
      400,
    )
  says(await visitor.request(`/vorgang/${caseFile.number}`), caseFile.number, 200)
})

test('forms are kept, but not the key of one that was sent: its page in the history opens nothing any more', async () => {
  const [sent, begun] = [await readyDraft(house), await readyDraft(house)]
  const visitor = openVisitorWith(hall.baseUrl, sent.token)
  const check = await visitor.request('/antrag/anmeldung/pruefen')
  const receipt = await press(visitor, check, 'send')
  const [, number = ''] = /vorgang.(.+)/.exec(receipt.url) ?? []
  visitor.jar.set('entwurf', `${sent.token}.${begun.token}`)
  says(await press(visitor, await visitor.request('/'), 'keep'), said('start.ended.keep'), 200)
  assert.equal(visitor.jar.get('entwurf'), begun.token)
  const again = await press(visitor, check, 'send')
  assert.equal(again.status, 409)
  saysNot(again, number)
})

test('a form that was not begun leads to no deletion, though another was; one that was just begun does', async () => {
  const { token } = await readyDraft(house)
  const visitor = openVisitorWith(hall.baseUrl, token)
  const other = await visitor.request('/antrag/ummeldung/wer')
  assert.doesNotMatch(other.html, /loeschen/)
  const first = await press(visitor, other, 'next')
  assert.equal(first.status, 422)
  assert.match(first.html, /href="\/leistungen\/ummeldung\/loeschen"/)
})

async function opened(visitor: Visitor) {
  const caseFile = await fileCase(house)
  const form = await visitor.request('/vorgang')
  const code = house.office.secrets.accessCode(caseFile.id)
  const page = await send(visitor, '/vorgang', { _csrf: hidden(form, '_csrf'), number: caseFile.number, code })
  return { visitor, page, caseFile }
}

const said = (key: string) => house.words.de.say(`common:${key}`)
