// How much has to come over the wire until a page is there.
import { ask } from './asking.ts'
import { measurePages } from './reading.ts'
import { plainRow, type Row } from './report.ts'
import type { Town } from './town.ts'

const headers = { 'accept-encoding': 'gzip, deflate, br, zstd' }

/** The first page counts with everything it names, all fonts included whether its letters need them or not. */
export async function measureWeight(town: Town): Promise<Row[]> {
  const [heaviest] = (await measurePages(town)).sort((a, b) => b.bytes - a.bytes)
  return [
    row('First page with everything', await firstPage(town), 150),
    row(`Heaviest further page (${heaviest?.path})`, heaviest?.bytes ?? Number.NaN, 12),
  ]
}

async function firstPage({ product }: Town): Promise<number> {
  const seen = new Set<string>()
  const follow = async (path: string): Promise<number> => {
    if (seen.has(path)) return 0
    seen.add(path)
    const { status, body } = await ask(product.url, { method: 'GET', path, headers })
    if (status !== 200) throw new Error(`${path} answers ${status}`)
    const text = await (await fetch(new URL(path, product.url))).text()
    const named = namedIn(path, text).map(name => new URL(name, new URL(path, product.url)).pathname)
    const weights = await Promise.all(named.map(follow))
    return weights.reduce((sum, weight) => sum + weight, body.length)
  }
  return follow('/')
}

function namedIn(path: string, text: string): string[] {
  if (path.endsWith('.css'))
    return [...text.matchAll(/url\("?([^")]+)"?\)/g)]
      .map(match => match[1] ?? '')
      .filter(name => !name.startsWith('data:'))
  if (path !== '/') return []
  return [...text.matchAll(/<(?:link|script|img)[^>]* (?:href|src)="([^"]+)"/g)].map(match => match[1] ?? '')
}

function row(what: string, bytes: number, most: number): Row {
  return plainRow(what, `${(bytes / 1024).toFixed(1)} KB`, `≤ ${most} KB`, bytes <= most * 1024)
}
