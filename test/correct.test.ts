// At the counter the clerk corrects a case: what was sent stays beside it, and people and dwellings are added and struck out.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { formatDay } from '../src/law/partial-date.ts'
import { journeyOf } from '../src/office/correct.ts'
import type { House } from '../src/web/house.ts'
import { asCitizen } from './helpers/citizen.ts'
import { exampleOf, fileCase, houseOf, today, typedBy } from './helpers/filings.ts'
import { answer, bodyOf, press, send } from './helpers/press.ts'
import { says, saysNot, textOf } from './helpers/says.ts'
import { seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { formsOf, type Page, summaryOf, type Visitor } from './helpers/visitor.ts'

describe('correcting an answer', () => {
  let hall: TownHall
  let clerk: Visitor
  let number: string
  let page: string
  let filer: string
  before(async () => {
    hall = await openTownHall()
    const caseFile = await fileCase(await houseOf(hall))
    number = caseFile.number
    const [person] = (caseFile.answers as { persons: { id: string }[] }).persons
    page = `/amt/vorgang/${number}/berichtigen/personen/${person?.id}`
    filer = `/amt/vorgang/${number}/berichtigen/name`
    clerk = (await seat(hall, 'counter')).visitor
  })
  after(() => hall.close())

  it('is not possible without having the case', async () => {
    assert.equal((await clerk.request(`${page}/name`)).status, 403)
  })

  it('asks the same questions with the same messages', async () => {
    await clerk.post(await clerk.request(`/amt/vorgang/${number}`), {}, 'claim')
    const asked = await clerk.post(await clerk.request(filer), { 'filer.familyName': ['Westerbrink3'] }, 'next')
    assert.equal(asked.status, 422)
    assert.match(summaryOf(asked.html).join(), /Familienname.*3/)
  })

  it('shows what was sent beside the corrected answer, and who did it', async () => {
    const done = await clerk.post(await clerk.request(filer), { 'filer.familyName': ['Westerbrink-Żółć'] }, 'next')
    const row = /<div class="answer" id="zeile-name".*?<\/div>/s.exec(done.html)?.[0] ?? ''
    says({ html: row, status: 200 }, 'Die Angaben sind gespeichert.')
    assert.match(done.html, /Westerbrink-Żółć.*<del>Westerbrink<\/del>/s)
    assert.equal(done.html.match(/<del>Westerbrink<\/del>/g)?.length, 2, 'of the filer and of the person')
    says(done, 'Angabe berichtigt: Familienname der meldenden Person –')
  })

  it('leads back to the row, and says so when nothing was changed', async () => {
    const form = await clerk.request(filer)
    says(form, 'berichtigen oder ergänzen')
    const body = bodyOf(form, 'next')
    const { headers } = await answer(clerk, hall.baseUrl, filer, { method: 'POST', body })
    assert.equal(headers.get('location'), `/amt/vorgang/${number}?fertig=unchanged&seite=name#zeile-name`)
    says(await clerk.request(`/amt/vorgang/${number}?fertig=unchanged&seite=name`), 'Es wurde nichts geändert.')
  })

  it('is seen by the citizen as well', async () => {
    const house = await houseOf(hall)
    const caseFile = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
    const own = await asCitizen({ hall, house }, caseFile)
    says(own, house.words.de.say('common:case.correctedText'), 200)
    assert.match(own.html, /Westerbrink-Żółć\s*<span class="original">gesendet war: <del>Westerbrink<\/del>/)
    const untouched = await asCitizen({ hall, house }, await fileCase(house))
    saysNot(untouched, house.words.de.say('common:case.correctedText'))
  })

  it('says of an answer that was taken out that there is none any more', async () => {
    const house = await houseOf(hall)
    const form = await clerk.request(`/amt/vorgang/${number}/berichtigen/kontakt`)
    const desk = await clerk.post(form, { 'contact.email': [''] }, 'next')
    const caseFile = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
    for (const { html } of [desk, await asCitizen({ hall, house }, caseFile)])
      assert.match(
        html,
        /E-Mail-Adresse<\/dt>\s*<dd[^>]*>keine Angabe( <strong.*<\/strong>)?\s*<span class="original">gesendet war: <del>jana/,
      )
  })

  it('keeps the confidential answers it does not touch', async () => {
    const shown = await press(clerk, await clerk.request(`/amt/vorgang/${number}`), 'reveal')
    assert.match(shown.html, /keine oder eine andere/)
  })

  it('speaks of the person, not to them', async () => {
    says(await clerk.request(`${page}/geburt`), 'Wann und wo ist Jana Maria Westerbrink-Żółć geboren?')
    const filer = await clerk.request(`/amt/vorgang/${number}/berichtigen/name`)
    says(filer, 'Wer füllt die Anmeldung aus?')
    says(await clerk.request(`/amt/vorgang/${number}`), 'Familienname der meldenden Person')
  })

  it('loses nothing that was ticked and typed before', async () => {
    const desk = await clerk.request(`/amt/vorgang/${number}`)
    const ticks = ticksOf(desk).slice(0, 3)
    const typed = { tick: ticks, decision: 'return', reason: 'identity', note: 'Bitte den Reisepass mitbringen.' }
    const asked = await press(clerk, desk, `correct:${page.split('/berichtigen/')[1]}/geburt`, typed)
    assert.equal(asked.url, `${page}/geburt`)
    const done = await press(clerk, asked, 'next', { birthPlace: 'Weilburg' })
    says(done, 'Weilburg')
    for (const kept of [done, await press(clerk, done, 'tick'), await press(clerk, done, 'reveal')]) {
      const controls = formsOf(kept.html).flatMap(form => form.controls)
      const standing = Object.fromEntries(controls.map(({ name, values }) => [name, values]))
      assert.deepEqual(standing.tick, ticks)
      assert.deepEqual([standing.decision, standing.reason, standing.note], [['return'], ['identity'], [typed.note]])
    }
    const { unsent } = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
    assert.ok(unsent && !unsent.includes('Reisepass'), 'what is kept is encrypted')
  })

  it('keeps nothing typed once the case is given back', async () => {
    await press(clerk, await clerk.request(`/amt/vorgang/${number}`), 'release')
    const desk = await press(clerk, await clerk.request(`/amt/vorgang/${number}`), 'claim')
    saysNot(desk, 'Reisepass mitbringen')
  })

  it('is asked only for pages of the case', async () => {
    const desk = await clerk.request(`/amt/vorgang/${number}`)
    const posted = bodyOf(desk, 'tick')
    for (const path of ['//example.org', '../../anmelden', 'name?von=pruefen']) {
      posted.set('action', `correct:${path}`)
      assert.equal((await send(clerk, `/amt/vorgang/${number}`, posted)).status, 400, path)
    }
  })

  it('leads on to what a correction makes necessary, and nothing is confirmed before', async () => {
    const next = await clerk.post(await clerk.request(`${page}/familienstand`), { familyStatus: ['VH'] }, 'next')
    assert.match(next.url, /eheschliessung$/)
    const desk = await clerk.request(`/amt/vorgang/${number}`)
    const form = formsOf(desk.html).findIndex(other => other.buttons.includes('decide'))
    const refused = await clerk.post(desk, { decision: ['confirm'] }, 'decide', form)
    assert.equal(refused.status, 422)
    assert.match(refused.html, /fehlen noch Angaben/)
  })

  it('with an older version changes nothing and keeps what was typed', async () => {
    const old = await clerk.request(`${page}/geburt`)
    await clerk.post(await clerk.request(filer), { 'filer.familyName': ['Westerbrink'] }, 'next')
    const late = await clerk.post(old, { birthPlace: ['Bremen'] }, 'next')
    assert.equal(late.status, 409)
    assert.match(late.html, /value="Bremen"/)
    assert.doesNotMatch((await clerk.request(`/amt/vorgang/${number}`)).html, /Bremen/)
  })
})

describe('people and dwellings of a case', () => {
  let hall: TownHall
  let house: House
  let clerk: Visitor
  let colleague: Visitor
  before(async () => {
    hall = await openTownHall()
    house = await houseOf(hall)
    clerk = (await seat(hall, 'counter', 'Anna Ahlers')).visitor
    colleague = (await seat(hall, 'counter', 'Bernd Behrens')).visitor
  })
  after(() => hall.close())

  it('every page that belongs to a case can be corrected, whatever was left blank on it', async () => {
    for (const service of house.services) {
      for (const { name } of service.examples(today)) {
        const caseFile = await fileCase(house, exampleOf(house, service.slug, name).typed, service.slug)
        const path = `/amt/vorgang/${caseFile.number}`
        const desk = await press(clerk, await clerk.request(path), 'claim')
        const { steps } = journeyOf(house.office, service, caseFile)
        const missing = steps.slice(0, -1).filter(step => !desk.html.includes(`value="correct:${step.path}"`))
        assert.deepEqual(
          missing.map(step => step.path),
          [],
          `${service.slug}: ${name}`,
        )
      }
    }
  })

  it('what was left blank is named in one row of its page, and added there', async () => {
    const { page } = await onDesk('single')
    assert.match(page.html, /Doktorgrad.*?keine Angabe.*?Ergänzen/s)
    const names = await follow(page, 'Hat oder hatte Jana Maria Westerbrink noch andere Namen?: Ergänzen')
    assert.match(names.url, /weitere-namen$/)
    const done = await press(clerk, names, 'next', { doctorate: 'Dr.' })
    assert.match(done.html, /Dr\..*<del>keine Angabe<\/del>/s)
    assert.match(textOf(done), /Angabe berichtigt: Doktorgrad \(Jana Maria Westerbrink\) – Anna Ahlers/)
  })

  it('the citizen reads what the office has corrected and on which day, not by whom and nothing that is sealed', async () => {
    const caseFile = await fileCase(house, typedBy(house, 'family'))
    const path = `/amt/vorgang/${caseFile.number}`
    await press(clerk, await clerk.request(path), 'claim')
    const heading = house.words.de.say('common:case.correctedHeading')
    saysNot(await asCitizen({ hall, house }, caseFile), `>${heading}<`)
    const [person] = (caseFile.answers as { persons: { id: string }[] }).persons
    const religion = await clerk.request(`${path}/berichtigen/personen/${person?.id}/religion`)
    await press(clerk, religion, 'next', { religionKey: 'rk' })
    await press(clerk, await clerk.request(`${path}/berichtigen/einzug`), 'next', {
      moveInDate: formatDay(today, 'de'),
    })
    const list = await clerk.request(`${path}/berichtigen/personen`)
    await press(clerk, await clerk.request(removalsOf(list).at(-1) ?? ''), 'remove')
    const own = await asCitizen({ hall, house }, caseFile)
    const day = formatDay(today, 'de')
    for (const what of ['Person gestrichen', 'Tag des Einzugs', 'Religionsgesellschaft \\('])
      says(own, new RegExp(`${heading} .*${day}: [^.]*${what}`))
    for (const secret of ['Anna Ahlers', house.words.de.say('shared:person.religionKey.options.rk')])
      saysNot(own, secret)
  })

  it('a person is added page by page; the checklist, the words and the history follow', async () => {
    const { number, path, page } = await onDesk('family')
    const list = await follow(page, 'Personen hinzufügen oder streichen')
    says(list, 'Mira Sofie Bergmann')
    let own = await press(clerk, list, 'add')
    assert.match(own.url, /personen\/[0-9a-f]{12}\/rolle$/)
    says(await clerk.request(path), 'Es fehlt noch Wer ist diese Person? (Person 5)')
    own = await clerk.fill(own, newborn)
    const wrong = await clerk.fill(own, { ...newborn, familyName: 'Bergmann4' })
    assert.equal(wrong.status, 422)
    const title = /<title>(.*)<\/title>/.exec(wrong.html)?.[1] ?? ''
    assert.match(title, /^Fehler: Wie heißt die Person\? \(Lotte\) – Vorgang LM-.* berichtigen/)
    assert.match(wrong.html, /value="Bergmann4"/)
    const asked: string[] = []
    for (own = await clerk.fill(wrong, newborn); own.url !== list.url; own = await clerk.fill(own, newborn)) {
      assert.equal(own.status, 200, summaryOf(own.html).join())
      if (asked.at(-1) !== own.url) asked.push(own.url)
    }
    assert.ok(
      asked.some(url => url.endsWith('/widersprueche')),
      'what may be left blank is asked too',
    )
    says(own, 'Lotte Bergmann vollständig')
    const done = await press(clerk, own, 'next')
    assert.equal(done.url, path)
    saysNot(done, 'id="offen"')
    says(done, 'Lotte Bergmann (ergänzt)')
    says(done, 'gesehen: Lotte Bergmann')
    says(done, 'Person ergänzt – Anna Ahlers')
    const confirmed = await press(clerk, done, 'decide', { decision: 'confirm', tick: ticksOf(done) })
    says(confirmed, 'Das Schreiben ist ausgestellt')
    const { answers } = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
    assert.equal((answers as { persons: { personRole: string }[] }).persons.at(-1)?.personRole, 'child')
  })

  it('while a person’s answers are missing the case is not confirmed, and the message leads to what is missing', async () => {
    const { path, page } = await onDesk('family')
    await press(clerk, await follow(page, 'Personen hinzufügen oder streichen'), 'add')
    const open = await clerk.request(path)
    const refused = await press(clerk, open, 'decide', { decision: 'confirm', tick: ticksOf(open) })
    assert.equal(refused.status, 422)
    assert.match(refused.html, /<a href="#offen">Nach der Berichtigung fehlen noch Angaben/)
    const on = await follow(refused, 'Wer ist diese Person? (Person 5)')
    assert.match(on.url, /rolle$/)
    says(on, 'Speichern und weiter')
  })

  it('a person is struck out after a question; what was sent of them stays on the case', async () => {
    const { path, page } = await onDesk('family')
    const list = await follow(page, 'Personen hinzufügen oder streichen')
    const question = await clerk.request(removalsOf(list).at(-1) ?? '')
    says(question, 'Jonas Bergmann Möchten Sie diese Person wieder streichen?')
    says(await press(clerk, question, 'keep'), 'Jonas Bergmann')
    saysNot(await press(clerk, question, 'remove'), 'Jonas Bergmann')
    saysNot(await press(clerk, question, 'remove'), 'Jonas Bergmann')
    const done = await clerk.request(path)
    says(done, 'Jonas Bergmann (gestrichen)')
    assert.match(done.html, /gesendet war: <del>Jonas<\/del>/)
    saysNot(done, 'gesehen: Jonas')
    assert.equal(textOf(done).split('Person gestrichen – Anna Ahlers').length, 2)
  })

  it('without anybody left the case waits for a person', async () => {
    const { path, page } = await onDesk('family')
    const list = await follow(page, 'Personen hinzufügen oder streichen')
    for (const removal of removalsOf(list)) await press(clerk, await clerk.request(removal), 'remove')
    const open = await clerk.request(path)
    says(open, 'Es fehlt noch Wer ist eingezogen?')
    says(await follow(open, 'Wer ist eingezogen?'), 'Noch niemand eingetragen.')
  })

  it('“sole” that becomes “main” leads through the other dwellings and the reason, back to the case', async () => {
    const { number, path } = await onDesk('single')
    const status = await clerk.request(`${path}/berichtigen/status`)
    const list = await press(clerk, status, 'next', { newResidenceStatus: 'main' })
    assert.match(list.url, /weitere-wohnungen$/)
    const address = await press(clerk, list, 'add')
    const second = await clerk.fill(address, dwelling)
    const back = await clerk.fill(second, { statusAfter: 'secondary' })
    says(back, 'Fuldaweg 55, 34117 Kassel Nebenwohnung, vollständig')
    const reason = await press(clerk, back, 'next')
    assert.match(reason.url, /hauptwohnung$/)
    says(reason, 'Diese Angabe fehlt nach einer Berichtigung noch')
    const done = await clerk.fill(reason, { mainResidenceReason: 'predominantUse' })
    assert.equal(done.url, path)
    says(done, 'Wohnung ergänzt – Anna Ahlers')
    saysNot(done, 'id="offen"')
    const { answers } = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
    assert.equal((answers as { otherResidences: unknown[] }).otherResidences.length, 1)
  })

  it('what contradicts a correction is said where it stands', async () => {
    const { number, path } = await onDesk('commuter')
    const { answers } = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
    const [other] = (answers as { otherResidences: { id: string }[] }).otherResidences
    const status = await clerk.request(`${path}/berichtigen/weitere-wohnungen/${other?.id}/status`)
    const list = await press(clerk, status, 'next', { statusAfter: 'secondary' })
    assert.match(list.url, /weitere-wohnungen$/)
    assert.match(summaryOf(list.html).join(), /Hauptwohnung/)
    assert.match(list.html, /<title>Fehler: /)
  })

  it('who is known already is offered and not typed again', async () => {
    const { page } = await onDesk('family')
    let own = await press(clerk, await follow(page, 'Personen hinzufügen oder streichen'), 'add')
    while (!own.url.endsWith('/vertretung')) own = await clerk.fill(own, newborn)
    const taken = await press(clerk, own, 'offer:1')
    assert.equal(taken.url, own.url)
    assert.match(taken.html, /name="legalRepresentatives.0.givenNames"[^>]*value="Aylin"/)
  })

  it('a page that was not changed is no correction', async () => {
    const { number, path } = await onDesk('single')
    await press(clerk, await clerk.request(`${path}/berichtigen/kontakt`), 'next')
    const { wordsAsSent } = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
    assert.equal(wordsAsSent, null)
    assert.equal(await hall.database.event.count({ where: { caseFile: { number }, kind: 'corrected' } }), 0)
  })

  it('only the holder adds and strikes out; who is too late reads who has the case, and what they had typed', async () => {
    const { number, path, page } = await onDesk('family')
    const list = await follow(page, 'Personen hinzufügen oder streichen')
    const question = await clerk.request(removalsOf(list).at(-1) ?? '')
    const own = await press(clerk, list, 'add')
    for (const url of [list.url, own.url, removalsOf(list)[0] ?? ''])
      assert.equal((await colleague.request(url)).status, 403)
    await press(colleague, await colleague.request(path), 'takeOver', { takeOverReason: 'agreed' })
    const before = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
    const typed = { familyName: 'Zuspät', personRole: 'child' }
    for (const [from, button] of [
      [list, 'add'],
      [question, 'remove'],
      [own, 'next'],
    ] as const)
      says(
        await press(clerk, from, button, from === own ? typed : {}),
        'Der Vorgang liegt jetzt bei Bernd Behrens.',
        409,
      )
    says(await press(clerk, own, 'next', typed), 'Zuspät', 409)
    assert.deepEqual(await hall.database.caseFile.findUniqueOrThrow({ where: { number } }), before)
  })

  it('an older version of the list adds and strikes out nothing', async () => {
    const { number, page } = await onDesk('family')
    const list = await follow(page, 'Personen hinzufügen oder streichen')
    const question = await clerk.request(removalsOf(list).at(-1) ?? '')
    await press(clerk, list, 'add')
    for (const [from, button] of [
      [list, 'add'],
      [question, 'remove'],
    ] as const)
      says(await press(clerk, from, button), 'Nicht gespeichert', 409)
    const { answers } = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
    assert.equal((answers as { persons: unknown[] }).persons.length, 5)
  })

  it('a page of somebody who was struck out in another window gives back what was typed', async () => {
    const { page } = await onDesk('family')
    const list = await follow(page, 'Personen hinzufügen oder streichen')
    const removal = removalsOf(list).at(-1) ?? ''
    const own = await clerk.request(removal.replace('entfernen', 'geburt'))
    await press(clerk, await clerk.request(removal), 'remove')
    says(await press(clerk, own, 'next', { birthPlace: 'Bremen' }), 'Bremen', 409)
  })

  const newborn = {
    personRole: 'child',
    familyName: 'Bergmann',
    givenNames: 'Lotte',
    otherNames: 'no',
    birthDate: '5.5.2024',
    birthPlace: 'Köln',
    bornAbroad: 'no',
    gender: 'w',
    nationalities: ['DE'],
    religionKey: 'ev',
    familyStatus: 'LD',
    'legalRepresentatives.0.relation': 'E',
    'legalRepresentatives.0.familyName': 'Bergmann',
    'legalRepresentatives.0.givenNames': 'Thomas',
    'legalRepresentatives.0.birthDate': '9.10.1984',
    'legalRepresentatives.0.gender': 'm',
    'legalRepresentatives.0.livesElsewhere': 'no',
  }
  const dwelling = {
    'address.street': 'Fuldaweg',
    'address.houseNumber': '55',
    'address.postalCode': '34117',
    'address.city': 'Kassel',
  }

  async function onDesk(example: string) {
    const { number } = await fileCase(house, typedBy(house, example))
    const path = `/amt/vorgang/${number}`
    return { number, path, page: await press(clerk, await clerk.request(path), 'claim') }
  }

  function follow(page: Page, label: string): Promise<Page> {
    const { html } = page
    const buttons = [...html.matchAll(/<button[^>]* value="(correct:[^"]*)">(.*?)<\/button>/g)]
    const [, button] = buttons.find(([, , text = '']) => text.replace(/<[^>]*>/g, '') === label) ?? []
    assert.ok(button, `${page.url} has a button "${label}"`)
    return press(clerk, page, button)
  }
})

function removalsOf({ html }: Page): string[] {
  return [...html.matchAll(/href="([^"]*\/entfernen)"/g)].map(match => match[1] ?? '')
}

function ticksOf({ html }: Page): string[] {
  return formsOf(html).flatMap(form => form.controls.find(control => control.name === 'tick')?.options ?? [])
}
