// What only staff write: pages of the same engine on a case, for its holder; nothing typed is lost, and the history names what was written.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { answersOf } from '../src/office/decide.ts'
import { deskAnswersOf } from '../src/office/desk-form.ts'
import { followPeople, withRegisterNames } from '../src/services/shared/register-form.ts'
import type { House } from '../src/web/house.ts'
import { readPdf } from './browser/read-pdf.ts'
import { asCitizen } from './helpers/citizen.ts'
import { confirmAtCounter } from './helpers/counter.ts'
import { exampleOf, fileCase, houseOf, serviceOf } from './helpers/filings.ts'
import { press, send } from './helpers/press.ts'
import { says, saysNot, textOf } from './helpers/says.ts'
import { seat, signIn } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { formsOf, type Page, summaryOf, type Visitor } from './helpers/visitor.ts'

const slug = 'gewerbeanmeldung'
let hall: TownHall
let house: House
let holder: Awaited<ReturnType<typeof seat>>
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
  holder = await seat(hall, 'trade')
})
after(() => hall.close())

const file = (name: string, of = slug) => fileCase(house, exampleOf(house, of, name).typed, of)
const caseOf = (number: string) => hall.database.caseFile.findUniqueOrThrow({ where: { number } })
const eventsOf = (number: string) =>
  hall.database.event.findMany({ where: { caseFile: { number }, kind: 'deskWritten' }, orderBy: { id: 'asc' } })

async function claimed(name: string): Promise<{ number: string; url: string; desk: Page; clerk: Visitor }> {
  const { number } = await file(name)
  const url = `/amt/vorgang/${number}`
  const clerk = holder.visitor
  return { number, url, clerk, desk: await press(clerk, await clerk.request(url), 'claim') }
}

/** What stands in the controls of the page's first form. */
function standing(page: Page): Record<string, string[]> {
  return Object.fromEntries(formsOf(page.html)[0]?.controls.map(({ name, values }) => [name, values]) ?? [])
}

