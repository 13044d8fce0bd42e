// Presses on a server with autocannon, and compares two servers that take turns.
import autocannon, { type Options, type Request } from 'autocannon'

export type { Request }
/** A server, and what is asked of it: called once a request. */
export type Side = { url: string; next: () => Request; status: number }
export type Pressure = Pick<Options, 'connections' | 'duration' | 'amount' | 'overallRate'>
/** Requests a second, and the milliseconds that 95 of 100 answers took at most. */
export type Measured = { rate: number; p95: number }
export type Compared = { product: number; floor: number; ratio: number }

const rounds = 7
const warmUp = 2

/** A-B-A-B: whatever else the machine does meets both alike. Medians of the rounds. */
export async function compare(product: Side, floor: Side, pressure: Pressure): Promise<Compared> {
  const rates: { product: number[]; floor: number[] } = { product: [], floor: [] }
  for (let round = -warmUp; round < rounds; round++) {
    const [ours, bare] = [await press(product, pressure), await press(floor, pressure)]
    if (round < 0) continue
    rates.product.push(ours.rate)
    rates.floor.push(bare.rate)
  }
  const medians = { product: median(rates.product), floor: median(rates.floor) }
  return { ...medians, ratio: medians.product / medians.floor }
}

/** Throws when an answer has another status than it should: such a measurement would be worth nothing. */
export async function press({ url, next, status }: Side, pressure: Pressure): Promise<Measured> {
  const times: number[] = []
  const wrong = new Set<number>()
  let [began, ended] = [0, 0]
  const run = autocannon({ url, ...pressure, requests: [{ setupRequest: request => ({ ...request, ...next() }) }] })
  run.on('response', (_client: unknown, code: number, _bytes: number, took: number) => {
    ended = performance.now()
    began ||= ended - took
    times.push(took)
    if (code !== status) wrong.add(code)
  })
  const { errors } = await run
  if (wrong.size > 0 || errors > 0)
    throw new Error(`${url} answered ${[...wrong]} instead of ${status}; ${errors} errors`)
  return { rate: (times.length * 1000) / (ended - began), p95: percentile(times, 0.95) }
}

/** How many requests a comparison makes: autocannon may prepare one more a connection than it makes. */
export function needed({ amount = 0, connections }: Pressure): number {
  return 2 * (warmUp + rounds) * (amount + connections)
}

export function median(numbers: number[]): number {
  return percentile(numbers, 0.5)
}

function percentile(numbers: number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
}
