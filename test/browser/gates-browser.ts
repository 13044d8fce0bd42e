// The gates that need a real browser: structure, axe, reflow, targets, console. Two tabs share the pages.
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../helpers/browser.ts'
import type { SavedPage } from '../helpers/pages.ts'
import { axeOn, scripts } from './axe.ts'
import type { Finding } from './findings.ts'
import { openSavedSite } from './saved-site.ts'
import { shapeOf } from './shape.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'EN-301-549']
/** What axe cannot decide alone counts as a fault, too. */
const doubtful = ['aria-valid-attr-value', 'color-contrast']
const wide = { width: 1280, height: 900 }
const narrow = { width: 320, height: 256 }

type Found = { gate: string; text: string }
/** axe sees tags: what it has found nothing wrong with once need not be shown to it again under another name. */
type Seen = { shapes: Set<string>; colours: Set<string> }

export async function checkInBrowser(folder: string, pages: SavedPage[]): Promise<Finding[]> {
  const [site, browser] = [await openSavedSite(folder), await openBrowser()]
  const queue = pages.values()
  const seen: Seen = { shapes: new Set(), colours: new Set() }
  try {
    const tabs = [await openTab(browser), await openTab(browser)]
    return (await Promise.all(tabs.map(tab => checkAll(tab, `${site.baseUrl}/`, queue, seen)))).flat()
  } finally {
    await browser.close()
    await site.close()
  }
}

async function openTab(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: wide, serviceWorkers: 'block' })
  for (const path of [scripts.structure, scripts.boxes, scripts.axe]) await context.addInitScript({ path })
  return context.newPage()
}

/** A tab is as wide as the last page left it, so that it changes once a page. */
async function checkAll(
  tab: Page,
  site: string,
  queue: Iterator<SavedPage> & Iterable<SavedPage>,
  seen: Seen,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const noise = listen(tab, site)
  for (const page of queue) {
    noise.length = 0
    await tab.goto(`${site}pages/${page.file}`, { waitUntil: 'load' })
    const found: Found[] = []
    const isWide = tab.viewportSize()?.width === wide.width
    for (const size of isWide ? [wide, narrow] : [narrow, wide]) {
      await tab.setViewportSize(size)
      found.push(...(size === wide ? await whenWide(tab, page, seen) : await whenNarrow(tab)))
    }
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

async function whenWide(tab: Page, page: SavedPage, seen: Seen): Promise<Found[]> {
  const [structure, colours] = await tab.evaluate<[string[], string[]]>('[gates.structure(), gates.colours()]')
  const found = structure.map(text => ({ gate: 'structure', text }))
  const shape = shapeOf(page.html)
  if (seen.shapes.has(shape)) return found
  const hasNewColours = colours.some(colour => !seen.colours.has(colour))
  seen.shapes.add(shape)
  for (const colour of colours) seen.colours.add(colour)
  const builder = axeOn(tab).withTags(tags)
  const { violations, incomplete } = await (hasNewColours ? builder : builder.disableRules('color-contrast')).analyze()
  const doubts = incomplete.filter(result => doubtful.includes(result.id))
  const nodes = [...violations, ...doubts].flatMap(({ id, nodes }) => nodes.map(node => ({ ...node, id })))
  return [
    ...found,
    ...nodes.map(({ id, target, failureSummary }) => ({
      gate: 'axe',
      text: `${id}: ${target.join(' ')} – ${failureSummary?.replaceAll('\n', ' ')}`,
    })),
  ]
}

async function whenNarrow(tab: Page): Promise<Found[]> {
  const [overflow, targets] = await tab.evaluate<[string[], string[]]>('[gates.overflow(), gates.targets()]')
  return [...overflow.map(text => ({ gate: 'reflow', text })), ...targets.map(text => ({ gate: 'targets', text }))]
}
