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

test('every receipt seen stands for exactly one case, and nobody who tried until it worked has two', { timeout: 60_000 }, async () => {
  const drafts = await Promise.all(Array.from({ length: 50 }, () => readyDraft(office.house)))
  const receipts = new Map<string, Set<string>>()
  const waiting = [...drafts]
  let answered = 0
  let isDone = false
  const people = Array.from({ length: 10 }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const numbers = await sendUntilSeen(next.token)
      receipts.set(next.draft.id, numbers)
      answered += 1
    }
  })
  const kills = killWhile(
    () => !isDone,
    () => answered,
  )
  await Promise.all(people)
  isDone = true
  assert.ok((await kills) >= 5, `killed ${await kills} times`)

  const cases = await office.database.caseFile.findMany({ include: { events: true } })
  assert.equal(cases.length, 50)
  assert.equal(new Set(cases.map(caseFile => caseFile.number)).size, 50)
  for (const caseFile of cases) {
    assert.deepEqual([...(receipts.get(caseFile.id) ?? [])], [caseFile.number])
    assert.deepEqual(caseFile.events.filter(event => event.kind === 'received').length, 1)
  }
  assert.equal(await office.database.draft.count(), 0)
})

/** Presses "send", reloads the receipt, and begins again whenever the line goes dead; every number seen is noted. */
async function sendUntilSeen(token: string): Promise<Set<string>> {
  const seen = new Set<string>()
  const visitor = openVisitorWith(program.baseUrl, token)
  const page = await patiently(() => visitor.request(check))
  const note = (receipt: Page) => {
    assert.equal(receipt.status, 200)
    assert.match(receipt.url, /^\/vorgang\//)
    seen.add(receipt.url.split('/')[2] ?? '')
  }
  note(await patiently(() => press(visitor, page, 'send')))
  note(await patiently(() => press(visitor, page, 'send')))
  return seen
}

/** A dead line or a server that is not there yet is tried again; every other answer counts. */
async function patiently(ask: () => Promise<Page>): Promise<Page> {
  for (;;) {
    const page = await ask().catch(() => null)
    if (page && ![500, 503].includes(page.status)) return page
    await pause(40)
  }
}

/** Ends the server hard in the middle of things, after every few answers, and starts it again. */
async function killWhile(isWanted: () => boolean, answered: () => number): Promise<number> {
  let kills = 0
  while (isWanted()) {
    const enough = answered() + randomInt(2, 7)
    while (isWanted() && answered() < enough) await pause(2)
    await pause(randomInt(0, 25))
    if (!isWanted()) break
    await program.kill()
    kills += 1
    console.log('killed', kills, answered()); const b=Date.now()
    program = await startProgram({ ...settings, PORT: program.port }); console.log('up', Date.now()-b, program.output())
  }
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
