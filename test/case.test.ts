// A citizen's own case: found with number and code from anywhere, and by nobody who lacks one of them.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { caseNumber, formatAccessCode } from '../src/law/case-number.ts'
import type { House } from '../src/web/house.ts'
import { asCitizen } from './helpers/citizen.ts'
import { confirmAtCounter } from './helpers/counter.ts'
import { exampleOf, fileCase, houseOf, readyDraft, typedBy } from './helpers/filings.ts'
import { answer, hidden, openVisitorWith, press, send } from './helpers/press.ts'
import { says, saysNot, textOf } from './helpers/says.ts'
import { hire, seat, settle } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { headingOf, openVisitor, type Page, type Visitor } from './helpers/visitor.ts'

let hall: TownHall
let house: House
before(async () => {
  hall = await openTownHall({ environment: { TRUST_PROXY: '1' } })
  house = await houseOf(hall)
})
after(() => hall.close())

describe('with number and code', () => {
  test('the case opens in any browser, however the two are typed; the code itself is not shown again', async () => {
    const { caseFile, code } = await filed()
    for (const [number, typed] of [
      [caseFile.number, code],
      [` ${caseFile.number.toLowerCase().replaceAll('-', ' ')}`, code.replaceAll('-', '').toLowerCase()],
    ] as const) {
      const visitor = openVisitor(hall.baseUrl)
      const page = await find(visitor, number, typed)
      assert.equal(page.url, `/vorgang/${caseFile.number}`)
      says(page, 'Am Probierstein 17a', 200)
      saysNot(page, code)
      assert.equal((await visitor.request(page.url)).status, 200)
    }
    assert.equal(await hall.database.event.count({ where: { caseId: caseFile.id, kind: 'viewedByCitizen' } }), 2)
  })

  test('what a trade has to do elsewhere is still said once it is confirmed', async () => {
    const { typed } = exampleOf(house, 'gewerbeanmeldung', 'hairdresser')
    const trade = await fileCase(house, { ...typed, 'craftCard.present': 'no' }, 'gewerbeanmeldung')
    const { visitor } = await seat(hall, 'trade')
    await confirmAtCounter(visitor, trade.number, exampleOf(house, 'gewerbeanmeldung', 'hairdresser').desk)
    const own = await asCitizen({ hall, house }, trade)
    says(own, house.words.de.say('common:case.headings.confirmed'), 200)
    says(own, house.words.de.say('common:case.laterHeading'))
    for (const duty of ['sent.R-G15', 'rules.R-G23']) says(own, house.words.de.say(`trade-registration:${duty}`))
  })

  test('what remains to be done is read there again, but not once the case is decided', async () => {
    const { caseFile, code } = await filed()
    const remains = house.words.de.say('residence-registration:rules.R-A18')
    says(await find(openVisitor(hall.baseUrl), caseFile.number, code), remains, 200)
    await settle(house, await hire(hall, 'counter'), caseFile, 'confirm')
    saysNot(await find(openVisitor(hall.baseUrl), caseFile.number, code), remains)
  })

  test('a wrong code and a number that nobody has get the same page', async () => {
    const { caseFile, code } = await filed()
    const unknown = caseNumber('LM', 2026, 999_999)
    const [wrongCode, noCase] = [
      await find(openVisitor(hall.baseUrl), caseFile.number, 'AAAA-AAAA-AA'),
      await find(openVisitor(hall.baseUrl), unknown, code),
    ]
    says(wrongCode, house.words.de.say('common:case.notFound'), 422)
    assert.equal(without(noCase, unknown, code), without(wrongCode, caseFile.number, 'AAAA-AAAA-AA'))
    const sizes = [wrongCode, noCase].map(page => page.headers.getSetCookie().length)
    assert.deepEqual(sizes, [0, 0])
  })

  test('what cannot be a number or a code is said so, and what was typed stays', async () => {
    const page = await find(openVisitor(hall.baseUrl), 'LM-2026-000001-A', 'abc')
    says(page, house.words.de.say('common:case.numberWrong'), 422)
    says(page, house.words.de.say('common:case.codeWrong'))
    assert.equal(hidden({ html: page.html.replace(/type="text" id="number" /, '') }, 'number'), 'LM-2026-000001-A')
    assert.match(page.html, /id="code" name="code" value="abc"/)
    says(await find(openVisitor(hall.baseUrl), '', ''), house.words.de.say('common:case.codeMissing'), 422)
  })

  test('after twenty tries from one address even the right code is refused for a quarter of an hour; others go on', async () => {
    const { caseFile, code } = await filed()
    const from = { 'x-forwarded-for': '203.0.113.7' }
    const visitor = openVisitor(hall.baseUrl)
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      assert.equal((await find(visitor, caseFile.number, 'AAAA-AAAA-AA', from)).status, 422)
    }
    const refused = await find(visitor, caseFile.number, code, from)
    says(refused, house.words.de.say('common:refused.tooMany.title'), 429)
    assert.equal(refused.headers.get('retry-after'), '900')
    assert.equal(
      (await find(openVisitor(hall.baseUrl), caseFile.number, code, { 'x-forwarded-for': '203.0.113.8' })).status,
      200,
    )
  })
})