describe('the desk’s own form', () => {
  it('begins with what follows from the filing; nothing of it counts before it is saved', async () => {
    const { number, desk, clerk } = await claimed('restaurant')
    says(desk, 'Amtliche Angaben')
    says(desk, /Noch auszufüllen Erlaubnis und Überwachung/)
    const page = await press(clerk, desk, 'official:erlaubnis?von=liste')
    assert.deepEqual(standing(page).permitRequired, ['yes'])
    assert.deepEqual(standing(page).permitKinds, ['gamingMachines'])
    assert.deepEqual(deskAnswersOf(house.office, serviceOf(house, slug), await caseOf(number)), {})
  })

  it('is led through page by page, and then stands on the case in words', async () => {
    const { url, desk, clerk } = await claimed('restaurant')
    const typed = exampleOf(house, slug, 'restaurant').desk ?? {}
    let page = await press(clerk, desk, 'official:erlaubnis?von=liste')
    const titles: string[] = []
    for (let step = 0; page.url !== url; step++) {
      titles.push(page.url.split('/').at(-1) ?? '')
      page = await clerk.fill(page, typed)
      assert.ok(step < 9)
    }
    assert.deepEqual(titles, ['erlaubnis', 'taetigkeit', 'weitergabe', 'vermerk'])
    says(page, 'Amtliche Angaben gespeichert.')
    says(page, 'Spielgeräte mit Gewinnmöglichkeit (GewO § 33c)')
    says(page, 'Erlaubnis ist beantragt, Ordnungsamt ist unterrichtet.')
    saysNot(page, 'Noch auszufüllen')
    const changed = await clerk.fill(await press(clerk, page, 'official:taetigkeit'), { wzCode: '56.30.1' })
    assert.equal(changed.url, url, 'a single change leads back to the case')
    says(changed, '56.30.1')
  })

  it('asks for customs only of a start: of nothing else are they told', () => {
    const slugs = (of: string) => serviceOf(house, of).desk?.pages.map(page => page.slug)
    assert.deepEqual(slugs('gewerbeummeldung'), ['erlaubnis', 'taetigkeit', 'vermerk'])
    assert.deepEqual(slugs('gewerbeabmeldung'), ['taetigkeit', 'vermerk'])
  })

  it('asks what an answer makes necessary, with an error at the field, and keeps what was typed', async () => {
    const { url, clerk } = await claimed('candles')
    const page = await clerk.request(`${url}/amtlich/erlaubnis`)
    assert.equal(standing(page).permitKinds, undefined)
    const more = await clerk.fill(page, { permitRequired: 'yes', overseenTrade: 'yes' })
    assert.equal(more.status, 200)
    assert.deepEqual(standing(more).permitKinds, [])
    const missing = await clerk.fill(more, {})
    assert.equal(missing.status, 422)
    assert.deepEqual(summaryOf(missing.html), ['Kreuzen Sie an, welche Erlaubnis erforderlich ist.'])
    assert.deepEqual(standing(missing).overseenTrade, ['yes'])
    const wrong = await clerk.fill(await clerk.request(`${url}/amtlich/taetigkeit`), { wzCode: '12.3' })
    assert.match(wrong.html, /<title>Fehler: /)
    says(wrong, 'Der WZ-Schlüssel hat fünf Ziffern', 422)
    assert.deepEqual(standing(wrong).wzCode, ['12.3'])
    const nothing = await clerk.fill(await clerk.request(`${url}/amtlich/taetigkeit`), { wzCode: '04.11.0' })
    says(nothing, 'Einen WZ-Schlüssel, der mit 04 beginnt, gibt es nicht.', 422)
  })

  it('writes one event a page, with the fields that have changed and none of their answers', async () => {
    const { number, url, clerk } = await claimed('candles')
    const typed = { permitRequired: 'yes', permitKinds: ['security', 'waste'], overseenTrade: 'no' }
    let page = await clerk.fill(await clerk.request(`${url}/amtlich/erlaubnis`), typed)
    if (page.url !== url) page = await clerk.fill(page, typed)
    await clerk.fill(await clerk.request(`${url}/amtlich/erlaubnis`), { ...typed, overseenTrade: 'yes' })
    await clerk.fill(await clerk.request(`${url}/amtlich/erlaubnis`), { ...typed, overseenTrade: 'yes' })
    const details = (await eventsOf(number)).map(({ detail }) => detail)
    const fields = ['permitRequired', 'permitKinds', 'overseenTrade']
    assert.deepEqual(details, [{ fields }, { fields: ['overseenTrade'] }], 'saving the same again is no event')
    says(
      await clerk.request(url),
      `Amtliche Angaben gespeichert: Überwachungsbedürftiges Gewerbe (GewO § 38)? – ${holder.clerk.name}`,
    )
  })

  it('names in the history what a page asked, and records no look at confidential answers where it asks none', async () => {
    const of = 'meldebescheinigung'
    const { number } = await file('extended', of)
    const { visitor } = await seat(hall, 'residence')
    await press(visitor, await visitor.request(`/amt/vorgang/${number}`), 'claim')
    saysNot(await visitor.request(`/amt/vorgang/${number}`), 'Vertrauliche Angaben zeigen')
    await confirmAtCounter(visitor, number, exampleOf(house, of, 'extended').desk)
    const [, chosen] = (await eventsOf(number)).map(({ detail }) => detail)
    assert.deepEqual(chosen, { fields: ['birthPlace', 'nationalities', 'moveDates', 'familyStatus'] })
    assert.equal(await hall.database.event.count({ where: { caseFile: { number }, kind: 'revealed' } }), 0)
  })

  it('keeps a blank answer blank where the form would begin with another', async () => {
    const of = 'abmeldung'
    const { number } = await file('familyAbroad', of)
    const { visitor } = await seat(hall, 'residence')
    const url = `/amt/vorgang/${number}`
    await press(visitor, await visitor.request(url), 'claim')
    const page = await visitor.request(`${url}/amtlich/register`)
    const names = Object.keys(standing(page)).filter(name => name.startsWith('entries.'))
    assert.ok(standing(page)['entries.1.person']?.[0], 'the second person is there')
    await press(visitor, page, 'next', Object.fromEntries(names.map(name => [name, ''])))
    const again = await visitor.request(`${url}/amtlich/register`)
    assert.equal(standing(again)['entries.1.person'], undefined)
  })
})

