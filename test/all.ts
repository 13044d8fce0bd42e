// Everything that must hold, in order: types, lint, dead code; then all tests on one shared PostgreSQL.
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { startSharedPostgres } from './helpers/town-hall.ts'

const bin = (name: string) => `node_modules/.bin/${name}`
const options = ['--test', '--test-timeout=900000', '--test-reporter=spec', '--test-isolation=none']
const checks: [string, string[]][] = [
  ['types', [bin('tsc'), '-p', '.']],
  ['format and lint', [bin('biome'), 'check', '--error-on-warnings', '.']],
  ['dead code', [bin('knip')]],
]

const running = new Set<ChildProcess>()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    for (const child of running) child.kill(signal)
    process.exit(1) // PostgreSQL goes with it
  })

for (const [name, [command = '', ...args]] of checks) await step(name, command, args)
if (process.argv[2] !== 'check') await runTests()

/**
 * Two at a time from one queue. The gates begin, they take longest; what else needs a browser comes last, some of it
 * looks at the pages that they saved.
 * Tests without a browser share a process, eight files each: to load and warm up the same modules for every file would
 * take a third of the time.
 */
async function runTests(): Promise<void> {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .map(name => `test/${name}`)
  const [gates, pa11y] = ['test/browser/gates.test.ts', 'test/browser/pa11y.test.ts']
  const [inBrowser, others] = parted(files, file => file.startsWith('test/browser/'))
  const last = [pa11y, ...inBrowser.filter(file => file !== gates && file !== pa11y)]
  const queue = [[gates], ...eights(others), ...last.map(file => [file])].values()
  const postgres = await startSharedPostgres()
  const work = async () => {
    for (const chosen of queue) await step(chosen.join(' '), process.execPath, [...options, ...chosen], postgres.url)
  }
  await Promise.all([work(), work()]).finally(() => postgres.stop())
}

function parted(files: string[], belongs: (file: string) => boolean): [string[], string[]] {
  return [files.filter(belongs), files.filter(file => !belongs(file))]
}

function eights(files: string[]): string[][] {
  return Array.from({ length: Math.ceil(files.length / 8) }, (_, index) => files.slice(index * 8, index * 8 + 8))
}

/** A check that fails ends the program; after tests that fail the others still run. */
async function step(name: string, command: string, args: string[], database?: string): Promise<void> {
  const began = performance.now()
  const env = { ...process.env, ...(database && { TEST_DATABASE_URL: database }) }
  const child = spawn(command, args, { stdio: 'inherit', env })
  running.add(child)
  const code = await new Promise<number>(done => child.on('exit', status => done(status ?? 1)))
  running.delete(child)
  console.log(`${code === 0 ? '✔' : '✖'} ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  if (code !== 0) process.exitCode = code
  if (code !== 0 && !database) process.exit(code)
}
