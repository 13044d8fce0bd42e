// Reading pages of a form with a draft, and the memory that takes.
import { existsSync, readFileSync } from 'node:fs'
import { type Answer, ask } from './asking.ts'
import { compare, press, type Request, type Side } from './load.ts'
import { plainRow, type Row, ratioRow } from './report.ts'
import { draftOf, type Filing, filingAt, filingOf, filingsOf, pagesOf, type Town, tell } from './town.ts'

const plain = {}
const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' }
const pressures = [1, 20].map(connections => ({ connections, duration: 1 }))

/** Middle pages of forms and the longest page of all, as they are and compressed for a browser. */
export async function measureReading(town: Town): Promise<Row[]> {
  await town.pool.query(`INSERT INTO library.session VALUES ('bench', '{"cookie":{}}', now() + interval '1 day')`)
  const rows: Row[] = []
  for (const [title, page] of [
    ['Registration', await middlePage(town, filingAt(town, 'anmeldung'))],
    ['Trade', await middlePage(town, filingAt(town, 'gewerbeanmeldung'))],
    ['Longest form', await middlePage(town, filingOf(town))],
    ['Longest page', await longestPage(town)],
  ] as const)
    for (const [form, headers] of [
      ['plain', plain],
      ['compressed', browser],
    ] as const) {
      const sides = await sidesOf(town, `${title}-${form}`.replace(' ', '-'), {
        ...page,
        headers: { ...page.headers, ...headers },
      })
      for (const pressure of pressures)
        rows.push(ratioRow(`${title}, ${form}, ${pressure.connections} at once`, await compare(...sides, pressure), 25))
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
  return plainRow('Longest page, 50 a second, p95', `${p95.toFixed(1)} ms`, '≤ 200 ms', p95 <= 200)
}

/** The most memory the server has had in use; after the load, that is the memory under load. */
export function measureMemory({ product }: Town): Row {
  const starter = product.child.pid
  const [server] = read(`/proc/${starter}/task/${starter}/children`).split(' ')
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(read(`/proc/${server}/status`))?.[1]) / 1024
  return plainRow('Memory of the server, peak', `${Math.round(peak)} MB`, '≤ 300 MB', peak <= 300)
}

/** Where there is no /proc, nothing is known. */
function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** The compressed size of every page that the examples of all services see. */
export async function measurePages(town: Town): Promise<{ path: string; bytes: number }[]> {
  return sizes(town, browser)
}

async function middlePage(town: Town, filing: Filing): Promise<Request> {
  const { cookie } = await draftOf(town, filing)
  const pages = pagesOf(town, filing)
  return { method: 'GET', path: pages[Math.floor(pages.length / 2)] ?? '', headers: { cookie } }
}

async function longestPage(town: Town): Promise<Request> {
  const [longest] = (await sizes(town, plain)).sort((a, b) => b.bytes - a.bytes)
  return { method: 'GET', path: longest?.path ?? '', headers: { cookie: longest?.cookie ?? '' } }
}

async function sizes(town: Town, headers: Record<string, string>) {
  const found: { path: string; cookie: string; bytes: number }[] = []
  for (const filing of filingsOf(town)) {
    const { cookie } = await draftOf(town, filing)
    for (const path of pagesOf(town, filing))
      found.push({ path, cookie, bytes: (await page(town, path, cookie, headers)).body.length })
  }
  return found
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
