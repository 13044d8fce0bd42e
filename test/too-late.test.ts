// Two clerks, one case: who comes too late reads who has it, overwrites nothing and keeps what they typed.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { CaseFile } from '../src/generated/client.ts'
import type { House } from '../src/web/house.ts'
import { fileCase, houseOf } from './helpers/filings.ts'
import { press } from './helpers/press.ts'
import { says } from './helpers/says.ts'
import { seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { formsOf, type Page } from './helpers/visitor.ts'

type Seat = Awaited<ReturnType<typeof seat>>
let hall: TownHall
let house: House
let anna: Seat
let bernd: Seat
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
  anna = await seat(hall, 'residence', 'Anna Ahlers')
  bernd = await seat(hall, 'counter', 'Bernd Behrens')
})
after(() => hall.close())

const note = 'Bitte bringen Sie „Ihren Reisepass“ <mit>.'
const reason = { takeOverReason: 'agreed' }
const back = { decision: 'return', reason: ['identity', 'other'], note }

test('who comes too late reads who has the case now, and finds note and reasons on the page', async () => {
  const { caseFile, page } = await onDesk(anna)
  const taken = await press(bernd.visitor, await bernd.visitor.request(pathOf(caseFile)), 'takeOver', reason)
  const refused = await press(anna.visitor, page, 'decide', { ...back, tick: allTicks(page).slice(0, 2) })
  says(refused, said('desk.conflictHeld', { name: 'Bernd Behrens' }), 409)
  says(refused, note)
  for (const reason of back.reason) says(refused, house.words.de.say(`residence-registration:returns.${reason}`))
  assert.equal((await now(caseFile)).status, 'inReview')
  assert.equal(await hall.database.query.count({ where: { caseId: caseFile.id } }), 0)
  says(
    await press(bernd.visitor, taken, 'decide', { decision: 'confirm', tick: allTicks(taken) }),
    said('desk.done.confirm'),
  )
  const later = await press(anna.visitor, page, 'decide', back)
  says(later, said('desk.conflictDecided', { status: said('deskStatus.confirmed') }), 409)
  says(later, note)
})

test('the same goes for an answer that was being corrected', async () => {
  const { caseFile } = await onDesk(anna)
  const page = await anna.visitor.request(`${pathOf(caseFile)}/berichtigen/kontakt`)
  await press(bernd.visitor, await bernd.visitor.request(pathOf(caseFile)), 'takeOver', reason)
  const refused = await press(anna.visitor, page, 'next', { 'contact.email': 'neu@example.org' })
  says(refused, said('desk.conflictHeld', { name: 'Bernd Behrens' }), 409)
  says(refused, 'neu@example.org')
  assert.doesNotMatch(JSON.stringify((await now(caseFile)).answers), /neu@/)
})

test('a page that is out of date overwrites nothing: the form comes back with what was typed and today’s state', async () => {
  const { caseFile, page } = await onDesk(anna)
  await press(anna.visitor, page, 'tick', { tick: allTicks(page).slice(0, 1) })
  const refused = await press(anna.visitor, page, 'decide', back)
  says(refused, said('desk.conflictOwn'), 409)
  assert.doesNotMatch(refused.html, /liegt jetzt bei/)
  assert.deepEqual(control(refused, 'note').values, [note])
  assert.deepEqual(control(refused, 'reason').values, back.reason)
  assert.deepEqual(control(refused, 'decision').values, ['return'])
  assert.equal((await now(caseFile)).status, 'inReview')
  assert.equal((await press(anna.visitor, refused, 'decide')).status, 200)
  assert.equal((await now(caseFile)).status, 'returned')
})

const said = (key: string, values: Record<string, unknown> = {}) => house.words.de.say(`common:${key}`, values)
const now = ({ id }: CaseFile) => hall.database.caseFile.findUniqueOrThrow({ where: { id } })
const pathOf = ({ number }: CaseFile) => `/amt/vorgang/${number}`
const allTicks = (page: Page) => control(page, 'tick').options

async function onDesk({ visitor }: Seat) {
  const caseFile = await fileCase(house)
  return { caseFile, page: await press(visitor, await visitor.request(pathOf(caseFile)), 'claim') }
}

function control(page: Page, name: string) {
  const found = formsOf(page.html).flatMap(form => form.controls.filter(other => other.name === name))[0]
  assert.ok(found, `${name} is not on ${page.url} (${page.status})`)
  return found
}
