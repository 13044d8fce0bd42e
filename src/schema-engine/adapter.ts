// How the migration engine speaks to PostgreSQL: through Prisma's adapter, with two corrections.
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlResultSet } from '@prisma/driver-adapter-utils'
import type pg from 'pg'

export function adapterFor(pool: pg.Pool) {
  return bindMigrationAwareSqlAdapterFactory(corrected(new PrismaPg(markedCharacters(pool))))
}

/** The engine asks the catalogue for columns of type "char" (18), which the adapter does not know: marked text on the way in. */
const mark = ' is "char"'

function markedCharacters(pool: pg.Pool) {
  const query = pool.query.bind(pool) as (...words: unknown[]) => Promise<pg.QueryResult>
  const marked = async (...words: unknown[]) => {
    const result = await query(...words)
    for (const field of result.fields ?? [])
      if (field.dataTypeID === 18) Object.assign(field, { name: field.name + mark, dataTypeID: 25 })
    return result
  }
  return Object.assign(pool, { query: marked })
}

/** Also, a script goes to PostgreSQL whole, all of it or nothing; the adapter would cut it at every semicolon. */
function corrected(factory: PrismaPg) {
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async query => unmarked(await queryRaw(query))
    adapter.executeScript = async script => void (await adapter.underlyingDriver().query(script))
    return adapter
  }
  return factory
}

function unmarked({ columnNames, columnTypes, rows }: SqlResultSet): SqlResultSet {
  return {
    columnNames: columnNames.map(name => name.replace(mark, '')),
    columnTypes: columnTypes.map((type, column) =>
      columnNames[column]?.endsWith(mark) ? ColumnTypeEnum.Character : type,
    ),
    rows,
  }
}
