// Deciding: only the holder, only what the checklist allows, and once.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Typed } from '../src/forms/example.ts'
import type { CaseFile } from '../src/generated/client.ts'
import { addDays } from '../src/law/dates.ts'
import type { House } from '../src/web/house.ts'
import { fileCase, houseOf, today, typedBy } from './helpers/filings.ts'
import { answer, bodyOf, press, send } from './helpers/press.ts'
import { says, saysNot } from './helpers/says.ts'
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
const back = { decision: 'return', reason: ['identity', 'other'], note }

describe('with the case on the desk', () => {
  test('ticks are kept as they stand', async () => {
    const { page } = await onDesk(anna)
    const ticked = await press(anna.visitor, page, 'tick', { tick: allTicks(page).slice(0, 3) })
    says(ticked, said('desk.done.tick'), 200)
    assert.match(ticked.html, /id="pruefliste"[\s\S]*Haken gespeichert[\s\S]*name="tick"/, 'said where it was done')
    const post = { method: 'POST', body: bodyOf(ticked, 'tick') }
    const { headers } = await answer(anna.visitor, hall.baseUrl, ticked.url.replace(/\?.*/, ''), post)
    assert.match(headers.get('location') ?? '', /#pruefliste$/)
    const [first] = /<button[^>]* form="entscheidung"[^>]*>/.exec(ticked.html) ?? []
    assert.match(first ?? '', /value="decide"/, 'the Enter key in the box of the period decides')
    assert.deepEqual(ticksOf(ticked), allTicks(page).slice(0, 3))
  })

  test('nothing is confirmed before everything is ticked, and the ticks so far are kept', async () => {
    const { caseFile, page } = await onDesk(anna)
    const some = allTicks(page).slice(1)
    const refused = await press(anna.visitor, page, 'decide', { decision: 'confirm', tick: some })
    says(refused, said('desk.ticksMissing'), 422)
    assert.deepEqual(ticksOf(refused), some)
    const kept = await now(caseFile)
    assert.deepEqual([kept.status, kept.ticks], ['inReview', some])
    assert.equal(await hall.database.letter.count({ where: { caseId: caseFile.id } }), 0)
    says(
      await press(anna.visitor, refused, 'decide', { decision: 'confirm', tick: allTicks(page) }),
      said('desk.done.confirm'),
      200,
    )
  })

  test('findings are settled before anything is confirmed, and anew when a correction changes them', async () => {
    const hasFindings = (page: Page) => allTicks(page).includes('findings')
    assert.ok(!hasFindings((await onDesk(anna)).page), 'what the landlord’s item settles is asked once')
    const late = await onDesk(anna, { moveInDate: addDays(today, -60) })
    says(late.page, said('checklist.findings'))
    const tick = allTicks(late.page).filter(id => id !== 'findings')
    says(await press(anna.visitor, late.page, 'decide', { decision: 'confirm', tick }), said('desk.ticksMissing'), 422)
    const again = await anna.visitor.request(pathOf(late.caseFile))
    await press(anna.visitor, again, 'tick', { tick: allTicks(again) })
    await correctTo(late.caseFile, addDays(today, -59))
    assert.ok((await now(late.caseFile)).ticks.includes('findings'), 'they are the same')
    await correctTo(late.caseFile, addDays(today, -400))
    assert.deepEqual((await now(late.caseFile)).ticks, tick)
  })

  test('confirming closes the case and issues one letter, however many windows press the button at once', async () => {
    const { caseFile, page } = await onDesk(anna)
    const values = { decision: 'confirm', tick: allTicks(page) }
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => press(anna.visitor, page, 'decide', values)))
    assert.deepEqual(answers.map(other => other.status).sort(), [200, 409, 409, 409, 409])
    const kept = await now(caseFile)
    assert.equal(kept.status, 'confirmed')
    assert.ok(kept.closedAt && kept.decidedAt)
    const letters = await hall.database.letter.findMany({ where: { caseId: caseFile.id } })
    assert.equal(letters.length, 1)
    assert.equal(
      Buffer.from(letters[0]?.pdf ?? [])
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    )
    for (const kind of ['confirmed', 'letterIssued']) assert.equal(await events(caseFile, kind), 1)
  })

  test('a decision nobody chose and a return without a reason are asked for again, with the note still there', async () => {
    const { caseFile, page } = await onDesk(anna)
    says(await press(anna.visitor, page, 'decide', { note }), said('desk.decisionMissing'), 422)
    const withoutReason = await press(anna.visitor, page, 'decide', { decision: 'return', note })
    says(withoutReason, said('desk.reasonsMissing'), 422)
    assert.deepEqual(control(withoutReason, 'note').values, [note])
    const without = await press(anna.visitor, page, 'decide', { decision: 'return', reason: 'other', note: '  ' })
    says(without, said('desk.reasonsMissing'), 422)
    assert.deepEqual(control(without, 'reason').values, ['other'])
    assert.equal((await now(caseFile)).version, 1)
  })

  test('a returned case tells what is missing, waits at nobody’s desk, and can be taken up again', async () => {
    const { caseFile, page } = await onDesk(anna)
    says(await press(anna.visitor, page, 'decide', back), note, 200)
    const kept = await now(caseFile)
    assert.deepEqual([kept.status, kept.claimedById, kept.closedAt], ['returned', null, null])
    const query = await hall.database.query.findFirstOrThrow({ where: { caseId: caseFile.id } })
    assert.deepEqual([query.reasons, query.note], [['identity', 'other'], note])
    const again = await press(bernd.visitor, await bernd.visitor.request(pathOf(caseFile)), 'claim')
    assert.equal((await now(caseFile)).status, 'inReview')
    says(again, `${said('desk.queries')} `)
    says(again, house.words.de.say('residence-registration:returns.identity'))
    const confirmed = await press(bernd.visitor, again, 'decide', { decision: 'confirm', tick: allTicks(again) })
    says(confirmed, said('deskStatus.confirmed'), 200)
    assert.notEqual((await hall.database.query.findFirstOrThrow({ where: { caseId: caseFile.id } })).answeredAt, null)
  })

  test('what a tick has settled is no open point any more; after the decision the next case is one button away', async () => {
    const { page } = await onDesk(anna)
    const hint = 'Bei Eingang lag die Bestätigung des Wohnungsgebers nicht vor.'
    says(page, hint)
    const ticked = await press(anna.visitor, page, 'tick', { tick: 'landlord' })
    saysNot(ticked, hint)
    const confirmed = await press(anna.visitor, ticked, 'decide', { decision: 'confirm', tick: allTicks(page) })
    says(confirmed, said('queue.next'))
    says(await anna.visitor.request('/amt?done=1'), confirmed.url.split('/').at(-1) ?? '')
    assert.match((await press(anna.visitor, confirmed, 'next')).url, /^\/amt/)
  })

  test('confidential answers are shown in their rows, with the first of them marked as the place to land', async () => {
    const { page } = await onDesk(anna)
    const religion = house.words.de.say('shared:person.religionKey.options.vd')
    const shown = await press(anna.visitor, page, 'reveal')
    const row = /<div class="answer answer--revealed" id="vertraulich"[\s\S]*?<\/div>/.exec(shown.html)?.[0] ?? ''
    assert.ok(row.includes(religion), row)
    assert.match(page.html, /formaction="[^"]*#vertraulich"/)
    saysNot(shown, said('case.notShown'))
  })

  test('clerks are told in words for clerks, each matter once', async () => {
    const movedIn = addDays(today, -60)
    const caseFile = await fileCase(house, typedBy(house, 'family', { moveInDate: movedIn }))
    const page = await press(anna.visitor, await anna.visitor.request(pathOf(caseFile)), 'claim')
    says(page, 'Die Zwei-Wochen-Frist war bei Eingang abgelaufen.')
    saysNot(page, 'Melden Sie sich trotzdem an')
    const english = await anna.visitor.request(`${pathOf(caseFile)}?lang=en`)
    says(english, 'The 2-week period had ended')
    await anna.visitor.request('/amt?lang=de')
  })

  test('two contradictions of one kind are two lines on the desk, each with its own dates', async () => {
    const births = ['1.2.1980', '3.4.1981']
    const persons = (typedBy(house, 'family').persons as Typed[]).map((person, index) =>
      births[index] ? { ...person, 'spouse.birthDate': births[index] } : person,
    )
    const caseFile = await fileCase(house, typedBy(house, 'family', { persons }))
    const page = await anna.visitor.request(pathOf(caseFile))
    for (const date of ['01.02.1980', '03.04.1981']) says(page, date)
  })

  test('only the holder sees confidential answers, and the look is written down', async () => {
    const { caseFile, page } = await onDesk(anna)
    const religion = house.words.de.say('shared:person.religionKey.options.vd')
    saysNot(page, religion)
    says(await press(anna.visitor, page, 'reveal'), religion, 200)
    assert.equal(await events(caseFile, 'revealed'), 1)
    const other = await bernd.visitor.request(pathOf(caseFile))
    const body = bodyOf(other, 'takeOver')
    body.delete('version')
    body.set('action', 'reveal')
    says(await send(bernd.visitor, pathOf(caseFile), body), said('refused.notAllowed.title'), 403)
    assert.equal(await events(caseFile, 'revealed'), 1)
  })
})

