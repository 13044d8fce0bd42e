// What a page is made of, without what differs from person to person: pages of one shape are one page for a gate.
import { createHash } from 'node:crypto'
import type { SavedPage } from '../helpers/pages.ts'

/** Of pages of one shape, whatever their names are, the longest stands for all. */
export function ofOwnShape(pages: SavedPage[]): SavedPage[] {
  const longest = new Map<string, SavedPage>()
  for (const page of longestFirst(pages)) {
    const shape = shapeOf(page.html)
    if (!longest.has(shape)) longest.set(shape, page)
  }
  return [...longest.values()]
}

/**
 * Pages that together show a browser all that there is, and none too many: every four tags and words in a row, and how
 * long the words are, on a page of each kind. From the shortest on, a page is left out while others show everything that
 * it does. Names and ids draw nothing, so they do not count; nor does the language, but for how long its words are.
 */
export function novel(pages: SavedPage[]): SavedPage[] {
  const all = longestFirst(pages).map(page => ({ page, shown: shownOn(page) }))
  const times = new Map<string, number>()
  for (const { shown } of all) for (const what of shown) times.set(what, (times.get(what) ?? 0) + 1)
  const leftOut = new Set<SavedPage>()
  for (const { page, shown } of all.toReversed()) {
    if (shown.some(what => times.get(what) === 1)) continue
    leftOut.add(page)
    for (const what of shown) times.set(what, (times.get(what) ?? 0) - 1)
  }
  return all.map(({ page }) => page).filter(page => !leftOut.has(page))
}

/** Every four in a row, once. */
function shownOn({ kind, html }: SavedPage): string[] {
  const drawn = drawnIn(html)
  const rows = drawn.slice(3).map((_, at) => `${kind} ${drawn.slice(at, at + 4).join('')}`)
  return [...new Set(rows)]
}

function longestFirst(pages: SavedPage[]): SavedPage[] {
  return pages.toSorted((one, other) => other.html.length - one.html.length)
}

const undrawn =
  / ((value|href|(form)?action|content|id|for|name|maxlength|title|method|data-[a-z-]+|aria-\w+by|aria-label)="[^"]*"|checked|selected|required|novalidate|autofocus)|(?<=-)\d+/g

/** Tags with what draws them, and of words how long the longest is, in steps of four letters from sixteen on. */
function drawnIn(html: string): string[] {
  return partsOf(html)
    .filter(part => !/^<\/?option/.test(part))
    .map(part =>
      part.startsWith('<')
        ? part.replace(undrawn, '')
        : `${Math.max(4, ...part.split(/[\s\u00ad-]+/).map(word => Math.ceil(word.length / 4)))}`,
    )
}

/** Tags, attributes, and whether words stand between them; without answers, tokens, ids of members and what is chosen. */
export function shapeOf(html: string): string {
  const bare = partsOf(html)
    .map(part => (part.startsWith('<') ? part : 'words'))
    .map(tag =>
      tag.replace(/ (value|href|(form)?action|content)="[^"]*"/g, '').replace(/ (checked|selected)\b|(?<=-)\d+/g, ''),
    )
  return createHash('sha256').update(withoutRepeats(bare).join('')).digest('base64url').slice(0, 16)
}

/** Tags, and what stands between them. */
function partsOf(html: string): string[] {
  return (html.match(/<[^>]+>|[^<]+/g) ?? []).map(part => part.trim()).filter(Boolean)
}

/** Three answers one after the other have the shape of one. */
function withoutRepeats(tags: string[]): string[] {
  const kept: string[] = []
  for (const tag of tags) {
    kept.push(tag)
    for (let size = 1; size <= 16 && size * 2 <= kept.length; size++) {
      if (isRepeated(kept, size)) {
        kept.length -= size
        break
      }
    }
  }
  return kept
}

/** The last of them, as many as `size`, are the same as those before them. */
function isRepeated(tags: string[], size: number): boolean {
  for (let at = tags.length - 1; at >= tags.length - size; at--) if (tags[at] !== tags[at - size]) return false
  return true
}
