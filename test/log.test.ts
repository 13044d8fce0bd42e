// Nothing of what people type, hold or know gets into the log: neither when all goes well nor when everything fails.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { readConfig } from '../src/config.ts'
import { openDatabase, openPool } from '../src/database.ts'
import { safeError } from '../src/log.ts'
import type { House } from '../src/web/house.ts'
import { houseOf, readyDraft, typedBy } from './helpers/filings.ts'
import { answer, bodyOf, hidden, openVisitorWith, press, send } from './helpers/press.ts'
import { type Program, startProgram } from './helpers/program.ts'
import { hire, password, signIn } from './helpers/staff.ts'
import { freshDatabase } from './helpers/town-hall.ts'
import { formsOf, openVisitor, type Page, type Visitor } from './helpers/visitor.ts'

const canary = 'Kanari'
/** A name or place that nobody has; each field gets one of its own. */
let sung = 0
const sing = () => `${canary}${String.fromCharCode(97 + (sung % 26))}${'o'.repeat(1 + Math.floor(sung++ / 26))}`
const email = `${canary}@example.org`
const texts = [
  'landlord.name',
  'landlord.ownerName',
  'newResidence.street',
  'previousResidence.street',
  'previousResidence.city',
  'landlord.address.street',
  'filer.familyName',
  'filer.givenNames',
]
const settings = { DEMO: '0', LOG_LEVEL: 'trace', SESSION_SECRET: randomBytes(32).toString('hex') }
let database: Awaited<ReturnType<typeof freshDatabase>>
let program: Program
let office: Awaited<ReturnType<typeof openOffice>>
let house: House
const visitors: Visitor[] = []
before(async () => {
  database = await freshDatabase()
  program = await startProgram({ ...settings, DEMO: undefined, DATABASE_URL: database.url })
  office = await openOffice()
  house = await houseOf(office)
})
after(async () => {
  await program.stop()
  await office.database.$disconnect()
  await database.drop()
})

test('a whole day of the office, with every mistake and breakdown, leaves no name, code, cookie or password behind', async () => {
  const applicant = visit()
  const receipt = await applicant.file('anmeldung', filing())
  const number = receipt.url.split('/')[2] ?? ''
  const caseFile = await office.database.caseFile.findUniqueOrThrow({ where: { number } })
  assert.match(JSON.stringify(caseFile.answers), new RegExp(canary))
  const code = house.office.secrets.accessCode(caseFile.id)
  await mistakes(applicant, number, code)
  await atTheDesk(number)
  await breakdowns()
  await program.stop()

  const lines = program
    .output()
    .trim()
    .split('\n')
    .filter(line => line.startsWith('{'))
  const log = program.output()
  for (const line of lines) JSON.parse(line)
  for (const event of [
    '"fault"',
    'authn_login_fail',
    'authn_login_success',
    'forged',
    '"status":413',
    '"status":422',
    '"status":500',
  ]) {
    assert.ok(log.includes(event), `${event} was to happen`)
  }
  const cookies = visitors.flatMap(({ jar }) => [...jar.values()].map(value => decodeURIComponent(value)))
  const ids = cookies.flatMap(value => [value, /^s:([^.]+)/.exec(value)?.[1] ?? value])
  const secrets = [canary, code, code.slice(0, 4), number, password, settings.SESSION_SECRET, caseFile.name, ...ids]
  for (const secret of secrets.filter(text => text.length > 3)) {
    const at = log.toLowerCase().indexOf(secret.toLowerCase())
    assert.equal(at, -1, `"${secret}" in: ${log.slice(Math.max(0, at - 300), at + 200)}`)
  }
  const addresses = visitors.flatMap(({ visited }) => visited.flatMap(page => [page.url, ...linksOf(page)]))
  assert.deepEqual(
    addresses.filter(address => address.includes(canary)),
    [],
    'nor in an address',
  )
})

test('an error is told by kind and place; what its message quotes is left out', () => {
  const error = Object.assign(new Error(`value too long: ${canary}\n    at ${canary}straße 5`), {
    code: '22001',
    detail: canary,
  })
  assert.deepEqual(Object.keys(safeError(error)), ['type', 'code', 'at'])
  assert.ok(!JSON.stringify([safeError(error), safeError(canary), safeError({ canary })]).includes(canary))
  assert.match(safeError(error).at ?? '', /log\.test\.ts/)
})

/** Everything free is a canary. */
function filing() {
  const typed = typedBy(house, 'family')
  const persons = (typed.persons as Record<string, string>[]).map(person => ({ ...person, birthPlace: sing() }))
  const own = Object.fromEntries(texts.filter(name => name in typed).map(name => [name, sing()]))
  return { ...typed, ...own, persons, 'contact.email': email }
}