const said = (key: string, values: Record<string, unknown> = {}) => house.words.de.say(`common:${key}`, values)
const now = ({ id }: CaseFile) => hall.database.caseFile.findUniqueOrThrow({ where: { id } })
const events = (caseFile: CaseFile, kind: string) => hall.database.event.count({ where: { caseId: caseFile.id, kind } })
const pathOf = ({ number }: CaseFile) => `/amt/vorgang/${number}`
const allTicks = (page: Page) => control(page, 'tick').options
const ticksOf = (page: Page) => control(page, 'tick').values

async function onDesk({ visitor }: Seat, changes: Typed = {}) {
  const caseFile = await fileCase(house, typedBy(house, 'single', changes))
  return { caseFile, page: await press(visitor, await visitor.request(pathOf(caseFile)), 'claim') }
}

async function correctTo(caseFile: CaseFile, moveInDate: string) {
  const page = await anna.visitor.request(`${pathOf(caseFile)}/berichtigen/einzug`)
  says(await press(anna.visitor, page, 'next', { moveInDate }), said('desk.done.correct'), 200)
}

function control(page: Page, name: string) {
  const found = formsOf(page.html).flatMap(form => form.controls.filter(other => other.name === name))[0]
  assert.ok(found, `${name} is not on ${page.url} (${page.status})`)
  return found
}
