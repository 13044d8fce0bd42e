// Titles: one for each page of a journey, the word for errors in front, and the language of the page.
import type { SavedPage } from '../helpers/pages.ts'
import { decoded } from '../helpers/visitor.ts'
import type { Finding } from './findings.ts'

const prefixes = { de: 'Fehler: ', en: 'Error: ' }

export function checkTitles(pages: SavedPage[]): Finding[] {
  return pages.flatMap(page => titleProblems(page, pages).map(text => ({ gate: 'title', page, text })))
}

function titleProblems(page: SavedPage, pages: SavedPage[]): string[] {
  const title = titleOf(page)
  const hasSummary = page.html.includes('class="error-summary')
  const found: string[] = []
  if (title.startsWith(prefixes[page.language]) !== (page.status === 422))
    found.push(`status ${page.status}, but the title is "${title}"`)
  if (hasSummary !== (page.status === 422))
    found.push(`status ${page.status}, but there is ${hasSummary ? 'a' : 'no'} summary`)
  if (!title.includes(' – ')) found.push(`the title has one part only: "${title}"`)
  if (!page.html.includes(`<html lang="${page.language}"`))
    found.push(`the page does not say that it is in ${page.language}`)
  const twin = pages.find(
    other =>
      other.name !== page.name && other.kind === page.kind && titleOf(other) === title && isInOneJourney(page, other),
  )
  return twin ? [...found, `the same title as ${twin.name}: "${title}"`] : found
}

/** The pages of one service in one language are a journey. */
function isInOneJourney(page: SavedPage, other: SavedPage): boolean {
  const [service, ...rest] = page.name.split('/')
  return page.language === other.language && rest.length > 0 && other.name.startsWith(`${service}/`)
}

const titles = new WeakMap<SavedPage, string>()

function titleOf(page: SavedPage): string {
  const known = titles.get(page) ?? decoded(/<title>([^<]*)</.exec(page.html)?.[1] ?? '')
  titles.set(page, known)
  return known
}
