// What the benchmark uses of autocannon, which brings no types.
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  type Request = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }
  type Options = {
    url: string
    connections: number
    duration?: number
    amount?: number
    overallRate?: number
    requests: { setupRequest: (request: object) => object }[]
  }
  type Run = EventEmitter & PromiseLike<{ errors: number }>

  export type { Options, Request }
  export default function autocannon(options: Options): Run
}
