// The documents say what the code says: files, functions, variables, rules, packages, commands; and their example works.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { variables } from '../src/config.ts'
import { rawOf } from '../src/forms/example.ts'
import { walk } from '../src/forms/journey.ts'
import { isMembers, leavesOf, nodeAt, planOf } from '../src/forms/plan.ts'
import type { Service } from '../src/forms/service.ts'
import { renderLetter } from '../src/office/render-letter.ts'
import { loadServices } from '../src/services.ts'
import { head } from './helpers/letterhead.ts'

const root = join(import.meta.dirname, '..')
const manifest = JSON.parse(text('package.json')) as Record<string, Record<string, string>>
const services = await loadServices({ servicesOff: [] })
const decisions = readdirSync(join(root, 'docs/decisions')).sort()
const documents = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
]

describe('every document', () => {
  it('names only commands that package.json has', () => {
    const named = documents.flatMap(file => [...text(file).matchAll(/npm run (\w+)/g)].map(match => match[1] ?? ''))
    assert.deepEqual(
      [...new Set(named)].filter(name => !manifest.scripts?.[name]),
      [],
    )
  })

  it('leads with every link to a file, and to a heading that is there', () => {
    const broken = documents.flatMap(file =>
      [...text(file).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)]
        .filter(([, path = '', anchor]) => {
          const target = path === '' ? join(root, file) : join(root, file, '..', path)
          return (
            !existsSync(target) || (anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor))
          )
        })
        .map(match => `${file}: ${match[0]}`),
    )
    assert.deepEqual(broken, [])
  })

  it('has pictures that are small and described', () => {
    const pictures = [...text('README.md').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)]
    assert.ok(pictures.length > 0)
    for (const [, alternative = '', path = ''] of pictures) {
      assert.ok(alternative.length > 30, path)
      assert.ok(statSync(join(root, path)).size <= 150 * 1024, path)
    }
  })

  it('speaks of the product, not of papers that a reader does not have', () => {
    const foreign = /\b(trust|domain|design|style|recipes|peers)\.md\b|\/work\/|registry\.|\bAI\b|\bissue #?\d/
    assert.deepEqual(
      documents.filter(file => foreign.test(text(file))),
      [],
    )
  })
})

describe('docs/one-submission.md', () => {
  const items = [...text('docs/one-submission.md').matchAll(/^(\d+)\. \*\*`([^`]+)`\*\*(.*)$/gm)]
  const files = items.map(item => item[2] ?? '')

  it('names each file once, and only files that exist', () => {
    assert.ok(files.length > 20)
    assert.deepEqual(
      files.filter((file, index) => files.indexOf(file) !== index || !existsSync(join(root, file))),
      [],
    )
    assert.deepEqual(
      items.map(item => Number(item[1])),
      items.map((_, index) => index + 1),
    )
  })

  it('names only functions that the file of the item exports', () => {
    const missing = items.flatMap(([, , file = '', words = '']) =>
      [...words.matchAll(/`(\w+)\(\)`/g)]
        .map(match => match[1] ?? '')
        .filter(name => !new RegExp(`^export (async )?(function|const) ${name}\\b`, 'm').test(text(file)))
        .map(name => `${file}: ${name}`),
    )
    assert.deepEqual(missing, [])
  })
})

describe('docs/operate.md', () => {
  it('lists every variable of the environment, with its meaning and what holds without it', () => {
    const listed = tableOf('docs/operate.md', 'Variable').map(([name, meaning, fallback]) => ({
      name: bare(name),
      meaning,
      fallback,
    }))
    assert.deepEqual(listed, variables)
  })
})

describe('docs/domain-notes.md', () => {
  const leftOut = tableOf('docs/domain-notes.md', 'Left out').map(([field]) => bare(field))
  const rulesLeftOut = ['Rule | What it says | How', 'Rule | What it says | Why not']
    .flatMap(head => tableOf('docs/domain-notes.md', head))
    .flatMap(([ids = '']) => ids.split(', ').map(bare))

  for (const service of services) {
    it(`lists every rule of ${service.id}, with severity and field`, () => {
      const [, section = ''] = text('docs/domain-notes.md').split(`## Rules of \`${service.id}\`\n`)
      const listed = rowsIn(section.split('\n## ')[0] ?? '', 'Rule | Severity').map(cells =>
        cells.slice(0, 3).map(bare),
      )
      const field = (rule: Service['rules'][number]) =>
        rule.members ? `${rule.members}[].${rule.field}` : String(rule.field)
      assert.deepEqual(listed.sort(), service.rules.map(rule => [rule.id, rule.severity, field(rule)]).sort())
    })

    it(`does not call left out what ${service.id} has`, () => {
      assert.deepEqual(
        rulesLeftOut.filter(id => service.rules.some(rule => rule.id === id)),
        [],
      )
      assert.deepEqual(
        leftOut.filter(name => isAsked(service, name)),
        [],
      )
    })
  }
})

