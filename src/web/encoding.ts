// How an answer is compressed for the browser that asks.
import type { Request } from 'express'

/** The smallest that the browser reads, whatever order it names them in. */
export function encodingFor(request: Request): 'br' | 'gzip' | undefined {
  return (['br', 'gzip'] as const).find(encoding => request.acceptsEncodings(encoding))
}
