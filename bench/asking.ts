// One request over plain node:http: the bytes as they come over the wire, still compressed.
import { request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { Request } from './load.ts'

export type Answer = { status: number; headers: string[]; body: Buffer }

/** What says how the answer travels, not what it is. */
const ofTheWire = ['date', 'connection', 'keep-alive', 'transfer-encoding']

export function ask(url: string, { path, method, headers, body }: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, url), { method, headers }, async response => {
      const pairs = response.rawHeaders.flatMap((name, index, all) =>
        index % 2 === 0 && !ofTheWire.includes(name.toLowerCase()) ? [name, all[index + 1] ?? ''] : [],
      )
      resolve({ status: response.statusCode ?? 0, headers: pairs, body: await buffer(response) })
    })
    asked.on('error', reject).end(body)
  })
}
