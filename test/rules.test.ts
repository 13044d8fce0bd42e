// Rules that look at several pages: whatever somebody answers, the page that asks it stays open, to be mended there.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Example, rawOf, withBlanks } from '../src/forms/example.ts'
import { asks } from '../src/forms/findings.ts'
import type { Raw } from '../src/forms/input.ts'
import {
  findStep,
  firstOpenStep,
  type Journey,
  mayVisit,
  memberAnswers,
  type Step,
  walk,
} from '../src/forms/journey.ts'
import { memberPrefix } from '../src/forms/members.ts'
import { type LeafNode, type ListNode, leavesOf, planOf } from '../src/forms/plan.ts'
import type { Service } from '../src/forms/service.ts'
import { addDays } from '../src/law/dates.ts'
import { loadServices } from '../src/services.ts'
import { factsOn } from './helpers/facts.ts'

const services = await loadServices({ servicesOff: [] })
const facts = factsOn('2026-11-23')
/** Long ago, as a child, the other day, tomorrow. */
const days = [
  '1.1.1899',
  '1899',
  addDays(facts.filedOn, -9 * 365),
  addDays(facts.filedOn, -1),
  addDays(facts.filedOn, 1),
]

for (const service of services) {
  describe(`${service.id}: an answer that cannot be right`, () => {
    for (const example of service.examples(facts.filedOn)) {
      const raw = savedOf(service, example)
      const changes = [...changesOf(walk(service, raw, facts)), ...copiesOf(service, raw)]

      it(`locks nobody out of the page that asks it (${example.name})`, () => {
        assert.ok(changes.length > walk(service, raw, facts).steps.length)
        const locked = changes.filter(({ path, typed }) => {
          const journey = walk(service, { ...raw, ...typed }, facts)
          const step = findStep(journey, path)
          return step && !mayVisit(journey, step)
        })
        assert.deepEqual(locked, [])
      })

      it(`is judged on the last of the pages that matter for it (${example.name})`, () => {
        const early = changes.flatMap(({ typed }) => judgedTooEarly(walk(service, { ...raw, ...typed }, facts)))
        assert.deepEqual([...new Set(early)], [])
      })
    }
  })
}

describe('residence-registration: the day of moving in', () => {
  const service = services.find(other => other.id === 'residence-registration') as Service
  const [single] = service.examples(facts.filedOn)
  const movedIn = (day: string, typed: Raw = {}) =>
    walk(service, { ...savedOf(service, single as Example), moveInDate: day, ...typed }, facts)
  const firstOpen = (journey: Journey) => {
    const open = firstOpenStep(journey)
    return open?.problems.map(({ control, code }) => `${open.path} ${control} ${code}`)
  }

  it('with a wrong year is mended where it is asked', () => {
    const journey = movedIn('20.11.2016', { 'filer.birthDate': '3.3.2005' })
    assert.deepEqual(firstOpen(journey), ['einzug moveInDate R-A19'])
    assert.ok(mayVisit(journey, findStep(journey, 'einzug') as Step))
  })

  it('before the birth is mended where it is asked', () => {
    assert.deepEqual(firstOpen(movedIn('1.1.1899')), ['einzug moveInDate moveInBeforeBirth'])
  })

  it('of a child in the family says it at the child', () => {
    const [, family] = service.examples(facts.filedOn)
    const raw = { ...savedOf(service, family as Example), moveInDate: '1.11.2017' }
    assert.deepEqual(firstOpen(walk(service, raw, facts)), ['personen/persons3/geburt birthDate bornLate'])
  })
})

/** Typed page by page, so that what was left blank is saved as well. */
function savedOf(service: Service, example: Example): Raw {
  return withBlanks(walk(service, rawOf(example), facts))
}

type Change = { path: string; typed: Raw }

/** Every single answer of a filing, changed to what it could be as well. */
function changesOf(journey: Journey): Change[] {
  return journey.steps.flatMap(step => {
    if (step.kind === 'members') return []
    const prefix = step.kind === 'member' ? memberPrefix(step.list, step.memberId) : ''
    return step.shown.flatMap(control =>
      valuesFor(leafAt(step, control)).map(value => ({ path: step.path, typed: { [prefix + control]: value } })),
    )
  })
}

function leafAt(step: Step & { kind: 'page' | 'member' }, control: string): LeafNode | ListNode | undefined {
  const fitting = leavesOf(step.page.nodes).filter(({ path }) => control === path || control.endsWith(`.${path}`))
  return fitting.sort((a, b) => b.path.length - a.path.length)[0]
}

function valuesFor(leaf: LeafNode | ListNode | undefined): string[] {
  if (!leaf) return []
  return leaf.look.typed ? days : ['', ...(leaf.look.options ?? [])]
}

/** One address typed again as another one. */
function copiesOf(service: Service, raw: Raw): Change[] {
  const groups = planOf(service).top.filter(node => node.kind === 'group')
  const pageOf = (name: string) => service.pages.find(page => 'asks' in page && page.asks[0] === name)?.slug ?? ''
  return groups.flatMap(from =>
    groups
      .filter(to => to !== from && to.words[1] === from.words[1])
      .map(to => ({ path: pageOf(to.path), typed: copied(raw, from.path, to.path) })),
  )
}

function copied(raw: Raw, from: string, to: string): Raw {
  const entries = Object.entries(raw).filter(([name]) => name.startsWith(`${from}.`))
  return Object.fromEntries(entries.map(([name, text]) => [to + name.slice(from.length), text]))
}

/** Errors at a page that looks at answers of later pages: these could not be reached to mend them. */
function judgedTooEarly({ service, answers, steps }: Journey): string[] {
  return service.rules
    .filter(rule => rule.severity === 'error')
    .flatMap(rule => {
      const members = steps.filter(step => step.list?.node.name === rule.members)
      const ids = rule.members ? [...new Set(members.flatMap(step => step.memberId ?? []))] : [null]
      return ids.flatMap(id => {
        const own =
          id === null
            ? null
            : memberAnswers({ answers } as Journey, members.find(other => other.memberId === id) as Step)
        const read: string[] = []
        const all = recorded(answers, '', path => read.push(path))
        const one = own && recorded(own, '', path => read.push(`member ${path}`))
        const holds = rule.holds as (...context: unknown[]) => boolean
        holds(...(one ? [one, all, facts] : [all, facts]))
        const at = positionOf(steps, one ? `member ${rule.field}` : String(rule.field), id)
        const later = read.filter(path => positionOf(steps, path, id) > at && at >= 0)
        return later.map(path => `${rule.id} at ${rule.field} reads ${path}`)
      })
    })
}

/** Where a field is asked; what lists hold inside is asked beside them, and locks nobody out. */
function positionOf(steps: Step[], path: string, memberId: string | null): number {
  const [, own] = /^member (.*)$/.exec(path) ?? []
  return steps.findIndex(step => (own ? step.memberId === memberId : step.kind !== 'member') && asks(own ?? path)(step))
}

/** Notes each answer that is looked at, as `previousResidence.street`. */
function recorded<Value>(value: Value, at: string, note: (path: string) => void): Value {
  if (typeof value !== 'object' || value === null) return value
  return new Proxy(value, {
    get(target, key, receiver) {
      const inner = Reflect.get(target, key, receiver)
      if (typeof key !== 'string' || typeof inner === 'function') return inner
      const path = Array.isArray(target) ? at : at ? `${at}.${key}` : key
      if (typeof inner !== 'object') note(path)
      return recorded(inner, path, note)
    },
  })
}
