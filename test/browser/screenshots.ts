// Pictures of the key pages on a desk and on a phone: `node test/browser/screenshots.ts DIR [dark]`.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from '../helpers/browser.ts'
import { savedPages } from '../helpers/pages.ts'
import { keyPages } from './key-pages.ts'
import { openSavedSite } from './saved-site.ts'

const [directory = 'test-results/screenshots', scheme] = process.argv.slice(2)
const { folder, pages } = await savedPages()
const [site, browser] = [await openSavedSite(folder), await openBrowser()]
mkdirSync(directory, { recursive: true })
for (const width of [1280, 390]) {
  const colorScheme = scheme === 'dark' ? 'dark' : 'light'
  const tab = await browser.newPage({ viewport: { width, height: 844 }, colorScheme })
  for (const [title, page] of keyPages(pages)) {
    await tab.goto(`${site.baseUrl}/pages/${page.file}`)
    await tab.screenshot({ path: join(directory, `${title}-${width}.png`), fullPage: true })
  }
}
await browser.close()
await site.close()
