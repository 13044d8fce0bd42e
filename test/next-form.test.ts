// The next form: after a filing another one begins with what is known, for the same person and nobody else; the cases are linked.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { rawOf, type Typed } from '../src/forms/example.ts'
import { answersAgain } from '../src/forms/input.ts'
import { walk } from '../src/forms/journey.ts'
import { nodeAt, planOf } from '../src/forms/plan.ts'
import { addDays } from '../src/law/dates.ts'
import { type Correction, correct, journeyOf } from '../src/office/correct.ts'
import { answersOf } from '../src/office/decide.ts'
import { createDraftFrom, typedIn } from '../src/office/drafts.ts'
import { claim } from '../src/office/queue.ts'
import { submit } from '../src/office/submit.ts'
import type { House } from '../src/web/house.ts'
import { exampleOf, fileCase, houseOf, serviceOf, today, typedBy } from './helpers/filings.ts'
import { hidden, press, send } from './helpers/press.ts'
import { says, saysNot } from './helpers/says.ts'
import { hire, seat, settle } from './helpers/staff.ts'
import { writeTinyService } from './helpers/tiny-service.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { formsOf, openVisitor, type Page, type Visitor } from './helpers/visitor.ts'

let hall: TownHall
let house: House
const tiny = await writeTinyService()
before(async () => {
  hall = await openTownHall({ services: tiny.folder })
  house = await houseOf(hall)
})
after(async () => {
  await hall.close()
  tiny.remove()
})

