// The server is killed again and again while 50 people send: what somebody has a receipt for is there once, nothing twice.
import assert from 'node:assert/strict'
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '../src/config.ts'
import { openDatabase, openPool } from '../src/database.ts'
import { joinPostgres } from '../src/postgres.ts'
import { houseOf, readyDraft } from './helpers/filings.ts'
import { openVisitorWith, press } from './helpers/press.ts'
import { type Program, startProgram } from './helpers/program.ts'
import type { Page } from './helpers/visitor.ts'

const check = '/antrag/anmeldung/pruefen'
const dataDir = join(tmpdir(), `town-hall-${randomUUID()}`)
const settings = { DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent', SESSION_SECRET: randomBytes(32).toString('hex') }
let program: Program
let office: Awaited<ReturnType<typeof openOffice>>
before(async () => {
  program = await startProgram(settings)
  office = await openOffice()
})
after(async () => {
  await office.database.$disconnect()
  await program.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('every receipt seen stands for exactly one case, and nobody who tried until it worked has two', async () => {
  const drafts = await Promise.all(Array.from({ length: 50 }, () => readyDraft(office.house)))
  const receipts = new Map<string, string[]>()
  const waiting = [...drafts]
  const sendOn = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop())
      receipts.set(next.draft.id, await sendUntilSeen(next.token))
  }
  const people = Promise.all(Array.from({ length: 10 }, sendOn))
  const kills = await killUntil(people, () => receipts.size)
  assert.ok(kills >= 5, `killed ${kills} times`)

  const cases = await office.database.caseFile.findMany({ include: { events: true } })
  assert.equal(cases.length, 50)
  assert.equal(new Set(cases.map(caseFile => caseFile.number)).size, 50)
  for (const caseFile of cases) {
    assert.deepEqual(receipts.get(caseFile.id), [caseFile.number, caseFile.number])
    assert.equal(caseFile.events.filter(event => event.kind === 'received').length, 1)
  }
  assert.equal(await office.database.draft.count(), 0)
})

/** The numbers on the receipts: sends until there is one, goes back and sends the same page again. */
async function sendUntilSeen(token: string): Promise<string[]> {
  const visitor = openVisitorWith(program.baseUrl, token)
  const page = await patiently(() => visitor.request(check))
  const first = await patiently(() => press(visitor, page, 'send'))
  const second = await patiently(() => press(visitor, page, 'send'))
  return [first, second].map(
    receipt => /^200 .vorgang.(.+)/.exec(`${receipt.status} ${receipt.url}`)?.[1] ?? receipt.url,
  )
}

/** A dead line or a server that is not there yet is tried again, for a minute; every answer counts. */
async function patiently(ask: () => Promise<Page>): Promise<Page> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask()
    } catch (error) {
      if (attempt === 1500) throw error
      await pause(40)
    }
  }
}

/** Ends the server hard in the middle of things, after every few answers, and starts it again. */
async function killUntil(people: Promise<unknown>, answered: () => number): Promise<number> {
  let isOver = false
  const over = people.finally(() => {
    isOver = true
  })
  over.catch(() => {}) // awaited below
  let kills = 0
  while (!isOver) {
    const enough = answered() + randomInt(4, 10)
    while (!isOver && answered() < enough) await pause(2)
    await pause(randomInt(0, 25))
    await program.kill()
    kills += 1
    program = await startProgram({ ...settings, PORT: program.port })
  }
  await over
  return kills
}

/** A look behind the counter, and the drafts: beside the server, on its PostgreSQL. */
async function openOffice() {
  const { url } = await joinPostgres(dataDir)
  const config = readConfig({ ...settings, DATA_DIR: undefined, DEMO: undefined, DATABASE_URL: url }, 'start')
  const pool = openPool(url)
  const database = await openDatabase(url, pool)
  return { database, house: await houseOf({ config, database, pool }) }
}
