// What no browser of ours would send: twice, too much, with names that mean something to programs.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { House } from '../src/web/house.ts'
import { fileCase, houseOf, readyDraft, typedBy } from './helpers/filings.ts'
import { bodyOf, hidden, openVisitorWith, press, send } from './helpers/press.ts'
import { says } from './helpers/says.ts'
import { seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { openVisitor } from './helpers/visitor.ts'

const contact = '/antrag/anmeldung/kontakt'
let hall: TownHall
let house: House
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
})
after(() => hall.close())

describe('an answer given twice where one is asked', () => {
  test('is refused on a form, and both are shown', async () => {
    const visitor = openVisitorWith(hall.baseUrl, (await readyDraft(house)).token)
    const page = await visitor.request(contact)
    for (const name of ['contact.email', 'contact.delivery', '_draft', '_from', 'action']) {
      const body = bodyOf(page, 'next')
      for (const text of ['erstens', 'zweitens']) body.append(name, text)
      const refused = await send(visitor, contact, body)
      assert.equal(refused.status, name === '_draft' ? 403 : 400, name)
      if (name.startsWith('contact')) for (const text of ['erstens', 'zweitens']) says(refused, text)
    }
  })

  test('is refused at the other doors, and changes nothing', async () => {
    const { visitor } = await seat(hall, 'counter')
    const caseFile = await fileCase(house)
    const desk = `/amt/vorgang/${caseFile.number}`
    const page = await press(visitor, await visitor.request(desk), 'claim')
    for (const name of ['action', 'version', 'decision', 'note']) {
      const body = bodyOf(page, 'decide', { decision: 'return', reason: 'identity', note: 'x' })
      body.append(name, 'x')
      assert.equal((await send(visitor, desk, body)).status, 400, name)
    }
    const now = await hall.database.caseFile.findUniqueOrThrow({ where: { id: caseFile.id } })
    assert.deepEqual([now.status, now.version], ['inReview', 1])
    const stranger = openVisitor(hall.baseUrl)
    for (const [path, names] of [
      ['/vorgang', ['number', 'code']],
      ['/amt/anmelden', ['email', 'password']],
    ] as const) {
      const _csrf = hidden(await stranger.request(path), '_csrf')
      for (const name of names)
        assert.equal((await send(stranger, path, { _csrf, [name]: ['a', 'b'] })).status, 400, name)
    }
  })
})

describe('the character U+0000, which no database of ours stores', () => {
  test('is left out of what is typed; the rest is kept', async () => {
    const visitor = openVisitorWith(hall.baseUrl, (await readyDraft(house)).token)
    const page = await visitor.request('/antrag/anmeldung/name')
    const body = bodyOf(page, 'next')
    body.set('filer.familyName', 'Wester\0brink\0')
    assert.equal((await send(visitor, '/antrag/anmeldung/name', body)).status, 200)
    assert.match((await visitor.request('/antrag/anmeldung/name')).html, /value="Westerbrink"/)
  })

  test('is no fault at any other door', async () => {
    const { visitor } = await seat(hall, 'counter')
    const { number } = await fileCase(house)
    const desk = `/amt/vorgang/${number}`
    const page = await press(visitor, await visitor.request(desk), 'claim')
    const returned = await press(visitor, page, 'decide', { decision: 'return', reason: 'identity', note: 'a\0b' })
    assert.ok(returned.status < 500)
    for (const path of ['/vorgang/%00', '/pruefen/%00', '/amt/vorgang/%00', '/leistungen/%00', '/?lang=%00'])
      assert.ok((await visitor.request(path)).status < 500, path)
  })
})

describe('names', () => {
  const names = [
    '__proto__.isAdmin',
    'constructor',
    'constructor.prototype.isAdmin',
    'toString',
    'hasOwnProperty',
    'settings[view options][escapeFunction]',
    'escapeFn',
    'client',
    'role',
    'status',
    'ownerId',
    'persons',
    'persons.0.familyName',
    'filer.familyName',
  ]
  test('that mean something to programs or belong to another page are refused everywhere', async () => {
    const { visitor: clerk } = await seat(hall, 'counter')
    const applicant = openVisitorWith(hall.baseUrl, (await readyDraft(house, typedBy(house, 'family'))).token)
    const { number } = await fileCase(house)
    const pages: [typeof clerk, string, string][] = [
      [applicant, contact, 'next'],
      [applicant, '/antrag/anmeldung/personen', 'next'],
      [applicant, '/leistungen/anmeldung/loeschen', 'anew'],
      [clerk, '/amt', 'next'],
      [clerk, `/amt/vorgang/${number}`, 'claim'],
    ]
    for (const name of names) {
      for (const [visitor, path, button] of pages) {
        const page = await press(
          visitor,
          await visitor.request(path),
          button,
          { [name]: '1' },
          path === '/amt' ? path : undefined,
        )
        assert.equal(page.status, 400, `${name} at ${path}`)
      }
      assert.equal(
        (
          await send(applicant, '/vorgang', {
            _csrf: hidden(await applicant.request('/vorgang'), '_csrf'),
            [name]: '1',
          })
        ).status,
        400,
      )
      assert.equal((await applicant.request(`/?${encodeURIComponent(name)}=1`)).status, 200)
    }
    await send(
      applicant,
      contact,
      new URLSearchParams([...bodyOf(await applicant.request(contact), 'next'), ['__proto__', 'isAdmin']]),
    )
    assert.equal(({} as Record<string, unknown>).isAdmin, undefined)
    assert.equal((await hall.database.caseFile.findUniqueOrThrow({ where: { number } })).claimedById, null)
  })
})

describe('too much', () => {
  test('is refused with a page that says so; on a form what fits is stored first', async () => {
    const { draft, token } = await readyDraft(house)
    const visitor = openVisitorWith(hall.baseUrl, token)
    const page = await visitor.request(contact)
    const long = `${'ä'.repeat(60_000)}ende`
    says(
      await press(visitor, page, 'next', { 'contact.email': long }),
      house.words.de.say('common:refused.tooLarge.title'),
      413,
    )
    const { raw } = await hall.database.draft.findUniqueOrThrow({ where: { id: draft.id } })
    assert.equal((raw as Record<string, string>)['contact.email'], long)
    for (const [path, length] of [
      ['/vorgang', 100_001],
      ['/amt/anmelden', 100_001],
      ['/amt', 100_001],
      [contact, 1_100_000],
    ] as const) {
      const refused = await send(visitor, path, { number: 'x'.repeat(length) })
      says(refused, house.words.de.say('common:refused.tooLarge.title'), 413)
    }
    const many = new URLSearchParams(Array.from({ length: 201 }, (_, index): [string, string] => [`a${index}`, '']))
    assert.equal((await send(visitor, contact, many)).status, 413)
  })
})
