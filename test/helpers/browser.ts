// The browser of the tests: the one named in CHROME_PATH, else one of the system, else the one that npm has brought.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** What another user has unpacked could not be run. */
const ownFolder = join(tmpdir(), `browser-of-user-${userInfo().uid}`)

/** As root there is no sandbox; nothing is fetched in the background. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Where the browser is. The one from npm unpacks itself and its libraries into a folder of this user's own. */
export async function findBrowser(): Promise<string> {
  return process.env.CHROME_PATH || browserOfSystem() || browserFromNpm()
}

export async function openBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: browserFlags, ...options })
}

function browserOfSystem(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...names.flatMap(name => folders.map(folder => join(folder, name))), ...places].find(place =>
    existsSync(place),
  )
}

/** It unpacks its own copies of system libraries only where it believes to be at home; one process at a time. */
async function browserFromNpm(): Promise<string> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x'
  await mkdir(ownFolder, { recursive: true, mode: 0o700 })
  if (statSync(ownFolder).uid !== userInfo().uid) throw new Error(`${ownFolder} belongs to somebody else`)
  const lock = join(ownFolder, 'is-being-unpacked')
  for (let tries = 0; tries < 300 && !(await isMade(lock)); tries++)
    await new Promise(resolve => setTimeout(resolve, 200))
  return unpacked().finally(() => rmSync(lock, { recursive: true, force: true }))
}

/** It asks for the folder of temporary files, and its list of fonts names the usual one. Databases of tests may not lie in there. */
async function unpacked(): Promise<string> {
  const { TMPDIR } = process.env
  process.env.TMPDIR = ownFolder
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    const browser = await packed.executablePath()
    const list = join(ownFolder, 'fonts', 'fonts.conf')
    writeFileSync(list, readFileSync(list, 'utf8').replaceAll('>/tmp/fonts', `>${ownFolder}/fonts`))
    return browser
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}

function isMade(folder: string): Promise<boolean> {
  return mkdir(folder).then(
    () => true,
    () => false,
  )
}
