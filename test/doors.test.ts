// Who may come in where: every route has a guard, and every kind of person gets what is meant for them at every address.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Role } from '../src/office/clerks.ts'
import { claim } from '../src/office/queue.ts'
import { asset } from '../src/web/assets.ts'
import { isGuard } from '../src/web/doors.ts'
import { exampleOf, fileCase, houseOf, readyDraft } from './helpers/filings.ts'
import { answer, openVisitorWith, press } from './helpers/press.ts'
import { type Route, routesOf } from './helpers/routes.ts'
import { everythingButHistory } from './helpers/rows.ts'
import { hire, seat, settle } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { openVisitor, type Visitor } from './helpers/visitor.ts'

const kinds = ['anonymous', 'citizen', 'trade', 'residence', 'counter', 'supervisor'] as const
type Answers = Record<(typeof kinds)[number], string>
let hall: TownHall
let routes: Route[]
let people: Record<(typeof kinds)[number], Visitor>
let addresses: Record<string, string>
/** The clock stands: a session writes once a minute when it was last seen. */
const began = Date.now()
before(async () => {
  hall = await openTownHall({ now: () => began })
  routes = await routesOf(hall)
  const clerks = (['trade', 'residence', 'counter', 'supervisor'] satisfies Role[]).map(role => seat(hall, role))
  const [trade, residence, counter, supervisor] = (await Promise.all(clerks)).map(({ visitor }) => visitor)
  if (!trade || !residence || !counter || !supervisor) throw new Error('somebody is missing')
  const { citizen, ...found } = await town(residence)
  people = { anonymous: openVisitor(hall.baseUrl), citizen, trade, residence, counter, supervisor }
  addresses = found
})
after(() => hall.close())

/** A citizen with a decided case and an open form, and a case that the residence clerk holds. */
async function town(residence: Visitor) {
  const house = await houseOf(hall)
  const citizen = openVisitorWith(hall.baseUrl, (await readyDraft(house)).token)
  const { url } = await press(citizen, await citizen.request('/antrag/anmeldung/pruefen'), 'send')
  const { draft, token } = await readyDraft(house)
  citizen.jar.set('entwurf', token)
  const number = url.split('/')[2] ?? ''
  const decided = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
  await settle(house, await hire(hall, 'counter'), decided, 'confirm')
  const open = await fileCase(house)
  await press(residence, await residence.request(`/amt/vorgang/${open.number}`), 'claim')
  const { typed } = exampleOf(house, 'abmeldung', 'toCanada')
  const leaving = await fileCase(house, typed, 'abmeldung')
  await press(residence, await residence.request(`/amt/vorgang/${leaving.number}`), 'claim')
  const trade = await fileCase(house, exampleOf(house, 'gewerbeanmeldung', 'candles').typed, 'gewerbeanmeldung')
  await settle(house, await hire(hall, 'trade'), trade, 'confirm')
  const [member] = (draft.raw as { persons: string[] }).persons
  const [person] = (open.answers as { persons: { id: string }[] }).persons
  const people = { member: member ?? '', person: person?.id ?? '' }
  return { citizen, number, held: open.number, leaving: leaving.number, trade: trade.number, ...people }
}

const all = (text: string): Answers => Object.fromEntries(kinds.map(kind => [kind, text])) as Answers
const citizens = (own: string, others: string): Answers => ({ ...all(others), citizen: own })
const desk = (theirs: string): Answers => ({
  ...all(theirs),
  anonymous: '303 /amt/anmelden',
  citizen: '303 /amt/anmelden',
})
const residence = (theirs: string): Answers => ({ ...desk(theirs), trade: '404' })
const holder = { ...residence('403'), residence: '200' }

