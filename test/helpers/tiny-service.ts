// The tiny service of docs/add-a-service.md, written out into a folder of services that a town hall can be opened with.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Service } from '../../src/forms/service.ts'

const source = new URL('../../src/', import.meta.url).href
const document = readFileSync(new URL('../../docs/add-a-service.md', import.meta.url), 'utf8')

export async function writeTinyService() {
  const folder = mkdtempSync(join(tmpdir(), 'services-'))
  for (const [name, text] of filesIn(document)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const url = pathToFileURL(`${folder}/`)
  const { default: service } = (await import(new URL('bulky-waste/bulky-waste.service.ts', url).href)) as {
    default: Service
  }
  return { folder: url, service, remove: () => rmSync(folder, { recursive: true }) }
}

/** Each block of code with the file it is said to be; the English words are the German ones here. */
function filesIn(text: string): [name: string, text: string][] {
  const blocks = [...text.matchAll(/^`(bulky-waste\/[^`]+)`[^\n]*\n\n```\w+\n([\s\S]*?)```$/gm)]
  return blocks.flatMap(([, name = '', code = '']): [string, string][] => [
    [name, code.replaceAll("'../../", `'${source}`).replaceAll("'../", `'${source}services/`)],
    ...(name.endsWith('.de.json') ? [[name.replace('.de.', '.en.'), code] as [string, string]] : []),
  ])
}
