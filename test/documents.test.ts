// The documents say what the code says: files, functions, variables, rules, packages, commands.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { variables } from '../src/config.ts'
import { nodeAt, planOf } from '../src/forms/plan.ts'
import type { Service } from '../src/forms/service.ts'
import { loadServices } from '../src/services.ts'

const root = join(import.meta.dirname, '..')
const manifest = JSON.parse(text('package.json')) as Record<string, Record<string, string>>
const rulesLeftOut = ['Rule | What it says | How', 'Rule | What it says | Why not']
const services = await loadServices({ servicesOff: [] })
const decisions = readdirSync(join(root, 'docs/decisions')).sort()
const documents = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
  ...services.map(({ id }) => rulesOf(id)),
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

describe('rules.md', () => {
  for (const service of services) {
    it(`lists every rule of ${service.id}, with severity and field`, () => {
      const listed = tableOf(rulesOf(service.id), 'Rule | Severity').map(cells => cells.slice(0, 3).map(bare))
      const field = (rule: Service['rules'][number]) =>
        rule.members ? `${rule.members}[].${rule.field}` : String(rule.field)
      assert.deepEqual(listed.sort(), service.rules.map(rule => [rule.id, rule.severity, field(rule)]).sort())
    })

    it(`does not call left out what ${service.id} has`, () => {
      const idsOf = (file: string) =>
        rulesLeftOut.flatMap(head => tableIfAny(file, head)).flatMap(([ids]) => listIn(ids))
      const rules = [...idsOf(rulesOf(service.id)), ...idsOf('docs/domain-notes.md')]
      assert.deepEqual(
        rules.filter(id => service.rules.some(rule => rule.id === id)),
        [],
      )
      const fields = tableIfAny(rulesOf(service.id), 'Left out').map(([field]) => bare(field))
      assert.deepEqual(
        fields.filter(name => isAsked(service, name)),
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

function rulesOf(id: string): string {
  return `src/services/${id}/rules.md`
}

function listIn(cell = ''): string[] {
  return cell.split(', ').map(bare)
}

/** No rows where the document has no such table. */
function tableIfAny(file: string, head: string): string[][] {
  return text(file).includes(`| ${head} |`) ? tableOf(file, head) : []
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
