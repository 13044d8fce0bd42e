// Everything that must hold, in order: types, lint, dead code; then all tests on one shared PostgreSQL.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { startSharedPostgres } from './helpers/town-hall.ts'

const bin = (name: string) => `node_modules/.bin/${name}`
const checks: [string, string[]][] = [
  ['types', [bin('tsc'), '-p', '.']],
  ['format and lint', [bin('biome'), 'check', '--error-on-warnings', '.']],
  ['dead code', [bin('knip')]],
]

for (const [name, [command = '', ...args]] of checks) await step(name, command, args)
if (process.argv[2] !== 'check') await runTests()

async function runTests(): Promise<void> {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .map(name => `test/${name}`)
    .sort()
    .sort((one, other) => turnOf(one) - turnOf(other))
  const postgres = await startSharedPostgres()
  try {
    const args = ['--test', '--test-concurrency=2', '--test-timeout=900000', '--test-reporter=spec', ...files]
    await step('tests', process.execPath, args, { TEST_DATABASE_URL: postgres.url })
  } finally {
    await postgres.stop()
  }
}

/** The gates walk and save all pages while others work; whoever needs the saved pages comes when they are there. */
function turnOf(file: string): number {
  if (file.endsWith('/gates.test.ts')) return 0
  return file.includes('/browser/') ? 2 : 1
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
  if (code !== 0 && name !== 'tests') process.exit(code)
}
