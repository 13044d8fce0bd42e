// `npm run bench`: the budgets of docs/benchmarks.md, measured on this machine. Ends with 1 when one is missed.
import { loadavg } from 'node:os'
import { measureLetters } from './letters.ts'
import { measureMemory, measureReading, measureWaiting } from './reading.ts'
import { type Row, report } from './report.ts'
import { measureStarts } from './starts.ts'
import { openTown } from './town.ts'
import { measureWeight } from './weight.ts'
import { measureWriting } from './writing.ts'

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1)) // PostgreSQL goes with it

const [load = 0] = loadavg()
const town = await openTown()
const rows: Row[] = []
try {
  rows.push(...(await measureReading(town)), await measureWaiting(town), measureMemory(town))
  rows.push(...(await measureWriting(town)), await measureLetters(town))
  rows.push(...(await measureWeight(town)), ...(await measureStarts(town)))
  const { rows: versions } = await town.pool.query('SHOW server_version')
  report(rows, versions[0].server_version, load)
} finally {
  await town.stop()
}
process.exit(rows.every(row => row.isKept) ? 0 : 1)
