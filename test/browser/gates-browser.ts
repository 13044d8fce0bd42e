// The gates that need a real browser: structure and axe at 1280 px in one tab, reflow and targets at 320 px in another.
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../helpers/browser.ts'
import { type SavedPage, shapeOf } from '../helpers/pages.ts'
import { axeFile, axeOn, inPageFile } from './axe.ts'
import type { Finding } from './findings.ts'
import { openSavedSite } from './saved-site.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'EN-301-549']
/** What axe cannot decide alone counts as a fault, too. */
const doubtful = ['aria-valid-attr-value', 'color-contrast']

export async function checkInBrowser(folder: string, pages: SavedPage[]): Promise<Finding[]> {
  const [site, browser] = [await openSavedSite(folder), await openBrowser()]
  try {
    const [wide, narrow] = await Promise.all([
      checkAll(
        await openTab(browser, 1280, 900, [inPageFile, axeFile]),
        site.baseUrl,
        oneOfEachShape(pages),
        inWideTab,
      ),
      checkAll(await openTab(browser, 320, 256, [inPageFile]), site.baseUrl, pages, inNarrowTab),
    ])
    return [...wide, ...narrow]
  } finally {
    await browser.close()
    await site.close()
  }
}

/** axe and structure see tags only: pages that differ in name or state but not in a tag are one page for them. */
function oneOfEachShape(pages: SavedPage[]): SavedPage[] {
  return [...new Map(pages.map(page => [page.kind + page.language + shapeOf(page.html), page])).values()]
}

type Found = { gate: string; text: string }

async function openTab(browser: Browser, width: number, height: number, scripts: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, serviceWorkers: 'block' })
  for (const path of scripts) await context.addInitScript({ path })
  return context.newPage()
}

async function checkAll(
  tab: Page,
  baseUrl: string,
  pages: SavedPage[],
  check: (tab: Page) => Promise<Found[]>,
): Promise<Finding[]> {
  const findings: Finding[] = []
  let noise: string[] = []
  tab.on(
    'console',
    message => ['error', 'warning'].includes(message.type()) && noise.push(`the console says: ${message.text()}`),
  )
  tab.on('pageerror', error => noise.push(`the script fails: ${error.message}`))
  tab.on('response', response => response.status() >= 400 && noise.push(`${response.status()}: ${response.url()}`))
  tab.on(
    'request',
    request =>
      !request.url().startsWith(`${baseUrl}/`) &&
      !request.url().startsWith('data:') &&
      noise.push(`asks ${request.url()}`),
  )
  for (const page of pages) {
    noise = []
    await tab.goto(`${baseUrl}/pages/${page.file}`, { waitUntil: 'load' })
    const found = await check(tab)
    findings.push(...found.map(one => ({ ...one, page })), ...noise.map(text => ({ gate: 'console', text, page })))
  }
  return findings
}

async function inWideTab(tab: Page): Promise<Found[]> {
  const structure = await tab.evaluate<string[]>('gates.structure()')
  const { violations, incomplete } = await axeOn(tab).withTags(tags).analyze()
  const doubts = incomplete.filter(result => doubtful.includes(result.id))
  const axe = [...violations, ...doubts].flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} – ${node.failureSummary?.replaceAll('\n', ' ')}`),
  )
  return [...structure.map(text => ({ gate: 'structure', text })), ...axe.map(text => ({ gate: 'axe', text }))]
}

async function inNarrowTab(tab: Page): Promise<Found[]> {
  const [overflow, targets] = await tab.evaluate<[string[], string[]]>('[gates.overflow(), gates.targets()]')
  return [...overflow.map(text => ({ gate: 'reflow', text })), ...targets.map(text => ({ gate: 'targets', text }))]
}
