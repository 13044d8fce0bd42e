// The program as an operator starts it, in a process of its own: spoken to, listened to, stopped or ended hard.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Environment } from '../../src/config.ts'

export type Program = Awaited<ReturnType<typeof startProgram>>
const root = fileURLToPath(new URL('../../', import.meta.url))

/** Resolves when it is ready for work; a `PORT` makes it come back under the address it had. */
export async function startProgram(environment: Environment) {
  const port = environment.PORT ?? String(await freePort())
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, ['--disable-proto=delete', 'src/server.ts'], {
    cwd: root,
    env: { PATH, NODE_COMPILE_CACHE, ...environment, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => said.push(String(chunk)))
  const end = (signal: NodeJS.Signals) => ended(child, signal)
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  child.once('exit', () => process.off('exit', killWithUs))
  const baseUrl = `http://127.0.0.1:${port}`
  const isReady = () =>
    fetch(`${baseUrl}/readyz`).then(
      answer => answer.ok,
      () => false,
    )
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(`the program has ended:\n${said.join('')}`)
    await pause(50)
  }
  return { baseUrl, port, output: () => said.join(''), stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  await once(server.close(), 'close')
  return port
}
