// One JSON line an event on standard output. Never a body, a query, a cookie, a name: errors by an allowlist.
import pino, { type Logger } from 'pino'

export type { Logger }

export function openLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: safeError } })
}

/** Libraries put whole request bodies and SQL values into errors: only these parts leave the house. */
export function safeError(error: unknown): Record<string, string | undefined> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code } = error as { code?: unknown }
  return { type: error.name, code: typeof code === 'string' ? code : undefined, at: placesOf(error) }
}

/** Where, not what: messages may quote what was typed. */
function placesOf(error: Error): string {
  const lines = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
  return lines
    .slice(0, 8)
    .map(line => line.trim())
    .join(' < ')
}
