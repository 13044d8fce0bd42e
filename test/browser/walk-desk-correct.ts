// A clerk corrects answers: every page of a case as the desk shows it, fresh and with errors.
import { decoded, formsOf, type Page } from '../helpers/visitor.ts'
import type { Filed } from './walk.ts'
import type { Desk } from './walk-desk.ts'

export async function correctAnswers({ clerk, keep }: Desk, one: Filed, mine: Page): Promise<void> {
  const links = [...mine.html.matchAll(/href="([^"]*\/berichtigen\/[^"#]*)/g)].map(match => decoded(match[1] ?? ''))
  for (const link of new Set(links)) {
    const name = `${one.service.id}/correct/${link.split('/berichtigen/')[1]?.replace(/[0-9a-f]{12}\//, '')}`
    const page = await clerk.request(link)
    if (!keep(name, 'filled', page)) continue
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
