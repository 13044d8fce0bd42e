// Prisma's own migration engine: applies migrations, and writes the SQL that leads from the database to the schema.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { adapterFor } from './schema-engine/adapter.ts'
import { loadEngine } from './schema-engine/load.ts'

const prisma = fileURLToPath(new URL('../prisma', import.meta.url))
const filters = { externalTables: [], externalEnums: [] }

/** Returns the names of the migrations that were applied. Throws Prisma's words when one fails. */
export function applyMigrations(url: string) {
  return withEngine(
    url,
    async engine => (await engine.applyMigrations({ filters, migrationsList: migrations() })).appliedMigrationNames,
  )
}

/** The SQL that would make the database what schema.prisma says; empty when it is. */
export function findDifference(url: string) {
  return withEngine(url, async engine => {
    const files = [{ path: 'schema.prisma', content: schema() }]
    const from = { tag: 'schemaDatasource', files, configDir: prisma } as const
    const { stdout } = await engine.diff({
      from,
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters,
    })
    return stdout?.trim().replace(/^-- This is an empty migration\.$/, '') ?? ''
  })
}

async function withEngine<Result>(url: string, work: (engine: SchemaEngine) => Promise<Result>) {
  const SchemaEngine = await loadEngine()
  const pool = new pg.Pool({ connectionString: url, options: '-c timezone=UTC' })
  const engine = await SchemaEngine.new({ datamodels: [['schema.prisma', schema()]] }, () => {}, adapterFor(pool))
  try {
    return await work(engine)
  } finally {
    engine.free()
    await pool.end()
  }
}

function migrations() {
  const folder = join(prisma, 'migrations')
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
  return {
    baseDir: folder,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8') },
    migrationDirectories: names.map(name => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

const schema = () => readFileSync(join(prisma, 'schema.prisma'), 'utf8')
