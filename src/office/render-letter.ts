// Turns a template and JSON into a PDF/UA letter: one Typst compiler a process, loaded when the first letter is wanted.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const root = new URL('../../', import.meta.url)
const fonts = ['400', '600'].map(weight => new URL(`views/letters/fonts/buergerbuero-sans-${weight}.ttf`, root))
/** Only in the compiler's memory, and only while it compiles; what Typst remembers of it goes with `evictCache`. */
const letterFile = fileURLToPath(new URL('letter.json', root))
const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
/** After so many letters, what none of them has used of what is compiled is forgotten: looking for it takes time. */
const keptFor = 10

let opened: Promise<NodeCompiler> | undefined
let made = 0
const templates = new Map<string, Promise<string>>()

/**
 * @param template path from the project root of a .typ file that reads `json("/letter.json")`
 * @param data JSON; it never becomes markup, so whatever a person typed prints literally
 * @throws Error with Typst's diagnostics, also when a character has no glyph or the letter would not be PDF/UA-1
 */
export async function renderLetter(template: string, data: Record<string, unknown>): Promise<Uint8Array> {
  const [compiler, mainFileContent] = await Promise.all([compilerOnce(), readOnce(template)])
  const letter = JSON.stringify({ ...data, occurs: occursIn(data) }).replace(bidiControls, '')
  compiler.mapShadow(letterFile, Buffer.from(letter)) // as `sys.inputs` it would be part of Typst's library, made anew then
  try {
    return new Uint8Array(compiler.pdf({ mainFileContent }, { pdfStandard: 'ua-1' }))
  } catch (error) {
    throw new Error(`${template} does not compile: ${diagnosticsOf(error)}`)
  } finally {
    compiler.unmapShadow(letterFile)
    if (++made % keptFor === 0) compiler.evictCache(1)
  }
}

function compilerOnce(): Promise<NodeCompiler> {
  opened ??= openCompiler()
  return opened
}

async function openCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const fontBlobs = await Promise.all(fonts.map(font => readFile(font)))
  return NodeCompiler.create({ workspace: fileURLToPath(root), fontArgs: [{ fontBlobs }] })
}

function readOnce(template: string): Promise<string> {
  const text = templates.get(template) ?? readFile(new URL(template, root), 'utf8')
  templates.set(template, text)
  return text
}

/** What the letterhead treats apart: marks that belong to the letter before them, and words longer than a line. */
function occursIn(data: Record<string, unknown>): string[] {
  const texts: string[] = []
  JSON.stringify(data, (key, value) => {
    if (typeof value === 'string') texts.push(value)
    return key === 'qr' ? undefined : value
  })
  const words = texts.join(' ')
  return [...(/\p{M}/u.test(words) ? ['marks'] : []), ...(/\S{36}/.test(words) ? ['long'] : [])]
}

/** The compiler keeps its diagnostics in `code`, sometimes there only. They may quote the data. */
function diagnosticsOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: string }
  return String(code ?? message ?? error)
}
