// A clerk corrects a case: every page as the desk shows it, fresh and with errors; somebody is added and struck out.
import { isMembers, planOf } from '../../src/forms/plan.ts'
import { press } from '../helpers/press.ts'
import { decoded, formsOf, type Page } from '../helpers/visitor.ts'
import type { Filed } from './walk.ts'
import { caseUrl, type Desk } from './walk-desk.ts'

/** One example a page will do: with all of its answers each page was met at the citizen's door. */
export async function correctAnswers({ walk, clerk, keep, language }: Desk, one: Filed, mine: Page): Promise<void> {
  for (const link of linksOf(one, mine).filter(href => !listsOf(one).test(href))) {
    const name = nameOf(one, link)
    if (walk.corrected.has(`${language} ${name}`)) continue
    walk.corrected.add(`${language} ${name}`)
    const page = await clerk.request(link)
    if (page.status === 404) continue // an answer corrected before makes this page needless
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
    if (answer.status === 422) keep(nameOf(one, link), 'errors: wrong', answer)
  }
}

/** In every list one is added and left half finished, confirming is tried, then it is struck out again; an old page is too late. */
export async function changeLists({ clerk, keep }: Desk, one: Filed, mine: Page): Promise<void> {
  for (const link of linksOf(one, mine).filter(href => listsOf(one).test(href))) {
    const name = nameOf(one, link)
    const list = await clerk.request(link)
    keep(name, 'filled', list)
    const page = await press(clerk, list, 'add')
    keep(nameOf(one, page.url), 'fresh', page)
    keep(nameOf(one, page.url), 'errors: blank', await press(clerk, page, 'next'))
    keep(`${one.service.id}/case`, 'conflict, list', await press(clerk, list, 'add'))
    keep(name, 'unfinished', await clerk.request(link))
    const open = await clerk.request(caseUrl(one))
    keep(`${one.service.id}/case`, 'unfinished', open)
    const refused = await press(clerk, open, 'decide', { decision: ['confirm'] })
    keep(`${one.service.id}/case`, 'errors: unfinished', refused)
    for (const missing of linksOf(one, refused).filter(href => href.includes('?von='))) {
      const asked = await clerk.request(missing)
      keep(nameOf(one, missing), asked.status === 422 ? 'errors: contradiction' : 'missing', asked)
    }
    const question = await clerk.request(page.url.replace(/[^/]+$/, 'entfernen'))
    keep(`${name}/remove`, 'fresh', question)
    await press(clerk, question, 'remove')
    keep(`${one.service.id}/case`, 'struck out', await clerk.request(caseUrl(one)))
  }
}

/** Everybody and everything is struck out: lists with nothing in them, and what is sent without. */
export async function emptyLists({ clerk, keep }: Desk, one: Filed, mine: Page): Promise<void> {
  for (const link of linksOf(one, mine).filter(href => listsOf(one).test(href))) {
    for (const removal of linksOf(one, await clerk.request(link)).filter(href => href.endsWith('/entfernen')))
      await press(clerk, await clerk.request(removal), 'remove')
    const empty = await clerk.request(link)
    keep(nameOf(one, link), 'empty', empty)
    keep(nameOf(one, link), 'errors: blank', await press(clerk, empty, 'next'))
  }
  keep(`${one.service.id}/case`, 'all struck out', await clerk.request(caseUrl(one)))
}

/** Links, and the buttons of a case that lead to its pages. */
function linksOf(one: Filed, { html }: Page): string[] {
  const found = (pattern: RegExp) => [...html.matchAll(pattern)].map(match => decoded(match[1] ?? ''))
  const links = found(/href="([^"]*\/berichtigen\/[^"#]*)/g).filter(href => !href.includes('lang='))
  const buttons = found(/value="correct:([^"]*)"/g).map(path => `${caseUrl(one)}/berichtigen/${path}`)
  return [...new Set([...links, ...buttons])]
}

function listsOf({ service }: Filed): RegExp {
  const lists = planOf(service).pages.filter(isMembers)
  return new RegExp(`/berichtigen/(${lists.map(list => list.slug).join('|')})$`)
}

function nameOf(one: Filed, url: string): string {
  const [path = ''] = (url.split('/berichtigen/')[1] ?? '').split('?')
  return `${one.service.id}/correct/${path.replace(/[0-9a-f]{12}\//, '')}`
}
