// Sending a form: from the check page only, complete only, and once however often it is sent.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { House } from '../src/web/house.ts'
import { houseOf, readyDraft, typedBy } from './helpers/filings.ts'
import { answer, bodyOf, hidden, openVisitorWith, press, send } from './helpers/press.ts'
import { says } from './helpers/says.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { openVisitor, type Page, type Visitor } from './helpers/visitor.ts'

const check = '/antrag/anmeldung/pruefen'
let hall: TownHall
let house: House
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
})
beforeEach(() => hall.database.caseFile.deleteMany())
after(() => hall.close())

describe('one draft, sent again and again', () => {
  test('50 times at once: one case, and everybody who sent reads the same number', async () => {
    const { visitor, page, draft } = await beforeSending()
    const body = bodyOf(page, 'send').toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const once = () => answer(visitor, hall.baseUrl, check, { method: 'POST', body, headers })
    const answers = await Promise.all(Array.from({ length: 50 }, once))
    const cases = await hall.database.caseFile.findMany()
    assert.deepEqual(
      cases.map(caseFile => caseFile.id),
      [draft.id],
    )
    assert.deepEqual(new Set(answers.map(other => other.status)), new Set([303]))
    assert.deepEqual(
      new Set(answers.map(other => other.headers.get('location'))),
      new Set([`/vorgang/${cases[0]?.number}`]),
    )
    assert.equal(await hall.database.event.count({ where: { kind: 'received' } }), 1)
    assert.equal(await hall.database.draft.count(), 0)
    for (const other of answers.slice(0, 5)) says(await receiptOf(other), cases[0]?.number ?? '', 200)
  })

  test('the answer never arrived: sending again from the same browser shows number and code of the one case', async () => {
    const { visitor, page } = await beforeSending()
    const first = await press(openCopy(visitor), page, 'send')
    const second = await press(visitor, page, 'send')
    assert.equal(second.status, 200)
    assert.equal(second.url, first.url)
    assert.equal(codeOn(second), codeOn(first))
    assert.equal(await hall.database.caseFile.count(), 1)
  })

  test('back in the browser and sent again: the same receipt', async () => {
    const { visitor, page } = await beforeSending()
    const first = await press(visitor, page, 'send')
    const second = await press(visitor, page, 'send')
    assert.equal(second.url, first.url)
    assert.equal(codeOn(second), codeOn(first))
  })

  test('an old tab that still types after sending is told so, and the case stays as it was sent', async () => {
    const { visitor, page } = await beforeSending()
    const contact = await visitor.request('/antrag/anmeldung/kontakt')
    const { url } = await press(visitor, page, 'send')
    const late = await press(visitor, contact, 'next', { 'contact.email': 'spaeter@example.org' })
    says(late, house.words.de.say('common:refused.alreadySent.title'), 409)
    assert.match(late.html, new RegExp(`href="${url}"`))
    const [caseFile] = await hall.database.caseFile.findMany()
    assert.ok(!JSON.stringify(caseFile).includes('spaeter@'))
    assert.equal(await hall.database.draft.count(), 0)
  })

  test('the page’s address written otherwise sends nothing: nobody would get the code', async () => {
    const { visitor, page, draft } = await beforeSending()
    const body = bodyOf(page, 'send').toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const other = await answer(visitor, hall.baseUrl, check.replace('pruefen', 'pr%75efen'), {
      method: 'POST',
      body,
      headers,
    })
    assert.equal(other.status, 404)
    assert.equal(await hall.database.caseFile.count(), 0)
    assert.equal((await hall.database.draft.deleteMany({ where: { id: draft.id } })).count, 1)
  })

  test('who has only the page and neither cookie nor session is told "already sent" and shown no case', async () => {
    const { visitor, page } = await beforeSending()
    await press(visitor, page, 'send')
    const stranger = await press(openVisitor(hall.baseUrl), page, 'send')
    says(stranger, house.words.de.say('common:refused.alreadySent.title'), 409)
    const [caseFile] = await hall.database.caseFile.findMany()
    assert.ok(!stranger.html.includes(caseFile?.number ?? ''))
  })
})

describe('nothing is sent', () => {
  test('without the declarations of the check page', async () => {
    const { visitor, page } = await beforeSending()
    const body = bodyOf(page, 'send', { 'declarations.truth': [] })
    assert.equal((await send(visitor, check, body)).status, 422)
    await assertNothingSent()
  })

  test('from another page: "send" there goes on to the check page', async () => {
    const { visitor, page } = await beforeSending()
    const body = bodyOf(page, 'send')
    const names = [...body.keys()].filter(name => name.startsWith('declarations.'))
    for (const name of names) body.delete(name)
    const answered = await send(visitor, '/antrag/anmeldung/kontakt', body)
    assert.notEqual(answered.url.split('/')[1], 'vorgang')
    await assertNothingSent()
  })

  test('while an answer is missing: sending leads to the page that lacks it', async () => {
    const { visitor, page, draft } = await beforeSending()
    await hall.database
      .$executeRaw`UPDATE "Draft" SET raw = raw || '{"newResidence.street": ""}' WHERE id = ${draft.id}::uuid`
    assert.equal((await visitor.request(check)).url, '/antrag/anmeldung/wohnung')
    assert.equal((await press(visitor, page, 'send')).url, '/antrag/anmeldung/wohnung')
    await assertNothingSent()
  })

  test('on an empty draft, whatever the page says', async () => {
    const visitor = openVisitor(hall.baseUrl)
    const first = await press(visitor, await visitor.request('/leistungen/anmeldung'), 'begin')
    const body = { _csrf: hidden(first, '_csrf'), _draft: hidden(first, '_draft'), action: 'send' }
    const answered = await send(visitor, check, {
      ...body,
      'declarations.truth': 'yes',
      'declarations.privacyRead': 'yes',
    })
    assert.equal(answered.url, '/antrag/anmeldung/wer')
    await assertNothingSent()
  })

  test('when a deadline or rule speaks against it that was fine while typing', async () => {
    const { visitor, page, draft } = await beforeSending()
    await hall.database
      .$executeRaw`UPDATE "Draft" SET raw = raw || '{"moveInDate": "1.1.2099"}' WHERE id = ${draft.id}::uuid`
    assert.equal((await press(visitor, page, 'send')).url, '/antrag/anmeldung/einzug')
    await assertNothingSent()
  })
})

async function beforeSending(typed = typedBy(house)) {
  const { draft, token } = await readyDraft(house, typed)
  const visitor = openVisitorWith(hall.baseUrl, token)
  return { draft, visitor, page: await visitor.request(check) }
}

/** The same browser as it was before the answer came. */
function openCopy({ jar }: Visitor): Visitor {
  const copy = openVisitor(hall.baseUrl)
  for (const [name, value] of jar) copy.jar.set(name, value)
  return copy
}

async function receiptOf(answered: Response): Promise<Page> {
  const visitor = openVisitor(hall.baseUrl)
  for (const set of answered.headers.getSetCookie())
    visitor.jar.set(set.split('=')[0] ?? '', /=([^;]*)/.exec(set)?.[1] ?? '')
  return visitor.request(answered.headers.get('location') ?? '')
}

async function assertNothingSent() {
  assert.equal(await hall.database.caseFile.count(), 0)
  assert.equal(await hall.database.draft.count(), 1)
  await hall.database.draft.deleteMany()
}

const codeOn = ({ html }: Page) =>
  /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}\b/.exec(html)?.[0] ?? assert.fail('no code on the page')