describe('the number of a foreigner in the Ausländerzentralregister', () => {
  const of = 'ummeldung'
  const [name, azrNumber] = ['azrNumbers.0.person', 'azrNumbers.0.azrNumber']
  const number = '260101123456'
  async function onDesk(example: string) {
    const caseFile = await file(example, of)
    const url = `/amt/vorgang/${caseFile.number}`
    const { visitor, clerk } = await seat(hall, 'residence')
    const desk = await press(visitor, await visitor.request(url), 'claim')
    return { caseFile, url, visitor, clerk, desk, page: `${url}/amtlich/auslaenderregister` }
  }

  it('is sealed, named in the history, and read again by who holds the case and by nobody else', async () => {
    const { caseFile, url, visitor, clerk, desk, page } = await onDesk('twoDwellings')
    says(desk, /Noch auszufüllen Nummern im Ausländerzentralregister/)
    const fresh = await press(visitor, desk, 'official:auslaenderregister?von=liste')
    assert.deepEqual([standing(fresh)[name], standing(fresh)[azrNumber]], [['Piotr Nowak'], ['']])
    const done = await visitor.fill(fresh, { [azrNumber]: '2601 0112 3456' })
    assert.equal(done.url, url)
    says(done, `Amtliche Angaben gespeichert: AZR-Nummern – ${clerk.name}`)
    says(done, 'Person: Piotr Nowak AZR-Nummer: gespeichert, wird hier nicht angezeigt')
    const kept = await caseOf(caseFile.number)
    assert.deepEqual(kept.deskAnswers, { azrNumbers: [{ person: 'Piotr Nowak' }] })
    assert.deepEqual(Object.keys(kept.deskSealed as object), [azrNumber])
    assert.doesNotMatch(JSON.stringify(kept), new RegExp(number))
    assert.deepEqual(standing(await visitor.request(page))[azrNumber], [number])
    says(await press(visitor, done, 'reveal'), `AZR-Nummer: ${number}`)
    const { visitor: colleague } = await seat(hall, 'residence')
    for (const other of [await colleague.request(url), await visitor.request(url)]) saysNot(other, number)
    assert.equal((await colleague.request(page)).status, 403)
    const events = await hall.database.event.findMany({ where: { caseId: caseFile.id } })
    assert.doesNotMatch(JSON.stringify(events.map(({ detail }) => detail)), new RegExp(number))
    assert.equal(events.filter(({ kind }) => kind === 'revealed').length, 4, 'begun, saved, read again, shown')
  })

  it('goes with the reason for it: a correction to German nationality deletes it', async () => {
    const { caseFile, url, visitor, page } = await onDesk('twoDwellings')
    await visitor.fill(await visitor.request(page), { [azrNumber]: number })
    const { persons } = answersOf(house.office, await caseOf(caseFile.number)) as { persons: { id: string }[] }
    const nationality = `${url}/berichtigen/personen/${persons[0]?.id}/staatsangehoerigkeit`
    const done = await visitor.fill(await visitor.request(nationality), { nationalities: ['DE'] })
    assert.equal(done.status, 200)
    saysNot(done, '#amtlich')
    assert.deepEqual((await caseOf(caseFile.number)).deskSealed, {})
  })

  it('stays with its person, whose name is corrected, and goes with one who is struck out', async () => {
    const { caseFile, url, visitor, page } = await onDesk('twoDwellings')
    await visitor.fill(await visitor.request(page), { [azrNumber]: number })
    const { persons } = answersOf(house.office, await caseOf(caseFile.number)) as { persons: { id: string }[] }
    const filer = await visitor.request(`${url}/berichtigen/name`)
    const done = await visitor.fill(filer, { 'filer.familyName': 'Nowacki' })
    says(done, 'Person: Piotr Nowacki AZR-Nummer: gespeichert, wird hier nicht angezeigt')
    assert.deepEqual(standing(await visitor.request(page))[azrNumber], [number])
    await press(visitor, await visitor.request(`${url}/berichtigen/personen/${persons[0]?.id}/entfernen`), 'remove')
    const { deskAnswers, deskSealed } = await caseOf(caseFile.number)
    assert.deepEqual([deskAnswers, deskSealed], [{ azrNumbers: [] }, {}])
  })

  it('is not asked of Germans: their case has no such form', async () => {
    const { desk, visitor, page } = await onDesk('single')
    saysNot(desk, 'Amtliche Angaben')
    saysNot(desk, '#amtlich')
    assert.equal((await visitor.request(page)).status, 404)
  })

  it('is refused with other characters, next to its field, and what was typed stays', async () => {
    const { visitor, page } = await onDesk('twoDwellings')
    for (const typed of ['2601/0112', '123', '2'.repeat(21)]) {
      const wrong = await visitor.fill(await visitor.request(page), { [azrNumber]: typed })
      assert.equal(wrong.status, 422)
      assert.deepEqual(summaryOf(wrong.html), [
        'Die AZR-Nummer hat 4 bis 20 Zeichen: nur Buchstaben von A bis Z und Ziffern.',
      ])
      assert.deepEqual([standing(wrong)[name], standing(wrong)[azrNumber]], [['Piotr Nowak'], [typed]])
    }
  })

  it('is not waited for, and neither the letter nor the citizen’s page says it', async () => {
    const { visitor, url, desk } = await onDesk('twoDwellings')
    const ticks = formsOf(desk.html).flatMap(form => form.controls.find(({ name }) => name === 'tick')?.options ?? [])
    says(await press(visitor, desk, 'decide', { tick: ticks, decision: 'confirm' }), 'Bestätigt', 200)
    assert.equal((await caseOf(url.split('/').at(-1) ?? '')).status, 'confirmed')
    const written = await file('twoDwellings', of)
    await confirmAtCounter(visitor, written.number, { [azrNumber]: number })
    const { pdf } = await hall.database.letter.findFirstOrThrow({ where: { caseId: written.id } })
    const text = await readPdf(pdf)
    assert.match(text, /Nowak/)
    assert.doesNotMatch(text, new RegExp(`${number}|AZR`))
    const own = await asCitizen({ hall, house }, written)
    says(own, written.number, 200)
    for (const hidden of [number, 'AZR-Nummer']) saysNot(own, hidden)
  })
})

