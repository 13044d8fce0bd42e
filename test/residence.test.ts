// Giving up, changing and certifying a residence: what is refused and why, what is only said, what one filing hands to the next.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rawOf, type Typed } from '../src/forms/example.ts'
import { type Journey, walk } from '../src/forms/journey.ts'
import type { Service } from '../src/forms/service.ts'
import { addDays } from '../src/law/dates.ts'
import { loadServices } from '../src/services.ts'
import { factsOn } from './helpers/facts.ts'

const services = await loadServices({ servicesOff: [] })
const today = '2026-11-23'
const facts = factsOn(today)

describe('moving in', () => {
  it('changes the documents of Germans who have any, not of a child without one, a foreigner, a secondary dwelling', () => {
    assert.ok(itemsOf('ummeldung', 'single').includes('documents'))
    assert.ok(!itemsOf('ummeldung', 'guardian').includes('documents'))
    assert.ok(!itemsOf('anmeldung', 'oneName').includes('documents'))
    const { answers } = filed('ummeldung', 'single')
    const items = at('ummeldung').checklist({ ...answers, newResidenceStatus: 'secondary' } as never)
    assert.ok(!items.some(({ id }) => id === 'documents'))
  })
})

describe('giving up a residence', () => {
  it('is possible from a week before moving out, not earlier (R-D01)', () => {
    assert.deepEqual(problems(filed('abmeldung', 'toCanada', { moveOutDate: addDays(today, 8) })), ['auszug R-D01'])
    assert.deepEqual(problems(filed('abmeldung', 'toCanada', { moveOutDate: addDays(today, 7) })), [])
  })

  it('is accepted late, with a warning (R-D02, R-T07)', () => {
    const late = filed('abmeldung', 'noDwelling', { moveOutDate: addDays(today, -17) })
    assert.deepEqual(problems(late), [])
    assert.ok(findings(late).includes('R-D02'))
    assert.ok(!findings(filed('abmeldung', 'noDwelling', { moveOutDate: addDays(today, -15) })).includes('R-D02'))
  })

  it('is not needed for a move inside Germany (R-D03)', () => {
    const moved = filed('abmeldung', 'noDwelling', { deregistrationKind: 'movingInGermany' })
    assert.deepEqual(problems(moved), ['grund R-D03'])
  })

  it('of a secondary one is of a secondary one (R-D05)', () => {
    assert.deepEqual(problems(filed('abmeldung', 'secondary', { residenceStatus: 'main' })), ['status R-D05'])
  })

  it('leaves one sole dwelling, or one main and else secondary ones (R-D06)', () => {
    const left = (...statuses: string[]) =>
      problems(
        filed('abmeldung', 'secondary', {
          remainingResidences: statuses.map(statusAfter => ({ ...kassel, statusAfter })),
        }),
      )
    assert.deepEqual(left('sole'), [])
    assert.deepEqual(left('main', 'secondary'), [])
    for (const wrong of [['secondary'], ['main'], ['main', 'main'], ['secondary', 'secondary'], ['sole', 'secondary']])
      assert.deepEqual(left(...wrong), ['weitere-wohnungen R-D06'], wrong.join())
  })

  it('sends letters abroad, else to the dwelling that is kept, else to the one that is given up', () => {
    const linesOf = (name: string, changes: Typed = {}) =>
      at('abmeldung')
        .addressee(filed('abmeldung', name, changes).answers as never)
        .lines.join(', ')
    const kept = { remainingResidences: [{ ...kassel, statusAfter: 'sole' }] }
    assert.match(linesOf('secondary', kept), /Fuldaweg/)
    assert.match(linesOf('toCanada'), /Kanada/)
    const givenUp = filed('abmeldung', 'noDwelling').answers.residence as { street: string }
    assert.ok(linesOf('noDwelling', { 'contact.delivery': 'portal' }).includes(givenUp.street))
  })

  it('changes no documents where the dwelling was a secondary one (R-D10)', () => {
    assert.ok(!itemsOf('abmeldung', 'secondary').includes('documents'))
    assert.ok(itemsOf('abmeldung', 'noDwelling').includes('documents'))
  })

  it('belongs to a town that has one of the dwellings', () => {
    const away = { 'residence.postalCode': '34117', 'residence.city': 'Kassel' }
    assert.deepEqual(problems(filed('abmeldung', 'noDwelling', away)), ['wohnung elsewhere'])
    assert.deepEqual(problems(filed('abmeldung', 'secondary', away)), ['weitere-wohnungen neitherHere'])
    const mainHere = { ...kassel, 'address.postalCode': '65549', statusAfter: 'sole' }
    assert.deepEqual(problems(filed('abmeldung', 'secondary', { ...away, remainingResidences: [mainHere] })), [])
  })

  it('of a child is for who has it at home, otherwise a clerk asks (R-D07)', () => {
    const child = { persons: [{ familyName: 'Klein', givenNames: 'Ida', birthDate: '1.5.2015', gender: 'w' }] }
    assert.ok(findings(filed('abmeldung', 'inCare', child)).includes('R-D07'))
    const own = { ...child, filerRole: 'householderUnder16' }
    assert.ok(!findings(filed('abmeldung', 'inCare', own)).includes('R-D07'))
  })

  it('abroad needs no visit with a serial number, which is sealed; it takes effect on the day of moving out (R-D04)', () => {
    const service = at('abmeldung')
    const { answers } = filed('abmeldung', 'toCanada')
    const stored = service.complete(answers as never, facts)
    assert.equal(service.visit?.(answers as never), false)
    assert.equal(service.visit?.({ ...stored, idMatch: {} } as never), false, 'also without the sealed number')
    assert.equal(service.visit?.(filed('abmeldung', 'familyAbroad').answers as never), true)
    const family = { persons: filed('abmeldung', 'familyAbroad').answers.persons, filerRole: 'familyMember' }
    assert.equal(service.visit?.({ ...stored, ...family } as never), true, 'nor for somebody added at the counter')
    assert.equal(service.effectiveOn?.(answers as never), addDays(today, 6))
    assert.deepEqual(stored.destinationAddress, {
      countryCode: 'CA',
      lines: ['128 Invented Road, Unit 5'],
      postalCode: 'K1A 0A0',
      city: 'Ottawa',
      region: 'ON',
    })
  })
})