describe('a case that others can follow', () => {
  it('offers them on its page, with the answers carried over and shown for checking', async () => {
    const { visitor, page, number } = await opened()
    says(page, 'Bleibt nach dem Umzug etwas übrig?', 200)
    const first = await press(visitor, page, 'sperrmuell')
    assert.equal(first.url, '/antrag/sperrmuell/name')
    says(first, `Aus Ihrem Vorgang ${number} übernommen. Prüfen Sie die Angaben.`)
    assert.equal(valueOn(first, 'filer.familyName'), typedBy(house)['filer.familyName'])
    const second = await visitor.fill(first, {})
    assert.equal(second.url, '/antrag/sperrmuell/tag', 'no page is skipped')
    saysNot(second, 'übernommen')
  })

  it('says no longer that an answer is taken over when it has been changed', async () => {
    const { visitor, page } = await opened()
    const first = await press(visitor, page, 'sperrmuell')
    const changed = { 'filer.familyName': 'Anders', 'filer.givenNames': 'Anna', 'filer.birthDate': '1.2.1980' }
    await visitor.fill(first, changed)
    saysNot(await visitor.request('/antrag/sperrmuell/name'), 'übernommen')
  })

  it('begins one form, however often the button is pressed', async () => {
    const { visitor, page } = await opened()
    const count = () => hall.database.draft.count({ where: { fromCaseId: { not: null } } })
    const before = await count()
    await press(visitor, page, 'sperrmuell')
    await press(visitor, page, 'sperrmuell')
    assert.equal(await count(), before + 1)
  })

  it('hides no form of the same service that was begun here: it is shown, to go on with or to delete', async () => {
    const { visitor, page } = await opened()
    await visitor.fill(await visitor.request('/antrag/sperrmuell/name'), { 'filer.familyName': 'Huber' })
    const shown = await press(visitor, page, 'sperrmuell')
    assert.equal(shown.url, '/leistungen/sperrmuell')
    says(shown, house.words.de.say('common:about.begunAlready'), 200)
    assert.match(shown.html, /href="\/leistungen\/sperrmuell\/loeschen"/)
    assert.equal(valueOn(await visitor.request('/antrag/sperrmuell/name'), 'filer.familyName'), 'Huber')
  })

  it('hands on that its person is not shown in the queue, also after a correction', async () => {
    const { visitor, page } = await opened(
      await fileCase(house, { ...typedBy(house, 'single'), informationBlockWish: 'yes' }),
    )
    await press(visitor, page, 'meldebescheinigung')
    const draft = await hall.database.draft.findFirstOrThrow({
      where: { fromCaseId: { not: null } },
      orderBy: { createdAt: 'desc' },
    })
    const service = serviceOf(house, 'meldebescheinigung')
    const journey = walk(service, typedIn(house.office, draft), house.office.facts())
    const filing = { service, draft, journey, channel: 'online' as const, words: [], wordsOfCitizen: [] }
    const caseFile = await submit(house.office, filing)
    assert.equal(caseFile.masked, true)
    const { clerk } = await seat(hall, 'residence')
    const { caseFile: held } = await claim(house.office, clerk, caseFile)
    const hold = { office: house.office, service, clerk, caseFile: held, version: held.version }
    const words = { de: house.words.de, citizen: house.words.de }
    const what: Correction = { kind: 'corrected', page: 'kontakt', fields: [] }
    assert.equal(await correct(hold, journeyOf(house.office, service, held), words, what), 'done')
    const { masked } = await hall.database.caseFile.findUniqueOrThrow({ where: { id: caseFile.id } })
    assert.equal(masked, true)
  })

  it('does so for nobody who has not opened it in this session', async () => {
    const [mine, yours] = [await opened(), await opened()]
    const _csrf = hidden(mine.page, '_csrf')
    const drafts = await hall.database.draft.count()
    const other = await send(mine.visitor, `/vorgang/${yours.number}/weiter`, { _csrf, action: 'sperrmuell' })
    assert.equal(other.status, 404)
    const stranger = openVisitor(hall.baseUrl)
    const token = hidden(await stranger.request('/vorgang'), '_csrf')
    const guess = await send(stranger, `/vorgang/${yours.number}/weiter`, { _csrf: token, action: 'sperrmuell' })
    assert.equal(guess.status, 404)
    assert.equal(await hall.database.draft.count(), drafts)
  })

  it('offers what changes or ends it once it is decided, and what goes with it at once', async () => {
    const of = 'gewerbeanmeldung'
    const caseFile = await fileCase(house, exampleOf(house, of, 'partners').typed, of)
    const { visitor, page } = await opened(caseFile)
    const offers = (on: Page) => formsOf(on.html).flatMap(({ buttons }) => buttons)
    assert.ok(offers(page).includes('gewerbeanmeldung'), 'the other partner files as well')
    for (const later of ['gewerbeummeldung', 'gewerbeabmeldung']) {
      assert.ok(!offers(page).includes(later), later)
      const body = { _csrf: hidden(page, '_csrf'), action: later }
      assert.equal((await send(visitor, `/vorgang/${caseFile.number}/weiter`, body)).status, 400)
    }
    await settle(house, await hire(hall, 'trade'), caseFile, 'confirm')
    const certified = await visitor.request(page.url)
    for (const now of ['gewerbeanmeldung', 'gewerbeummeldung', 'gewerbeabmeldung'])
      assert.ok(offers(certified).includes(now), now)
  })

  it('begins nothing that it does not offer, and nothing without a token of the page', async () => {
    const { visitor, page, number } = await opened()
    const _csrf = hidden(page, '_csrf')
    for (const action of ['anmeldung', '', '../amt'])
      assert.equal((await send(visitor, `/vorgang/${number}/weiter`, { _csrf, action })).status, 400, action)
    assert.equal((await send(visitor, `/vorgang/${number}/weiter`, { action: 'sperrmuell' })).status, 403)
  })

  it('shows clerks the other case on both, as far as they may see its service, and offers it no more', async () => {
    const { visitor, page, number } = await opened()
    await press(visitor, page, 'sperrmuell')
    const [example] = tiny.service.examples(today)
    const answers = { ...example?.typed, 'filer.familyName': 'Muster', 'filer.givenNames': 'Erika' }
    const receipt = await visitor.finish(await visitor.request('/antrag/sperrmuell/name'), answers, tiny.service)
    const second = receipt.url.split('/').at(-1) ?? ''
    saysNot(await visitor.request(`/vorgang/${number}`), 'Bleibt nach dem Umzug')
    const { visitor: clerk } = await seat(hall, 'counter')
    says(await clerk.request(`/amt/vorgang/${number}`), `Gehört zu ${second} (Sperrmüll, Eingegangen)`)
    says(await clerk.request(`/amt/vorgang/${second}`), `Gehört zu ${number} (Anmeldung, Eingegangen)`)
    const { visitor: residence } = await seat(hall, 'residence')
    says(await residence.request(`/amt/vorgang/${number}`), second)
    tiny.service.office = 'trade'
    saysNot(await residence.request(`/amt/vorgang/${number}`), second)
    tiny.service.office = 'residence'
  })
})