describe('confirming', () => {
  it('waits for the form where a permit may be needed, says what is missing, and loses nothing typed', async () => {
    const { url, desk, clerk, number } = await claimed('restaurant')
    const ticks = formsOf(desk.html).flatMap(form => form.controls.find(({ name }) => name === 'tick')?.options ?? [])
    const typed = { tick: ticks, decision: 'confirm', note: 'Kommt um zehn.' }
    const refused = await press(clerk, desk, 'decide', typed)
    says(refused, 'Vor dem Bestätigen fehlen noch amtliche Angaben.', 422)
    assert.match(refused.html, /<a href="#amtlich">/)
    assert.match(refused.html, / id="amtlich"/)
    const page = await press(clerk, refused, 'official:erlaubnis?von=liste')
    const back = await press(clerk, page, 'back')
    const controls = formsOf(back.html).flatMap(form => form.controls)
    assert.deepEqual(controls.find(({ name }) => name === 'tick')?.values, ticks)
    assert.deepEqual(controls.find(({ name }) => name === 'note')?.values, ['Kommt um zehn.'])
    assert.equal((await caseOf(number)).status, 'inReview')
    assert.equal(back.url, url)
  })

  it('does not wait where nothing points to a permit; what was written is there after it, and cannot be changed', async () => {
    const { number } = await file('candles')
    const done = await confirmAtCounter(holder.visitor, number, exampleOf(house, slug, 'candles').desk)
    says(done, '32.99.4', 200)
    assert.equal((await holder.visitor.request(`/amt/vorgang/${number}/amtlich/taetigkeit`)).status, 403)
    saysNot(done, 'value="official:')
  })

  it('gives the letter what was certified', async () => {
    const { number } = await file('toCanada', 'abmeldung')
    const { visitor } = await seat(hall, 'residence')
    await confirmAtCounter(visitor, number, { 'entries.0.usualGivenName': 'Felix' })
    const caseFile = await caseOf(number)
    const desk = deskAnswersOf(house.office, serviceOf(house, 'abmeldung'), caseFile)
    assert.deepEqual(desk.entries, [{ person: 'Felix Amrein', usualGivenName: 'Felix' }])
    assert.equal(await hall.database.letter.count({ where: { caseId: caseFile.id } }), 1)
  })
})

