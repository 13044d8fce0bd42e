// By which day something may be asked for: one on which somebody is at the counter.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '../src/law/dates.ts'
import { requestDeadline } from '../src/law/deadlines.ts'
import { usualDeadline } from '../src/office/decide.ts'
import type { Office } from '../src/office/office.ts'
import { openDayFrom } from '../src/town.ts'
import { today } from './helpers/filings.ts'

test('a counter is closed on holidays and on days without hours, whatever days those are', () => {
  const hours = [{ from: '08:00', to: '12:00' }]
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
  const usual = { openingHours: Object.fromEntries(weekdays.map(name => [name, hours])) }
  const { wednesday: _, ...others } = usual.openingHours
  for (const [town, day, open] of [
    [usual, '2027-12-24', '2027-12-24'],
    [usual, '2027-12-26', '2027-12-27'],
    [usual, '2028-05-01', '2028-05-02'],
    [usual, '2028-06-17', '2028-06-19'],
    [{ openingHours: others }, '2028-06-21', '2028-06-22'],
    [{ openingHours: { ...others, wednesday: [] } }, '2028-06-21', '2028-06-22'],
    [{ openingHours: { ...usual.openingHours, saturday: hours } }, '2028-06-17', '2028-06-17'],
    [{ openingHours: {} }, '2028-06-18', '2028-06-18'],
  ] as const)
    assert.equal(openDayFrom(town as Parameters<typeof openDayFrom>[0], day), open, day)
})

test('two weeks that end on a closed day end on the next that is open', () => {
  const openDayFrom = (day: string) => addDays(day, 3)
  const facts = () => ({ filedOn: today }) as ReturnType<Office['facts']>
  assert.equal(usualDeadline({ facts, openDayFrom }), addDays(requestDeadline(today), 3))
})
