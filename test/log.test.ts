// Nothing of what people type, hold or know gets into the log: neither when all goes well nor when everything fails.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { readConfig } from '../src/config.ts'
import { openDatabase, openPool } from '../src/database.ts'
import { safeError } from '../src/log.ts'
import { atTheDesk, breakdowns, canary, type Day, filing, mistakes, visit } from './helpers/bad-day.ts'
import { houseOf } from './helpers/filings.ts'
import { startProgram } from './helpers/program.ts'
import { password } from './helpers/staff.ts'
import { freshDatabase } from './helpers/town-hall.ts'
import type { Page } from './helpers/visitor.ts'

const secret = randomBytes(32).toString('hex')
let database: Awaited<ReturnType<typeof freshDatabase>>
let day: Day
before(async () => {
  database = await freshDatabase()
  const settings = { SESSION_SECRET: secret, DATABASE_URL: database.url }
  const program = await startProgram({ ...settings, LOG_LEVEL: 'trace' })
  const config = readConfig(settings, 'start')
  const pool = openPool(database.url)
  const office = { config, pool, database: await openDatabase(database.url, pool) }
  day = { program, office, house: await houseOf(office), visitors: [] }
})
after(async () => {
  await day.program.stop()
  await day.office.database.$disconnect()
  await database.drop()
})

test('a day with every mistake and breakdown leaves no name, number, code, cookie or password in the log', async () => {
  const receipt = await visit(day).file('anmeldung', filing(day))
  const number = receipt.url.split('/')[2] ?? ''
  const caseFile = await day.office.database.caseFile.findUniqueOrThrow({ where: { number } })
  assert.match(JSON.stringify(caseFile.answers), new RegExp(canary))
  const code = day.house.office.secrets.accessCode(caseFile.id)
  await mistakes(day, number, code)
  await atTheDesk(day, number)
  await breakdowns(day)
  await day.program.stop()

  const log = day.program.output()
  for (const line of log.split('\n').filter(text => text.startsWith('{'))) JSON.parse(line)
  const events = ['"msg":"fault"', 'authn_login_fail', 'authn_login_success', 'forged', 'tooMany']
  const statuses = [303, 400, 401, 403, 409, 413, 422, 429, 500].map(status => `"status":${status}`)
  for (const event of [...events, ...statuses]) assert.ok(log.includes(event), `${event} was to happen`)
  for (const known of [canary, code, number, password, secret, caseFile.name, ...cookies()]) {
    const at = log.toLowerCase().indexOf(known.toLowerCase())
    assert.equal(at, -1, `"${known}" in: ${log.slice(Math.max(0, at - 300), at + 200)}`)
  }
})

test('nor does anything typed get into an address', () => {
  const pages = day.visitors.flatMap(({ visited }) => visited)
  assert.ok(pages.length > 100)
  const addresses = pages.flatMap(page => [page.url, ...linksOf(page)])
  assert.deepEqual(
    addresses.filter(address => address.includes(canary)),
    [],
  )
})

test('an error is told by kind and place; what its message quotes is left out', () => {
  const message = `value too long: ${canary}\n    at ${canary}straße 5`
  const error = Object.assign(new Error(message), { code: '22001', detail: canary })
  assert.deepEqual(Object.keys(safeError(error)), ['type', 'code', 'at'])
  assert.ok(!JSON.stringify([safeError(error), safeError(canary), safeError({ canary })]).includes(canary))
  assert.match(safeError(error).at ?? '', /log\.test\.ts/)
})

/** Of everybody, as sent and without their signature. */
function cookies(): string[] {
  const values = day.visitors.flatMap(({ jar }) => [...jar.values()].map(decodeURIComponent))
  return values.flatMap(value => [value, /^s:([^.]+)/.exec(value)?.[1] ?? value]).filter(value => value.length > 10)
}

function linksOf({ html }: Page): string[] {
  return [...html.matchAll(/(?:href|action|src|formaction)="(?!mailto:)([^"]*)"/g)].map(match => match[1] ?? '')
}