describe('what is carried over', () => {
  it('can be a whole filing with its people, each with an id of its own, sensitive answers sealed again', async () => {
    const service = serviceOf(house)
    const caseFile = await fileCase(house, typedBy(house, 'family'))
    const answers = answersOf(house.office, caseFile)
    const { draft } = await createDraftFrom(house.office, service, 'de', caseFile, answers)
    const journey = walk(service, typedIn(house.office, draft), house.office.facts())
    assert.deepEqual(
      journey.steps.flatMap(step => step.problems.map(({ control, code }) => `${control} ${code}`)),
      [],
    )
    const ids = (of: Record<string, unknown>) => (of.persons as { id: string }[]).map(({ id }) => id)
    assert.equal(ids(answers).length, ids(journey.answers).length)
    assert.deepEqual(
      ids(answers).filter(id => ids(journey.answers).includes(id)),
      [],
    )
    assert.doesNotMatch(JSON.stringify(draft.raw), /religionKey/)
    assert.match(JSON.stringify(draft.sealed), /religionKey/)
  })

  it('is what the other form asks, in a form it reads again, and has words in every language', () => {
    for (const service of house.services)
      for (const [from, startsFrom] of Object.entries(service.startsFrom ?? {})) {
        const source = house.services.find(other => other.id === from)
        assert.ok(source, `${service.id} starts from ${from}`)
        for (const words of Object.values(house.words))
          for (const part of ['title', 'text']) words.say(`${service.id}:startsFrom.${from}.${part}`)
        for (const example of source.examples(today)) {
          const { answers } = walk(source, rawOf(example), house.office.facts())
          const carried = startsFrom(answers) ?? {}
          for (const name of Object.keys(carried)) nodeAt(planOf(service).top, name)
          const { steps } = walk(service, answersAgain(carried), house.office.facts())
          const unread = steps
            .flatMap(step => step.problems)
            .filter(({ code }) => !['missing', 'tooFew'].includes(code))
          assert.deepEqual(
            unread.map(({ control, code }) => `${control} ${code}`),
            [],
          )
        }
      }
  })
})

