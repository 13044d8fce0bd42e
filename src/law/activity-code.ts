// The code of an economic activity (WZ 2008, WZ 2025): five digits, in official writing `96.02.1`.

const spans: readonly [first: number, last: number][] = [
  [1, 3],
  [5, 9],
  [10, 33],
  [35, 39],
  [41, 43],
  [45, 47],
  [49, 53],
  [55, 56],
  [58, 63],
  [64, 66],
  [68, 75],
  [77, 82],
  [84, 88],
  [90, 99],
]

/** `96.02.1` and `96021` are the same; `pattern`: not a code, `division`: the first two digits stand for nothing. */
export function readActivityCode(typed: string): { code: string } | { problem: 'pattern' | 'division' } {
  const code = typed.replace(/\s/g, '').replace(/^(\d\d)\.(\d\d)\.(\d)$/, '$1$2$3')
  if (!/^\d{5}$/.test(code)) return { problem: 'pattern' }
  const division = Number(code.slice(0, 2))
  return spans.some(([first, last]) => division >= first && division <= last) ? { code } : { problem: 'division' }
}

/** As the classification writes it. */
export function formatActivityCode(code: string): string {
  return code.replace(/^(\d\d)(\d\d)(\d)$/, '$1.$2.$3')
}