describe('the page of a case', () => {
  test('says in its heading how far the case is, also to who has just sent it', async () => {
    const { token } = await readyDraft(house)
    const visitor = openVisitorWith(hall.baseUrl, token)
    const { url } = await press(visitor, await visitor.request('/antrag/anmeldung/pruefen'), 'send')
    const caseFile = await hall.database.caseFile.findUniqueOrThrow({ where: { number: url.split('/')[2] ?? '' } })
    const clerk = await hire(hall, 'counter')
    await settle(house, clerk, caseFile, 'return', 'Bringen Sie den Pass mit.')
    const returned = await visitor.request(url)
    assert.equal(headingOf(returned.html), 'Es fehlt noch etwas')
    assert.match(returned.html, /class="receipt receipt--warning"/)
    const text = textOf(returned)
    assert.ok(text.indexOf('Bringen Sie den Pass mit.') < text.indexOf(caseFile.number), 'what is missing comes first')
    says(returned, house.words.de.say('common:case.papersAsked'))
    saysNot(returned, 'ist eingegangen</h1>')
  })

  test('leads with the letter when everything is done, and sends nobody to the office', async () => {
    const { caseFile, code } = await filed()
    await settle(house, await hire(hall, 'counter'), caseFile, 'confirm')
    const page = await find(openVisitor(hall.baseUrl), caseFile.number, code)
    assert.equal(headingOf(page.html), 'Ihr Vorgang ist abgeschlossen')
    assert.ok(page.html.indexOf('.pdf"') < page.html.indexOf('id="nummer"'))
    assert.equal(page.html.split('>Vorgangsnummer<').length, 2, 'the number is named once')
    saysNot(page, 'class="hours"')
  })

  test('without a session asks for number and code again, with neither in the address or on the page', async () => {
    const { caseFile } = await filed()
    const page = await openVisitor(hall.baseUrl).request(`/vorgang/${caseFile.number.toLowerCase()}`)
    assert.equal(page.url, '/vorgang')
    saysNot(page, caseFile.number)
    says(page, house.town.office.phone)
    says(page, house.words.de.say('common:case.findAgain'))
    saysNot(await openVisitor(hall.baseUrl).request('/vorgang'), house.words.de.say('common:case.findAgain'))
    const { headers } = await answer(openVisitor(hall.baseUrl), hall.baseUrl, `/vorgang/${caseFile.number}`)
    assert.doesNotMatch(headers.get('location') ?? '', /LM-/)
  })
})

