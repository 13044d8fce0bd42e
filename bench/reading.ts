// Reading pages of a form with a draft, and the memory that takes.
import { existsSync, readFileSync } from 'node:fs'
import { type Answer, ask } from './asking.ts'
import { compare, press, type Request, type Side } from './load.ts'
import { type Row, ratioRow } from './report.ts'
import { draftOf, pagesOf, type Town, tell } from './town.ts'

const plain = {}
const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' }
const pressures = [1, 20].map(connections => ({ connections, duration: 2 }))

/** A page from the middle of a short form and the longest page of a long one, as they are and compressed for a browser. */
export async function measureReading(town: Town): Promise<Row[]> {
  await town.pool.query(`INSERT INTO library.session VALUES ('bench', '{"cookie":{}}', now() + interval '1 day')`)
  const rows: Row[] = []
  for (const [title, page] of [
    ['Middle', await middlePage(town)],
    ['Longest', await longestPage(town)],
  ] as const)
    for (const [form, headers] of [
      ['plain', plain],
      ['compressed', browser],
    ] as const) {
      const sides = await sidesOf(town, `${title}-${form}`, { ...page, headers: { ...page.headers, ...headers } })
      for (const pressure of pressures)
        rows.push(
          ratioRow(`${title} page, ${form}, ${pressure.connections} at once`, await compare(...sides, pressure), 25),
        )
    }
  return rows
}

/** The longest page again, at a steady 50 requests a second. */
export async function measureWaiting(town: Town): Promise<Row> {
  const page = await longestPage(town)
  const side = {
    url: town.product.url,
    next: () => ({ ...page, headers: { ...page.headers, ...browser } }),
    status: 200,
  }
  const { p95 } = await press(side, { connections: 10, duration: 10, overallRate: 50 })
  return {
    what: 'Longest page, 50 a second, p95',
    product: `${p95.toFixed(1)} ms`,
    floor: '',
    result: `${p95.toFixed(1)} ms`,
    budget: '≤ 200 ms',
    isKept: p95 <= 200,
  }
}

/** The most memory the server has had in use; after the load, that is the memory under load. */
export function measureMemory({ product }: Town): Row {
  const file = `/proc/${product.child.pid}/status`
  const peak = existsSync(file) ? Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1]) / 1024 : Number.NaN
  const result = `${Math.round(peak)} MB`
  return {
    what: 'Memory of the server, peak',
    product: result,
    floor: '',
    result,
    budget: '≤ 300 MB',
    isKept: !(peak > 300),
  }
}

/** The compressed size of every page that a family sees. */
export async function measurePages(town: Town): Promise<{ path: string; bytes: number }[]> {
  const { cookie } = await draftOf(town, 'family')
  const answers = pagesOf(town, 'family').map(async path => ({
    path,
    bytes: (await page(town, path, cookie, browser)).body.length,
  }))
  return Promise.all(answers)
}

async function middlePage(town: Town): Promise<Request> {
  const { cookie } = await draftOf(town, 'single')
  const pages = pagesOf(town, 'single')
  return { method: 'GET', path: pages[Math.floor(pages.length / 2)] ?? '', headers: { cookie } }
}

async function longestPage(town: Town): Promise<Request> {
  const { cookie } = await draftOf(town, 'family')
  const sized = pagesOf(town, 'family').map(async path => ({
    path,
    bytes: (await page(town, path, cookie, plain)).body.length,
  }))
  const [longest] = (await Promise.all(sized)).sort((a, b) => b.bytes - a.bytes)
  return { method: 'GET', path: longest?.path ?? '', headers: { cookie } }
}

/** The floor answers with the bytes and headers that the product gave. */
async function sidesOf(town: Town, name: string, request: Request): Promise<[product: Side, floor: Side]> {
  const { status, headers, body } = await ask(town.product.url, request)
  await tell(town, { fixture: { name, status, headers, body: body.toString('base64') } })
  const product = { url: town.product.url, next: () => request, status: 200 }
  return [product, { url: town.floor.url, next: () => ({ ...request, path: `/${name}` }), status: 200 }]
}

async function page(town: Town, path: string, cookie: string, headers: Record<string, string>): Promise<Answer> {
  const answer = await ask(town.product.url, { method: 'GET', path, headers: { cookie, ...headers } })
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
  return answer
}
