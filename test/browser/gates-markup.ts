// The markup of the saved pages: html-validate always, the Nu checker where a Java runtime is there.
import { execFile, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import type { SavedPage } from '../helpers/pages.ts'
import type { Finding } from './findings.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
export const hasJava = spawnSync('java', ['-version']).status === 0

export async function checkMarkup(pages: SavedPage[]): Promise<Finding[]> {
  const validator = new HtmlValidate(new FileSystemConfigLoader())
  const findings: Finding[] = []
  for (const page of pages) {
    const report = await validator.validateString(page.html, join(root, 'page.html'))
    const messages = report.results.flatMap(result => result.messages)
    findings.push(...messages.map(({ ruleId, message }) => ({ gate: 'markup', page, text: `${ruleId}: ${message}` })))
  }
  return findings
}

type NuMessage = { type: string; url: string; message: string; extract?: string }

/** All pages in one run: the checker takes a second to wake up. */
export async function checkWithNu(folder: string, pages: SavedPage[]): Promise<Finding[]> {
  if (!hasJava) return []
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
  const files = pages.map(page => join(folder, page.file))
  const output = await new Promise<string>(resolve => {
    execFile(
      'java',
      ['-jar', jar, '--format', 'json', '--stdout', ...files],
      { maxBuffer: 1 << 28 },
      (_error, stdout) => resolve(stdout),
    )
  })
  const { messages } = JSON.parse(output) as { messages: NuMessage[] }
  return messages.flatMap(({ type, url, message }) => {
    const page = pages.find(other => url.endsWith(`/${other.file}`))
    return page ? [{ gate: 'nu', page, text: `${type}: ${message}` }] : []
  })
}
