// 16 clerks and 400 cases at once: every case has one holder, who loses reads who has it, nobody sees an error.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Clerk } from '../src/office/clerks.ts'
import { claim } from '../src/office/queue.ts'
import type { House } from '../src/web/house.ts'
import { fileCases, houseOf } from './helpers/filings.ts'
import { answer, bodyOf, press } from './helpers/press.ts'
import { says } from './helpers/says.ts'
import { hire, seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import type { Page } from './helpers/visitor.ts'

let hall: TownHall
let house: House
let cases: Awaited<ReturnType<typeof fileCases>>
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
  cases = await fileCases(house, 400)
})
beforeEach(async () => {
  await hall.database.event.deleteMany()
  await hall.database.caseFile.updateMany({ data: { claimedById: null, status: 'received', version: 0 } })
})
after(() => hall.close())

test('16 clerks want 400 cases at once, from four programs: each case has exactly one holder', async () => {
  const others = await Promise.all([1, 2, 3].map(() => openTownHall({ environment: { DATABASE_URL: hall.url } })))
  const offices = (await Promise.all([hall, ...others].map(houseOf))).map(other => other.office)
  const clerks = await Promise.all(Array.from({ length: 16 }, () => hire(hall, 'counter')))
  const wins = new Map<string, string[]>(cases.map(caseFile => [caseFile.id, []]))
  const wish = async (clerk: Clerk, index: number) => {
    const office = offices[index % offices.length] ?? house.office
    for (const caseFile of shuffled(cases)) {
      const { won, holder } = await claim(office, clerk, caseFile)
      assert.ok(holder, 'who loses learns who has it')
      assert.equal(won, holder.id === clerk.id)
      if (won) wins.get(caseFile.id)?.push(clerk.id)
    }
  }
  await Promise.all(clerks.map(wish))
  const kept = await hall.database.caseFile.findMany({ select: { id: true, claimedById: true, version: true } })
  for (const caseFile of kept) assert.deepEqual(wins.get(caseFile.id), [caseFile.claimedById])
  assert.ok(kept.every(caseFile => caseFile.version === 1))
  assert.equal(await hall.database.event.count({ where: { kind: 'claimed' } }), 400)
  await Promise.all(others.map(other => other.close()))
})

test('a careless queue, which looks first and then writes, would be found out', async () => {
  const few = cases.slice(0, 40)
  const clerks = await Promise.all(Array.from({ length: 16 }, () => hire(hall, 'counter')))
  const wins: string[] = []
  const carelessly = async ({ id: clerkId }: Clerk) => {
    for (const { id } of few) {
      const { claimedById } = await hall.database.caseFile.findUniqueOrThrow({ where: { id } })
      if (claimedById !== null) continue
      await hall.database.caseFile.update({ where: { id }, data: { claimedById: clerkId } })
      wins.push(id)
    }
  }
  await Promise.all(clerks.map(carelessly))
  assert.ok(wins.length > few.length, 'some were given to two')
})

test('16 clerks press "next case" until none is free: every case is given out once, nobody sees an error', async () => {
  const team = await Promise.all(Array.from({ length: 16 }, () => seat(hall, 'counter')))
  const given: string[] = []
  const work = async ({ visitor }: (typeof team)[number]) => {
    const body = bodyOf(await visitor.request('/amt'), 'next').toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    for (;;) {
      const response = await answer(visitor, hall.baseUrl, '/amt', { method: 'POST', body, headers })
      assert.equal(response.status, 303)
      const to = response.headers.get('location') ?? ''
      if (to === '/amt?leer=1') return
      given.push(to)
    }
  }
  await Promise.all(team.map(work))
  assert.equal(given.length, 400)
  assert.equal(new Set(given).size, 400)
  assert.equal(await hall.database.caseFile.count({ where: { claimedById: null } }), 0)
})

test('one case claimed over the web by 16 clerks: one wins, fifteen read who has it', async () => {
  const [caseFile] = cases
  assert.ok(caseFile)
  const team = await Promise.all(Array.from({ length: 16 }, () => seat(hall, 'counter')))
  const pages = await Promise.all(team.map(({ visitor }) => visitor.request(`/amt/vorgang/${caseFile.number}`)))
  const answers = await Promise.all(team.map(({ visitor }, index) => press(visitor, pages[index] as Page, 'claim')))
  const winner = team[answers.findIndex(page => page.status === 200)]
  const losers = answers.filter(page => page.status === 409)
  assert.equal(losers.length, 15)
  for (const page of losers) says(page, house.words.de.say('common:desk.conflictHeld', { name: winner?.clerk.name }))
})

function shuffled<Item>(items: Item[]): Item[] {
  return items
    .map(item => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
