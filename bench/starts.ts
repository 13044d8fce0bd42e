// From the command to the first answer, as an operator waits for it.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { median } from './load.ts'
import { plainRow, type Row } from './report.ts'
import { freePort, ready, root, type Town } from './town.ts'

/** `npm start` on a folder that it has used before; `npm run serve` with a database that is up. */
export async function measureStarts({ environment }: Town): Promise<Row[]> {
  const DATA_DIR = join(tmpdir(), `bench-${randomUUID()}`)
  await start(['start'], { DATA_DIR })
  const warm = median([
    await start(['start'], { DATA_DIR }),
    await start(['start'], { DATA_DIR }),
    await start(['start'], { DATA_DIR }),
  ])
  rmSync(DATA_DIR, { recursive: true, force: true })
  return [row('npm start, second time', warm, 5), row('npm run serve', await start(['run', 'serve'], environment), 3)]
}

/** Resolves to the milliseconds until /readyz said yes; by then everything has ended again. */
async function start(words: string[], environment: Record<string, string>): Promise<number> {
  const PORT = `${await freePort()}`
  const env = { ...process.env, ...environment, PORT }
  const child = spawn('npm', words, { cwd: root, env, detached: true, stdio: ['ignore', 'ignore', 'inherit'] })
  const group = -(child.pid as number)
  try {
    return await ready(`http://127.0.0.1:${PORT}/readyz`)
  } finally {
    process.kill(group, 'SIGTERM')
    while (isThere(group)) await pause(50)
  }
}

function isThere(group: number): boolean {
  try {
    return process.kill(group, 0)
  } catch {
    return false
  }
}

function row(what: string, milliseconds: number, most: number): Row {
  return plainRow(what, `${(milliseconds / 1000).toFixed(1)} s`, `≤ ${most} s`, milliseconds <= most * 1000)
}
