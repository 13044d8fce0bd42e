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
 * Pages that show a browser something new: four tags and words in a row, or words of a length among them, that no page
 * of the same kind had before. Names and ids draw nothing, so they do not count; nor does the language, but for how
 * long its words are.
 */
export function novel(pages: SavedPage[]): SavedPage[] {
  const seen = new Set<string>()
  return longestFirst(pages).filter(({ kind, html }) => {
    const known = seen.size
    const drawn = drawnIn(html)
    for (let at = 0; at + 4 <= drawn.length; at++) seen.add(`${kind} ${drawn.slice(at, at + 4).join('')}`)
    return seen.size > known
  })
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
