// Everything works with JavaScript off: filing, mending errors, looking up a case, deciding it.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../helpers/browser.ts'
import { houseOf, serviceOf, typedBy } from '../helpers/filings.ts'
import { hire, password } from '../helpers/staff.ts'
import { openTownHall, type TownHall } from '../helpers/town-hall.ts'
import { fill, openMouse } from './mouse.ts'
import { travel } from './travel.ts'

describe('with JavaScript off', () => {
  let hall: TownHall
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const asked: string[] = []
  before(async () => {
    hall = await openTownHall()
    browser = await openBrowser()
    context = await browser.newContext({ javaScriptEnabled: false, baseURL: hall.baseUrl, locale: 'de-DE' })
    page = await context.newPage()
    page.on('request', request => asked.push(request.url()))
  })
  after(async () => {
    await browser.close()
    await hall.close()
  })
  const press = (action: string) => openMouse(page).answer({}, action)

  it('a citizen finds the service and begins', async () => {
    await page.goto('/')
    await page.locator('.service a').first().click()
    await press('begin')
    assert.match(page.url(), /\/antrag\/anmeldung\/wer$/)
  })

  it('an error is the first thing in the page, has focus and leads to its field', async () => {
    await press('next')
    await page.locator('.error-summary:focus').waitFor({ timeout: 10_000 }) // it has focus with the first drawing
    assert.equal(
      await page.evaluate(`document.querySelector('main h1, main h2').closest('.error-summary') !== null`),
      true,
    )
    await page.locator('.error-summary a').first().click()
    assert.equal(await page.evaluate(`document.getElementById(location.hash.slice(1)).type`), 'radio')
    await fill(page, { filerRole: 'self' })
    await press('next')
  })

  it('after an error all that was typed is still there, and can be mended', async () => {
    await fill(page, {
      'filer.familyName': 'Westerbrink',
      'filer.givenNames': 'Jana Maria',
      'filer.birthDate': '31.2.1994',
    })
    await press('next')
    assert.equal(await page.locator('.error-summary li').count(), 1)
    const values = await page.evaluate<string[]>(
      `[...document.querySelectorAll('main input[type="text"]')].map(input => input.value)`,
    )
    assert.deepEqual(values.slice(0, 2), ['Westerbrink', 'Jana Maria'])
    assert.ok(values.includes('31.2.1994'))
    await press('back')
    await page.goto('/leistungen/anmeldung/loeschen')
    await press('anew')
  })

  it('a citizen files, keeps number and code, and finds the case again', async () => {
    const house = await houseOf(hall)
    await page.goto('/leistungen/anmeldung/loeschen')
    await press('discard')
    const number = await travel(page, serviceOf(house), typedBy(house), openMouse(page))
    const [shown = '', code = ''] = await page.locator('.receipt dd [aria-hidden="true"]').allInnerTexts()
    assert.equal(shown, number)
    await context.clearCookies()
    await page.goto('/vorgang')
    await fill(page, { number, code })
    await page.locator('main form button').click()
    assert.match(page.url(), new RegExp(`/vorgang/${number}$`))
  })

  it('a clerk signs in, takes the next case, decides it and loads the letter', async () => {
    const { email } = await hire(hall, 'residence')
    await page.goto('/amt/anmelden')
    await fill(page, { email, password })
    await page.locator('main form button').click()
    await press('next')
    await press('decide')
    assert.match(await page.title(), /^Fehler: /)
    const seenWith = async (decision: string) => {
      await page.locator(`label[for="decision-${decision}"]`).click()
      return Promise.all(['#reason-0', '#reject-0'].map(place => page.locator(place).isVisible()))
    }
    assert.deepEqual(await seenWith('return'), [true, false])
    assert.deepEqual(await seenWith('confirm'), [false, false])
    const ticks = await page.evaluate<string[]>(
      `[...document.querySelectorAll('[name="tick"]')].map(tick => tick.value)`,
    )
    await fill(page, { tick: ticks, decision: 'confirm' })
    await press('decide')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href$=".pdf"]').first().click(),
    ])
    assert.equal((await readFile(await download.path())).subarray(0, 5).toString(), '%PDF-')
  })

  it('no script was even asked for', () => {
    assert.ok(asked.length > 100)
    assert.deepEqual(
      asked.filter(url => url.endsWith('.js')),
      [],
    )
  })
})
