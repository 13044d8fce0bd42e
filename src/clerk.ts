// Accounts from the shell: npm run clerk -- add NAME EMAIL --role ROLE | list | disable EMAIL | reset EMAIL
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { migrate, openDatabase } from './database.ts'
import type { PrismaClient } from './generated/client.ts'
import { addClerk, disableClerk, listClerks, type Role, roles, setPassword } from './office/clerks.ts'
import { joinPostgres } from './postgres.ts'
import { isStartProblem, startProblem } from './start-problem.ts'

const usage = `npm run clerk -- add NAME EMAIL --role ${roles.join('|')}\nnpm run clerk -- list\nnpm run clerk -- disable EMAIL\nnpm run clerk -- reset EMAIL`

const { positionals, values } = parseArgs({ allowPositionals: true, options: { role: { type: 'string' } } })
await run(positionals).catch(error => {
  console.error(isStartProblem(error) ? error.message : error)
  process.exitCode = 1
})

async function run([command, ...words]: string[]): Promise<void> {
  const config = readConfig(process.env, 'start')
  const postgres = config.databaseUrl ? null : await joinPostgres(config.dataDir)
  const url = config.databaseUrl ?? postgres?.url ?? ''
  await migrate(url)
  const database = await openDatabase(url)
  try {
    await obey(database, command, words)
  } finally {
    await database.$disconnect()
    await postgres?.stop()
  }
}

async function obey(database: PrismaClient, command: string | undefined, words: string[]): Promise<void> {
  if (command === 'add' && words.length === 2) return add(database, words[0] ?? '', words[1] ?? '')
  if (command === 'list' && words.length === 0) return list(database)
  if (command === 'disable' && words.length === 1) return disable(database, words[0] ?? '')
  if (command === 'reset' && words.length === 1) return reset(database, words[0] ?? '')
  throw startProblem(usage)
}

async function add(database: PrismaClient, name: string, email: string): Promise<void> {
  const role = roles.find(known => known === values.role) as Role | undefined
  if (!role) throw startProblem(`--role must be one of ${roles.join(', ')}.`)
  if (!/^\S+@\S+$/.test(email)) throw startProblem(`"${email}" is not an e-mail address.`)
  if ((await listClerks(database)).some(clerk => clerk.email === email.toLowerCase()))
    throw startProblem(`${email} has an account already.`)
  const password = newPassword()
  await addClerk(database, { name, email, role, password })
  console.log(`${email} may sign in with this password, shown once: ${password}`)
}

async function list(database: PrismaClient): Promise<void> {
  for (const clerk of await listClerks(database))
    console.log(
      `${clerk.email.padEnd(36)} ${clerk.role.padEnd(12)} ${clerk.name}${clerk.disabledAt ? ' (disabled)' : ''}`,
    )
}

/** The clerk's sessions end with the account: it is looked up on every request. */
async function disable(database: PrismaClient, email: string): Promise<void> {
  if (!(await disableClerk(database, email))) throw startProblem(`${email} has no account.`)
  console.log(`${email} can no longer sign in.`)
}

async function reset(database: PrismaClient, email: string): Promise<void> {
  const password = newPassword()
  if (!(await setPassword(database, email, password))) throw startProblem(`${email} has no account.`)
  console.log(`${email} may sign in with this password, shown once: ${password}`)
}

/** 120 random bits, readable over the phone. */
function newPassword(): string {
  return randomBytes(15)
    .toString('hex')
    .replace(/(.{6})(?=.)/g, '$1-')
}
