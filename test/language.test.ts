// Which language somebody reads first: the one they chose, else the one their browser prefers, else German.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { exampleOf, fileCase, houseOf } from './helpers/filings.ts'
import { bodyOf, press, send } from './helpers/press.ts'
import { says } from './helpers/says.ts'
import { seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { openVisitor, type Page, type Visitor } from './helpers/visitor.ts'

let hall: TownHall
before(async () => {
  hall = await openTownHall()
})
after(() => hall.close())

test('a browser that prefers English reads English, every other one German', async () => {
  const cases: [accepted: string | undefined, language: string][] = [
    [undefined, 'de'],
    ['en', 'en'],
    ['en-US,en;q=0.9,de;q=0.8', 'en'],
    ['de-DE,de;q=0.9,en;q=0.8', 'de'],
    ['fr,tr;q=0.9', 'de'],
    ['fr,en;q=0.5', 'en'],
    ['*', 'de'],
    [';;q=,', 'de'],
  ]
  for (const [accepted, language] of cases) assert.equal(await languageOf(accepted), language, accepted)
})

test('a choice counts for more than the browser', async () => {
  const visitor = openVisitor(hall.baseUrl)
  await visitor.request('/?lang=de')
  const page = await visitor.request('/', { headers: { 'accept-language': 'en' } })
  assert.match(page.html, /<html lang="de">/)
})

test('what was typed stays when the language changes in the middle of a page', async () => {
  const visitor = openVisitor(hall.baseUrl)
  const first = await visitor.post(await visitor.request('/leistungen/anmeldung'), {}, 'begin')
  const english = await inEnglish(visitor, first, { filerRole: ['self'] })
  assert.equal(english.url, first.url)
  assert.match(english.html, /<html lang="en">/)
  assert.match(english.html, /value="self"[^>]* checked/)
  assert.doesNotMatch(english.html, /error-summary/)
})

test('what a clerk has typed stays as well, and nothing of it is stored before it is saved', async () => {
  const caseFile = await fileCase(await houseOf(hall))
  const { visitor } = await seat(hall, 'counter')
  await press(visitor, await visitor.request(`/amt/vorgang/${caseFile.number}`), 'claim')
  const place = `/amt/vorgang/${caseFile.number}/berichtigen/name`
  const english = await inEnglish(visitor, await visitor.request(`${place}?von=offen`), {
    'filer.familyName': ['Westerbrink3'],
  })
  assert.match(english.html, /<html lang="en">/)
  assert.match(english.html, /value="Westerbrink3"/)
  assert.match(english.html, /name="_from" value="offen"/)
  assert.doesNotMatch(english.html, /error-summary/)
  assert.doesNotMatch((await visitor.request(place)).html, /Westerbrink3/)
})

test('what a clerk has ticked and typed on a case stays when its language changes', async () => {
  const caseFile = await fileCase(await houseOf(hall))
  const { visitor } = await seat(hall, 'counter')
  const place = `/amt/vorgang/${caseFile.number}`
  const page = await press(visitor, await visitor.request(place), 'claim')
  const typed = { tick: 'landlord', decision: 'return', reason: 'identity', note: 'Bitte den Reisepass mitbringen.' }
  const english = await send(visitor, `${place}?lang=en`, bodyOf(page, 'language', typed))
  assert.equal(english.url, place)
  assert.match(english.html, /<html lang="en">/)
  for (const [name, value] of Object.entries(typed).slice(0, 3))
    assert.match(english.html, new RegExp(`name="${name}"[^>]* value="${value}"[^>]* checked`), name)
  assert.match(english.html, />Bitte den Reisepass mitbringen.<\/textarea>/)
})

test('what was chosen for a rejection or a fee stays, and decides nothing yet', async () => {
  const house = await houseOf(hall)
  const { visitor } = await seat(hall, 'supervisor')
  const residence = await fileCase(house)
  const mine = await press(visitor, await visitor.request(`/amt/vorgang/${residence.number}`), 'claim')
  const no = { decision: 'reject', rejectReason: 'noMoveIn', note: 'Niemand wohnt dort.' }
  const chosen = { hearing: 'spoken', heardOn: '1.2.2026' }
  const rejection = await press(visitor, mine, 'decide', no)
  const heard = await send(visitor, `${rejection.url}?lang=en`, bodyOf(rejection, 'language', chosen))
  const trade = await fileCase(house, exampleOf(house, 'gewerbeanmeldung', 'candles').typed, 'gewerbeanmeldung')
  const till = await visitor.request(`/amt/vorgang/${trade.number}/gebuehr?lang=de`)
  const paid = await send(visitor, `${till.url}?lang=en`, bodyOf(till, 'language', { means: 'cash' }))
  for (const [page, place] of [
    [heard, 'name="hearing"[^>]* value="spoken"[^>]* checked'],
    [heard, 'value="1.2.2026"'],
    [paid, 'name="means"[^>]* value="cash"[^>]* checked'],
  ] as const) {
    assert.match(page.html, /<html lang="en">/)
    assert.match(page.html, new RegExp(place))
    assert.doesNotMatch(page.html, /error-summary/)
  }
  assert.equal(await hall.database.payment.count(), 0)
  assert.equal(await hall.database.letter.count(), 0)
})

test('who was overtaken reads so when they change the language, with what they had chosen', async () => {
  const house = await houseOf(hall)
  const [{ visitor }, colleague] = await Promise.all([seat(hall, 'counter'), seat(hall, 'supervisor')])
  const residence = await fileCase(house)
  const mine = await press(visitor, await visitor.request(`/amt/vorgang/${residence.number}`), 'claim')
  const rejection = await press(visitor, mine, 'decide', {
    decision: 'reject',
    rejectReason: 'noMoveIn',
    note: 'Leer.',
  })
  await press(colleague.visitor, await colleague.visitor.request(mine.url), 'takeOver', { takeOverReason: 'agreed' })
  const late = await send(visitor, `${rejection.url}?lang=en`, bodyOf(rejection, 'language', { hearing: 'spoken' }))
  assert.equal(late.status, 409)
  says(late, house.words.en.say('common:rejection.ways.spoken'))
  assert.match(
    late.html,
    new RegExp(`href="/amt/vorgang/${residence.number}\\?lang=de"`),
    'not to a page of the holder',
  )
  const trade = await fileCase(house, exampleOf(house, 'gewerbeanmeldung', 'candles').typed, 'gewerbeanmeldung')
  const till = await visitor.request(`/amt/vorgang/${trade.number}/gebuehr`)
  await press(colleague.visitor, await colleague.visitor.request(till.url), 'enter', { means: 'card' })
  const paid = await send(visitor, `${till.url}?lang=de`, bodyOf(till, 'language', { means: 'cash' }))
  assert.equal(paid.status, 409)
  says(paid, house.words.de.say('common:fees.feeChanged'))
})

test('the language one reads in is no way to lose what was typed: on a form it is no link', async () => {
  const visitor = openVisitor(hall.baseUrl)
  const form = await visitor.post(await visitor.request('/leistungen/anmeldung'), {}, 'begin')
  assert.match(form.html, /<span lang="de" aria-current="true">Deutsch<\/span>/)
  assert.match((await visitor.request('/')).html, /<a [^>]*lang="de" aria-current="true">Deutsch<\/a>/)
})

async function inEnglish(visitor: Visitor, page: Page, typed: Record<string, string[]>): Promise<Page> {
  const button = /<button form="antrag"[^>]*formaction="([^"]+)"[^>]*value="language" lang="en"/.exec(page.html)
  const html = page.html.replace(/(<form id="antrag"[^>]*action=")[^"]*"/, `$1${button?.[1]}"`)
  return visitor.post({ ...page, html }, typed, 'language')
}

async function languageOf(accepted: string | undefined): Promise<string> {
  const headers: Record<string, string> = accepted === undefined ? {} : { 'accept-language': accepted }
  const { html } = await openVisitor(hall.baseUrl).request('/', { headers })
  return /<html lang="(\w+)">/.exec(html)?.[1] ?? ''
}
