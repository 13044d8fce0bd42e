// Who else is told of a trade notification: every cell of the ordinance's table, written down here a second time.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rawOf } from '../src/forms/example.ts'
import { walk } from '../src/forms/journey.ts'
import { officialLines } from '../src/forms/official-lines.ts'
import type { Service } from '../src/forms/service.ts'
import { loadWords } from '../src/language.ts'
import { berlinDay } from '../src/law/dates.ts'
import { numbersOf, tradeForms, tradeRecipients } from '../src/services/shared/trade-recipients.ts'
import { loadServices } from '../src/services.ts'
import { factsOn } from './helpers/facts.ts'

/** GewAnzV section 3: GewA 1 | GewA 2 | GewA 3. */
const table = `
chamberOfCommerce   | ALL − 13, 27, 29–31, 33 | ALL − 13, 26–28, 30 | ALL − 13, 30
chamberOfCrafts     | ALL − 13, 27, 30, 31, 33 | ALL − 13, 27, 28, 30 | ALL − 13, 30
immissionControl    | ALL − 10, 12, 13, 27–31, 33 | ALL − 10, 12, 13, 25–28, 30 | ALL − 10, 12, 13, 28, 30
occupationalSafety  | ALL − 10, 12, 13, 27–31, 33 | ALL − 10, 12, 13, 25–28, 30 | ALL − 10, 12, 13, 28, 30
weightsAndMeasures  | 1, 3–5, 11, 14, 15, 18, 20 | 1, 3–5, 11, 14, 15, 18, 19, 21 | 1, 3–5, 11, 14, 16, 18, 20
employmentAgency    | ALL − 13, 27, 33 | ALL − 13, 30 | ALL − 10, 12–19, 21–30
accidentInsurance   | ALL − 12, 28, 30, 31, 33 | ALL − 12, 25, 27, 28, 30 | ALL − 12, 30
registerCourt       | – | – | ALL − 8–10, 12–14, 16, 21, 22, 24, 28–30
foodControl         | ALL − 10, 12, 13, 27–31, 33 | ALL − 10, 12, 13, 25–28, 30 | ALL − 10, 12, 13, 28, 30
pensionInsurance    | ALL − 12, 13, 17, 19, 21–31, 33 | ALL − 12, 13, 17, 22–28, 30 | ALL − 12, 13, 17, 19, 21–28, 30
foreignersAuthority | ALL − 12–14, 17, 19, 22–29, 33 | ALL − 12–14, 17, 22–26, 30 | ALL − 12–14, 17, 19, 21–28, 30
taxOffice           | ALL − 6, 12, 13, 19, 21, 22, 27–31, 33 | ALL − 6, 12, 13, 22, 25–28, 30 | ALL − 6, 12, 13, 19, 21, 22, 27, 30
permitAuthority     | ALL − 33 | ALL − 30 | ALL − 30
statisticsAuxiliary | 1–5, 12, 15–17 | 1–5, 12, 15–17 | 1–5, 12, 15–17
statisticsSurvey    | 6, 10, 18–25, 29, 32 | 6, 10, 18–24, 26, 29 | 6, 10, 18–26, 28, 29
customs             | ALL − 13, 27, 33 | – | –
formerAuthority     | ALL − 33 | – | –`
const lastNumber = [33, 30, 30]

const cells = table
  .trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))
const services = await loadServices({ servicesOff: [] })
const serviceOf = (id: string) => services.find(service => service.id === id) as Service
const today = berlinDay(new Date())
const facts = factsOn(today)
const words = (await loadWords()).de

describe('the table of recipients', () => {
  it('has exactly these rows', () => {
    assert.deepEqual(
      tradeRecipients.map(({ id }) => id),
      cells.map(([id]) => id),
    )
  })

  for (const [id = '', ...shares] of cells)
    for (const [place, form] of tradeForms.entries()) {
      it(`${id}, ${form}: ${shares[place]}`, () => {
        const all = Array.from({ length: lastNumber[place] ?? 0 }, (_, index) => String(index + 1))
        const share = tradeRecipients.find(row => row.id === id)?.shares[form] ?? 'none'
        assert.deepEqual(numbersOf(share, all), expected(shares[place] ?? '', all))
      })
    }
})

