// Drafts: everything typed is kept, whatever it is and however it comes; nothing is kept that nobody typed.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { forgetOld } from '../src/office/forget.ts'
import type { House } from '../src/web/house.ts'
import { houseOf, readyDraft, typedBy } from './helpers/filings.ts'
import { answer, bodyOf, hidden, openVisitorWith, press, send } from './helpers/press.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { formsOf, openVisitor, type Page, type Visitor } from './helpers/visitor.ts'

let hall: TownHall
let house: House
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
})
beforeEach(() => hall.database.draft.deleteMany())
after(() => hall.close())

describe('what somebody types is kept', () => {
  test('also when it cannot be right, and it stands there again as it was typed', async () => {
    const { visitor } = await atStart()
    await press(visitor, await visitor.request('/antrag/anmeldung/wer'), 'next', { filerRole: 'self' })
    const wrong = { 'filer.familyName': '  Łucja 李 ', 'filer.givenNames': '', 'filer.birthDate': '31.2.1990' }
    const page = await press(visitor, await visitor.request('/antrag/anmeldung/name'), 'next', wrong)
    assert.equal(page.status, 422)
    for (const [name, text] of Object.entries(wrong)) {
      assert.equal((await rawDraft())[name], text)
      assert.equal(valueOn(page, name), text)
      assert.equal(valueOn(await visitor.request('/antrag/anmeldung/name'), name), text)
    }
  })

  test('also with "back", on a page that is half full', async () => {
    const { visitor } = await atStart()
    await press(visitor, await visitor.request('/antrag/anmeldung/wer'), 'next', { filerRole: 'self' })
    const typed = { 'filer.familyName': 'Westerbrink' }
    const page = await press(visitor, await visitor.request('/antrag/anmeldung/name'), 'back', typed)
    assert.equal(page.url, '/antrag/anmeldung/wer')
    assert.equal((await rawDraft())['filer.familyName'], 'Westerbrink')
  })

  test('also in two tabs: neither overwrites what the other asked', async () => {
    const { visitor } = await atEnd()
    const [contact, dwelling] = [
      await visitor.request('/antrag/anmeldung/kontakt'),
      await visitor.request('/antrag/anmeldung/wohnung'),
    ]
    await Promise.all([
      press(visitor, contact, 'next', { 'contact.phone': '069 90009 777' }),
      press(visitor, dwelling, 'next', { 'newResidence.street': 'Musterallee' }),
    ])
    const raw = await rawDraft()
    assert.deepEqual([raw['contact.phone'], raw['newResidence.street']], ['069 90009 777', 'Musterallee'])
  })

  test('also when another tab has made the question disappear meanwhile', async () => {
    const { visitor } = await atEnd(typedBy(house, 'oneName'))
    const country = await visitor.request('/antrag/anmeldung/zuzug')
    await press(visitor, await visitor.request('/antrag/anmeldung/art'), 'next', { moveKind: 'institution' })
    await press(visitor, country, 'next', { arrivalCountry: 'ES' })
    assert.equal((await rawDraft()).arrivalCountry, 'ES')
  })

  test('also from a browser that has lost its cookies, and it is given the draft back', async () => {
    const { visitor } = await atEnd()
    const page = await visitor.request('/antrag/anmeldung/kontakt')
    const bare = openVisitor(hall.baseUrl)
    const next = await press(bare, page, 'next', { 'contact.email': 'neu@example.org' })
    assert.equal(next.url, '/antrag/anmeldung/pruefen')
    assert.equal((await rawDraft())['contact.email'], 'neu@example.org')
    assert.deepEqual([...bare.jar.keys()], ['entwurf'])
  })

  test('also beside a field that is not ours: that one is refused, the others are stored', async () => {
    const { visitor } = await atEnd()
    const page = await visitor.request('/antrag/anmeldung/kontakt')
    const refused = await press(visitor, page, 'next', { 'contact.email': 'neu@example.org', status: 'confirmed' })
    assert.equal(refused.status, 400)
    const raw = await rawDraft()
    assert.equal(raw['contact.email'], 'neu@example.org')
    assert.ok(!('status' in raw))
  })
})

