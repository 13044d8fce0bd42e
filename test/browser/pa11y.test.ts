// pa11y-ci with axe and htmlcs: the addresses of .pa11yci.json on a running town hall, and the saved pages that stand for the others, sixty together.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { addClerk } from '../../src/office/clerks.ts'
import { findBrowser } from '../helpers/browser.ts'
import { fileCases, houseOf } from '../helpers/filings.ts'
import { savedPages } from '../helpers/pages.ts'
import { password } from '../helpers/staff.ts'
import { openTownHall, type TownHall } from '../helpers/town-hall.ts'
import { representatives } from './representatives.ts'
import { openSavedSite } from './saved-site.ts'

type Address = { url: string; actions?: string[] }
type Report = {
  total: number
  passes: number
  errors: number
  results: Record<string, { code?: string; message: string; selector?: string }[]>
}

describe('pa11y-ci', () => {
  let hall: TownHall
  let site: Awaited<ReturnType<typeof openSavedSite>>
  before(async () => {
    hall = await openTownHall()
    await addClerk(hall.database, {
      name: 'Petra Musterfeld',
      email: 'schalter@demo.example',
      role: 'counter',
      password,
    })
    await fileCases(await houseOf(hall), 3)
    site = await openSavedSite((await savedPages()).folder)
  })
  after(async () => {
    await hall.close()
    await site.close()
  })

  it('finds no error on any page, signed in or not', async () => {
    const { defaults, urls } = JSON.parse(
      readFileSync('.pa11yci.json', 'utf8').replaceAll('http://127.0.0.1:3000', hall.baseUrl),
    ) as { defaults: Record<string, unknown>; urls: Address[] }
    const saved = representatives((await savedPages()).pages, 60 - urls.length)
    const all = [...urls, ...saved.map(page => ({ url: `${site.baseUrl}/pages/${page.file}` }))]
    const { total, results } = await runPa11y({ defaults, urls: all })
    const nameOf = (url: string) => saved.find(page => url.endsWith(`/${page.file}`)) ?? url
    const found = Object.entries(results).flatMap(([url, issues]) =>
      issues.map(issue => ({ page: nameOf(url), issue })),
    )
    const told = found.map(
      ({ page, issue }) =>
        `${typeof page === 'string' ? page : `${page.name} (${page.state}, ${page.language})`}: ${issue.code ?? ''} ${issue.message} ${issue.selector ?? ''}`,
    )
    console.log(
      `pa11y-ci: ${total} pages (${saved.length} of them saved, ${saved.filter(page => page.kind === 'desk').length} of the desk), ${found.length} errors`,
    )
    assert.equal(total, all.length)
    if (told.length > 0) assert.fail(told.slice(0, 40).join('\n'))
  })
})

/** The program as anybody runs it, with the browser the other tests use. */
async function runPa11y(config: { defaults: Record<string, unknown>; urls: Address[] }): Promise<Report> {
  const file = 'test-results/pa11yci.json'
  writeFileSync(file, JSON.stringify(config, null, 1))
  const program = join(dirname(createRequire(import.meta.url).resolve('pa11y-ci/package.json')), 'bin/pa11y-ci.js')
  const browser = await findBrowser()
  const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: browser }
  const output = await new Promise<string>((resolve, reject) => {
    execFile(
      process.execPath,
      [program, '--config', file, '--json'],
      { env, maxBuffer: 1 << 26 },
      (_error, stdout, stderr) => (stdout ? resolve(stdout) : reject(new Error(stderr))),
    )
  })
  return JSON.parse(output) as Report
}