describe('the receipt', () => {
  test('is still there after reloading, with number and code', async () => {
    const { token } = await readyDraft(house)
    const visitor = openVisitorWith(hall.baseUrl, token)
    const receipt = await press(visitor, await visitor.request('/antrag/anmeldung/pruefen'), 'send')
    const again = await visitor.request(receipt.url)
    assert.equal(textOf(again), textOf(receipt))
    assert.match(textOf(again), /LM-\d{4}-\d{6}-[A-Z] .*[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2} /)
    assert.deepEqual([...visitor.jar.keys()], ['vorgang'], 'the draft is gone from the cookies')
  })

  test('is gone once the session is ended, also for a copy of its cookie', async () => {
    const { caseFile, code } = await filed()
    const visitor = openVisitor(hall.baseUrl)
    const page = await find(visitor, caseFile.number, code)
    const cookie = visitor.jar.get('vorgang') ?? ''
    const body = { _csrf: hidden(page, '_csrf'), action: 'end' }
    assert.equal((await send(visitor, '/vorgang/beenden', body)).url, '/')
    visitor.jar.set('vorgang', cookie)
    assert.equal((await visitor.request(page.url)).url, '/vorgang')
  })
})

describe('without the code', () => {
  test('nobody sees a case: neither a stranger nor somebody who has opened another one', async () => {
    const [mine, yours] = [await filed(), await filed(typedBy(house, 'protected'))]
    const stranger = await openVisitor(hall.baseUrl).request(`/vorgang/${yours.caseFile.number}`)
    assert.equal(stranger.url, '/vorgang')
    const visitor = openVisitor(hall.baseUrl)
    await find(visitor, mine.caseFile.number, mine.code)
    const [real, invented] = [yours.caseFile.number, caseNumber('LM', 2026, 999_999)]
    const asked = await Promise.all([real, invented].map(number => visitor.request(`/vorgang/${number}`)))
    for (const page of [stranger, ...asked]) {
      assert.equal(page.url, '/vorgang')
      says(page, house.words.de.say('common:case.findAgain'), 200)
      for (const word of ['Vertraulich', real]) saysNot(page, word)
    }
    assert.equal(
      textOf(asked[0] as Page),
      textOf(asked[1] as Page),
      'a number that exists looks like one that does not',
    )
  })

  test('nobody gets the letter: it is for who knows the code, and for clerks of the office', async () => {
    const { caseFile, code } = await filed()
    const path = `/vorgang/${caseFile.number}/meldebestaetigung.pdf`
    const visitor = openVisitor(hall.baseUrl)
    await find(visitor, caseFile.number, code)
    assert.equal((await visitor.request(path)).status, 404, 'there is none yet')
    await settle(house, await hire(hall, 'counter'), caseFile, 'confirm')
    const pdf = await answer(visitor, hall.baseUrl, path)
    assert.equal(pdf.status, 200)
    assert.deepEqual(
      [pdf.headers.get('content-type'), pdf.headers.get('cache-control')],
      ['application/pdf', 'no-store'],
    )
    assert.match(pdf.headers.get('content-disposition') ?? '', /^attachment; filename="meldebestaetigung-LM-/)
    for (const other of [`/vorgang/${caseFile.number}/anderes.pdf`, path.replace('meldebestaetigung', '..%2f')]) {
      assert.equal((await visitor.request(other)).status, 404, other)
    }
    assert.equal((await openVisitor(hall.baseUrl).request(path)).status, 404)
    assert.equal(await hall.database.event.count({ where: { caseId: caseFile.id, kind: 'letterRead' } }), 1)
  })

  test('what is missing is read by the citizen, and not by anybody else', async () => {
    const { caseFile, code } = await filed()
    await settle(house, await hire(hall, 'counter'), caseFile, 'return', 'Bitte <Pass> mitbringen')
    says(await find(openVisitor(hall.baseUrl), caseFile.number, code), 'Bitte <Pass> mitbringen', 200)
  })
})

async function filed(typed = typedBy(house)) {
  const caseFile = await fileCase(house, typed)
  return { caseFile, code: formatAccessCode(house.office.secrets.accessCode(caseFile.id)) }
}

async function find(
  visitor: Visitor,
  number: string,
  code: string,
  headers: Record<string, string> = {},
): Promise<Page> {
  const form = await visitor.request('/vorgang')
  return send(visitor, '/vorgang', { _csrf: hidden(form, '_csrf'), number, code }, headers)
}

/** A page as everybody gets it: without what was typed and without the token. */
const without = (page: Page, number: string, code: string) =>
  page.html
    .replaceAll(number, '')
    .replaceAll(code, '')
    .replace(/name="_csrf" value="[^"]*"/, '')
