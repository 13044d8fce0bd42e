// Hands on a keyboard alone: Tab, arrows, Space, Enter and letters; every stop on the way must be seen.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Typed } from '../../src/forms/example.ts'
import { type Hands, valuesOf } from './travel.ts'

export type Focus = {
  tag: string
  id: string
  name: string
  value: string
  type: string
  checked: boolean
  className: string
  options: [value: string, text: string][]
  href: string | null
  text: string
  ring: number
  isVisible: boolean
}
type Visits = Map<string, number>

/** What gets focus as a page opens has it with the first drawing, which may come after `load`. */
const drawn = 'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))'

export function openKeyboard(page: Page) {
  const here = () => page.evaluate<Focus>('gates.focus()')

  async function press(key: string): Promise<Focus> {
    await page.keyboard.press(key)
    return here()
  }

  /** One stop further; nobody may lose sight of where they are. */
  async function tab(key = 'Tab'): Promise<Focus> {
    const focus = await press(key)
    const place = `${page.url()}: ${focus.tag} #${focus.id} "${focus.text}"`
    if (focus.tag !== 'body') assert.ok(focus.ring >= 2, `no ring of 2 px at ${place}`)
    if (focus.tag !== 'body') assert.ok(focus.isVisible, `hidden: ${place}`)
    return focus
  }

  async function tabTo(
    isWanted: (focus: Focus) => boolean,
    visit: (focus: Focus) => Promise<unknown> = async () => {},
  ): Promise<Focus> {
    for (let stops = 0; stops < 150; stops++) {
      const focus = await tab()
      if (isWanted(focus)) return focus
      await visit(focus)
    }
    throw new Error(`${page.url()}: not reached by Tab`)
  }

  /** The first stop of every page; Enter leads past the frame. */
  async function skipToContent(): Promise<void> {
    const first = await tab()
    assert.match(first.className, /skip-link/, `${page.url()}: the first stop is ${first.tag} "${first.text}"`)
    assert.equal((await press('Enter')).id, 'inhalt')
  }

  /** Enter on a button or link, and the page that comes. */
  async function go(): Promise<void> {
    const before = page.url()
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]).catch(error => {
      throw new Error(`Enter did nothing on ${before}`, { cause: error })
    })
    await page.evaluate(drawn)
  }

  /** Answers from where the focus is up to the button, and presses it. */
  async function answerFromHere(typed: Typed, action: string): Promise<void> {
    const visits: Visits = new Map()
    const visit = (focus: Focus) => operate(page, press, focus, typed, visits)
    await visit(await here())
    await tabTo(focus => isButton(focus, action), visit)
    await go()
  }

  const hands: Hands = {
    answer: async (typed, action) => {
      const isAtNotice = /\bnotice\b/.test((await here()).className) // a hint has focus when its page opens
      if (!isAtNotice) await skipToContent()
      await answerFromHere(typed, action)
    },
  }
  return { here, press, tab, tabTo, skipToContent, go, answerFromHere, ...hands }
}

function isButton(focus: Focus, action: string): boolean {
  return focus.tag === 'button' && focus.value === action
}

/** Answers the control that has focus, the way its kind is used from a keyboard. */
async function operate(
  page: Page,
  press: (key: string) => Promise<Focus>,
  focus: Focus,
  typed: Typed,
  visits: Visits,
): Promise<void> {
  const index = visits.get(focus.name) ?? 0
  visits.set(focus.name, index + 1)
  const wanted = valuesOf(typed, focus.name)
  if (!wanted) return
  if (focus.type === 'checkbox')
    return focus.checked === wanted.includes(focus.value) ? undefined : page.keyboard.press('Space')
  if (focus.type === 'radio') return choose(press, focus, wanted[0] ?? '')
  const text = focus.tag === 'select' ? focus.options.find(([value]) => value === wanted[index])?.[1] : wanted[index]
  if (focus.tag !== 'select') await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text ?? '')
}

async function choose(press: (key: string) => Promise<Focus>, focus: Focus, wanted: string): Promise<void> {
  if (focus.value === wanted && !focus.checked) await press('Space')
  for (let radio = focus, turns = 0; radio.value !== wanted; turns++) {
    assert.ok(turns < 40, `no radio ${wanted}`)
    radio = await press('ArrowDown')
  }
}
