// What a trade notification refuses, and what it only remarks: it is accepted without a permit, never for a move away.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rawOf, type Typed } from '../src/forms/example.ts'
import { walk } from '../src/forms/journey.ts'
import type { Service } from '../src/forms/service.ts'
import { ruleText } from '../src/forms/words.ts'
import { loadWords } from '../src/language.ts'
import { addDays } from '../src/law/dates.ts'
import { formatDay } from '../src/law/partial-date.ts'
import { loadServices } from '../src/services.ts'
import { factsOn } from './helpers/facts.ts'

const services = await loadServices({ servicesOff: [] })
const { de } = await loadWords({ town: 'Limburg', shortTown: 'Limburg' })
const facts = factsOn('2026-11-23')

/** Service, example, what somebody types otherwise; the finding and the page it stands on. */
const cases: [string, string, Typed, string, string][] = [
  ['trade-deregistration', 'age', { endReason: 'relocationToOtherDistrict' }, 'error R-G05', 'grund'],
  ['trade-deregistration', 'age', { endReason: 'relocationWithinMunicipality' }, 'error R-G07', 'grund'],
  ['trade-deregistration', 'age', { endDate: '1.10.2026' }, 'warning R-G03', 'ende'],
  ['trade-deregistration', 'age', { endDate: '24.12.2026' }, 'warning endEarly', 'ende'],
  ['trade-registration', 'candles', { 'establishment.address.postalCode': '60311' }, 'error R-G04', 'betriebsstaette'],
  [
    'trade-registration',
    'hairdresser',
    { 'formerEstablishment.address.postalCode': '65549' },
    'error R-G07',
    'fruehere-betriebsstaette',
  ],
  [
    'trade-registration',
    'software',
    { 'establishment.address.street': 'Eschenprobe', 'establishment.address.postalCode': '65556' },
    'warning streetElsewhere',
    'betriebsstaette',
  ],
  [
    'trade-registration',
    'software',
    { 'establishment.address.street': 'Unbekannte Gasse' },
    'warning streetUnknown',
    'betriebsstaette',
  ],
  ['trade-registration', 'candles', { legalForm: 'gmbh' }, 'error roleForm', 'wer'],
  ['trade-registration', 'software', { legalForm: 'soleTrader' }, 'error roleForm', 'wer'],
  ['trade-registration', 'candles', { startDate: '1.10.2026' }, 'warning R-G01', 'beginn'],
  ['trade-registration', 'candles', { startDate: '1.2.2027' }, 'warning startEarly', 'beginn'],
  ['trade-registration', 'candles', { activityMain: 'Taxiunternehmen' }, 'warning R-G14', 'erlaubnis'],
  ['trade-registration', 'candles', { activityMain: 'Schlüsseldienst' }, 'warning R-G17', 'erlaubnis'],
  ['trade-registration', 'hairdresser', { 'craftCard.present': 'no' }, 'warning R-G15', 'handwerkskarte'],
  [
    'trade-registration',
    'candles',
    { activityMain: 'Aufbau von Messeständen', businessTypes: ['craft'], 'craftCard.present': 'no' },
    'warning craftCardMissing',
    'handwerkskarte',
  ],
  ['trade-registration', 'candles', { activityMain: 'Fotografin' }, 'info R-G16', 'reisegewerbe'],
  ['trade-registration', 'candles', { activityMain: 'Dienstleistungen aller Art' }, 'warning R-G21', 'taetigkeit'],
  ['trade-registration', 'candles', { activityMain: 'Handel' }, 'warning activityShort', 'taetigkeit'],
  ['trade-registration', 'candles', { 'filer.birthDate': '1.5.2010' }, 'warning R-G20', 'name'],
  ['trade-registration', 'software', { 'filer.birthDate': '1.5.2010' }, 'warning minorRepresentative', 'name'],
  ['trade-registration', 'partners', { 'residenceTitle.present': 'no' }, 'warning R-G19', 'aufenthaltstitel'],
  ['trade-registration', 'software', { inFormation: 'yes' }, 'warning formationNotNamed', 'firmenname'],
  [
    'trade-registration',
    'software',
    { inFormation: 'yes', 'authorisation.kind': 'registerExtract' },
    'warning extractNotYet',
    'eintragung',
  ],
  [
    'trade-registration',
    'software',
    { registeredName: 'Reineclaude Software GmbH i. G.' },
    'warning formationNamed',
    'firmenname',
  ],
  ['trade-registration', 'software', { registerNumber: 'HRB87654' }, 'warning registerNumber', 'register'],
  [
    'trade-change',
    'moves',
    { 'formerEstablishment.address.postalCode': '35390' },
    'error formerElsewhere',
    'bisherige-betriebsstaette',
  ],
  [
    'trade-change',
    'moves',
    { 'establishment.address.street': 'Ahornprobe', 'establishment.address.houseNumber': '23' },
    'error samePlace',
    'betriebsstaette',
  ],
]

