// About sixty saved pages that together show every state, every status and every kind of element.
import type { SavedPage } from '../helpers/pages.ts'

/** Always the page that shows most of what no chosen one has shown yet; then the shortest of what is left, by name. */
export function representatives(pages: SavedPage[], count: number): SavedPage[] {
  const open = new Map(pages.map(page => [page, featuresOf(page)]))
  const shown = new Set<string>()
  const chosen: SavedPage[] = []
  const newOn = (page: SavedPage) => [...(open.get(page) ?? [])].filter(feature => !shown.has(feature)).length
  while (chosen.length < count && open.size > 0) {
    const best = [...open.keys()].reduce((one, other) => (newOn(other) > newOn(one) ? other : one))
    for (const feature of open.get(best) ?? []) shown.add(feature)
    open.delete(best)
    chosen.push(best)
  }
  return chosen
}

function featuresOf({ kind, name, state, language, status, html }: SavedPage): Set<string> {
  const classes = [...html.matchAll(/class="([^"]+)"/g)].flatMap(match => (match[1] ?? '').split(/\s+/))
  const tags = [...html.matchAll(/<([a-z][a-z0-9]*)(?: type="(\w+)")?/g)].map(match => `${match[1]} ${match[2] ?? ''}`)
  return new Set([`${kind} ${state}`, `${kind} ${status} ${language}`, `name ${name}`, ...classes, ...tags])
}
