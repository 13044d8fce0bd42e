// What a page says, as text; a failure shows the page's words and not its markup.
import assert from 'node:assert/strict'
import { decoded, type Page } from './visitor.ts'

type Answered = Pick<Page, 'html' | 'status'>

export function textOf({ html }: Pick<Page, 'html'>): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  return decoded(main.replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

export function says(page: Answered, text: string | RegExp, status = page.status): void {
  const all = textOf(page)
  assert.equal(page.status, status, all.slice(0, 300))
  const isThere = typeof text === 'string' ? all.includes(text.replace(/\s+/g, ' ')) : text.test(all)
  assert.ok(isThere, `"${text}" is not on the page (${page.status}): ${all.slice(0, 1500)}`)
}

export function saysNot(page: Answered, text: string): void {
  const at = page.html.indexOf(text)
  assert.equal(at, -1, `"${text}" is on the page: …${page.html.slice(Math.max(0, at - 60), at + 60)}…`)
}