describe('a trade notification', () => {
  for (const [id, name, typed, expected, page] of cases)
    it(`${id}: ${Object.values(typed).join(', ')} → ${expected} on ${page}`, () => {
      const found = findingsOf(id, name, typed)
      const finding = found.find(({ severity, rule }) => `${severity} ${rule}` === expected)
      assert.equal(finding?.step, page, JSON.stringify(found))
      assert.doesNotMatch(ruleText(id, finding, de), /\{\{|undefined/)
      assert.deepEqual(
        findingsOf(id, name, {}).filter(({ severity, rule }) => `${severity} ${rule}` === expected),
        [],
      )
    })

  it('tells of the chamber of crafts where a craft begins, not where one moves (HwO § 18)', () => {
    const told = (typed: Typed) => findingsOf('trade-change', 'branchGrows', typed).some(({ rule }) => rule === 'R-G16')
    assert.ok(told({ newActivity: 'Fotografie', continuedActivity: 'Verkauf von Obst' }))
    assert.ok(!told({ newActivity: 'Verkauf von Gemüse', continuedActivity: 'Fotografie' }))
  })

  it('offers the place so far, which an earlier notification has told, as the former one', () => {
    const known = (typed: Typed) => {
      const page = serviceOf('trade-change').pages.find(({ slug }) => slug === 'bisherige-betriebsstaette')
      assert.ok(page && 'offers' in page)
      return page.offers?.known(journeyOf('trade-change', 'moves', typed).answers as never) ?? []
    }
    const blank = { 'formerEstablishment.address.street': '', 'formerEstablishment.address.houseNumber': '' }
    const [offer] = known(blank)
    assert.equal(
      offer?.values.street,
      (journeyOf('trade-change', 'moves', {}).answers as { establishment: { address: { street: string } } })
        .establishment.address.street,
    )
    assert.equal(offer?.isTaken, false)
    assert.equal(known({})[0]?.isTaken, true)
  })

  it('names a permit that is stated as needed and missing, where the activity points to none', () => {
    const found = (typed: Typed) =>
      findingsOf('trade-registration', 'candles', typed).filter(({ rule }) => rule === 'permitMissing').length
    assert.equal(found({ 'permit.required': 'yes', 'permit.present': 'no' }), 1)
    assert.equal(found({ 'permit.required': 'no' }), 0)
    assert.equal(found({ 'permit.required': 'yes', 'permit.present': 'no', activityMain: 'Taxiunternehmen' }), 0)
  })

  it('asks for a residence title where one of several representatives needs it (R-G18)', () => {
    const asked = (nationality: string) =>
      journeyOf('trade-registration', 'software', {
        additionalRepresentatives: [{ familyName: 'Probst', nationalities: [nationality] }],
      }).steps.some(({ path }) => path === 'aufenthaltstitel')
    assert.deepEqual(['NL', 'CH', 'CA'].map(asked), [false, false, true])
  })

  it('asks whether a representative is named twice', () => {
    const twice = (person: Typed) =>
      findingsOf('trade-registration', 'software', { additionalRepresentatives: [person] }).filter(
        ({ rule }) => rule === 'sameRepresentative',
      ).length
    const herself = { familyName: 'Yıldırım-Holm', givenNames: 'Ayşe', birthDate: '27.4.1979' }
    assert.equal(twice(herself), 1)
    assert.equal(twice({ ...herself, birthDate: '28.4.1979' }), 0)
    assert.equal(twice({ ...herself, givenNames: 'Emine' }), 0)
  })

  it('says that the tax office hears of an opening, a move and an end, and of nothing else (AO § 138)', () => {
    const told = (id: string, name: string) => findingsOf(id, name, {}).find(({ rule }) => rule === 'R-G23')?.step
    assert.equal(told('trade-registration', 'candles'), 'beginn')
    assert.equal(told('trade-change', 'moves'), 'tag')
    assert.equal(told('trade-change', 'marries'), undefined)
    assert.equal(told('trade-deregistration', 'age'), 'ende')
  })

  it('names the duty towards the accident insurance to every beginner, the employer number to who employs (SGB VII § 192)', () => {
    const told = (staff: string) => {
      const typed = { staffFullTime: staff, staffPartTime: '0' }
      const rules = findingsOf('trade-registration', 'candles', typed).map(({ rule }) => rule)
      return ['R-G24', 'employerNumber'].filter(id => rules.includes(id))
    }
    assert.deepEqual([told('0'), told('2')], [['R-G24'], ['R-G24', 'employerNumber']])
    const moved = findingsOf('trade-registration', 'candles', { registrationReason: 'relocation' })
    assert.ok(!moved.some(({ rule }) => rule === 'R-G24'), 'it exists already')
  })

  it('knows the ways in which a company says that it is in formation, and nothing else', () => {
    const isNamed = (registeredName: string) =>
      findingsOf('trade-registration', 'software', { registeredName }).some(({ rule }) => rule === 'formationNamed')
    for (const ending of ['i. G.', 'i.G.', 'i. Gr.', 'i.Gr.', 'in Gründung', 'iG'])
      assert.ok(isNamed(`Reineclaude GmbH ${ending}`), ending)
    for (const name of ['Beratung in Gründungsfragen GmbH', 'Reineclaude GmbH']) assert.ok(!isNamed(name), name)
  })

  it('of a company in formation is proved by its articles, and says so before anybody types (GmbH i. G.)', () => {
    const typed = { inFormation: 'yes', 'authorisation.kind': 'foundingDeed' }
    const errors = findingsOf('trade-registration', 'software', typed).filter(({ severity }) => severity === 'error')
    assert.deepEqual(errors, [])
    assert.equal(
      de.say('trade-registration:fields.authorisation.kind.options.foundingDeed'),
      de.say('trade-registration:papers.foundingDeed'),
    )
    assert.match(de.say('trade-registration:about.bring'), /bei einer Firma in Gründung den Gesellschaftsvertrag/)
  })

  it('tells who serves alcohol of six weeks, and never to come back later', () => {
    const found = (ahead: number, activityMain: string) =>
      findingsOf('trade-registration', 'candles', {
        activityMain,
        startDate: formatDay(addDays(facts.filedOn, ahead), 'de'),
      })
        .map(({ rule }) => rule)
        .filter(rule => ['startEarly', 'alcoholLate', 'alcohol', 'R-G22'].includes(rule))
        .sort()
    assert.deepEqual(found(41, 'Kneipe mit Ausschank'), ['R-G22', 'alcohol', 'alcoholLate'])
    assert.deepEqual(found(42, 'Kneipe mit Ausschank'), ['R-G22', 'alcohol'])
    assert.deepEqual(found(42, 'Herstellung von Kerzen'), ['startEarly'])
  })

  it('names what it found in somebody’s own words', () => {
    const [finding] = findingsOf('trade-registration', 'candles', { activityMain: 'Wachdienst' }).filter(
      ({ rule }) => rule === 'R-G14',
    )
    assert.match(ruleText('trade-registration', finding ?? { rule: '' }, de), /^Ihre Beschreibung passt zu: Bewachung/)
  })

  it('asks nobody twice: who files for themselves is the owner', () => {
    const { answers } = journeyOf('trade-registration', 'candles', {})
    const service = serviceOf('trade-registration')
    const { owner, publicParticipation } = service.complete(answers as never, facts) as Record<
      string,
      Record<string, string>
    >
    assert.deepEqual(
      [owner?.familyName, owner?.givenNames, owner?.birthDate, publicParticipation as unknown],
      ['Quendel', 'Frieda', '1990-08-08', 'no'],
    )
  })

  it('starts the next managing partner’s form with the business, never with the person', () => {
    const service = serviceOf('trade-registration')
    const begun = (name: string) =>
      service.startsFrom?.['trade-registration']?.(service.complete(answersOf(name), facts))
    assert.equal(begun('candles'), undefined)
    const next = begun('partners') ?? {}
    assert.equal(next.businessName, 'Blütenprobe')
    assert.doesNotMatch(JSON.stringify(next), /Okonkwo|Adaeze|Ferber|1991|Rosenprobe|Enugu/)
  })

  it('takes what was registered over into a change and an end', () => {
    const registered = serviceOf('trade-registration').complete(answersOf('candles'), facts)
    const changed = serviceOf('trade-change').startsFrom?.['trade-registration']?.(registered) ?? {}
    assert.match(String(changed.continuedActivity), /^Herstellung von Kerzen .*\nDurchführung von Kerzenkursen$/)
    assert.equal('activityMain' in changed || 'businessTypes' in changed, false)
    const ended = serviceOf('trade-deregistration').startsFrom?.['trade-change']?.(changed) ?? {}
    assert.equal(ended.activityMain, changed.continuedActivity)
    for (const continuedActivity of ['keine', 'Keine.', ' none '])
      for (const id of ['trade-change', 'trade-deregistration']) {
        const answers = { continuedActivity, newActivity: 'Verkauf von Bürsten' }
        const { activityMain, continuedActivity: after } = serviceOf(id).startsFrom?.['trade-change']?.(answers) ?? {}
        assert.equal(activityMain ?? after, 'Verkauf von Bürsten')
      }
  })
})

function serviceOf(id: string): Service {
  return services.find(service => service.id === id) as Service
}

function journeyOf(id: string, name: string, typed: Typed) {
  const example = serviceOf(id)
    .examples(facts.filedOn)
    .find(other => other.name === name)
  assert.ok(example, name)
  return walk(serviceOf(id), rawOf({ name, typed: { ...example.typed, ...typed } }), facts)
}

function answersOf(name: string): never {
  return journeyOf('trade-registration', name, {}).answers as never
}

function findingsOf(id: string, name: string, typed: Typed) {
  return journeyOf(id, name, typed).findings
}