describe('recipients of a filing', () => {
  it('are told of foreigners, registered firms, permits and illicit work only where there is something to tell', () => {
    const conditional = ['registerCourt', 'foreignersAuthority', 'permitAuthority', 'customs', 'formerAuthority']
    const told = (id: string, name: string, desk = {}) =>
      idsOf(id, name, desk).filter(recipient => conditional.includes(recipient))
    assert.deepEqual(told('trade-registration', 'candles'), [])
    assert.deepEqual(told('trade-registration', 'candles', { customsIndication: 'yes' }), ['customs'])
    assert.deepEqual(told('trade-registration', 'hairdresser'), ['formerAuthority'])
    assert.deepEqual(told('trade-registration', 'restaurant'), ['foreignersAuthority', 'permitAuthority'])
    assert.deepEqual(told('trade-registration', 'restaurant', { permitRequired: 'no' }), ['foreignersAuthority'])
    assert.deepEqual(told('trade-change', 'moves'), [])
    assert.deepEqual(told('trade-change', 'moves', { customsIndication: 'yes' }), [])
    assert.deepEqual(told('trade-deregistration', 'age'), [])
    assert.deepEqual(told('trade-deregistration', 'branchClosed'), ['registerCourt'])
  })

  it('the authority for permits under the GewO is told where the desk says one is needed, and of no other permits', () => {
    const told = (activityMain: string, desk = {}) => {
      const { service, answers } = filed('trade-registration', 'candles')
      const others = service.recipients?.({ answers: { ...answers, activityMain }, desk }, facts) ?? []
      return others.some(({ id }) => id === 'permitAuthority')
    }
    assert.ok(told('Wachdienst'))
    assert.ok(!told('Wachdienst', { permitRequired: 'no' }))
    assert.ok(told('Kerzen', { permitRequired: 'yes', permitKinds: ['security', 'waste'] }))
    assert.ok(!told('Wachdienst', { permitRequired: 'yes', permitKinds: ['passengerTransport', 'livestock'] }))
    for (const other of ['Taxibetrieb', 'Hundeschule', 'Schrotthandel', 'Waffenhandel', 'Apotheke', 'Restaurant'])
      assert.ok(!told(other), other)
  })

  it('get each number with its own data only: nobody’s nationality stands in the supplement of another number', () => {
    const { service, answers } = filed('trade-registration', 'software')
    const told = service.recipients?.({ answers, desk: {} }, facts).find(({ id }) => id === 'statisticsAuxiliary')
    const lines = officialLines(service, answers, words, told?.numbers)
    assert.deepEqual(lines.find(({ number }) => number === '4')?.value, ['Yıldırım-Holm', 'Beiblatt 1: van der Meer'])
    assert.doesNotMatch(JSON.stringify(lines), /Niederlande|1983|Kanalprobe/)
  })

  it('never get a signature or what has no number', () => {
    for (const form of tradeForms)
      for (const example of serviceOf(form).examples(today))
        for (const { numbers = [] } of recipientsFor(form, example.name, { customsIndication: 'yes' }))
          assert.ok(numbers.every(number => /^\d+$/.test(number) && number !== String(lastOf(form))))
  })
})

describe('the official forms', () => {
  for (const [place, form] of tradeForms.entries())
    it(`${form} has every number from 1 to ${lastNumber[place]}, with our fields or the reason why not`, () => {
      const fields = serviceOf(form).official?.fields ?? []
      const numbered = fields.filter(({ number }) => /^\d+$/.test(number)).map(({ number }) => Number(number))
      assert.deepEqual(
        numbered,
        Array.from({ length: lastNumber[place] ?? 0 }, (_, index) => index + 1),
      )
      for (const { number, ours, why } of fields)
        assert.ok(ours?.length || words.say(`${form}:official.${why}`), number)
    })
})

function expected(cell: string, all: string[]): string[] {
  if (cell === '–') return []
  const named = [...cell.matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, from, to = from]) =>
    all.filter(number => Number(number) >= Number(from) && Number(number) <= Number(to)),
  )
  return cell.startsWith('ALL') ? all.filter(number => !named.includes(number)) : named
}

function filed(id: string, name: string) {
  const service = serviceOf(id)
  const example = service.examples(today).find(other => other.name === name)
  assert.ok(example, name)
  const { answers } = walk(service, rawOf(example), facts)
  return { service, answers: service.complete(answers as never, facts) }
}

function recipientsFor(id: string, name: string, desk: Record<string, unknown>) {
  const { service, answers } = filed(id, name)
  return service.recipients?.({ answers, desk }, facts) ?? []
}

function idsOf(id: string, name: string, desk: Record<string, unknown>): string[] {
  return recipientsFor(id, name, desk).map(recipient => recipient.id)
}

function lastOf(form: string): number {
  return lastNumber[tradeForms.indexOf(form as (typeof tradeForms)[number])] ?? 0
}
