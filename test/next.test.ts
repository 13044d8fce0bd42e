// What comes after sending: a service that needs no visit sends nobody to the office.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Service } from '../src/forms/service.ts'
import type { House } from '../src/web/house.ts'
import { nextView } from '../src/web/next-view.ts'
import { houseOf, serviceOf } from './helpers/filings.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'

const answers = { filerRole: 'self', landlordProof: 'willFollow', persons: [] }
let hall: TownHall
let house: House
before(async () => {
  hall = await openTownHall({ environment: { TOWN_TODAY: '2026-11-23' } })
  house = await houseOf(hall)
})
after(() => hall.close())

test('with a visit: until when, where, and what to bring', () => {
  const view = next({})
  assert.match(view.text.join(), /Frist endet am Montag, 7\.\sDezember 2026/)
  assert.equal(view.papers?.items.length, 1)
  assert.match(view.hours?.place ?? '', /Erdgeschoss, Zimmer 4$/)
})

test('late: the deadline is past, and the visit still wanted', () => {
  const view = next({ papers: () => [] }, '2026-11-22')
  assert.match(view.text.join(), /Frist endete am/)
  assert.equal(view.papers, null)
})

test('without a visit and without papers: neither papers nor hours nor "come"', () => {
  const view = next({ visit: () => false, papers: () => [] })
  assert.deepEqual([view.isVisit, view.papers, view.hours], [false, null, null])
  assert.deepEqual(view.text, [house.words.de.say('common:next.noVisit')])
})

test('without a visit, but with papers: what to show or to send, where to, and that nothing is uploaded', () => {
  const view = next({ visit: () => false })
  assert.equal(view.papers?.items.length, 1)
  assert.equal(view.papers?.text, house.words.de.say('common:next.papers'))
  assert.match(view.hours?.place ?? '', /Zimmer 4$/)
  assert.doesNotMatch(view.text.join(), /Kommen Sie/)
})

test('a trade with a craft card, a firm and a power of attorney reads of each paper before sending', () => {
  const proofs = { craftCard: { present: 'yes' }, legalForm: 'gmbh', filerRole: 'authorizedRepresentative' }
  const answers = { ...proofs, authorisation: { kind: 'powerOfAttorney' } }
  const service = serviceOf(house, 'gewerbeanmeldung')
  const { papers } = nextView(house, { service, answers, dueOn: '2026-11-26' }, house.words.de)
  const names = papers?.items.map(item => item.split(' ')[0])
  assert.deepEqual(names, ['Auszug', 'Schriftliche', 'Handwerkskarte'])
})

test('what remains of a warning is said again on the receipt, and not before sending', () => {
  const names = ['Lisa Beispiel']
  const place = { step: 'personen/x/ausweis', control: 'idDocuments' }
  const finding = { rule: 'R-A17', severity: 'warning' as const, ...place, names }
  const filing = { service: serviceOf(house), answers, dueOn: '2026-12-07', findings: [finding] }
  const remains = house.words.de.say('residence-registration:sent.R-A17', { names: 'Lisa Beispiel' })
  const said = [filing, { ...filing, isSent: true }].map(of =>
    nextView(house, of, house.words.de).text.includes(remains),
  )
  assert.deepEqual(said, [false, true])
})

test('without a visit, but given back: where to hand in what is missing, and nothing about not coming', () => {
  const service = { ...serviceOf(house), visit: () => false }
  const view = nextView(house, { service, answers, dueOn: '2026-12-07', asked: [] }, house.words.de)
  assert.deepEqual([view.text, view.papers], [[house.words.de.say('common:next.handIn')], null])
  assert.match(view.hours?.place ?? '', /Zimmer 4$/)
})

test('in English the room is English too', () => {
  const view = next({}, '2026-12-07', 'en')
  assert.match(view.hours?.place ?? '', /ground floor, room 4$/)
})

function next(changes: Partial<Service>, dueOn = '2026-12-07', language: 'de' | 'en' = 'de') {
  return nextView(house, { service: { ...serviceOf(house), ...changes }, answers, dueOn }, house.words[language])
}
