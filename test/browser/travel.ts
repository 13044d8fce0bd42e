// A whole filing in a real browser, page by page; how hands fill a page and press a button is up to the test.
import type { Page } from 'playwright-core'
import type { Typed } from '../../src/forms/example.ts'
import { isMembers, planOf } from '../../src/forms/plan.ts'
import type { Service } from '../../src/forms/service.ts'

export type Hands = {
  /** Types what fits of an example and presses the button with this value. */
  answer: (typed: Typed, action: string) => Promise<void>
}

/** From the page about the service to the receipt; returns the number of the case. */
export async function travel(page: Page, service: Service, typed: Typed, hands: Hands): Promise<string> {
  const lists = new Map(
    planOf(service)
      .pages.filter(isMembers)
      .map(list => [list.slug, list.node.name]),
  )
  const ids = new Map<string, string[]>()
  await hands.answer({}, 'begin')
  for (let step = 0; step < 100; step++) {
    const [, door, , slug = '', member] = new URL(page.url()).pathname.split('/')
    if (door === 'vorgang') return new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const members = (typed[lists.get(slug) ?? ''] as Typed[] | undefined) ?? []
    const known = ids.get(slug) ?? []
    if (member && !known.includes(member)) ids.set(slug, [...known, member])
    if (member) await hands.answer(members[ids.get(slug)?.indexOf(member) ?? 0] ?? {}, 'next')
    else if (lists.has(slug)) await hands.answer({}, known.length < members.length ? 'add' : 'next')
    else await hands.answer(typed, slug === 'pruefen' ? 'send' : 'next')
    if (await page.locator('.error-summary').count())
      throw new Error(`${page.url()}: ${await page.locator('.error-summary').textContent()}`)
  }
  throw new Error(`no end: ${page.url()}`)
}

/** The values for a control, in the order in which its name is repeated. */
export function valuesOf(typed: Typed, name: string): string[] | undefined {
  const value = typed[name]
  return value === undefined ? undefined : ([value].flat() as string[])
}
