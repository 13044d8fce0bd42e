// What is missing is asked for with a period: on the citizen's page always, as a letter for who wants post or when a clerk says so.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { CaseFile } from '../src/generated/client.ts'
import { addDays } from '../src/law/dates.ts'
import { requestDeadline } from '../src/law/deadlines.ts'
import { formatDay, longDay } from '../src/law/partial-date.ts'
import { checklistOf } from '../src/office/decide.ts'
import type { House } from '../src/web/house.ts'
import { readPdf } from './browser/read-pdf.ts'
import { asCitizen } from './helpers/citizen.ts'
import { exampleOf, fileCase, houseOf, nextSunday, serviceOf, today, typedBy } from './helpers/filings.ts'
import { hidden, press } from './helpers/press.ts'
import { says, saysNot, textOf } from './helpers/says.ts'
import { seat, settle } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import type { Page } from './helpers/visitor.ts'

let hall: TownHall
let house: House
let anna: Awaited<ReturnType<typeof seat>>
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
  anna = await seat(hall, 'residence', 'Anna Ahlers')
})
after(() => hall.close())

const note = 'Bringen Sie „Ihren Reisepass“ <mit>.\nDer Ausweis ist abgelaufen.'
const back = { decision: 'return', reason: ['identity', 'landlordConfirmation'], note }
const byPost = () => typedBy(house, 'single', { 'contact.delivery': 'post', 'contact.postalAddressDiffers': 'no' })

