// A session that ended while a clerk was typing: signed in again, they find what they typed and send it with one button.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { House } from '../src/web/house.ts'
import { fileCase, houseOf } from './helpers/filings.ts'
import { posts } from './helpers/posts.ts'
import { answer, press, send } from './helpers/press.ts'
import { says, saysNot } from './helpers/says.ts'
import { enter, hire, password, seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { formsOf, openVisitor, type Page } from './helpers/visitor.ts'

const minute = 60_000
let hall: TownHall
let house: House
/** How much later it is for sessions. */
let later = 0
before(async () => {
  hall = await openTownHall({ now: () => Date.now() + later })
  house = await houseOf(hall)
})
after(() => hall.close())

const note = 'Bitte „Pass“ mitbringen <b>'
for (const place of ['the decision', 'a correction']) {
  test(`${place} is shown after signing in again and sent with one button`, async () => {
    const { clerk, visitor } = await seat(hall, 'counter')
    const caseFile = await fileCase(house)
    const path = `/amt/vorgang/${caseFile.number}`
    const desk = await press(visitor, await visitor.request(path), 'claim')
    const page = place === 'the decision' ? desk : await visitor.request(`${path}/berichtigen/kontakt`)
    later += 16 * minute
    const values: Record<string, string | string[]> =
      place === 'the decision'
        ? { decision: 'return', reason: ['other'], note }
        : { 'contact.email': 'neu@example.org' }
    const door = await press(visitor, page, place === 'the decision' ? 'decide' : 'next', values)
    says(door, said('signIn.endedKept'), 401)
    says(await enter(visitor, door, clerk.email, 'falsch'), said('signIn.wrong'), 422)
    const again = await enter(visitor, visitor.visited.at(-1) as Page, clerk.email, password)
    says(again, place === 'the decision' ? note : 'neu@example.org', 200)
    const done = await visitor.post(
      again,
      {},
      '',
      formsOf(again.html).findIndex(form => form.action.startsWith(path)),
    )
    assert.equal(done.url, path)
    const kept = await hall.database.caseFile.findUniqueOrThrow({
      where: { id: caseFile.id },
      include: { queries: true },
    })
    if (place === 'the decision') assert.deepEqual([kept.status, kept.queries[0]?.note], ['returned', note])
    else assert.match(JSON.stringify(kept.answers), /neu@example\.org/)
  })
}

for (const [route, make] of Object.entries(posts).filter(([path]) => /^\/amt($|\/vorgang)/.test(path))) {
  test(`what was posted to ${route} is there after signing in again, with a way to a page`, async () => {
    const { visitor, path, body } = await make(hall)
    later += 16 * minute
    const door = await send(visitor, path, body)
    says(door, said('signIn.endedKept'), 401)
    const { email } = await hire(hall, 'counter')
    const again = await enter(visitor, door, email, password)
    const form = formsOf(again.html).find(({ action }) => action === path)
    body.delete('_csrf')
    const shown = form?.controls.flatMap(({ name, values }) => values.map(value => `${name}=${value}`)) ?? []
    assert.deepEqual(
      [...body].map(pair => pair.join('=')).filter(pair => !shown.includes(pair)),
      [],
    )
    const link = /<main[\s\S]*href="(\/amt[^"]*)"/.exec(again.html)?.[1] ?? ''
    assert.notEqual((await visitor.request(link)).status, 404, link)
  })
}

test('no password is kept, and what a page of somebody else wants to send goes nowhere else', async () => {
  const visitor = openVisitor(hall.baseUrl)
  const clerk = await hire(hall, 'counter')
  for (const action of [
    'https://evil.example/',
    '//evil.example',
    '/amt/abmelden',
    '/vorgang',
    'javascript:alert(1)',
  ]) {
    const door = await visitor.request('/amt/anmelden')
    const body = { _keptAction: action, 'kept.note': note, next: action }
    const page = await enter(visitor, door, clerk.email, password, {}, body)
    assert.equal(page.url, '/amt')
    saysNot(page, 'evil.example')
  }
  const posted = await answer(openVisitor(hall.baseUrl), hall.baseUrl, '/amt', {
    method: 'POST',
    body: new URLSearchParams({ password: 'geheim-123', note }),
  })
  assert.equal(posted.status, 401)
  saysNot({ html: await posted.text(), status: 401 }, 'geheim-123')
})

const said = (key: string) => house.words.de.say(`common:${key}`)
