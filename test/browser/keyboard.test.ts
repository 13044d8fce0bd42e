// Citizen and clerk with a keyboard alone: skip link first, focus always seen, errors found and left by it.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../helpers/browser.ts'
import { fileCases, houseOf, serviceOf, typedBy } from '../helpers/filings.ts'
import { hire, password } from '../helpers/staff.ts'
import { openTownHall, type TownHall } from '../helpers/town-hall.ts'
import { scripts } from './axe.ts'
import { openKeyboard } from './keyboard.ts'
import { travel } from './travel.ts'

describe('by keyboard alone', () => {
  let hall: TownHall
  let browser: Browser
  let page: Page
  let keys: ReturnType<typeof openKeyboard>
  let number = ''
  before(async () => {
    hall = await openTownHall()
    browser = await openBrowser()
    const context = await browser.newContext({
      baseURL: hall.baseUrl,
      locale: 'de-DE',
      viewport: { width: 1280, height: 720 },
    })
    await context.addInitScript({ path: scripts.boxes })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    keys = openKeyboard(page)
  })
  after(async () => {
    await browser.close()
    await hall.close()
  })

  it('a citizen opens the service and begins', async () => {
    await page.goto('/')
    await keys.skipToContent()
    await keys.tabTo(focus => focus.href === '/leistungen/anmeldung')
    await keys.go()
    await keys.answer({}, 'begin')
    assert.match(page.url(), /\/wer$/)
  })

  it('after an error the summary has focus, and its link leads into the field', async () => {
    await keys.answer({}, 'next')
    assert.match((await keys.here()).className, /error-summary/)
    const link = await keys.tab()
    assert.equal(link.tag, 'a')
    const field = await keys.press('Enter')
    assert.equal(`#${field.id}`, link.href)
    assert.equal(field.type, 'radio')
    assert.ok(field.ring >= 2)
  })

  it('Enter in a line goes on, not back; Shift and Tab lead back the same way', async () => {
    await keys.answerFromHere({ filerRole: 'self' }, 'next')
    await keys.skipToContent()
    const name = await keys.tabTo(focus => focus.name === 'filer.familyName')
    const next = await keys.tab()
    assert.equal((await keys.tab('Shift+Tab')).name, name.name)
    assert.notEqual(next.name, name.name)
    await keys.go()
    assert.match(page.url(), /\/name$/)
    assert.match(await page.title(), /^Fehler: /)
  })

  it('a reason that is folded away opens and keeps focus', async () => {
    const why = await keys.tabTo(focus => focus.tag === 'summary')
    const after = await keys.press('Enter')
    assert.equal(after.text, why.text)
    assert.equal(await page.locator('details[open]').count(), 1)
  })

  it('"Zurück" is a stop before the question, and goes back', async () => {
    await page.goto('/antrag/anmeldung/name')
    await keys.answer({}, 'back')
    assert.match(page.url(), /\/wer$/)
  })

  it('a citizen fills the whole form and sends it', async () => {
    const house = await houseOf(hall)
    await page.goto('/leistungen/anmeldung/loeschen')
    await keys.answer({}, 'discard')
    number = await travel(page, serviceOf(house), typedBy(house), keys)
    assert.match((await page.locator('h1').textContent()) ?? '', /ist eingegangen/)
  })

  it('a clerk signs in with Enter in the password and takes the next case', async () => {
    const { email } = await hire(hall, 'residence')
    await page.goto('/amt/anmelden')
    await keys.skipToContent()
    await keys.tabTo(focus => focus.name === 'email')
    await page.keyboard.type(email)
    await keys.tabTo(focus => focus.name === 'password')
    await page.keyboard.type(password)
    await keys.go()
    await keys.answer({}, 'next')
    assert.match(page.url(), new RegExp(`/amt/vorgang/${number}$`))
  })

  it('a clerk who forgot to decide is led to the decision, ticks everything, decides, and loads the letter', async () => {
    await keys.answer({}, 'decide')
    assert.match((await keys.here()).className, /error-summary/)
    await keys.tab()
    assert.equal((await keys.press('Enter')).name, 'decision')
    await page.goto(`/amt/vorgang/${number}`)
    const ticks = await page.evaluate<string[]>(
      `[...document.querySelectorAll('[name="tick"]')].map(tick => tick.value)`,
    )
    await keys.answer({ tick: ticks, decision: 'confirm' }, 'decide')
    await keys.skipToContent()
    await keys.tabTo(focus => focus.href?.endsWith('.pdf') ?? false)
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    assert.equal((await readFile(await download.path())).subarray(0, 5).toString(), '%PDF-')
    assert.ok((await keys.here()).href?.endsWith('.pdf'), 'focus stays where it was')
  })

  it('on a narrow screen the queue stands in lines below each other, and every stop down to the last case is seen', async () => {
    const house = await houseOf(hall)
    await fileCases(house, 3)
    await page.setViewportSize({ width: 390, height: 720 })
    await page.goto('/amt')
    const links = await page.locator('tbody a').evaluateAll(found => found.map(link => link.getAttribute('href')))
    assert.ok(links.length >= 3)
    for (const href of links) await keys.tabTo(focus => focus.href?.endsWith(href ?? '') ?? false)
    const [wide, seen] = await page.evaluate<number[]>(
      `(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])(document.querySelector('.table-scroll'))`,
    )
    assert.equal(wide, seen, 'nothing is left to scroll to')
  })

  it('the clerk signs out', async () => {
    await page.goto('/amt')
    await keys.tabTo(focus => focus.tag === 'button' && focus.className.includes('link-button'))
    await keys.go()
    assert.match(page.url(), /\/amt\/anmelden$/)
  })
})