describe('a draft', () => {
  test('is not made by looking: pages set no cookie and store nothing', async () => {
    const visitor = openVisitor(hall.baseUrl)
    for (const path of ['/', '/leistungen/anmeldung', '/antrag/anmeldung', '/antrag/anmeldung/name', '/vorgang']) {
      const { headers } = await answer(visitor, hall.baseUrl, path)
      assert.deepEqual(headers.getSetCookie(), [], path)
    }
    assert.equal(await hall.database.draft.count(), 0)
    assert.deepEqual((await hall.pool.query('SELECT 1 FROM library.session')).rows, [])
  })

  test('keeps religion and objections encrypted: whoever reads the table does not learn them', async () => {
    const { draft } = await readyDraft(house, typedBy(house, 'family'))
    const { rows } = await hall.pool.query('SELECT * FROM "Draft" WHERE id = $1', [draft.id])
    assert.doesNotMatch(JSON.stringify(rows[0].raw), /religionKey|transmissionBlocks/)
    const sealed = Object.entries(rows[0].sealed as Record<string, string>)
    assert.equal(sealed.filter(([path]) => path.endsWith('.religionKey')).length, 4)
    for (const [, value] of sealed) assert.match(value, /^[\w-]{40,}$/)
    assert.equal(new Set(sealed.map(([, value]) => value)).size, sealed.length, 'the same answer twice looks different')
  })

  test('forgets a person who is removed, all answers and the encrypted ones included', async () => {
    const { visitor, draft } = await atEnd(typedBy(house, 'family'))
    const [, second = ''] = (await rawDraft()).persons ?? []
    const ask = await visitor.request(`/antrag/anmeldung/personen/${second}/entfernen`)
    await press(visitor, ask, 'keep')
    assert.equal((await rawDraft()).persons?.length, 4)
    await press(visitor, ask, 'remove')
    assert.equal((await rawDraft()).persons?.length, 3)
    const { rows } = await hall.pool.query('SELECT raw::text || sealed::text AS all FROM "Draft" WHERE id = $1', [
      draft.id,
    ])
    assert.ok(!rows[0].all.includes(second))
    assert.equal((await visitor.request(`/antrag/anmeldung/personen/${second}/name`)).url, '/antrag/anmeldung/pruefen')
  })

  test('is one of several in a browser, and throwing one away leaves the other', async () => {
    const { visitor, first } = await atStart()
    const other = await readyDraft(house)
    visitor.jar.set('entwurf', `${visitor.jar.get('entwurf')}.${other.token}`)
    await press(visitor, await visitor.request('/leistungen/anmeldung/loeschen'), 'discard')
    assert.equal(await hall.database.draft.count(), 1)
    assert.ok([hidden(first, '_draft'), other.token].includes(visitor.jar.get('entwurf') ?? ''))
  })

  test('stays within reach while every other form is begun, and however often one is', async () => {
    const { token } = await readyDraft(house)
    const visitor = openVisitorWith(hall.baseUrl, token)
    for (const { slug } of house.services.filter(({ id }) => id !== 'residence-registration')) {
      const about = await visitor.request(`/leistungen/${slug}`)
      for (let times = 0; times < 4; times++) await press(visitor, about, 'begin')
    }
    assert.equal(await hall.database.draft.count(), house.services.length, 'a blank form is begun once')
    assert.equal((await visitor.request('/antrag/anmeldung')).url, '/antrag/anmeldung/pruefen')
  })

  test('of somebody else cannot be read or written: only its token opens it', async () => {
    const { draft } = await readyDraft(house)
    const { visitor, first } = await atStart()
    for (const guess of [draft.id, 'x'.repeat(32), '', '../', "' OR 1=1 --"]) {
      visitor.jar.set('entwurf', encodeURIComponent(guess))
      assert.equal((await visitor.request('/antrag/anmeldung/pruefen')).url, '/leistungen/anmeldung', guess)
      assert.equal((await send(visitor, '/antrag/anmeldung/wer', bodyOf(first, 'next', { _draft: guess }))).status, 403)
    }
  })

  test('goes after 30 days without a word', async () => {
    await atStart()
    const { draft } = await readyDraft(house)
    await hall.database
      .$executeRaw`UPDATE "Draft" SET "updatedAt" = now() - interval '30 days 1 minute' WHERE id = ${draft.id}::uuid`
    assert.equal((await forgetOld(hall.database)).drafts, 1)
    assert.equal(await hall.database.draft.findUnique({ where: { id: draft.id } }), null)
    assert.equal(await hall.database.draft.count(), 1)
  })
})

async function atStart(): Promise<{ visitor: Visitor; first: Page }> {
  const visitor = openVisitor(hall.baseUrl)
  return { visitor, first: await press(visitor, await visitor.request('/leistungen/anmeldung'), 'begin') }
}

async function atEnd(typed = typedBy(house)) {
  const { draft, token } = await readyDraft(house, typed)
  return { draft, visitor: openVisitorWith(hall.baseUrl, token) }
}

async function rawDraft(): Promise<Record<string, string | string[] | undefined>> {
  const draft = await hall.database.draft.findFirstOrThrow()
  return draft.raw as Record<string, string | string[]>
}

function valueOn(page: Page, name: string): string | undefined {
  return formsOf(page.html)
    .flatMap(form => form.controls)
    .find(control => control.name === name)?.values[0]
}
