// What a clerk at the counter does with a case until it is confirmed, over HTTP.
import type { Typed } from '../../src/forms/example.ts'
import { press } from './press.ts'
import { formsOf, type Page, summaryOf, type Visitor } from './visitor.ts'

/** Claims the case, fills in the desk's form, takes the fee that the letter waits for, ticks the whole checklist and confirms. */
export async function confirmAtCounter(clerk: Visitor, number: string, desk: Typed = {}): Promise<Page> {
  await clerk.post(await clerk.request(`/amt/vorgang/${number}`), {}, 'claim')
  const done = await confirmNow(clerk, await fillDeskForm(clerk, await clerk.request(`/amt/vorgang/${number}`), desk))
  if (!done.html.includes('href="#gebuehren"')) return done
  const till = await press(clerk, done, 'fee')
  return confirmNow(clerk, await press(clerk, till, 'enter', { means: 'cash' }))
}

function confirmNow(clerk: Visitor, page: Page): Promise<Page> {
  const form = formsOf(page.html).findIndex(other => other.buttons.includes('decide'))
  const ticks = formsOf(page.html)[form]?.controls.find(control => control.name === 'tick')?.options ?? []
  return clerk.post(page, { tick: ticks, decision: ['confirm'] }, 'decide', form)
}

/** Page by page, as it is begun where nothing is typed; `seen` meets each page before it is filled. */
export async function fillDeskForm(
  clerk: Visitor,
  casePage: Page,
  desk: Typed,
  seen: (page: Page) => unknown = () => {},
): Promise<Page> {
  const first = /name="action" value="(official:[^"]*\?von=liste)"/.exec(casePage.html)?.[1]
  if (!first) return casePage
  let page = await press(clerk, casePage, first)
  for (let step = 0; page.url.includes('/amtlich/'); step++) {
    if (page.status === 422 || step > 50) throw new Error(`${page.url}: ${summaryOf(page.html).join(' | ')}`)
    await seen(page)
    page = await clerk.fill(page, desk)
  }
  return page
}