async function mistakes(applicant: Visitor, number: string, code: string) {
  const visitor = visit()
  let page = await press(visitor, await visitor.request('/leistungen/anmeldung'), 'begin')
  page = await press(visitor, page, 'next', { filerRole: 'self' })
  const wrong = Object.fromEntries(
    (formsOf(page.html)[0]?.controls ?? [])
      .filter(({ kind }) => kind === 'text')
      .map(({ name }) => [name, `${sing()} <1>`]),
  )
  assert.equal((await press(visitor, page, 'next', wrong)).status, 422)
  assert.equal((await press(visitor, page, 'next', { ...wrong, [sing()]: sing() })).status, 400)
  assert.equal((await press(visitor, page, 'next', { 'filer.familyName': [sing(), sing()] })).status, 400)
  assert.equal((await press(visitor, page, 'next', { ...wrong, _csrf: sing() })).status, 403)
  assert.equal((await press(visitor, page, 'next', { 'filer.familyName': sing().repeat(20_000) })).status, 413)
  for (const path of [
    `/${sing()}`,
    `/antrag/${sing()}`,
    `/antrag/anmeldung/${sing()}`,
    `/vorgang/${sing()}`,
    `/?lang=${sing()}`,
    `/amt?status=${sing()}`,
    `/%E0%A4%A${sing()}`,
  ]) {
    const typist = openVisitor(program.baseUrl)
    await typist.request(path, {
      headers: { referer: `${program.baseUrl}/${sing()}`, 'user-agent': sing(), 'x-forwarded-for': sing() },
    })
    assert.ok(
      [400, 403, 404].includes(
        (await send(typist, path, { [sing()]: sing() }, { origin: `https://${sing()}.example` })).status,
      ),
      path,
    )
  }
  const door = { _csrf: hidden(await visitor.request('/vorgang'), '_csrf') }
  assert.equal((await send(visitor, '/vorgang', { ...door, number: sing(), code })).status, 422)
  for (let attempt = 1; attempt <= 20; attempt += 1)
    await send(visitor, '/vorgang', { ...door, number, code: 'AAAAAAAAAA' })
  assert.equal((await send(visitor, '/vorgang', { ...door, number, code })).status, 429)
  assert.equal((await applicant.request(`/vorgang/${number}`)).status, 200)
}

async function atTheDesk(number: string) {
  const visitor = visit(await signIn(program, await hire(office, 'counter', sing())))
  const path = `/amt/vorgang/${number}`
  let page = await press(visitor, await visitor.request(path), 'claim')
  page = await press(visitor, page, 'reveal')
  const note = `${sing()}\n    at ${sing()} (${sing()}.ts:1:1)`
  assert.equal((await press(visitor, page, 'decide', { decision: 'return', note })).status, 422)
  assert.equal(
    (await press(visitor, page, 'decide', { decision: 'return', note, version: '7', reason: 'other' })).status,
    409,
  )
  assert.equal((await send(visit(), path, bodyOf(page, 'decide', { note }))).status, 401)
  await visitor.request(`/amt/vorgang?nummer=${sing()}`)
  const door = { _csrf: hidden(await visitor.request('/amt/anmelden'), '_csrf') }
  assert.equal((await send(visitor, '/amt/anmelden', { ...door, email, password: sing() })).status, 422)
}

/** A table that is gone, one that is gone while sending, and then the whole database. */
async function breakdowns() {
  const sender = visit(openVisitorWith(program.baseUrl, (await readyDraft(house, filing())).token))
  const broken = async (statement: string, repair: string, ask: () => Promise<Page | Response>) => {
    await office.pool.query(statement)
    const { status } = await ask()
    assert.ok([500, 503].includes(status), `${statement}: ${status}`)
    if (repair) await office.pool.query(repair)
  }
  const check = await sender.request('/antrag/anmeldung/pruefen')
  await broken('ALTER TABLE "Event" RENAME TO gone', 'ALTER TABLE gone RENAME TO "Event"', () =>
    press(sender, check, 'send'),
  )
  await broken(
    'ALTER TABLE "CaseFile" ADD CHECK (false) NOT VALID',
    'ALTER TABLE "CaseFile" DROP CONSTRAINT "CaseFile_check"',
    () => press(sender, check, 'send'),
  )
  await broken('ALTER TABLE "Draft" RENAME COLUMN raw TO gone', '', () =>
    press(sender, check, 'send', { 'declarations.truth': sing() }),
  )
  const door = { _csrf: hidden(await sender.request('/amt/anmelden'), '_csrf') }
  await broken('ALTER TABLE "Clerk" RENAME TO gone', '', () =>
    send(sender, '/amt/anmelden', { ...door, email, password: sing() }),
  )
  await broken('ALTER TABLE library.session RENAME TO gone', '', () =>
    answer(sender, program.baseUrl, '/vorgang', {
      headers: { cookie: visitors[0] ? `vorgang=${visitors[0].jar.get('vorgang')}` : '' },
    }),
  )
  await broken(`UPDATE pg_database SET datallowconn = false WHERE datname = current_database()`, '', async () => {
    await office.pool.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    await press(sender, check, 'send', { 'declarations.truth': sing() })
    return send(sender, '/amt/anmelden', { ...door, email, password: sing() })
  })
}

function visit(visitor = openVisitor(program.baseUrl)): Visitor {
  visitors.push(visitor)
  return visitor
}

function linksOf({ html }: Page): string[] {
  return [...html.matchAll(/(?:href|action|src|formaction)="(?!mailto:)([^"]*)"/g)].map(match => match[1] ?? '')
}

async function openOffice() {
  const config = readConfig({ ...settings, DEMO: undefined, LOG_LEVEL: 'silent', DATABASE_URL: database.url }, 'start')
  const pool = openPool(database.url)
  return { config, pool, database: await openDatabase(database.url, pool) }
}
