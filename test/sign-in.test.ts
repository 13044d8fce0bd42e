// Clerks sign in and out, and a session ends by itself.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { disableClerk, setPassword } from '../src/office/clerks.ts'
import type { House } from '../src/web/house.ts'
import { fileCase, houseOf } from './helpers/filings.ts'
import { hidden, send } from './helpers/press.ts'
import { says } from './helpers/says.ts'
import { enter, hire, password, seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { openVisitor, type Page, summaryOf, type Visitor } from './helpers/visitor.ts'

const minute = 60_000
let hall: TownHall
let house: House
/** How much later it is for sessions; back to now before every test. */
let later = 0
before(async () => {
  hall = await openTownHall({ environment: { TRUST_PROXY: '1' }, now: () => Date.now() + later })
  house = await houseOf(hall)
})
beforeEach(() => {
  later = 0
})
after(() => hall.close())

describe('signing in', () => {
  test('leads to the queue, or to the case one came for', async () => {
    const clerk = await hire(hall, 'counter', 'Anna Ahlers')
    const caseFile = await fileCase(house)
    const visitor = openVisitor(hall.baseUrl)
    const door = await visitor.request(`/amt/vorgang/${caseFile.number}`)
    assert.equal(door.url, '/amt/anmelden')
    const page = await enter(visitor, door, ` ${clerk.email.toUpperCase()} `, password)
    assert.equal(page.url, `/amt/vorgang/${caseFile.number}`)
    assert.match(page.html, /<strong>Anna Ahlers<\/strong>/)
  })

  test('a wrong password, an unknown address and a disabled account get the same answer', async () => {
    const [right, disabled] = [await hire(hall, 'counter'), await hire(hall, 'counter')]
    await disableClerk(hall.database, disabled.email)
    const tries: [string, string][] = [
      [right.email, 'x'],
      ['niemand@example.org', password],
      [disabled.email, password],
    ]
    const answers = await Promise.all(
      tries.map(async ([email, typed]) => {
        const visitor = openVisitor(hall.baseUrl)
        const page = await enter(visitor, await visitor.request('/amt/anmelden'), email, typed)
        says(page, said('signIn.wrong'), 422)
        assert.equal(visitor.jar.size, 0)
        return withoutToken(page).replaceAll(email, '').replace('value=""', '')
      }),
    )
    assert.equal(new Set(answers).size, 1)
  })

  test('names what is missing, each at its field', async () => {
    const visitor = openVisitor(hall.baseUrl)
    const page = await enter(visitor, await visitor.request('/amt/anmelden'), ' ', '')
    assert.equal(page.status, 422)
    assert.deepEqual(summaryOf(page.html), [said('signIn.emailMissing'), said('signIn.passwordMissing')])
    for (const field of ['email', 'password'])
      assert.match(page.html, new RegExp(`<p class="kern-error" id="${field}-error"`))
    const half = await enter(visitor, page, 'petra@example.org', '')
    assert.deepEqual(summaryOf(half.html), [said('signIn.passwordMissing')])
    assert.match(half.html, /value="petra@example.org"/)
  })

  test('begins a session with a new id; the one before is worth nothing', async () => {
    const visitor = openVisitor(hall.baseUrl)
    visitor.jar.set('amt', 's%3Agiven-by-somebody-else.abc')
    await enter(visitor, await visitor.request('/amt/anmelden'), (await hire(hall, 'counter')).email, password)
    const first = visitor.jar.get('amt')
    assert.notEqual(first, 's%3Agiven-by-somebody-else.abc')
    await enter(visitor, await visitor.request('/amt/anmelden'), (await hire(hall, 'counter')).email, password)
    assert.notEqual(visitor.jar.get('amt'), first)
    assert.equal((await openWith(first).request('/amt')).url, '/amt')
    says(await openWith(first).request('/amt'), said('signIn.title'))
  })

  test('is refused for a quarter of an hour after eight wrong passwords, the right one too; colleagues still get in', async () => {
    const [anna, bernd] = [await hire(hall, 'counter'), await hire(hall, 'counter')]
    const knock = async (email: string, typed: string, from: string) => {
      const visitor = openVisitor(hall.baseUrl)
      const page = await visitor.request('/amt/anmelden')
      return (await enter(visitor, page, email, typed, { 'x-forwarded-for': from })).status
    }
    for (let attempt = 1; attempt <= 8; attempt += 1)
      assert.equal(await knock(anna.email, 'falsch', '203.0.113.1'), 422)
    assert.equal(await knock(anna.email, password, '203.0.113.1'), 429)
    assert.equal(await knock(anna.email.toUpperCase(), password, '203.0.113.1'), 429)
    assert.equal(await knock(bernd.email, password, '203.0.113.1'), 200)
    assert.equal(await knock(anna.email, password, '203.0.113.2'), 200, 'nobody locks a clerk out from elsewhere')
    for (let attempt = 11; attempt <= 40; attempt += 1) await knock(`${attempt}@example.org`, 'falsch', '203.0.113.1')
    assert.equal(await knock(bernd.email, password, '203.0.113.1'), 429)
  })
})

describe('a session', () => {
  test('is stored without the cookie and without a name', async () => {
    const { clerk, visitor } = await seat(hall, 'counter')
    const { rows } = await hall.pool.query(`SELECT * FROM library.session WHERE sess ->> 'clerkId' = $1`, [clerk.id])
    assert.equal(rows.length, 1)
    assert.ok(!JSON.stringify(rows).includes(clerk.email) && !JSON.stringify(rows).includes(clerk.name))
    const id = /^s:([^.]+)\./.exec(decodeURIComponent(visitor.jar.get('amt') ?? ''))?.[1] ?? assert.fail('no id')
    assert.ok(id.length >= 22 && !JSON.stringify(rows).includes(id))
  })

  test('ends with signing out, also for a copy of its cookie', async () => {
    const { visitor } = await seat(hall, 'counter')
    const copy = openWith(visitor.jar.get('amt'))
    const page = await visitor.request('/amt')
    assert.equal((await send(visitor, '/amt/abmelden', { _csrf: hidden(page, '_csrf') })).url, '/amt/anmelden')
    assert.equal(visitor.jar.has('amt'), false)
    says(await copy.request('/amt'), said('signIn.title'))
  })

  test('ends after 15 minutes without a word, and after 8 hours in any case', async () => {
    const { visitor } = await seat(hall, 'counter')
    const isIn = async () => (await visitor.request('/amt')).html.includes('name="action" value="next"')
    later = 14.9 * minute
    assert.equal(await isIn(), true)
    later += 15.1 * minute
    assert.equal(await isIn(), false)
    const other = await seat(hall, 'counter')
    const began = later
    for (later = began; later < began + 480 * minute; later += 14 * minute) {
      assert.match((await other.visitor.request('/amt')).html, /name="action" value="next"/)
    }
    assert.doesNotMatch((await other.visitor.request('/amt')).html, /name="action" value="next"/)
  })

  test('ends at once when the account is disabled or gets another password', async () => {
    for (const change of [
      disableClerk,
      (...[database, email]: Parameters<typeof disableClerk>) => setPassword(database, email, `${password}!`),
    ]) {
      const { clerk, visitor } = await seat(hall, 'counter')
      assert.equal(await change(hall.database, clerk.email), true)
      says(await visitor.request('/amt'), said('signIn.ended'))
    }
  })
})

const said = (key: string) => house.words.de.say(`common:${key}`)
const withoutToken = ({ html }: Page) => html.replace(/name="_csrf" value="[^"]*"/g, '')

function openWith(cookie = ''): Visitor {
  const visitor = openVisitor(hall.baseUrl)
  visitor.jar.set('amt', cookie)
  return visitor
}