/** Status, and where a redirect leads. A route that is not here fails the test. */
const expected: Record<string, [path: string, Answers]> = {
  '/assets/:hash/*name': [asset('style.css'), all('200')],
  '/healthz': ['/healthz', all('200')],
  '/readyz': ['/readyz', all('200')],
  '/': ['/', all('200')],
  '/barrierefreiheit': ['/barrierefreiheit', all('200')],
  '/datenschutz': ['/datenschutz', all('200')],
  '/impressum': ['/impressum', all('200')],
  '/leistungen/:slug': ['/leistungen/anmeldung', all('200')],
  '/leistungen/:slug/vorab': ['/leistungen/anmeldung/vorab', all('200')],
  '/leistungen/:slug/loeschen': ['/leistungen/anmeldung/loeschen', citizens('200', '303 /leistungen/anmeldung')],
  '/antrag/:slug': ['/antrag/anmeldung', citizens('303 /antrag/anmeldung/pruefen', '303 /antrag/anmeldung/wer')],
  '/antrag/:slug/:page': ['/antrag/anmeldung/kontakt', citizens('200', '303 /leistungen/anmeldung')],
  '/antrag/:slug/:page/:member/:inner': [
    '/antrag/anmeldung/personen/:member/name',
    citizens('200', '303 /leistungen/anmeldung'),
  ],
  '/antrag/:slug/:page/:member/entfernen': ['/antrag/anmeldung/personen/:member/entfernen', citizens('200', '404')],
  '/vorgang': ['/vorgang', all('200')],
  '/vorgang/:number': ['/vorgang/:number', citizens('200', '303 /vorgang')],
  '/vorgang/:number/:kind.pdf': ['/vorgang/:number/meldebestaetigung.pdf', citizens('200', '404')],
  '/pruefen': ['/pruefen', all('200')],
  '/pruefen/:code': ['/pruefen/K7M2-QX9T-4VBD-8RHS', all('200')],
  '/amt/anmelden': ['/amt/anmelden', all('200')],
  '/amt/abgemeldet': ['/amt/abgemeldet', all('303 /amt/anmelden')],
  '/amt': ['/amt', desk('200')],
  '/amt/vorgang': ['/amt/vorgang?nummer=:number', { ...desk('303 /amt/vorgang/:number'), trade: '422' }],
  '/amt/vorgang/:number': ['/amt/vorgang/:number', residence('200')],
  '/amt/vorgang/:number/:kind.pdf': ['/amt/vorgang/:number/meldebestaetigung.pdf', residence('200')],
  '/amt/vorgang/:number/berichtigen/:page': ['/amt/vorgang/:held/berichtigen/kontakt', holder],
  '/amt/vorgang/:number/berichtigen/:page/:member/:inner': [
    '/amt/vorgang/:held/berichtigen/personen/:person/name',
    holder,
  ],
  '/amt/vorgang/:number/berichtigen/:page/:member/entfernen': [
    '/amt/vorgang/:held/berichtigen/personen/:person/entfernen',
    holder,
  ],
  '/amt/vorgang/:number/amtlich/:page': ['/amt/vorgang/:leaving/amtlich/register', holder],
  '/amt/vorgang/:number/gebuehr': ['/amt/vorgang/:trade/gebuehr', { ...desk('200'), residence: '404' }],
  '/amt/vorgang/:number/ablehnen': ['/amt/vorgang/:held/ablehnen', { ...holder, residence: '303 /amt/vorgang/:held' }],
  '/amt/vorgang/:number/auszug/:recipient.pdf': [
    '/amt/vorgang/:trade/auszug/taxOffice.pdf',
    { ...desk('200'), residence: '404' },
  ],
  '/amt/vorgang/:number/auszug/:recipient.json': [
    '/amt/vorgang/:trade/auszug/taxOffice.json',
    { ...desk('200'), residence: '404' },
  ],
}

test('every route names who may come in before it does anything', () => {
  const open = routes
    .filter(({ handlers: [first] }) => !first || !isGuard(first))
    .map(({ method, path }) => `${method} ${path}`)
  assert.deepEqual(open, ['GET /assets/:hash/*name'], 'files for everybody need no guard')
})

test('every address answers every kind of person as it should', async () => {
  const pages = routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  assert.deepEqual(pages.sort(), Object.keys(expected).sort())
  const wrong: string[] = []
  for (const [path, answers] of Object.values(expected)) {
    for (const kind of kinds) {
      const response = await answer(people[kind], hall.baseUrl, filled(path))
      await response.arrayBuffer()
      const [to] = (response.headers.get('location') ?? '').split('?')
      const seen = `${response.status} ${to}`.trim()
      if (seen !== filled(answers[kind])) wrong.push(`${path} for ${kind}: ${seen}, not ${answers[kind]}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('looking changes nothing: no address does anything but show', async () => {
  const before = await everythingButHistory(hall)
  for (const [path] of Object.values(expected)) {
    for (const kind of kinds) await (await answer(people[kind], hall.baseUrl, filled(path))).arrayBuffer()
  }
  assert.equal(await everythingButHistory(hall), before)
})

test('the same address given with another method, a slash or capitals opens nothing more', async () => {
  const house = await houseOf(hall)
  const hidden = await fileCase(house)
  await claim(house.office, await hire(hall, 'counter'), hidden)
  for (const path of [
    `/amt/vorgang/${hidden.number}/`,
    `/AMT/vorgang/${hidden.number}`,
    `/amt//vorgang/${hidden.number}`,
    `/amt/vorgang/${hidden.number}%2f`,
  ]) {
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH']) {
      const { status } = await answer(people.anonymous, hall.baseUrl, path, { method })
      assert.ok([303, 400, 404].includes(status), `${method} ${path}: ${status}`)
    }
  }
})

function filled(text: string): string {
  return text.replace(/:(number|held|leaving|trade|member|person)/g, (_, name) => addresses[name] ?? '')
}
