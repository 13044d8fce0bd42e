// The Back button after the end: a page kept alive by the browser shows no answers that are no longer anybody's business.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../helpers/browser.ts'
import { openTownHall, type TownHall } from '../helpers/town-hall.ts'
import { fill, openMouse } from './mouse.ts'

const restored = `dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`

describe('the Back button', () => {
  let hall: TownHall
  let browser: Browser
  let page: Page
  before(async () => {
    hall = await openTownHall()
    // Playwright switches off what is tested here.
    browser = await openBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] })
    page = await browser.newPage({ baseURL: hall.baseUrl, locale: 'de-DE' })
    await page.goto('/leistungen/anmeldung')
    await openMouse(page).answer({}, 'begin')
    await fill(page, { filerRole: 'self' })
    await openMouse(page).answer({}, 'next')
    await fill(page, { 'filer.familyName': 'Westerbrink', 'filer.givenNames': 'Jana', 'filer.birthDate': '17.6.1994' })
    await openMouse(page).answer({}, 'next')
    await page.goto('/antrag/anmeldung/name')
  })
  after(async () => {
    await browser.close()
    await hall.close()
  })

  it('a page with answers that comes back to life asks the server again', async () => {
    assert.match(await page.content(), /Westerbrink/)
    await Promise.all([page.waitForEvent('load', { timeout: 5000 }), page.evaluate(restored)])
  })

  it('a page without answers does not', async () => {
    await page.goto('/datenschutz')
    let loads = 0
    page.on('load', () => {
      loads += 1
    })
    await page.evaluate(restored)
    await page.waitForTimeout(300)
    assert.equal(loads, 0)
  })

  it('when the draft’s cookie is gone, Back shows no answers', async () => {
    await page.goto('/antrag/anmeldung/name')
    await page.goto('/datenschutz')
    await page.context().clearCookies()
    await page.goBack()
    await page.waitForURL(/\/leistungen\/anmeldung/, { timeout: 5000 })
    assert.doesNotMatch(await page.content(), /Westerbrink/)
  })
})
