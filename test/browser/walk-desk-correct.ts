// A clerk corrects answers: every page of a case as the desk shows it, fresh and with errors.
import { decoded, formsOf, type Page } from '../helpers/visitor.ts'
import type { Filed } from './walk.ts'
import type { Desk } from './walk-desk.ts'

/** One example a page will do: with all of its answers each page was met at the citizen's door. */
export async function correctAnswers({ walk, clerk, keep, language }: Desk, one: Filed, mine: Page): Promise<void> {
  const links = [...mine.html.matchAll(/href="([^"]*\/berichtigen\/[^"#]*)/g)].map(match => decoded(match[1] ?? ''))
  for (const link of new Set(links)) {
    const name = `${one.service.id}/correct/${link.split('/berichtigen/')[1]?.replace(/[0-9a-f]{12}\//, '')}`
    if (walk.corrected.has(`${language} ${name}`)) continue
    walk.corrected.add(`${language} ${name}`)
    const page = await clerk.request(link)
    keep(name, 'filled', page)
    const form = formsOf(page.html).findIndex(other => other.action.includes('/berichtigen/'))
    const controls =
      formsOf(page.html)[form]?.controls.filter(
        control => !control.name.startsWith('_') && control.name !== 'version',
      ) ?? []
    const wrong = Object.fromEntries(
      controls.map(({ name, kind }) => [name, kind === 'text' || kind === 'textarea' ? ['?!'] : []]),
    )
    const answer = await clerk.post(page, wrong, 'next', form)
    if (answer.status === 422) keep(name, 'errors: wrong', answer)
  }
}
