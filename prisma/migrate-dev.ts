// Writes the SQL of a new migration: what lies between the migrations so far and schema.prisma. `npm run migration -- NAME`
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate } from '../src/database.ts'
import { startPostgres } from '../src/postgres.ts'
import { findDifference } from '../src/schema-engine.ts'

const [name = ''] = process.argv.slice(2)

if (!/^[a-z0-9]+([_-][a-z0-9]+)*$/.test(name)) end('npm run migration -- NAME, a name such as add-appointments')
const sql = await findMissingSql()
if (!sql) end('The migrations say already what schema.prisma says.')
console.log(`Written to ${write(sql)}. Read it before you commit it.`)

async function findMissingSql() {
  const dataDir = join(tmpdir(), `migration-${randomUUID()}`)
  const postgres = await startPostgres(dataDir)
  try {
    await migrate(postgres.url)
    return await findDifference(postgres.url)
  } finally {
    await postgres.stop()
    rmSync(dataDir, { recursive: true })
  }
}

function write(sql: string) {
  const moment = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = fileURLToPath(new URL(`migrations/${moment}_${name.replaceAll('-', '_')}`, import.meta.url))
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), `${sql}\n`)
  return join(folder, 'migration.sql')
}

function end(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
