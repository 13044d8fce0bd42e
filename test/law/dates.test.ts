// Days, holidays and the table of deadlines in the statutes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, berlinDay, daysBetween, isDay } from '../../src/law/dates.ts'
import { earliestDeregistration, receiptDue, registrationDeadline } from '../../src/law/deadlines.ts'
import { easter, holidaysOfHesse, rollForward } from '../../src/law/holidays.ts'

test('days are added across months, years, leap days and clock changes', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01')
  assert.equal(addDays('2028-02-28', 1), '2028-02-29')
  assert.equal(addDays('2026-10-25', 1), '2026-10-26')
  assert.equal(addDays('2026-03-01', -1), '2026-02-28')
})

test('days are counted in both directions', () => {
  assert.equal(daysBetween('2026-11-02', '2026-11-16'), 14)
  assert.equal(daysBetween('2026-11-16', '2026-11-02'), -14)
})

test('the day changes at midnight in Germany, in winter and in summer', () => {
  assert.equal(berlinDay(new Date('2026-11-16T22:59:59Z')), '2026-11-16')
  assert.equal(berlinDay(new Date('2026-11-16T23:00:00Z')), '2026-11-17')
  assert.equal(berlinDay(new Date('2026-07-16T22:00:00Z')), '2026-07-17')
})

test('a day must exist in the calendar', () => {
  for (const day of ['2026-11-16', '2028-02-29', '1850-01-01']) assert.ok(isDay(day), day)
  for (const text of ['2027-02-29', '2026-13-01', '2026-11-00', '2026-11-31', '2026-1-1', 'x', '']) {
    assert.ok(!isDay(text), text)
  }
})

test('Easter is found', () => {
  const sundays = ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25', '2285-03-22']
  for (const sunday of sundays) assert.equal(easter(Number(sunday.slice(0, 4))), sunday)
})

test('Hesse has ten holidays, Corpus Christi among them', () => {
  assert.equal(holidaysOfHesse(2026).size, 10)
  assert.ok(holidaysOfHesse(2026).has('2026-06-04'))
  assert.equal(holidaysOfHesse(2026), holidaysOfHesse(2026))
})

test('a period ends on a working day', () => {
  assert.equal(rollForward('2026-11-16'), '2026-11-16')
  assert.equal(rollForward('2026-06-04'), '2026-06-05')
})

const registrations = [
  ['Monday to Monday', '2026-11-02', '2026-11-16'],
  ['last day is a Sunday', '2026-11-01', '2026-11-16'],
  ['Christmas chain', '2026-12-11', '2026-12-28'],
  ['New Year', '2026-12-18', '2027-01-04'],
  ['Easter', '2027-03-12', '2027-03-30'],
  ['latest deregistration', '2026-11-27', '2026-12-11'],
] as const
for (const [name, moved, deadline] of registrations) {
  test(`two weeks: ${name}`, () => assert.equal(registrationDeadline(moved), deadline))
}

test('a deregistration is possible one week before moving out', () => {
  assert.equal(earliestDeregistration('2026-11-27'), '2026-11-20')
})

test('a receipt is due within three days, rolled forward', () => {
  assert.equal(receiptDue('2026-11-19'), '2026-11-23')
})
