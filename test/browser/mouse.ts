// Hands with a mouse: fills the controls of a page and clicks its buttons; works without JavaScript.
import type { Page } from 'playwright-core'
import type { Typed } from '../../src/forms/example.ts'
import { type Hands, valuesOf } from './travel.ts'

type Control = { id: string; name: string; type: string; value: string; checked: boolean }
const controls = `[...document.querySelectorAll('main :is(input:not([type="hidden"]), select, textarea)')].map(({ id, name, type, value, checked }) => ({ id, name, type, value, checked }))`

export function openMouse(page: Page): Hands {
  return {
    answer: async (typed, action) => {
      await fill(page, typed)
      const button = page.locator(`main button[name="action"][value="${action}"]:not([aria-hidden])`).first()
      await Promise.all([page.waitForEvent('load'), button.click()])
    },
  }
}

export async function fill(page: Page, typed: Typed): Promise<void> {
  const met = new Map<string, number>()
  for (const { id, name, type, value, checked } of await page.evaluate<Control[]>(controls)) {
    const wanted = valuesOf(typed, name)
    const index = met.get(name) ?? 0
    met.set(name, index + 1)
    if (!wanted) continue
    const control = page.locator(`main [name="${name}"]`).nth(index)
    const isChoice = type === 'radio' || type === 'checkbox'
    if (isChoice && checked !== wanted.includes(value)) await page.locator(`label[for="${id}"]`).click()
    else if (type === 'select-one') await control.selectOption(wanted[index] ?? '')
    else if (!isChoice) await control.fill(wanted[index] ?? '')
  }
}
