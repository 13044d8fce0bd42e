// Everything that must hold, in order: types, lint, dead code; then all tests on one shared PostgreSQL.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { startSharedPostgres } from './helpers/town-hall.ts'

const bin = (name: string) => `node_modules/.bin/${name}`
const options = ['--test', '--test-timeout=900000', '--test-reporter=spec']
const checks: [string, string[]][] = [
  ['types', [bin('tsc'), '-p', '.']],
  ['format and lint', [bin('biome'), 'check', '--error-on-warnings', '.']],
  ['dead code', [bin('knip')]],
]

for (const [name, [command = '', ...args]] of checks) await step(name, command, args)
if (process.argv[2] !== 'check') await runTests()

/**
 * The gates walk all pages, save them and look at each, then comes what needs the saved pages. Beside them runs all else
 * in one process: loading and warming up the same modules for each file takes a third of the time.
 */
async function runTests(): Promise<void> {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .map(name => `test/${name}`)
  const gates = 'test/browser/gates.test.ts'
  const isInBrowser = (file: string) => file.startsWith('test/browser/')
  const postgres = await startSharedPostgres()
  const run = (name: string, how: string, chosen: string[]) =>
    step(name, process.execPath, [...options, how, ...chosen], {
      TEST_DATABASE_URL: postgres.url,
      NODE_COMPILE_CACHE: resolve('node_modules/.cache/node'), // each file is a process of its own and loads the same modules
    })
  const inBrowser = async () => {
    await run('tests of every page', '--test-concurrency=1', [gates])
    await run(
      'tests in the browser',
      '--test-concurrency=2',
      files.filter(file => isInBrowser(file) && file !== gates),
    )
  }
  const others = run(
    'tests',
    '--test-isolation=none',
    files.filter(file => !isInBrowser(file)),
  )
  await Promise.all([inBrowser(), others]).finally(() => postgres.stop())
}

/** Ends the program at the first step that fails. */
async function step(
  name: string,
  command: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<void> {
  const began = performance.now()
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } })
  const code = await new Promise<number>(resolve => child.on('exit', status => resolve(status ?? 1)))
  console.log(`${code === 0 ? '✔' : '✖'} ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  if (code !== 0) process.exitCode = code
  if (code !== 0 && !name.startsWith('tests')) process.exit(code)
}
