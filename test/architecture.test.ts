// The house keeps its own rules: who may import whom, which files there are, what a document may name.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { it } from 'node:test'

const root = join(import.meta.dirname, '..')

/** design: the last column of the six words. Root files of src/ are named where a folder may use them. */
const mayImport: Record<string, string[]> = {
  'src/law': ['src/law'],
  'src/forms': ['src/forms', 'src/law', 'zod'],
  'src/services': ['src/services', 'src/forms', 'src/law'],
  'src/office': [
    'src/office',
    'src/forms',
    'src/law',
    'src/generated',
    'src/secrets.ts',
    '@node-rs/argon2',
    '@myriaddreamin/typst-ts-node-compiler',
    'uqr',
  ],
  'src/web': [
    'src/web',
    'src/office',
    'src/services',
    'src/forms',
    'src/law',
    'src/errors.ts',
    'src/language.ts',
    'src/limits.ts',
    'src/log.ts',
    'src/secrets.ts',
    'src/security.ts',
    'src/session.ts',
    'src/town.ts',
    'express',
  ],
}

it('no folder imports what it must not', () => {
  const broken = Object.entries(mayImport).flatMap(([folder, allowed]) =>
    filesIn(folder, '.ts').flatMap(file =>
      importsOf(file)
        .filter(
          target =>
            !target.startsWith('node:') && !allowed.some(place => target === place || target.startsWith(`${place}/`)),
        )
        .map(target => `${file} imports ${target}`),
    ),
  )
  assert.deepEqual(broken, [])
})

it('only the office, the seeds and the start touch the database', () => {
  const touching = filesIn('src', '.ts').filter(
    file => importsOf(file).some(target => target.startsWith('src/generated')) && !file.startsWith('src/generated'),
  )
  const allowed = touching.filter(
    file =>
      file.startsWith('src/office/') ||
      ['src/app.ts', 'src/clerk.ts', 'src/database.ts', 'src/server.ts'].includes(file),
  )
  assert.deepEqual(touching, allowed)
})

it('SQL is never put together from text', () => {
  assert.deepEqual(
    filesIn('src', '.ts').filter(file => !file.startsWith('src/generated') && /RawUnsafe/.test(text(file))),
    [],
  )
})

it('views decide and repeat, nothing else, and bring no style or script of their own', () => {
  const broken = filesIn('views', '.ejs').flatMap(file => {
    const view = text(file)
    return [
      ...(/ style="| on[a-z]+="|<style|<script(?! src)/.test(view) ? [`${file}: inline style or script`] : []),
      ...[...view.matchAll(/<%-(?!\s*include\()/g)].map(() => `${file}: unescaped output`),
      ...[...view.matchAll(/[a-z-]+=<%/g)].map(match => `${file}: unquoted attribute ${match[0]}`),
    ]
  })
  assert.deepEqual(broken, [])
})

it('every view is used', () => {
  const views = filesIn('views', '.ejs').map(file => file.slice('views/'.length, -'.ejs'.length))
  const callers = [...filesIn('src/web', '.ts'), ...filesIn('views', '.ejs')].map(text).join('\n')
  const used = (name: string) =>
    callers.includes(`'${name}'`) ||
    (name.startsWith('fields/') &&
      text('src/forms/field-views.ts')
        .concat(text('src/forms/fields.ts'))
        .includes(`'${name.slice('fields/'.length)}'`))
  assert.deepEqual(
    views.filter(name => !used(name)),
    [],
  )
})

it('pages are rendered from literal objects only', () => {
  const broken = filesIn('src/web', '.ts').flatMap(file =>
    [...text(file).matchAll(/\.render\('[^']+', (?!\{ ?\n? *it: ?\{)/g)].map(match => `${file}: ${match[0]}`),
  )
  assert.deepEqual(broken, [])
})

it('files say at the top what they are for, and stay short', () => {
  const files = filesIn('src', '.ts').filter(
    file => !file.startsWith('src/generated') && !/\/lists\/|\/examples\.ts$/.test(file),
  )
  assert.deepEqual(
    files.filter(file => !/^(\/\/|\/\*\*)/.test(text(file))),
    [],
    'a sentence on top',
  )
  assert.deepEqual(
    files.filter(file => text(file).split('\n').length > 220),
    [],
    'shorter than 220 lines',
  )
})

it('documents name only files that exist', () => {
  const documents = ['README.md', 'CHANGELOG.md', ...filesIn('docs', '.md'), ...filesIn('src/services', '.md')].filter(
    file => existsSync(join(root, file)),
  )
  const missing = documents.flatMap(document =>
    [...text(document).matchAll(/`((?:src|views|test|prisma|public|docs|bench)\/[\w./-]+)`/g)]
      .map(match => match[1] ?? '')
      .filter(name => !name.includes('<') && !existsSync(join(root, name)))
      .map(name => `${document}: ${name}`),
  )
  const links = documents.flatMap(document =>
    [...text(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(match => match[1] ?? '')
      .filter(link => !existsSync(join(root, dirname(document), link)))
      .map(link => `${document}: ${link}`),
  )
  assert.deepEqual([...missing, ...links], [])
})

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => join(folder, name))
}

function text(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** Targets as paths from the root; packages by name. */
function importsOf(file: string): string[] {
  return [...text(file).matchAll(/^(?:import|export)[^'"]*?from '([^']+)'|\bimport\('([^']+)'\)/gm)].map(match => {
    const target = match[1] ?? match[2] ?? ''
    return target.startsWith('.') ? normalize(join(dirname(file), target)) : target
  })
}
