// The database becomes what schema.prisma says, once, whoever starts first; one that is gone is told soon.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { isMigrated, migrate, openDatabase, openPool } from '../src/database.ts'
import { findDifference } from '../src/schema-engine.ts'
import { emptyDatabase, freshDatabase, openTownHall } from './helpers/town-hall.ts'
import { openVisitor } from './helpers/visitor.ts'

let database: Awaited<ReturnType<typeof emptyDatabase>>
before(async () => {
  database = await freshDatabase()
})
after(() => database.drop())

test('an empty database becomes exactly what schema.prisma says', async () => {
  const empty = await emptyDatabase()
  assert.notEqual((await migrate(empty.url)).length, 0)
  assert.equal(await findDifference(empty.url), '')
  await empty.drop()
})

test('two processes that start together migrate once', async () => {
  const empty = await emptyDatabase()
  const applied = await Promise.all([migrateElsewhere(empty.url), migrateElsewhere(empty.url)])
  assert.deepEqual(applied.map(names => names.length > 0).sort(), [false, true])
  await empty.drop()
})

test('migrating again does nothing, and soon', async () => {
  const began = performance.now()
  assert.deepEqual(await migrate(database.url), [])
  assert.ok(performance.now() - began < 2_000)
})

test('a database whose last migration is missing is not ready', async () => {
  const pool = openPool(database.url)
  assert.equal(await isMigrated(pool), true)
  await pool.query('UPDATE _prisma_migrations SET finished_at = NULL')
  assert.equal(await isMigrated(pool), false)
  await pool.query('UPDATE _prisma_migrations SET finished_at = started_at')
  await pool.end()
})

test('who fills in a form goes on while an update adds a column', async t => {
  const hall = await openTownHall()
  t.after(hall.close)
  const visitor = openVisitor(hall.baseUrl)
  const page = await visitor.post(await visitor.request('/leistungen/anmeldung'), {}, 'begin')
  const answer = await visitor.fill(page, { filerRole: 'self' })
  await hall.pool.query('ALTER TABLE "Draft" ADD COLUMN later text')
  for (let time = 0; time < 12; time++) assert.equal((await visitor.request(answer.url)).status, 200)
  assert.equal((await visitor.fill(page, { filerRole: 'self' })).status, 200)
})

test('a moment is the same moment whatever the time zone of the server', async () => {
  const pool = openPool(database.url)
  await pool.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET timezone = 'Pacific/Auckland'`)
  const client = await openDatabase(database.url)
  const createdAt = new Date('2026-07-01T10:00:00.123Z')
  const clerk = { email: `${randomUUID()}@example.org`, name: 'Anna', role: 'counter', passwordHash: '-', createdAt }
  const { id } = await client.clerk.create({ data: clerk })
  const { rows } = await pool.query('SELECT extract(epoch from "createdAt") * 1000 AS at FROM "Clerk" WHERE id = $1', [
    id,
  ])
  assert.equal(Number(rows[0].at), createdAt.getTime())
  assert.deepEqual((await client.clerk.findUniqueOrThrow({ where: { id } })).createdAt, createdAt)
  await client.$disconnect()
  await pool.end()
})

describe('within five seconds', { concurrency: true }, () => {
  test('a statement that hangs ends with an error', async () => {
    const client = await openDatabase(database.url)
    const began = performance.now()
    await assert.rejects(client.$queryRaw`SELECT pg_sleep(10)::text`)
    assert.ok(performance.now() - began < 5_000)
    await client.$disconnect()
  })

  test('a database that takes connections and never answers is an error', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const began = performance.now()
    const url = `postgresql://office:geheim@127.0.0.1:${(silent.address() as AddressInfo).port}/office`
    await assert.rejects(
      openDatabase(url),
      /^Error: DATABASE_URL: the database 127\.0\.0\.1:\d+\/office cannot be used/,
    )
    assert.ok(performance.now() - began < 5_000)
    silent.close()
  })
})

async function migrateElsewhere(url: string): Promise<string[]> {
  const program = `import('${new URL('../src/database.ts', import.meta.url)}').then(async database => console.log(JSON.stringify(await database.migrate('${url}'))))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', program])
  return JSON.parse(stdout)
}
