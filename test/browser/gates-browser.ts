// The gates that need a real browser: structure, and on pages as they are drawn axe, reflow, targets, console.
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../helpers/browser.ts'
import type { SavedPage } from '../helpers/pages.ts'
import { axeOn, hasNewColours, scripts } from './axe.ts'
import type { Finding } from './findings.ts'
import { openSavedSite } from './saved-site.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'EN-301-549']
/** What axe cannot decide alone counts as a fault, too. */
const doubtful = ['aria-valid-attr-value', 'color-contrast']

type Found = { gate: string; text: string }

/** Needs the markup alone. */
export async function checkStructure(pages: SavedPage[]): Promise<Finding[]> {
  const browser = await openBrowser()
  const tab = await browser.newPage()
  await tab.addScriptTag({ path: scripts.structure })
  const findings: Finding[] = []
  for (const page of pages) {
    const found = await tab.evaluate<string[]>(`gates.structure(${JSON.stringify(page.html)})`)
    findings.push(...found.map(text => ({ gate: 'structure', text, page })))
  }
  await browser.close()
  return findings
}

/** Two pairs of tabs share the pages. */
export async function checkInBrowser(folder: string, pages: SavedPage[]): Promise<Finding[]> {
  const [site, browser] = [await openSavedSite(folder), await openBrowser()]
  const queue = pages.values()
  const colours = new Set<string>()
  try {
    const address = `${site.baseUrl}/`
    const tabs = [await openTabs(browser, address, pages), await openTabs(browser, address, pages)]
    return (await Promise.all(tabs.map(pair => checkAll(pair, address, queue, colours)))).flat()
  } finally {
    await browser.close()
    await site.close()
  }
}

/** One tab as narrow as WCAG 1.4.10 has it, one wide for axe. */
async function openTabs(browser: Browser, site: string, [first]: SavedPage[]): Promise<{ narrow: Page; wide: Page }> {
  const narrow = await browser.newPage({ viewport: { width: 320, height: 256 }, serviceWorkers: 'block' })
  const wide = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await narrow.addInitScript({ path: scripts.boxes })
  for (const path of [scripts.structure, scripts.boxes, scripts.axe]) await wide.addInitScript({ path })
  await wide.goto(`${site}pages/${first?.file}`)
  return { narrow, wide }
}

async function checkAll(
  { narrow, wide }: { narrow: Page; wide: Page },
  site: string,
  queue: Iterator<SavedPage> & Iterable<SavedPage>,
  colours: Set<string>,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const noise = listen(narrow, site)
  for (const page of queue) {
    noise.length = 0
    await narrow.goto(`${site}pages/${page.file}`, { waitUntil: 'load' })
    const found = [...(await whenNarrow(narrow)), ...(await whenWide(wide, page, colours))]
    findings.push(...found.map(one => ({ ...one, page })), ...noise.map(text => ({ gate: 'console', text, page })))
  }
  return findings
}

/** What the page says and asks for beside what it shows. */
function listen(tab: Page, site: string): string[] {
  const noise: string[] = []
  tab.on('pageerror', error => noise.push(`the script fails: ${error.message}`))
  tab.on('console', message => {
    if (['error', 'warning'].includes(message.type())) noise.push(`the console says: ${message.text()}`)
  })
  tab.on('response', response => {
    if (response.status() >= 400) noise.push(`${response.status()}: ${response.url()}`)
  })
  tab.on('request', request => {
    if (!request.url().startsWith(site) && !request.url().startsWith('data:')) noise.push(`asks ${request.url()}`)
  })
  return noise
}

async function whenWide(tab: Page, page: SavedPage, colours: Set<string>): Promise<Found[]> {
  await tab.evaluate(`gates.show(${JSON.stringify(page.html)})`)
  const isNew = await hasNewColours(tab, colours)
  const builder = axeOn(tab).withTags(tags)
  const { violations, incomplete } = await (isNew ? builder : builder.disableRules('color-contrast')).analyze()
  const doubts = incomplete.filter(result => doubtful.includes(result.id))
  const nodes = [...violations, ...doubts].flatMap(({ id, nodes }) => nodes.map(node => ({ ...node, id })))
  return nodes.map(({ id, target, failureSummary }) => ({
    gate: 'axe',
    text: `${id}: ${target.join(' ')} – ${failureSummary?.replaceAll('\n', ' ')}`,
  }))
}

async function whenNarrow(tab: Page): Promise<Found[]> {
  const [overflow, targets] = await tab.evaluate<[string[], string[]]>('[gates.overflow(), gates.targets()]')
  return [...overflow.map(text => ({ gate: 'reflow', text })), ...targets.map(text => ({ gate: 'targets', text }))]
}
