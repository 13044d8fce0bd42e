// Everything that must hold, in order: types, lint, dead code; then all tests on one shared PostgreSQL.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
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
 * Two rows side by side. One walks all pages, saves them and looks at each, then comes what needs the saved pages. The
 * other does all else, without a browser in one process: to load and warm up the same modules for each file costs a
 * third of the time.
 */
async function runTests(): Promise<void> {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .map(name => `test/${name}`)
  const gates = 'test/browser/gates.test.ts'
  const [inBrowser, others] = parted(files, file => file.startsWith('test/browser/'))
  const [onSaved, journeys] = parted(inBrowser, file => readFileSync(file, 'utf8').includes('savedPages'))
  const postgres = await startSharedPostgres()
  const run = (name: string, how: string, chosen: string[]) =>
    step(`tests ${name}`, process.execPath, [...options, how, ...chosen], { TEST_DATABASE_URL: postgres.url })
  const pages = async () => {
    await run('of every page', '--test-concurrency=1', [gates])
    await run(
      'of saved pages',
      '--test-concurrency=2',
      onSaved.filter(file => file !== gates),
    )
  }
  const allElse = async () => {
    await run('without a browser', '--test-isolation=none', others)
    await run('of journeys in the browser', '--test-concurrency=1', journeys)
  }
  await Promise.all([pages(), allElse()]).finally(() => postgres.stop())
}

function parted(files: string[], belongs: (file: string) => boolean): [string[], string[]] {
  return [files.filter(belongs), files.filter(file => !belongs(file))]
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
