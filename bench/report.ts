// A table on the screen and in docs/benchmarks.md, whose last section is written anew at each run.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { Compared } from './load.ts'

/** `product` and `floor` with their units; `result` is what the budget is about. */
export type Row = { what: string; product: string; floor: string; result: string; budget: string; isKept: boolean }

/** `least` in per cent. */
export function ratioRow(what: string, { product, floor, ratio }: Compared, least: number): Row {
  const result = ratio * 100
  const [ours, bare] = [product, floor].map(rate => `${Math.round(rate)}/s`) as [string, string]
  return {
    what,
    product: ours,
    floor: bare,
    result: `${result.toFixed(0)} %`,
    budget: `≥ ${least} %`,
    isKept: result >= least,
  }
}

/** For what has no floor. */
export function plainRow(what: string, result: string, budget: string, isKept: boolean): Row {
  return { what, product: result, floor: '', result, budget, isKept }
}

const file = new URL('../docs/benchmarks.md', import.meta.url)
const heading = '## Last run\n'

/** `load` is what the machine had to do before: what else it does makes the product look worse than it is. */
export function report(rows: Row[], postgres: string, load: number): void {
  const lines = table(rows)
  console.log(lines.join('\n'))
  const [kept = ''] = readFileSync(file, 'utf8').split(heading)
  writeFileSync(
    file,
    `${kept}${heading}\n${surroundings(postgres)} · load before ${load.toFixed(1)}\n\n${lines.join('\n')}\n`,
  )
}

function surroundings(postgres: string): string {
  const processors = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const machine = `${processors.length} cores (${processors[0]?.model.trim()}), ${memory} GB of memory, ${process.platform}`
  return `${new Date().toISOString().slice(0, 10)} · ${machine} · Node ${process.versions.node} · PostgreSQL ${postgres}`
}

function table(rows: Row[]): string[] {
  const cells = rows.map(row => [
    row.what,
    row.product,
    row.floor,
    row.result,
    row.budget,
    row.isKept ? 'kept' : 'MISSED',
  ])
  const all = [['What', 'Product', 'Floor', 'Result', 'Budget', ''], ...cells]
  const widths = all[0]?.map((_, column) => Math.max(...all.map(line => line[column]?.length ?? 0))) ?? []
  const [first = '', ...others] = all.map(
    line => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  )
  return [first, `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`, ...others]
}