describe('what the register says of a person', () => {
  it('is still said of them when their name is corrected', async () => {
    const { number } = await file('familyAbroad', 'abmeldung')
    const { visitor } = await seat(hall, 'residence')
    const url = `/amt/vorgang/${number}`
    await press(visitor, await visitor.request(url), 'claim')
    const page = await visitor.request(`${url}/amtlich/register`)
    await press(visitor, page, 'next', { 'entries.0.doctorate': 'Dr.', 'entries.1.usualGivenName': 'Emil' })
    const { persons } = answersOf(house.office, await caseOf(number)) as { persons: { id: string }[] }
    const name = `${url}/berichtigen/personen/${persons[1]?.id}/person`
    await visitor.fill(await visitor.request(name), { givenNames: 'Emil Anton' })
    const desk = deskAnswersOf(house.office, serviceOf(house, 'abmeldung'), await caseOf(number))
    assert.deepEqual(desk.entries, [
      { person: 'Silje Kastner-Ødegård', doctorate: ['Dr.'] },
      { person: 'Emil Anton Kastner', usualGivenName: 'Emil' },
    ])
  })
})

it('father and son of one name keep each their own entry, also when one is struck out', () => {
  const named = (id: string) => ({ id, familyName: 'Amrein', givenNames: 'Felix' })
  const [son, father] = [named('son'), named('father')]
  const entries = [
    { person: 'Felix Amrein', doctorate: [] },
    { person: 'Felix Amrein', doctorate: ['Dr.'] },
  ]
  const kept = followPeople(entries, { persons: [son, father] }, { persons: [father] }) ?? []
  assert.deepEqual(
    withRegisterNames([father], { entries: kept }).map(({ doctorate }) => doctorate),
    [['Dr.']],
  )
  assert.deepEqual(
    withRegisterNames([son, father], { entries }).map(({ doctorate }) => doctorate),
    [[], ['Dr.']],
  )
})

describe('who has lost the case, or the session', () => {
  it('reads that a colleague has it, and what was typed', async () => {
    const { url, clerk } = await claimed('candles')
    const page = await clerk.request(`${url}/amtlich/vermerk`)
    const { visitor: colleague } = await seat(hall, 'trade')
    await press(colleague, await colleague.request(url), 'takeOver', { takeOverReason: 'urgent' })
    const late = await clerk.fill(page, { note: 'Rückruf am Montag.' })
    assert.equal(late.status, 409)
    says(late, 'Rückruf am Montag.')
    assert.equal((await clerk.request(`${url}/amtlich/vermerk`)).status, 403)
  })

  it('is shown the same page again where another window was faster', async () => {
    const { url, clerk } = await claimed('candles')
    const page = await clerk.request(`${url}/amtlich/vermerk`)
    await clerk.fill(await clerk.request(`${url}/amtlich/taetigkeit`), { wzCode: '32994' })
    const late = await clerk.fill(page, { note: 'Rückruf am Montag.' })
    assert.equal(late.status, 409)
    assert.deepEqual(standing(late).note, ['Rückruf am Montag.'])
    says(await clerk.fill(late, {}), 'Rückruf am Montag.', 200)
  })

  it('signs in again and finds what was typed', async () => {
    const { url, clerk } = await claimed('candles')
    const page = await clerk.request(`${url}/amtlich/vermerk`)
    clerk.jar.delete('amt')
    const lost = await clerk.fill(page, { note: 'Rückruf am Montag.' })
    assert.equal(lost.status, 401)
    assert.match(lost.html, /Rückruf am Montag\./)
    holder = { ...holder, visitor: await signIn(hall, holder.clerk) }
  })
})

describe('nobody else', () => {
  it('writes in it: not without holding the case, not on a service without such a form, not with unknown names', async () => {
    const { url, clerk } = await claimed('candles')
    const { visitor: colleague } = await seat(hall, 'trade')
    assert.equal((await colleague.request(`${url}/amtlich/vermerk`)).status, 403)
    assert.equal((await clerk.request(`${url}/amtlich/pruefen`)).status, 404)
    assert.equal((await clerk.request(`${url}/amtlich/wer`)).status, 404)
    const page = await clerk.request(`${url}/amtlich/vermerk`)
    const form = Object.fromEntries(Object.entries(standing(page)))
    assert.equal((await send(clerk, page.url, { ...form, legalForm: 'AG', action: 'next' })).status, 400)
    const { number } = await fileCase(house)
    const { visitor: residence } = await seat(hall, 'residence')
    const other = await press(residence, await residence.request(`/amt/vorgang/${number}`), 'claim')
    assert.doesNotMatch(textOf(other), /Amtliche Angaben/)
    assert.equal((await residence.request(`/amt/vorgang/${number}/amtlich/vermerk`)).status, 404)
  })
})
