// What every answer carries and what none does: headers and caches; on pages, files, refusals and faults alike.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asset } from '../src/web/assets.ts'
import type { House } from '../src/web/house.ts'
import { fileCase, houseOf, readyDraft } from './helpers/filings.ts'
import { answer, bodyOf, hidden, openVisitorWith } from './helpers/press.ts'
import { textOf } from './helpers/says.ts'
import { hire, password, seat, settle } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { openVisitor } from './helpers/visitor.ts'

const policy =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'none';form-action 'self';frame-ancestors 'none';base-uri 'none';object-src 'none'"
const form = { 'content-type': 'application/x-www-form-urlencoded' }
let hall: TownHall
let house: House
/** One answer of every kind that there is, by its name. */
let answers: Record<string, Response>
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
  answers = await collect()
})
after(() => hall.close())

async function collect(): Promise<Record<string, Response>> {
  const visitor = openVisitor(hall.baseUrl)
  const clerk = await seat(hall, 'counter')
  const decided = await settle(house, clerk.clerk, await fileCase(house), 'confirm')
  const get = (path: string, who = visitor) => answer(who, hall.baseUrl, path)
  const post = (path: string, body: Record<string, string>, who = visitor) =>
    answer(who, hall.baseUrl, path, { method: 'POST', headers: form, body: new URLSearchParams(body).toString() })
  const about = await visitor.request('/leistungen/anmeldung')
  const door = { _csrf: hidden(await visitor.request('/amt/anmelden'), '_csrf') }
  const applicant = openVisitorWith(hall.baseUrl, (await readyDraft(house)).token)
  const contact = bodyOf(await applicant.request('/antrag/anmeldung/kontakt'), 'next', { 'contact.email': 'x' })
  const found = {
    '200 start': await get('/'),
    '200 service': await get('/leistungen/anmeldung'),
    '200 question': await get('/antrag/anmeldung/kontakt', applicant),
    '200 queue': await get('/amt', clerk.visitor),
    '200 case': await get(`/amt/vorgang/${decided.number}`, clerk.visitor),
    '200 letter': await get(`/amt/vorgang/${decided.number}/meldebestaetigung.pdf`, clerk.visitor),
    '200 file': await get(asset('style.css')),
    '200 old file': await get('/assets/old/style.css'),
    '200 alive': await get('/healthz'),
    '200 ready': await get('/readyz'),
    '303 redirect': await get('/amt'),
    '303 begun': await post('/leistungen/anmeldung', Object.fromEntries(bodyOf(about, 'begin'))),
    '303 signed in': await post('/amt/anmelden', { ...door, email: (await hire(hall, 'trade')).email, password }),
    '400 unknown field': await post('/amt/anmelden', { ...door, role: 'supervisor' }),
    '400 address': await get('/leistungen/%E0%A4%A'),
    '400 file address': await get('/assets/x/%E0%A4%A'),
    '401 session': await post('/amt', { action: 'next' }),
    '403 forged': await post('/amt/anmelden', {}),
    '404 page': await get('/gibt-es-nicht'),
    '404 file': await get('/assets/x/gibt-es-nicht.css'),
    '404 source': await get('/assets/x/..%2f..%2fpackage.json'),
    '413 large': await post('/amt/anmelden', { ...door, email: 'x'.repeat(100_001) }),
    '422 problem': await post('/antrag/anmeldung/kontakt', Object.fromEntries(contact), applicant),
  }
  await hall.pool.query('ALTER TABLE "Draft" RENAME TO "Gone"')
  const broken = { '500 fault': await get('/antrag/anmeldung/kontakt', applicant) }
  await hall.pool.query('ALTER TABLE "Gone" RENAME TO "Draft"')
  return { ...found, ...broken }
}

describe('every answer', () => {
  test('has the status it should', () => {
    for (const [name, { status }] of Object.entries(answers)) assert.equal(status, Number(name.slice(0, 3)), name)
  })

  test('tells the browser to load and run only what is ours, and to be framed by nobody', () => {
    for (const [name, { headers }] of Object.entries(answers)) {
      const expected = name.endsWith('letter') ? "sandbox; default-src 'none'" : policy
      assert.equal(headers.get('content-security-policy'), expected, name)
      assert.equal(headers.get('x-content-type-options'), 'nosniff', name)
      assert.equal(headers.get('referrer-policy'), 'no-referrer', name)
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', name)
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', name)
      assert.match(headers.get('permissions-policy') ?? '', /camera=\(\), geolocation=\(\), microphone=\(\)/, name)
      assert.equal(headers.get('strict-transport-security'), null, `${name}: this hall speaks http`)
    }
  })

  test('does not tell what the program is made of', async () => {
    for (const [name, response] of Object.entries(answers)) {
      assert.equal(response.headers.get('x-powered-by') ?? response.headers.get('server'), null, name)
      const text = name.includes('file') || name.includes('letter') ? '' : await response.clone().text()
      assert.doesNotMatch(text, /node_modules|at .*\.ts:\d|prisma|express|postgres/i, name)
    }
  })

  test('is kept by no cache, but for the files of the current release', () => {
    for (const [name, { headers }] of Object.entries(answers)) {
      const [kept, vary] = [headers.get('cache-control'), headers.get('vary') ?? '']
      if (name === '200 file')
        assert.deepEqual([kept, vary], ['public, max-age=31536000, immutable', 'Accept-Encoding'])
      else if (name === '200 old file') assert.equal(kept, 'no-cache')
      else assert.equal(kept, 'no-store', name)
    }
  })

  test('sets no cookie before one is needed', () => {
    const setting = Object.entries(answers).filter(([, { headers }]) => headers.getSetCookie().length > 0)
    assert.deepEqual(
      setting.map(([name]) => name),
      ['303 begun', '303 signed in', '422 problem'],
    )
  })

  test('that tells of a fault gives a reference number for the phone', async () => {
    assert.match(await (answers['500 fault'] as Response).text(), /Kennung für Rückfragen: [0-9A-F]{10}/)
  })
})

test('pages and files are compressed for whoever can read it, and say the same', async () => {
  for (const path of ['/', asset('style.css')]) {
    const plain = await openVisitor(hall.baseUrl).request(path)
    assert.equal(plain.headers.get('content-encoding'), null)
    for (const [asked, given] of [
      ['gzip', 'gzip'],
      ['gzip, deflate, br, zstd', 'br'],
      ['br;q=0, gzip', 'gzip'],
    ] as const) {
      const answer = await fetch(hall.baseUrl + path, { headers: { 'accept-encoding': asked } })
      assert.equal(answer.headers.get('content-encoding'), given)
      assert.match(answer.headers.get('vary') ?? '', /Accept-Encoding/i)
      assert.equal(textOf({ html: await answer.text() }), textOf(plain))
    }
  }
})
