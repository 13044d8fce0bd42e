// The desk's own form on a case: each page fresh, with errors, filled; and what confirming says before it is filled in.
import { fillDeskForm } from '../helpers/counter.ts'
import { press } from '../helpers/press.ts'
import { formsOf, type Page } from '../helpers/visitor.ts'
import type { Filed } from './walk.ts'
import { caseUrl, type Desk } from './walk-desk.ts'

/** One example a page will do, but each that has typed something into the form is followed to the end. */
export async function seeDeskForm(desk: Desk, one: Filed): Promise<void> {
  const { clerk, keep } = desk
  if (!one.example.desk) return
  const open = await clerk.request(caseUrl(one))
  const refused = await press(clerk, open, 'decide', { decision: ['confirm'] })
  if (refused.html.includes('href="#amtlich"')) keep(`${one.service.id}/case`, 'errors: official', refused)
  const done = await fillDeskForm(clerk, open, one.example.desk, page => seePage(desk, one, page))
  keep(`${one.service.id}/case`, 'official', done)
}

async function seePage({ clerk, keep }: Desk, one: Filed, page: Page): Promise<void> {
  const name = `${one.service.id}/official/${page.url.split('/').at(-1)}`
  keep(name, 'fresh', page)
  const controls = formsOf(page.html)[0]?.controls.filter(({ name }) => !/^_|^version$/.test(name)) ?? []
  const texts = controls.map(({ name, kind }) => [name, /^text/.test(kind) ? ['?!'] : []])
  const wrong = await clerk.post(page, Object.fromEntries(texts), 'next')
  if (wrong.status === 422) keep(name, 'errors: wrong', wrong)
}
