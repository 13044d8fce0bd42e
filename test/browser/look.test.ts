// What people set for themselves: forced colours, dark, large text, wider spacing, little motion, paper, a phone.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { browserFlags, openBrowser } from '../helpers/browser.ts'
import { savedPages } from '../helpers/pages.ts'
import { contrastFaults, hasNewColours, scripts } from './axe.ts'
import { keyPages } from './key-pages.ts'
import { readPdf } from './read-pdf.ts'
import { openSavedSite } from './saved-site.ts'

const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`
const width1280 = { viewport: { width: 1280, height: 900 } }

describe('the look', () => {
  let browser: Browser
  let site: Awaited<ReturnType<typeof openSavedSite>>
  let pages: ReturnType<typeof keyPages>
  before(async () => {
    const saved = await savedPages()
    pages = keyPages(saved.pages)
    site = await openSavedSite(saved.folder)
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  /** What is wrong on each key page, as a person with these settings sees it. */
  async function faults(
    options: BrowserContextOptions,
    check: (tab: Page) => Promise<string[]>,
    needed = [scripts.boxes, scripts.look],
    on = browser,
  ): Promise<string[]> {
    const context = await on.newContext(options)
    for (const path of needed) await context.addInitScript({ path })
    const tab = await context.newPage()
    const found: string[] = []
    for (const [title, page] of pages) {
      await tab.goto(`${site.baseUrl}/pages/${page.file}`)
      found.push(...(await check(tab)).map(text => `${title}: ${text}`))
    }
    await context.close()
    return found.slice(0, 20)
  }
  const inPage = (expression: string) => (tab: Page) => tab.evaluate<string[]>(expression)

  it('with forced colours every control has an edge and every sign is seen', async () => {
    assert.deepEqual(await faults({ ...width1280, forcedColors: 'active' }, inPage('gates.edges()')), [])
  })

  it('on a dark screen all text has contrast', async () => {
    const met = new Set<string>()
    const check = async (tab: Page) => ((await hasNewColours(tab, met)) ? contrastFaults(tab) : [])
    assert.deepEqual(await faults({ ...width1280, colorScheme: 'dark' }, check, [scripts.axe, scripts.boxes]), [])
    assert.ok(met.size > 20, 'there are colours')
  })

  it('with wider spacing nothing is cut off (WCAG 1.4.12)', async () => {
    const check = async (tab: Page) => {
      await tab.addStyleTag({ content: spacing })
      return tab.evaluate<string[]>('[...gates.overflow(), ...gates.cut()]')
    }
    assert.deepEqual(await faults({ viewport: { width: 390, height: 844 }, bypassCSP: true }, check), [])
  })

  it('with text twice as large nothing is cut off (WCAG 1.4.4)', async () => {
    const large = await openBrowser({ args: [...browserFlags, '--blink-settings=defaultFontSize=32'] })
    try {
      const check = inPage(
        `getComputedStyle(document.body).fontSize < '30' ? ['the text did not grow'] : [...gates.overflow(), ...gates.cut()]`,
      )
      assert.deepEqual(await faults(width1280, check, undefined, large), [])
    } finally {
      await large.close()
    }
  })

  for (const width of [390, 768]) {
    it(`${width} px wide nothing sticks out and nothing is cut off`, async () => {
      assert.deepEqual(
        await faults({ viewport: { width, height: 844 } }, inPage('[...gates.overflow(), ...gates.cut()]')),
        [],
      )
    })
  }

  it('whoever wants little motion gets none', async () => {
    assert.deepEqual(await faults({ ...width1280, reducedMotion: 'reduce' }, inPage('gates.motion()')), [])
  })

  it('on paper there is the receipt with its number, and no navigation or button', async () => {
    const [, receipt] = pages.find(([title]) => title === 'receipt') ?? []
    const tab = await browser.newPage()
    await tab.goto(`${site.baseUrl}/pages/${receipt?.file}`)
    const shown = await tab.locator('.receipt dd [aria-hidden="true"]').allInnerTexts()
    const papers = await tab.locator('main li').filter({ visible: true }).allInnerTexts()
    await tab.emulateMedia({ media: 'print' })
    const left = await tab.locator('nav, .skip-link, main button, .languages').filter({ visible: true }).allInnerTexts()
    assert.deepEqual(left, [])
    const text = await readPdf(await tab.pdf({ format: 'A4' }))
    for (const word of [...shown, ...papers]) assert.ok(text.includes(word), `${word} is not on paper`)
    await tab.close()
  })
})
