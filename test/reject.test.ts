// A filing is rejected: never without reasons, only where there is something to decide, and with a notice on legal remedies.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { CaseFile } from '../src/generated/client.ts'
import { addDays } from '../src/law/dates.ts'
import { formatDay } from '../src/law/partial-date.ts'
import { rejectionDraft } from '../src/office/letters.ts'
import { claim } from '../src/office/queue.ts'
import { reject } from '../src/office/reject.ts'
import type { House } from '../src/web/house.ts'
import { readPdf } from './browser/read-pdf.ts'
import { asCitizen } from './helpers/citizen.ts'
import { exampleOf, fileCase, houseOf, serviceOf, today } from './helpers/filings.ts'
import { answer, bodyOf, press, send } from './helpers/press.ts'
import { refuse, unheard } from './helpers/refuse.ts'
import { says, saysNot } from './helpers/says.ts'
import { seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { type Page, summaryOf } from './helpers/visitor.ts'

let hall: TownHall
let house: House
let anna: Awaited<ReturnType<typeof seat>>
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
  anna = await seat(hall, 'residence', 'Anna Ahlers')
})
after(() => hall.close())

const note = 'Am 12. und 19. November war die Wohnung <leer>.'
const no = { decision: 'reject', rejectReason: ['noMoveIn'], note }