describe('a case is returned', () => {
  test('the period is two weeks, rolled forward, unless the clerk sets another day', async () => {
    const { caseFile, page } = await onDesk()
    assert.equal(
      hidden({ html: page.html.replace(/.*id="until" /s, '') }, 'until'),
      formatDay(requestDeadline(today), 'de'),
    )
    await press(anna.visitor, page, 'decide', { ...back, until: '' })
    assert.equal(await periodOf(caseFile), requestDeadline(today))
    const other = await onDesk()
    const soon = house.office.openDayFrom(addDays(today, 3))
    await press(anna.visitor, other.page, 'decide', { ...back, until: formatDay(soon, 'de') })
    assert.equal(await periodOf(other.caseFile), soon)
    says(await anna.visitor.request(pathOf(other.caseFile)), said('desk.untilSet', { day: formatDay(soon, 'de') }))
  })

  test('a period that is no day, or is over, is asked for again, with everything typed still there', async () => {
    const { caseFile, page } = await onDesk()
    for (const [until, problem] of [
      ['bald', 'untilWrong'],
      ['31.2.2027', 'untilNotReal'],
      [formatDay(today, 'de'), 'untilPast'],
    ] as const) {
      const refused = await press(anna.visitor, page, 'decide', { ...back, until, letter: 'yes' })
      says(refused, said(`desk.${problem}`), 422)
      assert.ok(refused.html.includes(`value="${until}"`) && refused.html.includes('value="yes" checked'))
      says(refused, 'Der Ausweis ist abgelaufen.')
    }
    assert.equal(await hall.database.query.count({ where: { caseId: caseFile.id } }), 0)
  })

  test('a day on which the counter is closed is no period: the message names the next that is open', async () => {
    const { caseFile, page } = await onDesk()
    const sunday = nextSunday()
    const closed = formatDay(sunday, 'de')
    const refused = await press(anna.visitor, page, 'decide', { ...back, until: closed })
    says(refused, said('desk.untilClosed', { day: formatDay(house.office.openDayFrom(sunday), 'de') }), 422)
    assert.ok(refused.html.includes('href="#until"') && refused.html.includes(`value="${closed}"`))
    assert.equal(await hall.database.query.count({ where: { caseId: caseFile.id } }), 0)
  })

  test('a message that no letter can print is asked for again, before anything is decided', async () => {
    const { caseFile, page } = await onDesk(byPost())
    says(await press(anna.visitor, page, 'decide', { ...back, note: 'Danke ☺' }), said('desk.noteUnprintable'), 422)
    assert.equal(await hall.database.query.count({ where: { caseId: caseFile.id } }), 0)
    await press(anna.visitor, page, 'decide', { ...back, note: 'Wie besprochen – „bald“ … 5 € ‑ danke' })
    assert.equal(await letters(caseFile), 1)
  })

  test('the citizen reads what is missing and by when, and there is no letter that nobody wanted', async () => {
    const { caseFile, page } = await onDesk()
    await press(anna.visitor, page, 'decide', back)
    const own = await asCitizen({ hall, house }, caseFile)
    for (const reason of back.reason) says(own, house.words.de.say(`residence-registration:returns.${reason}`), 200)
    says(own, said('case.askedUntil', { day: longDay(requestDeadline(today), 'de') }))
    says(own, said('next.visitAsked'))
    saysNot(own, said('case.byPost'))
    assert.equal(await letters(caseFile), 0)
    saysNot(own, '.pdf')
  })

  test('the deadline of the law is named beside the asked day where it ends earlier, and only while it lies ahead', async () => {
    const { caseFile, page } = await onDesk()
    await press(anna.visitor, page, 'decide', back)
    for (const [ahead, isNamed] of [
      [-1, false],
      [0, true],
      [3, true],
      [60, false],
    ] as const) {
      const dueOn = addDays(today, ahead)
      await hall.database.caseFile.update({ where: { id: caseFile.id }, data: { dueOn: new Date(dueOn) } })
      const own = await asCitizen({ hall, house }, caseFile)
      const sentence = said('next.lawStays', { day: longDay(dueOn, 'de') })
      if (isNamed) says(own, sentence)
      else saysNot(own, 'gesetzliche Frist')
    }
  })

  test('the three days that only the office has are nobody else’s deadline', async () => {
    const slug = 'gewerbeanmeldung'
    const caseFile = await fileCase(house, exampleOf(house, slug, 'candles').typed, slug)
    const trade = await seat(hall, 'trade')
    await settle(house, trade.clerk, caseFile, 'return', 'Es fehlt ein Auszug.')
    const own = await asCitizen({ hall, house }, caseFile)
    says(own, 'Es fehlt ein Auszug.', 200)
    saysNot(own, 'gesetzliche Frist')
  })

  test('something else is what the clerk wrote: nobody reads that it is described below', async () => {
    const { caseFile, page } = await onDesk()
    const reason = ['identity', 'other']
    const desk = await press(anna.visitor, page, 'decide', { ...back, reason, letter: 'yes' })
    const own = await asCitizen({ hall, house }, caseFile)
    const { pdf } = await hall.database.letter.findFirstOrThrow({ where: { caseId: caseFile.id } })
    const text = await readPdf(pdf)
    assert.doesNotMatch(text, /unten\s+beschrieben/)
    assert.match(text, /Pässe\s+zeigen\s+Sie\s+im\s+Bürgerbüro/)
    for (const shown of [desk, own]) {
      says(shown, house.words.de.say('residence-registration:returns.identity'))
      says(shown, 'Der Ausweis ist abgelaufen.')
      saysNot(shown, house.words.de.say('residence-registration:returns.other'))
    }
    const alone = await onDesk()
    await press(anna.visitor, alone.page, 'decide', { ...back, reason: 'other', letter: 'yes' })
    assert.doesNotMatch((await asCitizen({ hall, house }, alone.caseFile)).html, /<ul[^>]*>\s*<\/ul>/)
  })

  test('the clerk may have it written, and again when something is still missing', async () => {
    const { caseFile, page } = await onDesk()
    await press(anna.visitor, page, 'decide', { ...back, letter: 'yes' })
    const again = await press(anna.visitor, await anna.visitor.request(pathOf(caseFile)), 'claim')
    says(await press(anna.visitor, again, 'decide', { ...back, letter: 'yes' }), said('desk.done.return'), 200)
    const own = await asCitizen({ hall, house }, caseFile)
    for (const name of ['nachforderung', 'nachforderung-2']) assert.ok(own.html.includes(`/${name}.pdf`), name)
    says(own, `${said('letters.nachforderung')} (2) vom ${formatDay(today, 'de')}`)
    const codes = await hall.database.letter.findMany({ where: { caseId: caseFile.id }, select: { code: true } })
    assert.equal(new Set(codes.map(({ code }) => code)).size, 2)
  })

  test('once it is confirmed the result stands first, and what was asked for reads as history', async () => {
    const { caseFile, page } = await onDesk()
    const open = said('desk.queries')
    says(await press(anna.visitor, page, 'decide', { ...back, letter: 'yes' }), open)
    const again = await press(anna.visitor, await anna.visitor.request(pathOf(caseFile)), 'claim')
    assert.ok(again.html.indexOf('.pdf') > again.html.indexOf('id="angaben-0"'))
    const tick = checklistOf(serviceOf(house), caseFile).map(({ id }) => id)
    const desk = await press(anna.visitor, again, 'decide', { decision: 'confirm', tick })
    saysNot(desk, open)
    saysNot(desk, said('desk.untilSet', { day: formatDay(requestDeadline(today), 'de') }))
    says(desk, said('desk.settled'))
    says(desk, said('desk.untilWas', { day: formatDay(requestDeadline(today), 'de') }))
    assert.ok(desk.html.indexOf('.pdf') < desk.html.indexOf('id="angaben-0"'), 'above the answers')
    const own = await asCitizen({ hall, house }, caseFile)
    for (const { html } of [desk, own])
      assert.ok(html.indexOf('/meldebestaetigung.pdf') < html.indexOf('/nachforderung.pdf'), 'the result comes first')
    assert.match(own.html, /kern-btn--primary" href="[^"]*meldebestaetigung.pdf"/)
    assert.match(own.html, /kern-btn--secondary" href="[^"]*nachforderung.pdf"/)
  })

  test('what was seen is not asked for again, nor twice what is missing; the desk says until when it waits', async () => {
    const { caseFile, page } = await onDesk()
    const tick = [...page.html.matchAll(/name="tick"[^>]* value="(identity:[^"]+)"/g)].map(([, id = '']) => id)
    await press(anna.visitor, page, 'decide', { ...back, tick, reason: 'landlordConfirmation' })
    const own = await asCitizen({ hall, house }, caseFile)
    saysNot(own, house.words.de.say('shared:papers.identityToChange', { person: caseFile.name }))
    saysNot(own, house.words.de.say('residence-registration:papers.landlordConfirmation'))
    const day = requestDeadline(today)
    says(await anna.visitor.request(pathOf(caseFile)), `${said('due.waits')} (${longDay(day, 'de')})`)
    says(await anna.visitor.request('/amt?status=returned'), `${said('due.waits')} ${formatDay(day, 'de')}`)
  })

  test('who asks again begins with what was asked before; the new request replaces the old one', async () => {
    const { caseFile, page } = await onDesk()
    await press(anna.visitor, page, 'decide', back)
    const again = await press(anna.visitor, await anna.visitor.request(pathOf(caseFile)), 'claim')
    says(again, said('desk.stillAsked'))
    assert.deepEqual(reasonsTicked(again), [back.reason].flat())
    assert.deepEqual(reasonsTicked(page), [])
    const saved = await press(anna.visitor, again, 'tick', { reason: [back.reason].flat() })
    saysNot(saved, said('desk.unsent'))
    const unticked = await press(anna.visitor, saved, 'tick', { reason: [] })
    assert.deepEqual(reasonsTicked(unticked), [])
    await press(anna.visitor, unticked, 'decide', { ...back, reason: 'identity' })
    const queries = await hall.database.query.findMany({ where: { caseId: caseFile.id }, orderBy: { at: 'asc' } })
    assert.deepEqual(
      queries.map(({ answeredAt }) => answeredAt === null),
      [false, true],
    )
  })

  test('who wants post gets a letter without being asked, with list, reason, period and consequence', async () => {
    const { caseFile, page } = await onDesk(byPost())
    says(page, said('desk.letterByPost'))
    saysNot(page, said('desk.toPost'))
    says(await press(anna.visitor, page, 'decide', back), said('desk.toPost'))
    says(await asCitizen({ hall, house }, caseFile), said('case.byPost'))
    const { pdf } = await hall.database.letter.findFirstOrThrow({ where: { caseId: caseFile.id } })
    const text = await readPdf(pdf)
    for (const part of [
      'Nachforderung von Angaben und Unterlagen',
      'Es fehlt ein Ausweis oder Reisepass.',
      'Es fehlt die Bestätigung des Wohnungsgebers.',
      'Bringen Sie "Ihren Reisepass" <mit>.',
      `bis zum ${formatDay(requestDeadline(today), 'de')}`,
      'entscheiden wir nach dem, was uns bekannt ist',
      'Wir können die Frist verlängern',
      caseFile.number,
      caseFile.name,
      'Am Probierstein 17a',
    ])
      assert.ok(flat(text).includes(flat(part)), `${part} is not in: ${text}`)
  })
})

const said = (key: string, values: Record<string, unknown> = {}) => house.words.de.say(`common:${key}`, values)
const pathOf = ({ number }: CaseFile) => `/amt/vorgang/${number}`
const letters = ({ id }: CaseFile) => hall.database.letter.count({ where: { caseId: id } })
const flat = (text: string) => text.replace(/\s+/g, '')

async function periodOf({ id }: CaseFile): Promise<string | undefined> {
  const query = await hall.database.query.findFirstOrThrow({ where: { caseId: id } })
  return query.until?.toISOString().slice(0, 10)
}

async function onDesk(typed = typedBy(house)): Promise<{ caseFile: CaseFile; page: Page }> {
  const caseFile = await fileCase(house, typed)
  const page = await press(anna.visitor, await anna.visitor.request(pathOf(caseFile)), 'claim')
  assert.ok(textOf(page).length > 0)
  return { caseFile, page }
}

function reasonsTicked({ html }: Page): string[] {
  const boxes = [...html.matchAll(/name="reason" value="([^"]+)"( checked)?/g)]
  return boxes.filter(([, , checked]) => checked).map(([, reason = '']) => reason)
}
