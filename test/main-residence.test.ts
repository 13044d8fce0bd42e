// A changed main residence and an objection: what is refused and why, what the letters say, what one filing hands to the next.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rawOf, type Typed } from '../src/forms/example.ts'
import { walk } from '../src/forms/journey.ts'
import { planOf } from '../src/forms/plan.ts'
import { separate } from '../src/forms/sensitive.ts'
import type { Service } from '../src/forms/service.ts'
import { loadWords } from '../src/language.ts'
import { addDays } from '../src/law/dates.ts'
import { loadServices } from '../src/services.ts'
import { factsOn } from './helpers/facts.ts'

const { de } = await loadWords()
const services = await loadServices({ servicesOff: [] })
const today = '2026-11-23'
const facts = factsOn(today)

describe('a change of the main residence', () => {
  it('is told up to two weeks ahead, and late with a warning', () => {
    const on = (statusChangeDate: string) => filed('hauptwohnung', 'student', { statusChangeDate })
    assert.deepEqual(problems(on(addDays(today, 15))), ['aenderung farAhead'])
    assert.deepEqual(problems(on(addDays(today, 14))), [])
    assert.ok(findings(on(addDays(today, 14))).includes('ahead'))
    assert.ok(findings(on(addDays(today, -17))).includes('R-T07'))
    assert.ok(!findings(on(addDays(today, -14))).includes('R-T07'))
  })

  it('has one main residence before and one after, and they differ (R-H01)', () => {
    const told = (...statuses: [string, string][]) =>
      problems(
        filed('hauptwohnung', 'student', {
          residences: statuses.map(([statusBefore, statusAfter], index) => ({
            ...dwelling(`Probe ${index}`),
            statusBefore,
            statusAfter,
          })),
        }),
      )
    assert.deepEqual(told(['secondary', 'main'], ['main', 'secondary']), [])
    assert.deepEqual(told(['secondary', 'main'], ['main', 'main']), ['wohnungen R-H01'])
    assert.deepEqual(told(['main', 'secondary'], ['secondary', 'secondary']), ['wohnungen R-H01'])
    assert.deepEqual(told(['main', 'main'], ['main', 'secondary']), ['wohnungen mainBefore'])
    assert.deepEqual(told(['main', 'main'], ['secondary', 'secondary']), ['wohnungen unchanged'])
    assert.deepEqual(told(['main', 'main']), ['wohnungen tooFew'])
  })

  it('belongs to the town of the new main residence', () => {
    const elsewhere = { ...dwelling('Fuldaweg', '34117'), statusBefore: 'secondary', statusAfter: 'main' }
    const here = { ...dwelling('Campusprobe'), statusBefore: 'main', statusAfter: 'secondary' }
    assert.deepEqual(problems(filed('hauptwohnung', 'student', { residences: [elsewhere, here] })), [
      'wohnungen elsewhere',
    ])
  })

  it('for a reason that is a minor’s needs a minor (R-H02), whose parents may have to agree (R-F02)', () => {
    const custodial = { mainResidenceReason: 'custodialResidence' }
    assert.ok(findings(filed('hauptwohnung', 'student', custodial)).includes('R-H02'))
    const child = findings(filed('hauptwohnung', 'child'))
    assert.ok(child.includes('R-F02') && !child.includes('R-H02'))
  })

  it('is confirmed for the new main residence alone', () => {
    const { persons } = letter('hauptwohnung', 'family') as { persons: Record<string, unknown>[] }
    assert.deepEqual(
      persons.map(({ address, status, statusChangeDate, filedOn }) => [address, status, statusChangeDate, filedOn]),
      Array(2).fill([['Mühlenprobe 23', '65549 Limburg a. d. Lahn'], 'main', '19.11.2026', '23.11.2026']),
    )
  })

  it('begins with the dwellings somebody moved in with, where there are several', () => {
    const next = (example: string) => {
      const { service, journey } = filed('ummeldung', example)
      return found('hauptwohnung').startsFrom?.['residence-change']?.(service.complete(journey.answers as never, facts))
    }
    assert.equal(next('single'), undefined)
    const { residences } = next('twoDwellings') as {
      residences: { address: { street: string }; statusBefore: string }[]
    }
    assert.deepEqual(
      residences.map(({ address, statusBefore }) => [address.street, statusBefore]),
      [
        ['Lindenprobe', 'main'],
        ['Altprobe', 'secondary'],
      ],
    )
  })
})

describe('an objection to transmissions', () => {
  it('is sealed, and no finding, paper or item of the checklist tells which it is', () => {
    const { service, journey } = filed('uebermittlungssperre', 'child')
    const { open, sealed } = separate(planOf(service), service.complete(journey.answers as never, facts))
    assert.deepEqual(sealed, { blocks: ['religiousSocieties'] })
    assert.doesNotMatch(JSON.stringify(open), /religious|parties|jubilees/)
    const seen = (blocks: string[]) => {
      const { journey: other } = filed('uebermittlungssperre', 'child', { blocks })
      const answers = other.answers as never
      return [other.findings, service.papers(answers), service.checklist(answers)]
    }
    assert.deepEqual(seen(['religiousSocieties']), seen(['parties', 'jubilees']))
  })

  it('needs one objection at least, and a dwelling in the town', () => {
    assert.deepEqual(problems(filed('uebermittlungssperre', 'objection', { blocks: [] })), ['widerspruch missing'])
    assert.deepEqual(problems(filed('uebermittlungssperre', 'objection', { 'residence.postalCode': '34117' })), [
      'anschrift elsewhere',
    ])
  })

  it('is confirmed with exactly what was declared, entered or deleted', () => {
    const entered = letter('uebermittlungssperre', 'objection')
    assert.deepEqual(
      [entered.revoked, entered.blocks, entered.name],
      [false, ['parties', 'jubilees'], 'Konrad von der Heydte'],
    )
    const deleted = letter('uebermittlungssperre', 'revoked')
    assert.deepEqual([deleted.revoked, deleted.blocks], [true, ['jubilees']])
  })
})

function found(slug: string): Service {
  const service = services.find(other => other.slug === slug)
  assert.ok(service)
  return service
}

function filed(slug: string, name: string, changes: Typed = {}) {
  const service = found(slug)
  const example = service.examples(today).find(other => other.name === name)
  assert.ok(example)
  const typed = { ...example.typed, ...changes }
  return { service, journey: walk(service, rawOf({ name, typed }), facts) }
}

function problems({ journey }: ReturnType<typeof filed>): string[] {
  return journey.steps.flatMap(step => step.problems.map(problem => `${step.path} ${problem.code}`))
}

function findings({ journey }: ReturnType<typeof filed>): string[] {
  return journey.findings.map(({ rule }) => rule)
}

function letter(slug: string, name: string): Record<string, unknown> {
  const { service, journey } = filed(slug, name)
  const filing = { answers: service.complete(journey.answers as never, facts), desk: {} } as never
  const kind = service.letters.find(({ when }) => when?.(filing) ?? true)
  assert.ok(kind)
  return kind.content(filing, today, de)
}

function dwelling(street: string, postalCode = '65549'): Typed {
  return { 'address.street': street, 'address.postalCode': postalCode, 'address.city': 'Ort' }
}