describe('a business that moves along', () => {
  const shop: Typed = {
    legalForm: 'soleTrader',
    businessName: 'Nähstube Ruppert',
    establishmentKind: 'headOffice',
    staffFullTime: '0',
    staffPartTime: '0',
    travelTrade: 'no',
    'permit.required': 'no',
    'contact.delivery': 'portal',
    'declarations.truth': 'yes',
    'declarations.privacyRead': 'yes',
    'declarations.portalNotification': 'yes',
  }
  const moved = (slug: string, name: string, changes: Typed = {}) =>
    fileCase(house, { ...exampleOf(house, slug, name).typed, ...changes }, slug)
  const offersOf = async (slug: string, name: string, changes: Typed = {}) => {
    const { page } = await opened(await moved(slug, name, changes))
    return formsOf(page.html).flatMap(({ buttons }) => buttons)
  }
  /** The draft that pressing the offer begins; every answer in it is to a question of its form. */
  const begun = async (next: string, slug: string, name: string, changes: Typed = {}) => {
    const { visitor, page, number } = await opened(await moved(slug, name, changes))
    const first = await press(visitor, page, next)
    const draft = await hall.database.draft.findFirstOrThrow({
      where: { fromCaseId: { not: null } },
      orderBy: { createdAt: 'desc' },
    })
    for (const control of Object.keys(draft.raw as object)) nodeAt(planOf(serviceOf(house, next)).top, control)
    return { visitor, first, number, draft, raw: draft.raw as Record<string, unknown> }
  }

  it('is offered as soon as a move within the town is sent, and asks only what the move does not say', async () => {
    const contact = { 'contact.email': 'anke.ruppert@example.org', 'contact.phone': '06431 90009 12' }
    const { visitor, first, number } = await begun('gewerbeummeldung', 'ummeldung', 'single', contact)
    assert.equal(first.url, '/antrag/gewerbeummeldung/aenderung')
    assert.equal(valueOn(first, 'changeKinds'), 'relocationWithinMunicipality')
    const typed = { ...shop, continuedActivity: 'Änderungsschneiderei für Kleidung' }
    const receipt = await visitor.finish(first, typed, serviceOf(house, 'gewerbeummeldung'))
    const carried = visitor.visited.filter(({ html }) => html.includes(`Aus Ihrem Vorgang ${number} übernommen`))
    assert.deepEqual(
      [...new Set(carried.map(({ url }) => url.split('/').at(-1)))],
      `aenderung tag bisherige-betriebsstaette wer name geburt geschlecht staatsangehoerigkeit wohnanschrift betriebsstaette kontakt`.split(
        ' ',
      ),
    )
    const sent = await hall.database.caseFile.findUniqueOrThrow({
      where: { number: receipt.url.split('/').at(-1) ?? '' },
    })
    const { answers } = sent as unknown as { answers: Record<string, Record<string, unknown>> }
    const place = { postalCode: '65549', city: 'Limburg a. d. Lahn' }
    const home = { street: 'Rosenprobe', houseNumber: '9', ...place }
    assert.deepEqual(answers.formerEstablishment, { address: { street: 'Domprobe', houseNumber: '3', ...place } })
    assert.deepEqual(answers.establishment, { address: { ...home, ags: house.office.facts().town.ags } })
    assert.deepEqual(answers.owner, {
      familyName: 'Ruppert',
      givenNames: 'Anke',
      birthDate: '1979-04-04',
      birthPlace: 'Weilburg',
      birthCountry: 'DE',
      gender: 'w',
      nationalities: ['DE'],
      homeAddress: { countryCode: 'DE', ...home },
    })
    assert.equal(answers.changeDate as unknown, addDays(today, -3))
    assert.deepEqual([answers.contact?.email, answers.contact?.phone], Object.values(contact))
    assert.ok(sent.groupId)
  })

  it('says that the new house has no number, and lives where the main dwelling is', async () => {
    const noNumber = { 'newResidence.houseNumber': '', 'newResidence.noHouseNumber': 'yes' }
    const { raw } = await begun('gewerbeummeldung', 'ummeldung', 'twoDwellings', noNumber)
    assert.equal(raw['establishment.address.noHouseNumber'], 'yes')
    assert.deepEqual([raw['owner.birthPlace'], raw['owner.birthCountry']], ['Opole', 'PL'])
    const secondary = { newResidenceStatus: 'secondary', previousResidenceKeptAs: 'main' }
    const otherResidences = [
      {
        'address.street': 'Altprobe',
        'address.houseNumber': '6',
        'address.postalCode': '65549',
        'address.city': 'Limburg a. d. Lahn',
        statusAfter: 'main',
      },
    ]
    const second = await begun('gewerbeummeldung', 'ummeldung', 'twoDwellings', { ...secondary, otherResidences })
    assert.equal(second.raw['owner.homeAddress.street'], 'Altprobe')
    assert.equal(second.raw['establishment.address.street'], 'Lindenprobe')
  })

  it('carries nothing of the others who move, and nothing that is sealed', async () => {
    const { draft, raw } = await begun('gewerbeummeldung', 'ummeldung', 'family')
    assert.deepEqual(
      [raw['filer.givenNames'], raw['owner.birthPlace'], raw['owner.homeAddress.street']],
      ['Elif', 'Limburg a. d. Lahn', 'Mühlenprobe'],
    )
    assert.doesNotMatch(JSON.stringify(typedIn(house.office, draft)), /Maren|Juna|1988|2021|spouse|religion|L4K8NPV2X/)
    assert.deepEqual(draft.sealed, {})
    const { typed } = exampleOf(house, 'anmeldung', 'family')
    const persons = (typed.persons as Typed[]).toReversed()
    const reversed = await begun('gewerbeanmeldung', 'anmeldung', 'family', { persons })
    assert.deepEqual([reversed.raw['owner.birthPlace'], reversed.raw['owner.gender']], ['Siegen', 'm'])
    assert.doesNotMatch(
      JSON.stringify(typedIn(house.office, reversed.draft)),
      /Aylin|Yıldırım|Mira|Jonas|1986|2015|2019|"TR"/,
    )
  })

  it('is a new notification of who came from another municipality', async () => {
    const { visitor, first, raw } = await begun('gewerbeanmeldung', 'anmeldung', 'single')
    assert.equal(first.url, '/antrag/gewerbeanmeldung/anlass')
    assert.equal(valueOn(first, 'registrationReason'), 'relocation')
    const typed = {
      ...shop,
      accidentInsurerUnknown: 'yes',
      accidentInsuranceNumberUnknown: 'yes',
      activityMain: 'Änderungsschneiderei für Kleidung',
      businessTypes: ['other'],
      sideBusiness: 'yes',
    }
    const receipt = await visitor.finish(first, typed, serviceOf(house, 'gewerbeanmeldung'))
    assert.match(receipt.url, /^\/vorgang\//)
    assert.deepEqual(
      ['formerEstablishment.address.city', 'establishment.address.street', 'startDate'].map(control => raw[control]),
      ['Frankfurt am Main', 'Am Probierstein', addDays(today, -4)],
    )
  })

  it('has no address yet where its person wants a disclosure block: anybody may be told the premises', async () => {
    const { raw } = await begun('gewerbeummeldung', 'anmeldung', 'protected')
    assert.equal(raw['owner.homeAddress.street'], 'Ahornprobe')
    assert.deepEqual(
      Object.keys(raw).filter(control => /^(establishment|formerEstablishment)\./.test(control)),
      [],
    )
  })

  it('is offered to nobody who moved another person, came from abroad, or stayed at the same address', async () => {
    const same = { 'previousResidence.street': 'Rosenprobe', 'previousResidence.houseNumber': '9' }
    const secondary = { ...same, previousResidenceStatus: 'secondary' }
    assert.ok((await offersOf('ummeldung', 'single')).includes('gewerbeummeldung'))
    const none: [string, string, Typed?][] = [
      ['ummeldung', 'guardian'],
      ['ummeldung', 'single', secondary],
      ...['child', 'inCare', 'oneName', 'returning', 'commuter'].map((name): [string, string] => ['anmeldung', name]),
    ]
    for (const [slug, name, changes] of none)
      assert.doesNotMatch((await offersOf(slug, name, changes)).join(), /gewerbe/, `${slug} ${name}`)
    const { visitor, page, number } = await opened(await moved('ummeldung', 'guardian'))
    const body = { _csrf: hidden(page, '_csrf'), action: 'gewerbeummeldung' }
    assert.equal((await send(visitor, `/vorgang/${number}/weiter`, body)).status, 400)
  })

  it('is not offered to who registers family without moving themselves', async () => {
    const { typed } = exampleOf(house, 'anmeldung', 'family')
    const persons = (typed.persons as Typed[]).filter(({ personRole }) => personRole !== 'filer')
    assert.doesNotMatch((await offersOf('anmeldung', 'family', { persons })).join(), /gewerbe/)
  })
})

/** Somebody who has found their own case by number and code. */
async function opened(caseFile?: {
  id: string
  number: string
}): Promise<{ visitor: Visitor; page: Page; number: string }> {
  const { id, number } = caseFile ?? (await fileCase(house))
  const visitor = openVisitor(hall.baseUrl)
  const _csrf = hidden(await visitor.request('/vorgang'), '_csrf')
  const page = await send(visitor, '/vorgang', { _csrf, number, code: house.office.secrets.accessCode(id) })
  await hall.pool.query('DELETE FROM library.limits')
  return { visitor, page, number }
}

function valueOn(page: Page, name: string): string | undefined {
  return formsOf(page.html)
    .flatMap(form => form.controls)
    .find(control => control.name === name)?.values[0]
}