describe('a serial number', () => {
  it('speaks for one person only: of a family that moves abroad each shows a document (BMG section 23(6))', () => {
    const slugs = (of: string, more = {}) => filed('abmeldung', of, more).steps.map(({ path }) => path)
    assert.ok(slugs('toCanada').includes('seriennummer'))
    assert.ok(!slugs('familyAbroad').includes('seriennummer'))
    const { answers } = filed('abmeldung', 'familyAbroad', { 'idMatch.serialNumber': 'L7X2MKP9T' })
    const shown = at('abmeldung')
      .checklist(answers as never)
      .filter(({ text }) => text === 'identity')
    assert.equal(shown.length, 2)
    assert.equal(
      at('abmeldung')
        .papers(answers as never)
        .filter(({ id }) => id === 'identityToChange').length,
      2,
    )
  })
})

it('both documents are brought where both are changed, one where only the identity of a person is to be seen (PAuswG section 27(1))', () => {
  const broughtFor = (slug: string, example: string, more = {}) => {
    const papers = at(slug).papers(filed(slug, example, more).answers as never)
    return [...new Set(papers.map(({ id }) => id))].filter(id => id.startsWith('identity'))
  }
  assert.deepEqual(broughtFor('anmeldung', 'single'), ['identityToChange'])
  assert.deepEqual(broughtFor('anmeldung', 'single', { newResidenceStatus: 'secondary' }), ['identity'])
  assert.deepEqual(broughtFor('ummeldung', 'single'), ['identityCard'])
  const { answers } = filed('anmeldung', 'single')
  const persons = (answers.persons as object[]).map(person => ({ ...person, nationalities: ['PL'] }))
  assert.deepEqual(
    at('anmeldung')
      .papers({ ...answers, persons } as never)
      .map(({ id }) => id)
      .filter(id => id.startsWith('identity')),
    ['identityForeign'],
    'nobody changes a Polish document',
  )
  assert.deepEqual(broughtFor('hauptwohnung', 'student'), ['identityToChange'])
  assert.deepEqual(broughtFor('abmeldung', 'familyAbroad'), ['identityToChange'])
})

