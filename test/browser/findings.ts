// What the gates found: told per sentence with the pages it stands on, and counted in a table.
import type { SavedPage } from '../helpers/pages.ts'

export type Finding = { gate: string; page: SavedPage; text: string }

/** The same finding on many pages is one line. */
export function told(findings: Finding[]): string {
  const places = new Map<string, string[]>()
  for (const { text, page } of findings)
    places.set(text, [...(places.get(text) ?? []), `${page.name} (${page.state}, ${page.language}, ${page.file})`])
  const lines = [...places].map(
    ([text, pages]) => `${text}\n    ${pages.length} pages: ${pages.slice(0, 3).join(' · ')}`,
  )
  return `${findings.length} findings\n${lines.slice(0, 40).join('\n')}`
}

/** Pages × states × languages, and what was found. */
export function tableOf(
  counts: { met: number; shapes: number; drawn: number },
  pages: SavedPage[],
  findings: Finding[],
): string {
  const rows = ['citizen', 'desk'].map(kind => {
    const own = pages.filter(page => page.kind === kind)
    const found = findings.filter(finding => finding.page.kind === kind)
    return [kind, count(own, 'name'), count(own, 'state'), count(own, 'language'), own.length, found.length]
  })
  const total = [
    'together',
    count(pages, 'name'),
    count(pages, 'state'),
    count(pages, 'language'),
    pages.length,
    findings.length,
  ]
  const lines = [['', 'pages', 'states', 'languages', 'checked', 'findings'], ...rows, total].map(row =>
    row.map((cell, index) => (index === 0 ? String(cell).padEnd(10) : String(cell).padStart(10))).join(''),
  )
  const { met, shapes, drawn } = counts
  const first = `${met} pages met, ${pages.length} kept; ${shapes} shapes, ${drawn} that show all there is to draw`
  return [first, ...lines].join('\n')
}

function count(pages: SavedPage[], by: 'name' | 'state' | 'language'): number {
  return new Set(pages.map(page => (by === 'name' ? `${page.kind} ${page.name}` : page[by]))).size
}