describe('docs/decisions', () => {
  it('are numbered without a gap, and say context, decision and consequences in half a page', () => {
    for (const [index, file] of decisions.entries()) {
      const decision = text(`docs/decisions/${file}`)
      assert.match(file, new RegExp(`^${String(index + 1).padStart(4, '0')}-`))
      assert.match(decision, new RegExp(`^# ${index + 1}\\. `))
      for (const part of ['Context', 'Decision', 'Consequences'])
        assert.match(decision, new RegExp(`^## ${part}$`, 'm'))
      assert.ok(/dependencies/.test(file) || decision.split(/\s+/).length < 300, file)
    }
  })

  it('give every package of package.json a reason, and no other', () => {
    const listed = tableOf(`docs/decisions/${decisions.find(file => file.includes('dependencies'))}`, 'Package')
    const packages = [...Object.keys(manifest.dependencies ?? {}), ...Object.keys(manifest.devDependencies ?? {})]
    assert.deepEqual(listed.map(([name]) => bare(name)).sort(), packages.sort())
  })
})

describe('the example of docs/add-a-service.md', () => {
  const blocks = new Map([...text('docs/add-a-service.md').matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(m => [m[1], m[2]]))
  const words = JSON.parse(blocks.get('json') ?? '{}')

  it('is a service whose example can be sent, and whose letter is made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'service-'))
    try {
      const source = pathToFileURL(`${root}/src/`).href
      const file = join(folder, 'example.service.ts')
      const code = (blocks.get('ts') ?? '')
        .replaceAll("'../../", `'${source}`)
        .replaceAll("'../", `'${source}services/`)
      writeFileSync(file, code)
      writeFileSync(join(folder, 'letter.typ'), blocks.get('typst') ?? '')
      const { default: service } = (await import(pathToFileURL(file).href)) as { default: Service }
      const today = '2026-11-23'
      const town = { name: '', ags: '', postalCodes: [], knowsStreet: () => true }
      for (const example of service.examples(today)) {
        const journey = walk(service, rawOf(example), { filedOn: today, town })
        assert.deepEqual(
          journey.steps.flatMap(step => step.problems.map(({ control, code }) => `${control} ${code}`)),
          [],
        )
        assert.deepEqual(
          journey.steps.map(step => step.path),
          service.pages.map(page => page.slug),
        )
        await renderLetter(pathToFileURL(join(folder, 'letter.typ')).href, letterOf(service, journey.answers, today))
      }
      hasWords(service)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  function hasWords(service: Service): void {
    const fields = planOf(service).pages.flatMap(page => (isMembers(page) ? [] : leavesOf(page.nodes)))
    const own = fields.filter(leaf => !leaf.path.includes('.')).map(leaf => `fields.${leaf.path}.label`)
    const places = [
      ...service.pages.flatMap(page => [`pages.${page.slug}.title`, `pages.${page.slug}.why`]),
      ...service.rules.map(rule => `rules.${rule.id}`),
      ...service.papers({}).map(paper => `papers.${paper.id}`),
      ...service.checklist({}).map(item => `checklist.${item.text}`),
      ...service.returns.map(id => `returns.${id}`),
      ...service.letters.map(({ kind }) => `letters.${kind}`),
      ...['name', 'short', 'summary', 'send'],
      'receipt.title',
      service.visit?.({}) === false ? 'next.noVisit' : 'next.visit',
      ...own,
    ]
    assert.deepEqual(
      places.filter(place => typeof wordAt(place) !== 'string'),
      [],
    )
  }

  function wordAt(place: string): unknown {
    return place.split('.').reduce((inner, key) => inner?.[key], words)
  }
})

function letterOf(service: Service, answers: Record<string, unknown>, today: string): Record<string, unknown> {
  return { ...head, ...service.letters[0]?.content({ answers, desk: {} }, today) }
}

/** `landlordProof = upload` is a field's option; without ` = ` it is a field, of the filing or of a person. */
function isAsked(service: Service, name: string): boolean {
  const [path = '', option] = name.split(' = ')
  const top = planOf(service).top
  const found = [top, ...top.map(node => (node.kind === 'members' ? node.children : []))].flatMap(nodes => {
    try {
      return [nodeAt(nodes, path)]
    } catch {
      return []
    }
  })
  return found.some(node => option === undefined || (node.kind === 'leaf' && node.look.options?.includes(option)))
}

function tableOf(file: string, head: string): string[][] {
  return rowsIn(text(file), head)
}

/** The rows of the tables whose head begins with these cells, in order. */
function rowsIn(document: string, head: string): string[][] {
  const lines = document.split('\n')
  const starts = lines.flatMap((line, index) => (line.startsWith(`| ${head} |`) ? [index] : []))
  assert.notEqual(starts.length, 0, `there is a table ${head}`)
  return starts.flatMap(start => {
    const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'))
    return lines.slice(start + 2, end < 0 ? undefined : end).map(cellsOf)
  })
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim())
}

function bare(cell = ''): string {
  return cell.replaceAll('`', '')
}

function anchorsOf(markdown: string): string[] {
  const headings = [...markdown.matchAll(/^#+ (.+)$/gm)].map(match => match[1] ?? '')
  return headings.map(heading =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function text(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}
