// What a page is made of, without what differs from person to person: pages of one shape are one page for a gate.
import { createHash } from 'node:crypto'

/** Tags, attributes, and whether words stand between them; without answers, tokens, ids of members and what is chosen. */
export function shapeOf(html: string): string {
  const parts = html.match(/<[^>]+>|[^<]+/g) ?? []
  const bare = parts
    .map(part => (part.startsWith('<') ? part : part.trim() && 'words'))
    .filter(Boolean)
    .map(tag =>
      tag.replace(/ (value|href|action|content)="[^"]*"/g, '').replace(/ (checked|selected)\b|(?<=-)\d+/g, ''),
    )
  return createHash('sha256').update(withoutRepeats(bare).join('')).digest('base64url').slice(0, 16)
}

/** Three answers one after the other have the shape of one. */
function withoutRepeats(tags: string[]): string[] {
  const kept: string[] = []
  for (const tag of tags) {
    kept.push(tag)
    for (let size = 1; size <= 16 && size * 2 <= kept.length; size++) {
      const [before, last] = [kept.slice(-2 * size, -size), kept.slice(-size)]
      if (before.every((other, index) => other === last[index])) {
        kept.length -= size
        break
      }
    }
  }
  return kept
}