describe('moving within the town', () => {
  it('does not ask from where, and is stored as such a move', () => {
    const { answers, steps } = filed('ummeldung', 'single')
    assert.equal(at('ummeldung').complete(answers as never, facts).moveKind, 'withinMunicipality')
    assert.ok(steps.every(step => !['art', 'zuzug', 'schon-gewohnt', 'letzte-wohnung'].includes(step.path)))
  })

  it('is not for who comes from elsewhere, and not before moving in', () => {
    const from = { 'previousResidence.postalCode': '60311', 'previousResidence.city': 'Frankfurt am Main' }
    assert.deepEqual(problems(filed('ummeldung', 'single', from)), ['bisherige-wohnung R-A05'])
    const future = { moveInDate: addDays(today, 1), previousMoveOutDate: '' }
    assert.ok(problems(filed('ummeldung', 'single', future)).includes('einzug R-A01'))
  })
})

describe('a certificate', () => {
  it('never certifies blocks, the number of the register of foreigners or what only staff may see', () => {
    const items = at('meldebescheinigung').fields.extendedItems.meta().options as string[]
    assert.deepEqual(
      items.filter(item => /block|azr|death(?!DateStored)|password|purpose/i.test(item)),
      [],
    )
    assert.equal(items.length, 15)
  })

  it('is free when it is electronic; on paper each copy has a fee', () => {
    const fees = (example: string) =>
      at('meldebescheinigung').fees?.(filed('meldebescheinigung', example).answers as never)
    assert.deepEqual(fees('extended'), [])
    assert.deepEqual(fees('onPaper'), [{ id: 'paperCertificate', count: 2 }])
  })

  it('of another town is asked for there', () => {
    const away = { 'mainResidence.postalCode': '34117', 'mainResidence.city': 'Kassel' }
    assert.deepEqual(findings(filed('meldebescheinigung', 'onPaper', away)), ['notHere'])
  })
})

describe('asked once', () => {
  const follow = (slug: string, example: string, next: string) => {
    const from = at(slug)
    const stored = from.complete(filed(slug, example).answers as never, facts)
    return at(next).startsFrom?.[from.id]?.(stored) as Record<string, Record<string, unknown>> | undefined
  }

  it('the dwelling that was registered is the one that is given up, changed or certified', () => {
    const given = follow('anmeldung', 'single', 'abmeldung')
    assert.equal(given?.residence?.street, 'Am Probierstein')
    assert.equal(given?.residence?.ags, undefined)
    assert.equal(given?.filer?.familyName, 'Westerbrink')
    assert.deepEqual(Object.keys(Object(given?.persons)[0] ?? {}).sort(), [
      'birthDate',
      'familyName',
      'gender',
      'givenNames',
      'id',
      'personRole',
      'singleName',
    ])
    assert.equal(follow('ummeldung', 'single', 'ummeldung')?.previousResidence?.street, 'Rosenprobe')
    assert.equal(follow('anmeldung', 'single', 'meldebescheinigung')?.mainResidence?.street, 'Am Probierstein')
  })

  it('a certificate starts with the main dwelling, wherever it is', () => {
    assert.equal(follow('anmeldung', 'commuter', 'meldebescheinigung')?.mainResidence?.city, 'Kassel')
    assert.equal(follow('abmeldung', 'secondary', 'meldebescheinigung')?.mainResidence?.city, 'Kassel')
  })

  it('nobody who moved abroad is offered a certificate of a dwelling in Germany', () => {
    assert.equal(follow('abmeldung', 'toCanada', 'meldebescheinigung'), undefined)
  })

  it('nothing goes from one person to another', () => {
    for (const next of ['abmeldung', 'ummeldung', 'meldebescheinigung'])
      for (const example of ['child', 'inCare']) assert.equal(follow('anmeldung', example, next), undefined)
  })
})

const kassel: Typed = { 'address.street': 'Fuldaweg', 'address.postalCode': '34117', 'address.city': 'Kassel' }

function at(slug: string): Service {
  const found = services.find(service => service.slug === slug)
  assert.ok(found, slug)
  return found
}

function filed(slug: string, name: string, changes: Typed = {}): Journey {
  const service = at(slug)
  const example = service.examples(today).find(other => other.name === name)
  assert.ok(example, name)
  return walk(service, rawOf({ name, typed: { ...example.typed, ...changes } }), facts)
}

function itemsOf(slug: string, name: string): string[] {
  return at(slug)
    .checklist(filed(slug, name).answers as never)
    .map(({ id }) => id)
}

function problems(journey: Journey): string[] {
  return journey.steps.flatMap(step => step.problems.map(({ code }) => `${step.path} ${code}`))
}

function findings(journey: Journey): string[] {
  return journey.findings.map(finding => finding.rule)
}
