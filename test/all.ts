// Everything that must hold, in order: types, lint, dead code; then all tests on one shared PostgreSQL.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { startSharedPostgres } from './helpers/town-hall.ts'

const bin = (name: string) => `node_modules/.bin/${name}`
const checks: [string, string[]][] = [
  ['types', [bin('tsc'), '-p', '.']],
  ['format and lint', [bin('biome'), 'check', '--error-on-warnings', '.']],
  ['dead code', [bin('knip')]],
]

for (const [name, [command = '', ...args]] of checks) await step(name, command, args)
if (process.argv[2] !== 'check') await runTests()

/**
 * Two files at a time, each in a process of its own. The gates begin: they take longest, and what looks at the pages
 * that they save comes last.
 */
async function runTests(): Promise<void> {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .map(name => `test/${name}`)
  const gates = 'test/browser/gates.test.ts'
  const looksAtPages = (file: string) => file !== gates && readFileSync(file, 'utf8').includes('savedPages')
  const postgres = await startSharedPostgres()
  process.env.TEST_DATABASE_URL = postgres.url
  process.env.NODE_COMPILE_CACHE = resolve('node_modules/.cache/node') // each process loads the same modules
  const others = files.filter(file => file !== gates && !looksAtPages(file))
  const tests = run({
    files: [gates, ...others, ...files.filter(looksAtPages)],
    concurrency: 2,
    timeout: 900_000,
    signal: stopped(),
  })
  tests.on('test:fail', () => {
    process.exitCode = 1
  })
  await pipeline(tests, new spec(), process.stdout, { end: false }).finally(() => postgres.stop())
}

/** Whoever stops the tests stops their processes, too. */
function stopped(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller.signal
}

/** Ends the program when it fails. */
async function step(name: string, command: string, args: string[]): Promise<void> {
  const began = performance.now()
  const child = spawn(command, args, { stdio: 'inherit' })
  const code = await new Promise<number>(done => child.on('exit', status => done(status ?? 1)))
  console.log(`${code === 0 ? '✔' : '✖'} ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  if (code !== 0) process.exit(code)
}