describe('a clerk rejects', () => {
  test('the case is closed, the history says so, and the citizen reads why and finds the notice', async () => {
    const { caseFile, page } = await onDesk()
    says(await refuse(anna.visitor, page, no), said('desk.done.reject'), 200)
    const kept = await hall.database.caseFile.findUniqueOrThrow({ where: { id: caseFile.id } })
    assert.equal(kept.status, 'rejected')
    assert.ok(kept.closedAt && kept.decidedAt)
    const events = await hall.database.event.findMany({ where: { caseId: caseFile.id }, orderBy: { id: 'asc' } })
    assert.deepEqual(
      events.slice(-3).map(({ kind }) => kind),
      ['rejected', 'letterIssued', 'viewed'],
    )
    assert.ok(
      !JSON.stringify(events.map(({ detail }) => detail)).includes('leer'),
      'the history holds no reasons in words',
    )
    const own = await asCitizen({ hall, house }, caseFile)
    says(own, said('case.headings.rejected'), 200)
    says(own, house.words.de.say('residence-registration:rejects.noMoveIn'))
    says(own, note)
    says(own, said('case.rejectedRemedy'))
    saysNot(own, said('case.startsHeading')) // nothing is built upon what was rejected
    assert.ok(own.html.includes(`/vorgang/${caseFile.number}/ablehnung.pdf`))
    says(await anna.visitor.request(pathOf(caseFile)), note)
  })

  test('a reason in the clerk’s own words stands there alone', async () => {
    const slug = 'meldebescheinigung'
    const caseFile = await fileCase(house, exampleOf(house, slug, 'onPaper').typed, slug)
    const hold = { office: house.office, service: serviceOf(house, slug), clerk: anna.clerk, caseFile, version: 0 }
    const own = { reasons: ['other'], note: 'Die Person ist hier nicht gemeldet.', hearing: null }
    const text = await readPdf(await rejectionDraft(hold, own))
    assert.match(text, /Die Person ist hier nicht gemeldet\./)
    assert.ok(!text.includes(house.words.de.say('registration-certificate:rejects.other')))
  })

  test('the notice gives the reasons (VwVfG § 39) and the remedy: what, where, how long (§ 37(6))', async () => {
    const { caseFile, page } = await onDesk()
    await refuse(anna.visitor, page, no, { hearing: 'spoken', heardOn: formatDay(today, 'de') })
    const { pdf, kind } = await hall.database.letter.findFirstOrThrow({ where: { caseId: caseFile.id } })
    assert.equal(kind, 'ablehnung')
    const text = await readPdf(pdf)
    for (const part of [
      house.words.de.say('residence-registration:rejects.noMoveIn'),
      note,
      `Sie hatten im Gespräch mit uns am ${formatDay(today, 'de')} Gelegenheit`,
      'innerhalb eines Monats nach seiner Bekanntgabe Widerspruch',
      'Der Magistrat der Stadt Limburg a. d. Lahn, Rathausprobe 1, 65549 Limburg a. d. Lahn',
      'Verwaltungsgericht Wiesbaden',
      'Anna Ahlers',
      caseFile.number,
      'Beispielgasse 4 60311 Frankfurt am Main', // nobody lives where nobody moved in
    ])
      assert.ok(flat(text).includes(flat(part)), `${part} is not in: ${text}`)
  })

  test('nothing is final before the page that shows reasons, consequences and letter, and asks for the hearing (VwVfG § 28)', async () => {
    const { caseFile, page } = await onDesk()
    const asked = await press(anna.visitor, page, 'decide', { ...no, tick: ['landlord'] })
    says(asked, said('rejection.heading'), 200)
    for (const part of ['consequences', 'follows.final', 'follows.remedy']) says(asked, said(`rejection.${part}`))
    says(asked, house.words.de.say('residence-registration:rejects.noMoveIn'))
    says(asked, note)
    const kept = await hall.database.caseFile.findUniqueOrThrow({ where: { id: caseFile.id } })
    assert.deepEqual([kept.status, kept.ticks], ['inReview', ['landlord']])
    const back = await anna.visitor.request(pathOf(caseFile))
    says(back, note) // all of it is still there
    assert.match(back.html, /value="reject"[^>]* checked/)
  })

  test('how the person was heard, or why not, is a choice that nobody can skip', async () => {
    const { caseFile, page } = await onDesk()
    const asked = await press(anna.visitor, page, 'decide', no)
    for (const [problem, hearing] of [
      ['hearingMissing', {}],
      ['hearingMissing', { hearing: 'invented' }],
      ['unheardMissing', { hearing: 'none' }],
      ['heardOnWrong', { hearing: 'spoken', heardOn: 'gestern' }],
      ['heardOnToday', { hearing: 'written', heardOn: formatDay(addDays(today, 1), 'de') }],
      ['heardOnToday', { hearing: 'spoken', heardOn: formatDay(addDays(today, -1), 'de') }],
      ['writtenToday', { hearing: 'written', heardOn: formatDay(today, 'de') }],
    ] as const) {
      const refused = await press(anna.visitor, asked, 'reject', hearing)
      assert.equal(refused.status, 422)
      assert.deepEqual(summaryOf(refused.html), [
        said(`rejection.${problem}`, { from: formatDay(today, 'de'), today: formatDay(today, 'de') }),
      ])
      if ('heardOn' in hearing) assert.ok(refused.html.includes(`value="${hearing.heardOn}"`), 'what was typed stays')
    }
    const filedOn = addDays(today, -3)
    await hall.database.caseFile.update({ where: { id: caseFile.id }, data: { filedOn: new Date(filedOn) } })
    for (const days of [-4, 1]) {
      const outside = { hearing: 'spoken', heardOn: formatDay(addDays(today, days), 'de') }
      assert.deepEqual(summaryOf((await press(anna.visitor, asked, 'reject', outside)).html), [
        said('rejection.heardOnOutside', { from: formatDay(filedOn, 'de'), today: formatDay(today, 'de') }),
      ])
    }
    assert.equal((await hall.database.caseFile.findUniqueOrThrow({ where: { id: caseFile.id } })).status, 'inReview')
    const done = await press(anna.visitor, asked, 'reject', { hearing: 'none', unheard: 'ownStatements' })
    says(done, said('rejection.events.ownStatements'), 200)
    const { pdf } = await hall.database.letter.findFirstOrThrow({ where: { caseId: caseFile.id } })
    assert.ok(flat(await readPdf(pdf)).includes(flat('Von einer Anhörung haben wir abgesehen, weil wir von Ihren')))
  })

  test('the letter can be read before, marked as a draft, without a code to verify it, and is stored nowhere', async () => {
    const { caseFile, page } = await onDesk()
    const earlier = addDays(today, -3)
    await hall.database.caseFile.update({ where: { id: caseFile.id }, data: { filedOn: new Date(earlier) } })
    const asked = await press(anna.visitor, page, 'decide', no)
    const body = bodyOf(asked, 'draft', { hearing: 'written', heardOn: formatDay(earlier, 'de') })
    const draft = await answer(anna.visitor, hall.baseUrl, asked.url, { method: 'POST', body })
    assert.equal(draft.headers.get('content-type'), 'application/pdf')
    const text = flat(await readPdf(new Uint8Array(await draft.arrayBuffer())))
    for (const part of ['Entwurf – noch nicht entschieden', note, `Mit Schreiben vom ${formatDay(earlier, 'de')}`])
      assert.ok(text.includes(flat(part)), part)
    assert.ok(!text.includes('Prüfcode'))
    assert.equal(await hall.database.letter.count({ where: { caseId: caseFile.id } }), 0)
    assert.equal(await hall.database.event.count({ where: { caseId: caseFile.id, kind: 'letterRead' } }), 1)
  })

  test('a draft needs no hearing yet, but not half of one', async () => {
    const { page } = await onDesk()
    const asked = await press(anna.visitor, page, 'decide', no)
    const draft = (hearing = {}) =>
      answer(anna.visitor, hall.baseUrl, asked.url, { method: 'POST', body: bodyOf(asked, 'draft', hearing) })
    const without = await readPdf(new Uint8Array(await (await draft()).arrayBuffer()))
    assert.ok(flat(without).includes(flat('Zur Anhörung ist noch nichts eingetragen.')))
    const urgent = await readPdf(
      new Uint8Array(await (await draft({ hearing: 'none', unheard: 'urgent' })).arrayBuffer()),
    )
    assert.ok(flat(urgent).includes(flat('wegen Gefahr im Verzug oder im öffentlichen Interesse')))
    for (const [problem, hearing] of [
      ['heardOnWrong', { hearing: 'spoken' }],
      ['heardOnNotReal', { hearing: 'spoken', heardOn: '31.11.2026' }],
      ['unheardMissing', { hearing: 'none' }],
    ] as const) {
      const refused = await press(anna.visitor, asked, 'draft', hearing)
      assert.deepEqual(
        [refused.status, summaryOf(refused.html)],
        [422, [said(`rejection.${problem}`, { today: formatDay(today, 'de') })]],
      )
    }
  })

  test('whoever changed the case meanwhile is not overruled by an old page', async () => {
    const { caseFile, page } = await onDesk()
    const asked = await press(anna.visitor, page, 'decide', no)
    await press(anna.visitor, await anna.visitor.request(pathOf(caseFile)), 'tick', { tick: 'landlord' })
    const late = await press(anna.visitor, asked, 'reject', unheard)
    for (const text of [note, said('rejection.ways.none')]) says(late, text, 409)
    assert.equal((await press(anna.visitor, asked, 'reject')).status, 409, 'nor is the old page made new')
  })

  test('a case that was changed since its page was shown does not come to the hearing', async () => {
    const { caseFile, page } = await onDesk()
    await press(anna.visitor, await anna.visitor.request(pathOf(caseFile)), 'tick', { tick: ['landlord'] })
    says(await press(anna.visitor, page, 'decide', { ...no, tick: ['landlord'] }), note, 409)
  })

  test('only the reasons and words that were shown are issued: what another window changed is shown first', async () => {
    const { caseFile, page } = await onDesk()
    const asked = await press(anna.visitor, page, 'decide', { ...no, note: 'Erste\nFassung' })
    const newer = 'Zweite\r\nFassung'
    await press(anna.visitor, page, 'decide', { ...no, note: newer })
    const changed = await press(anna.visitor, asked, 'reject', unheard)
    assert.equal(changed.status, 409)
    assert.deepEqual(summaryOf(changed.html), [said('rejection.textChanged')])
    says(changed, newer)
    assert.match(changed.html, /value="circumstances"[^>]* checked/, 'what was chosen stays')
    assert.equal((await press(anna.visitor, asked, 'draft', unheard)).status, 409)
    assert.equal(await hall.database.letter.count({ where: { caseId: caseFile.id } }), 0)
    says(await press(anna.visitor, changed, 'reject', unheard), said('desk.done.reject'), 200)
    assert.equal((await hall.database.rejection.findUniqueOrThrow({ where: { caseId: caseFile.id } })).note, newer)
  })

  test('who chose another decision in another window is back on the case, and nothing typed there is lost', async () => {
    const { caseFile, page } = await onDesk()
    const asked = await press(anna.visitor, page, 'decide', { ...no, tick: ['landlord'] })
    const other = await anna.visitor.request(pathOf(caseFile))
    await press(anna.visitor, other, 'tick', { decision: 'return', note: 'Zweite Fassung' })
    const back = await press(anna.visitor, asked, 'reject', { hearing: 'spoken', heardOn: formatDay(today, 'de') })
    assert.deepEqual([back.url, back.status], [pathOf(caseFile), 200])
    says(back, 'Zweite Fassung')
    for (const value of ['return', 'landlord', 'noMoveIn'])
      assert.match(back.html, new RegExp(`value="${value}"[^>]* checked`))
  })

  test('who lost the case meanwhile finds there what they had chosen, day, reasons and words', async () => {
    const { caseFile, page } = await onDesk()
    const asked = await press(anna.visitor, page, 'decide', no)
    await press(anna.visitor, await anna.visitor.request(pathOf(caseFile)), 'release')
    const late = await press(anna.visitor, asked, 'reject', { hearing: 'spoken', heardOn: '27.11.' })
    const why = await press(anna.visitor, asked, 'reject', unheard)
    const reason = house.words.de.say('residence-registration:rejects.noMoveIn')
    for (const text of [said('rejection.ways.spoken'), '27.11.', note, reason]) says(late, text, 409)
    says(why, said('rejection.unheardReasons.circumstances'), 409)
  })

  test('without a reason or without words for it nothing is rejected, and what was typed stays', async () => {
    const { caseFile, page } = await onDesk()
    const noReason = await press(anna.visitor, page, 'decide', { decision: 'reject', note })
    says(noReason, said('desk.rejectReasonsMissing'), 422)
    says(noReason, note)
    const noWords = await press(anna.visitor, page, 'decide', { ...no, note: '  ' })
    says(noWords, said('desk.rejectNoteMissing'), 422)
    assert.match(noWords.html, /name="rejectReason" value="noMoveIn" checked/)
    const invented = await press(anna.visitor, page, 'decide', { ...no, rejectReason: 'invented' })
    assert.equal(invented.status, 422)
    assert.equal((await hall.database.caseFile.findUniqueOrThrow({ where: { id: caseFile.id } })).status, 'inReview')
    assert.equal(await hall.database.letter.count({ where: { caseId: caseFile.id } }), 0)
  })

  test('a note that no letter can hold comes to no letter, whichever way it is sent', async () => {
    for (const [problem, wrong] of [
      ['noteTooLong', 'x'.repeat(2500)],
      ['noteUnprintable', '漢字'],
    ] as const) {
      const { caseFile, page } = await onDesk()
      says(await press(anna.visitor, page, 'decide', { ...no, note: wrong }), said(`desk.${problem}`), 422)
      const asked = await anna.visitor.request(`${pathOf(caseFile)}/ablehnen`)
      assert.equal(asked.url, pathOf(caseFile), 'back on the case')
      says(asked, wrong)
      const body = bodyOf(page, 'decide', { ...no, note: wrong })
      body.set('action', 'reject')
      assert.equal((await send(anna.visitor, page.url, body)).status, 400)
    }
  })

  test('who comes too late finds reasons and words on the page', async () => {
    const { caseFile, page } = await onDesk()
    await press(anna.visitor, await anna.visitor.request(pathOf(caseFile)), 'release')
    const late = await press(anna.visitor, page, 'decide', no)
    says(late, note, 409)
    says(late, house.words.de.say('residence-registration:rejects.noMoveIn'))
  })

  test('a registration is rejected for one reason only: nobody moved in (BMG § 17(1))', async () => {
    const { page } = await onDesk()
    assert.match(page.html, /name="rejectReason" value="noMoveIn"/)
    assert.doesNotMatch(page.html, /name="rejectReason" value="(?!noMoveIn)/)
    const other = await press(anna.visitor, page, 'decide', { ...no, rejectReason: 'other' })
    says(other, said('desk.rejectReasonsMissing'), 422)
  })

  test('what a service must accept cannot be rejected, whatever a browser sends', async () => {
    const caseFile = await fileCase(house)
    const { caseFile: mine } = await claim(house.office, anna.clerk, caseFile)
    const { rejects: _, ...service } = serviceOf(house)
    const hold = { office: house.office, service, clerk: anna.clerk, caseFile: mine, version: mine.version }
    assert.equal(
      await reject(hold, { reasons: ['noMoveIn'], note, ticks: [], hearing: { hearing: 'spoken', day: today } }),
      'incomplete',
    )
  })
})

const said = (key: string, values = {}) => house.words.de.say(`common:${key}`, values)
const pathOf = ({ number }: CaseFile) => `/amt/vorgang/${number}`
const flat = (text: string) => text.replace(/\s+/g, '')

async function onDesk(): Promise<{ caseFile: CaseFile; page: Page }> {
  const caseFile = await fileCase(house)
  return { caseFile, page: await press(anna.visitor, await anna.visitor.request(pathOf(caseFile)), 'claim') }
}
