// A day on which everything goes wrong, with words that nobody else says: mistakes, a clerk's work, breakdowns.
import assert from 'node:assert/strict'
import type { House } from '../../src/web/house.ts'
import { readyDraft, typedBy } from './filings.ts'
import { answer, bodyOf, hidden, openVisitorWith, press, send } from './press.ts'
import type { Program } from './program.ts'
import { hire, signIn } from './staff.ts'
import type { TownHall } from './town-hall.ts'
import { formsOf, openVisitor, type Page, type Visitor } from './visitor.ts'

export type Day = { program: Program; office: Pick<TownHall, 'pool' | 'database'>; house: House; visitors: Visitor[] }
export const canary = 'Kanari'
const email = `${canary}@example.org`
const free = [
  'landlord.name',
  'newResidence.street',
  'previousResidence.street',
  'previousResidence.city',
  'filer.familyName',
]

/** A name or place that nobody has; each field gets one of its own. */
let sung = 0
const sing = () => `${canary}${String.fromCharCode(97 + (sung % 26))}${'o'.repeat(1 + Math.floor(sung++ / 26))}`

export function visit({ program, visitors }: Day, visitor = openVisitor(program.baseUrl)): Visitor {
  visitors.push(visitor)
  return visitor
}

/** Complete and right, and a canary wherever a name or place is free. */
export function filing({ house }: Pick<Day, 'house'>) {
  const typed = typedBy(house, 'family')
  const persons = (typed.persons as Record<string, string>[]).map(person => ({ ...person, birthPlace: sing() }))
  return { ...typed, ...Object.fromEntries(free.map(name => [name, sing()])), persons, 'contact.email': email }
}

export async function mistakes(day: Day, number: string, code: string) {
  const visitor = visit(day)
  const first = await press(visitor, await visitor.request('/leistungen/anmeldung'), 'begin')
  const page = await press(visitor, first, 'next', { filerRole: 'self' })
  const boxes = (formsOf(page.html)[0]?.controls ?? []).filter(({ kind }) => kind === 'text')
  const wrong = Object.fromEntries(boxes.map(({ name }) => [name, `${sing()} <1>`]))
  await gets(422, press(visitor, page, 'next', wrong))
  await gets(400, press(visitor, page, 'next', { ...wrong, [sing()]: sing() }))
  await gets(400, press(visitor, page, 'next', { 'filer.familyName': [sing(), sing()] }))
  await gets(403, press(visitor, page, 'next', { ...wrong, _csrf: sing() }))
  await gets(413, press(visitor, page, 'next', { 'filer.familyName': sing().repeat(20_000) }))
  const door = { _csrf: hidden(await visitor.request('/vorgang'), '_csrf') }
  await gets(422, send(visitor, '/vorgang', { ...door, number: sing(), code }))
  for (let attempt = 1; attempt <= 20; attempt += 1)
    await send(visitor, '/vorgang', { ...door, number, code: 'AAAAAAAAAA' })
  await gets(429, send(visitor, '/vorgang', { ...door, number, code }))
  await strangeAddresses(day)
}

async function strangeAddresses({ program }: Day) {
  const doors = ['/', '/antrag/', '/antrag/anmeldung/', '/vorgang/', '/?lang=', '/amt?status=', '/%E0%A4%A']
  for (const path of doors.map(door => `${door}${sing()}`)) {
    const stranger = openVisitor(program.baseUrl)
    const headers = { referer: `${program.baseUrl}/${sing()}`, 'user-agent': sing(), 'x-forwarded-for': sing() }
    await stranger.request(path, { headers })
    const { status } = await send(stranger, path, { [sing()]: sing() }, { origin: `https://${sing()}.example` })
    assert.ok([400, 403].includes(status), `${path}: ${status}`)
  }
}

export async function atTheDesk(day: Day, number: string) {
  const visitor = visit(day, await signIn(day.program, await hire(day.office, 'counter', sing())))
  const path = `/amt/vorgang/${number}`
  const page = await press(visitor, await visitor.request(path), 'claim')
  await gets(200, press(visitor, page, 'reveal'))
  const note = `${sing()}\n    at ${sing()} (${sing()}.ts:1:1)`
  await gets(422, press(visitor, page, 'decide', { decision: 'return', note }))
  await gets(409, press(visitor, page, 'decide', { decision: 'return', note, version: '7', reason: 'other' }))
  await gets(401, send(visit(day), path, bodyOf(page, 'decide', { note })))
  await visitor.request(`/amt/vorgang?nummer=${sing()}`)
  const door = { _csrf: hidden(await visitor.request('/amt/anmelden'), '_csrf') }
  await gets(422, send(visitor, '/amt/anmelden', { ...door, email, password: sing() }))
}

/** Tables that are gone or refuse, one after the other, and then the whole database. */
export async function breakdowns(day: Day) {
  const { pool } = day.office
  const visitor = visit(day, openVisitorWith(day.program.baseUrl, (await readyDraft(day.house, filing(day))).token))
  const check = await visitor.request('/antrag/anmeldung/pruefen')
  const door = { _csrf: hidden(await visitor.request('/amt/anmelden'), '_csrf') }
  const sending = () =>
    press(visitor, check, 'send', { 'declarations.truth': 'yes', 'declarations.privacyRead': 'yes' })
  const entering = () => send(visitor, '/amt/anmelden', { ...door, email, password: sing() })
  await pool.query('ALTER TABLE "Event" RENAME TO gone')
  await fails(sending())
  await pool.query('ALTER TABLE gone RENAME TO "Event"')
  await pool.query('ALTER TABLE "CaseFile" ADD CHECK (false) NOT VALID')
  await fails(sending())
  await pool.query('ALTER TABLE "Draft" RENAME COLUMN raw TO gone')
  await fails(sending())
  await pool.query('ALTER TABLE "Clerk" RENAME TO gone')
  await fails(entering())
  await pool.query('ALTER TABLE library.session RENAME TO gone')
  const cookie = `vorgang=${day.visitors[0]?.jar.get('vorgang')}`
  await fails(answer(visitor, day.program.baseUrl, '/vorgang', { headers: { cookie } }))
  await pool.query('UPDATE pg_database SET datallowconn = false WHERE datname = current_database()')
  const others = 'WHERE datname = current_database() AND pid <> pg_backend_pid()'
  await pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity ${others}`)
  await fails(sending())
  await fails(entering())
}

async function gets(status: number, asked: Promise<Page>) {
  const page = await asked
  assert.equal(page.status, status, page.url)
}

async function fails(asked: Promise<Page | Response>) {
  const { status } = await asked
  assert.ok(status === 500 || status === 503, String(status))
}
