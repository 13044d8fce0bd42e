// Letters are stored once and never changed: the database itself refuses to; letters from before have a code as well.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { readVerificationCode } from '../src/law/verification-code.ts'
import type { House } from '../src/web/house.ts'
import { fileCase, houseOf } from './helpers/filings.ts'
import { hire, settle } from './helpers/staff.ts'
import { emptyDatabase, openTownHall, type TownHall } from './helpers/town-hall.ts'

let hall: TownHall
let house: House
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
})
after(() => hall.close())

describe('a letter that was issued', () => {
  test('is the file whose hash stands beside it', async () => {
    const { pdf, sha256 } = await issued()
    assert.equal(createHash('sha256').update(pdf).digest('hex'), sha256)
  })

  test('cannot be changed, taken away or swept out, not even by the program itself', async () => {
    const letter = await issued()
    const { id } = letter
    const refusal = /never changed/
    await assert.rejects(hall.database.letter.update({ where: { id }, data: { kind: 'anderes' } }), refusal)
    await assert.rejects(hall.database.letter.updateMany({ data: { sha256: '' } }), refusal)
    await assert.rejects(hall.database.letter.delete({ where: { id } }), refusal)
    await assert.rejects(hall.pool.query('TRUNCATE "Letter"'), refusal)
    assert.deepEqual(await hall.database.letter.findUniqueOrThrow({ where: { id } }), letter)
  })

  test('goes with its case when that is deleted', async () => {
    const { id, caseId } = await issued()
    await hall.database.caseFile.delete({ where: { id: caseId } })
    assert.equal(await hall.database.letter.findUnique({ where: { id } }), null)
  })
})

test('letters from before have a code and a day after the migration', async () => {
  const empty = await emptyDatabase()
  const client = new pg.Client({ connectionString: empty.url })
  await client.connect()
  await client.query(sqlOf('20261123000000_init'))
  const clerk = randomUUID()
  await client.query(`INSERT INTO "Clerk" VALUES ('${clerk}', 'a@b.example', 'Anna', 'counter', '-')`)
  for (const serial of [1, 2, 3]) await client.query(oldCase(randomUUID(), serial, clerk))
  await client.query(sqlOf('20261127020000_letters'))
  const { rows } = await client.query('SELECT "code", "issuedOn"::text AS day, "number" FROM "Letter"')
  assert.equal(new Set(rows.map(row => row.code)).size, 3)
  for (const { code, day, number } of rows)
    assert.deepEqual([readVerificationCode(code), day, number], [code, '2026-07-02', 1])
  await client.end()
  await empty.drop()
})

async function issued() {
  const caseFile = await settle(house, await hire(hall, 'counter'), await fileCase(house), 'confirm')
  return hall.database.letter.findFirstOrThrow({ where: { caseId: caseFile.id } })
}

const sqlOf = (name: string) =>
  readFileSync(new URL(`../prisma/migrations/${name}/migration.sql`, import.meta.url), 'utf8')

/** A case with its letter, issued half an hour after midnight in Germany. */
const oldCase = (id: string, serial: number, clerk: string) => `
  INSERT INTO "CaseFile" ("id", "number", "serial", "draftTokenHash", "serviceId", "formVersion", "channel", "locale",
    "filedAt", "filedOn", "dueOn", "status", "name", "answers", "sealed", "words", "wordsOfCitizen", "findings")
  VALUES ('${id}', 'LM-${serial}', ${serial}, '\\x0${serial}', 'x', '1', 'online', 'de',
    now(), now(), now(), 'confirmed', 'X', '{}', '{}', '[]', '[]', '[]');
  INSERT INTO "Letter" ("id", "caseId", "kind", "pdf", "sha256", "createdAt", "clerkId")
  VALUES (gen_random_uuid(), '${id}', 'meldebestaetigung', '\\x00', '', '2026-07-01 22:30:00+00', '${clerk}');`
