// The floor: the same reads, writes and bytes with node:http and pg alone. A process of its own.
import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import pg from 'pg'

/** What is answered at `/name`, and a sent case after whose likeness cases are written. */
export type Fixture = { name: string; status: number; headers: string[]; body: string }
export type Told = { fixture: Fixture } | { likeness: Record<string, unknown> }

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
pool.on('error', () => {}) // the query that meets it tells
const answers = new Map<string, { status: number; headers: string[]; body: Buffer }>()
let likeness: Record<string, unknown> = {}

process.on('disconnect', () => process.exit(0))
process.on('message', (told: Told) => {
  if ('likeness' in told) likeness = told.likeness
  else answers.set(`/${told.fixture.name}`, { ...told.fixture, body: Buffer.from(told.fixture.body, 'base64') })
  process.send?.('heard')
})
createServer((request, response) => void answer(request, response)).listen(Number(process.env.PORT), '127.0.0.1')

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const found = answers.get(request.url ?? '')
  if (request.method === 'GET') await pool.query('SELECT sess FROM library.session WHERE sid = $1', ['bench'])
  else await write(new URLSearchParams(await text(request)), request.url === '/send')
  response.writeHead(found?.status ?? 200, found?.headers ?? []).end(found?.body)
}

async function write(body: URLSearchParams, isSent: boolean): Promise<void> {
  const hash = createHash('sha256')
    .update(body.get('_draft') ?? '')
    .digest()
  const typed = Object.fromEntries([...body].filter(([name]) => !name.startsWith('_') && name !== 'action'))
  const save = `UPDATE "Draft" SET raw = raw || $2::jsonb, locale = 'de', "updatedAt" = now() WHERE "tokenHash" = $1`
  await pool.query(save, [hash, JSON.stringify(typed)])
  if (isSent) await send(hash)
}

/** One transaction, then the session that may see the case. */
async function send(hash: Buffer): Promise<void> {
  const client = await pool.connect()
  await client.query('BEGIN')
  const { rows } = await client.query(
    `WITH gone AS (DELETE FROM "Draft" WHERE "tokenHash" = $1 RETURNING id)
     SELECT id, nextval(pg_get_serial_sequence('"CaseFile"', 'serial')) AS serial FROM gone`,
    [hash],
  )
  const [{ id, serial }] = rows
  const row = { ...likeness, id, serial, number: `BENCH-${serial}`, draftTokenHash: hash }
  const columns = Object.keys(row).map(name => `"${name}"`)
  const places = columns.map((_, index) => `$${index + 1}`)
  await client.query(`INSERT INTO "CaseFile" (${columns}) VALUES (${places})`, Object.values(row))
  await client.query(`INSERT INTO "Event" ("caseId", kind, detail) VALUES ($1, 'received', '{}')`, [id])
  await client.query('COMMIT')
  client.release()
  const session = JSON.stringify({ cases: [id] })
  await pool.query(`INSERT INTO library.session (sid, sess, expire) VALUES ($1, $2, now())`, [randomUUID(), session])
}
