// The environment, read once at start: all its problems are listed at once, and secrets are never repeated.
import { accessSync, constants, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { keptSecret } from './data-folder.ts'
import { startProblem } from './start-problem.ts'

export type Mode = 'start' | 'serve'
export type Environment = Record<string, string | undefined>
export type Config = ReturnType<typeof configOf>

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine(number => number >= least && number <= most, `must be a whole number from ${least} to ${most}`)

const list = z.string().transform(text => text.split(',').map(item => item.trim()))

const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6(), z.enum(['loopback', 'linklocal', 'uniquelocal'])])

const variable = <Schema extends z.ZodType>(schema: Schema, description: string, fallback: string) =>
  schema.optional().meta({ description, fallback })

const environment = z.object({
  PORT: variable(wholeNumber(1, 65_535), 'The port to listen on.', '3000'),
  HOST: variable(z.string(), 'The address to listen on.', '127.0.0.1'),
  DATABASE_URL: variable(
    z.string().regex(/^postgres(ql)?:\/\/\S+$/, 'must begin with postgresql://'),
    'The PostgreSQL to use.',
    'an embedded one; `npm run serve` requires it',
  ),
  DATA_DIR: variable(z.string(), 'The folder of the embedded database and of what is kept beside it.', '.data'),
  PUBLIC_URL: variable(
    z.url({ protocol: /^https?$/, error: 'must be an address such as https://portal.example.org' }),
    'Where people reach the portal; with https, cookies are Secure.',
    'http://HOST:PORT',
  ),
  SESSION_SECRET: variable(
    list.refine(isStrong, 'must be random secrets of 32 or more characters, separated by commas'),
    'Random secrets of 32 or more characters, separated by commas: the first signs, all verify.',
    'made once and kept in DATA_DIR; with DATABASE_URL required',
  ),
  TRUST_PROXY: variable(
    z.union([wholeNumber(1, 9), list.pipe(z.array(network))], {
      error: 'must be the number of proxies, or their addresses and networks separated by commas',
    }),
    'The proxies whose X-Forwarded headers count: how many, or their addresses and networks.',
    'none',
  ),
  TOWN_FILE: variable(
    z.string().refine(isReadable, 'must name a file that can be read'),
    'The municipality: names, addresses, hours, fees.',
    'the demo town',
  ),
  DEMO: variable(
    z.enum(['0', '1'], 'must be 0 or 1'),
    '0 leaves out the invented cases and the demo clerks.',
    '1 with the embedded database',
  ),
  DEMO_PASSWORD: variable(z.string(), "The demo clerks' password.", 'a random one, printed'),
  LOG_LEVEL: variable(z.enum(logLevels, `must be one of ${logLevels.join(', ')}`), 'How much is logged.', 'info'),
  TOWN_TODAY: variable(
    z.iso.date('must be a day such as 2026-09-01'),
    'The day that the law takes for today: for tests, refused by `npm run serve`.',
    'today',
  ),
})

/** Every variable, for the documents. */
export const variables = Object.entries(environment.shape).map(([name, schema]) => {
  const { description, fallback } = schema.meta() as { description: string; fallback: string }
  return { name, meaning: description, fallback }
})

const secretNames = ['DATABASE_URL', 'SESSION_SECRET', 'DEMO_PASSWORD']

/**
 * Throws one error whose message has a line for each problem.
 * A secret may lie in a file instead, which NAME_FILE names (systemd's LoadCredential).
 */
export function readConfig(surroundings: Environment, mode: Mode): Config {
  const given = { ...settings(surroundings), ...secretsInFiles(surroundings) }
  const read = environment.safeParse(given)
  const wrong = (read.error?.issues ?? []).map(issue => sentence(String(issue.path[0]), issue.message, given))
  const problems = [...wrong, ...contradictions(given, mode)]
  if (!read.success || problems.length > 0) throw startProblem(problems.join('\n'))
  return configOf(read.data, mode)
}

/** An empty variable is an absent one. */
function settings(surroundings: Environment) {
  const set = Object.keys(environment.shape).filter(name => surroundings[name]?.trim())
  return Object.fromEntries(set.map(name => [name, surroundings[name]?.trim()]))
}

function secretsInFiles(surroundings: Environment) {
  const named = secretNames.filter(name => surroundings[`${name}_FILE`])
  return Object.fromEntries(named.map(name => [name, contentOf(`${name}_FILE`, surroundings)]))
}

function contentOf(name: string, surroundings: Environment) {
  try {
    return readFileSync(surroundings[name] ?? '', 'utf8').trim()
  } catch {
    throw startProblem(sentence(name, 'must name a file that can be read', surroundings))
  }
}

function sentence(name: string, message: string, given: Environment) {
  return `${name} ${message}${secretNames.includes(name) ? '' : `, not "${given[name]}"`}.`
}

function contradictions(given: Environment, mode: Mode) {
  const { DATABASE_URL, SESSION_SECRET, DEMO, DEMO_PASSWORD, TOWN_TODAY } = given
  const rules: [unknown, string][] = [
    [
      mode === 'serve' && !DATABASE_URL,
      'DATABASE_URL is required in production: postgresql://user:password@host/database.',
    ],
    [DATABASE_URL && !SESSION_SECRET, 'SESSION_SECRET is required with DATABASE_URL: 32 or more random characters.'],
    [DATABASE_URL && DEMO === '1', 'DEMO=1 works with the embedded database only: leave out DEMO or DATABASE_URL.'],
    [DATABASE_URL && DEMO_PASSWORD, 'DEMO_PASSWORD works with the embedded database only: leave it out.'],
    [mode === 'serve' && TOWN_TODAY, 'TOWN_TODAY is for tests and refused in production.'],
  ]
  return rules.filter(([broken]) => broken).map(([, problem]) => problem)
}

function configOf(values: z.output<typeof environment>, mode: Mode) {
  const { HOST: host = '127.0.0.1', PORT: port = 3000 } = values
  const dataDir = resolve(values.DATA_DIR ?? '.data')
  return {
    mode,
    host,
    port,
    dataDir,
    databaseUrl: values.DATABASE_URL,
    publicUrl: new URL(values.PUBLIC_URL ?? `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`).origin,
    sessionSecrets: values.SESSION_SECRET ?? [keptSecret(dataDir, 'session-secret')],
    trustProxy: values.TRUST_PROXY ?? false,
    townFile: values.TOWN_FILE && resolve(values.TOWN_FILE),
    demo: values.DATABASE_URL === undefined && values.DEMO !== '0',
    demoPassword: values.DEMO_PASSWORD,
    logLevel: values.LOG_LEVEL ?? 'info',
    townToday: values.TOWN_TODAY,
  }
}

/** Long enough, and neither a repeated letter nor a value copied from an example. */
function isStrong(secrets: string[]) {
  return secrets.every(secret => secret.length >= 32 && new Set(secret).size > 5 && !/change.?me|example/i.test(secret))
}

function isReadable(file: string) {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}
