// Before a form: services under life situations, the deadline of a typed day, questions that spare a needless filing.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { walk } from '../src/forms/journey.ts'
import { languages } from '../src/language.ts'
import type { House } from '../src/web/house.ts'
import { houseOf, typedBy } from './helpers/filings.ts'
import { press } from './helpers/press.ts'
import { everything } from './helpers/rows.ts'
import { says, saysNot } from './helpers/says.ts'
import { writeTinyService } from './helpers/tiny-service.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { decoded, headingOf, openVisitor, type Page, summaryOf, type Visitor } from './helpers/visitor.ts'

let hall: TownHall
let house: House
let visitor: Visitor
const tiny = await writeTinyService()
before(async () => {
  hall = await openTownHall({ services: tiny.folder, environment: { TOWN_TODAY: '2026-11-23' } })
  house = await houseOf(hall)
  visitor = openVisitor(hall.baseUrl)
})
after(async () => {
  await hall.close()
  tiny.remove()
})

describe('the start page', () => {
  it('puts every service under the situations it names, and no situation without a service', async () => {
    const page = await visitor.request('/')
    const headings = [...page.html.matchAll(/<h3 id="anliegen-(\w+)">/g)].map(match => match[1])
    const named = [...house.services, tiny.service].flatMap(service => service.situations ?? ['other'])
    assert.deepEqual([...headings].sort(), [...new Set(named)].sort())
    for (const service of [...house.services, tiny.service])
      for (const situation of service.situations ?? ['other'])
        assert.ok(partOf(page, `anliegen-${situation}`).includes(`href="/leistungen/${service.slug}"`), service.id)
  })
})

describe('the page about a service', () => {
  it('works out the deadline of a day as people type it, in words, and keeps the day when the language changes', async () => {
    const page = await ask('/leistungen/anmeldung', { tag: '16.11.2026' })
    says(page, 'Die Frist endet am Montag, 30. November 2026.', 200)
    assert.match(page.html, /href="\/leistungen\/anmeldung\?tag=16\.11\.2026&(amp;|#38;)lang=en"/)
    const english = openVisitor(hall.baseUrl)
    says(await english.request('/leistungen/anmeldung?tag=16+November+2026&lang=en'), 'Monday, 30 November 2026')
  })

  it('rolls a deadline on a Saturday forward, as the law says', async () => {
    says(await ask('/leistungen/anmeldung', { tag: '14.11.2026' }), 'Montag, 30. November 2026')
  })

  it('says of a deadline that is over what to do, and threatens with nothing', async () => {
    const page = await ask('/leistungen/anmeldung', { tag: '1.10.2026' })
    says(page, 'Angenommen wird es auch jetzt noch.')
    saysNot(page, 'Bußgeld')
  })

  it('says from when the form may be sent, where that day is still to come', async () => {
    const early = await ask('/leistungen/anmeldung', { tag: '1.12.2030' })
    says(early, 'Sie können das Formular frühestens am Sonntag, 1. Dezember 2030 absenden.', 200)
    says(early, 'Die Frist endet am Montag, 16. Dezember 2030.')
    says(await ask('/leistungen/abmeldung', { tag: '8.12.2030' }), 'frühestens am Sonntag, 1. Dezember 2030 absenden.')
    saysNot(await ask('/leistungen/anmeldung', { tag: '1.10.2026' }), 'frühestens')
    saysNot(await ask('/leistungen/gewerbeanmeldung', { tag: '1.12.2030' }), 'Sie können das Formular frühestens')
  })

  it('says at the field what is wrong with a day', async () => {
    for (const [typed, text] of [
      ['', 'Tag des Einzugs: Diese Angabe fehlt noch.'],
      ['31.2.2026', 'Tag des Einzugs: Diesen Tag gibt es im Kalender nicht.'],
      ['bald', 'Tag des Einzugs: Dieses Datum verstehen wir nicht.'],
    ] as const) {
      const page = await ask('/leistungen/anmeldung', { tag: typed })
      assert.equal(page.status, 422)
      assert.ok(summaryOf(page.html)[0]?.startsWith(text), summaryOf(page.html)[0])
      assert.match(page.html, /<title>Fehler: /)
    }
  })

  it('asks no day where the law sets no period', async () => {
    for (const service of house.services.filter(other => !other.deadlineFrom))
      saysNot(await visitor.request(`/leistungen/${service.slug}`), 'name="tag"')
  })
})

describe('the questions before a form', () => {
  it('lead into the form when nothing speaks against it', async () => {
    const about = await visitor.request('/leistungen/sperrmuell')
    assert.match(about.html, /href="\/leistungen\/sperrmuell\/vorab"/)
    const first = await visitor.request('/leistungen/sperrmuell/vorab')
    assert.equal(headingOf(first.html), 'Was soll weg?')
    const second = await ask('/leistungen/sperrmuell/vorab', { frage: 'art', art: 'furniture' })
    assert.equal(headingOf(second.html), 'Was brauchen Sie?')
    const ready = await ask('/leistungen/sperrmuell/vorab', { art: 'furniture', frage: 'wohin', wohin: 'pickup' })
    assert.equal((await press(visitor, ready, 'begin')).url, '/antrag/sperrmuell/name')
  })

  it('end where no filing is needed, with the reason and the way to what is', async () => {
    const phone = await ask('/leistungen/sperrmuell/vorab', { art: 'electronics' })
    assert.equal(headingOf(phone.html), 'Elektrogeräte holen wir nicht ab')
    says(phone, house.town.office.phone)
    const other = await ask('/leistungen/sperrmuell/vorab', { art: 'furniture', wohin: 'register' })
    assert.match(other.html, /href="\/leistungen\/anmeldung"/)
  })

  it('of a registration spare people who stay for a short time', async () => {
    for (const dauer of ['sixMonths', 'threeMonths'])
      saysNot(await ask('/leistungen/anmeldung/vorab', { eingezogen: 'yes', dauer }), 'value="begin"')
    says(await ask('/leistungen/anmeldung/vorab', { eingezogen: 'yes', dauer: 'longer' }), 'Jetzt beginnen')
  })

  it('ask again where nothing, or nothing that we know, was chosen', async () => {
    for (const art of [undefined, 'x', '"><script>']) {
      const page = await ask('/leistungen/sperrmuell/vorab', { frage: 'art', ...(art && { art }) })
      assert.equal(page.status, 422)
      assert.deepEqual(summaryOf(page.html), ['Wählen Sie aus, was zutrifft.'])
      saysNot(page, '"><script>')
    }
    assert.equal((await visitor.request('/leistungen/sperrmuell/vorab?art=furniture&art=furniture')).status, 400)
  })

  it('can be taken back one by one, keep their answers when the language changes, and store nothing', async () => {
    const before = await everything(hall)
    const page = await ask('/leistungen/sperrmuell/vorab', { art: 'furniture' })
    const back = /class="back" href="([^"]+)"/.exec(page.html)?.[1] ?? ''
    assert.match((await visitor.request(back)).html, /value="furniture"[^>]* checked/)
    assert.match(page.html, /\?art=furniture&(amp;|#38;)lang=en"/)
    const first = await visitor.request('/leistungen/sperrmuell/vorab')
    assert.match(first.html, /class="back" href="\/leistungen\/sperrmuell"/)
    assert.equal(await everything(hall), before)
    assert.equal(page.headers.getSetCookie().length, 0)
  })

  it('begin the form with what they say already', async () => {
    const ready = await ask('/leistungen/abmeldung/vorab', { wohin: 'secondary' })
    const own = openVisitor(hall.baseUrl)
    const page = await press(own, ready, 'begin')
    assert.equal(page.url, '/antrag/abmeldung/wer')
    await own.post(page, { filerRole: ['self'] }, 'next')
    await own.fill(await own.request('/antrag/abmeldung/name'), typedBy(house, 'single'))
    assert.match((await own.request('/antrag/abmeldung/grund')).html, /value="secondaryGivenUp"[^>]* checked/)
    for (const service of house.services)
      for (const { begins = {} } of (service.guide ?? []).flatMap(({ answers }) => answers)) {
        const { answers } = walk(service, begins, house.office.facts())
        assert.deepEqual(
          Object.keys(begins).filter(name => answers[name] === undefined),
          [],
          service.id,
        )
      }
  })

  it('are skipped for a service that has none', async () => {
    for (const service of house.services.filter(other => !other.guide))
      assert.equal((await visitor.request(`/leistungen/${service.slug}/vorab`)).url, `/leistungen/${service.slug}`)
  })

  it('have words for every answer, and send on to services that there are', () => {
    const services = [...house.services]
    for (const service of services)
      for (const { id, answers } of service.guide ?? [])
        for (const language of languages) {
          const say = (key: string) => house.words[language].say(`${service.id}:guide.${id}.${key}`)
          say('title')
          for (const answer of answers) {
            say(`answers.${answer.id}`)
            if (answer.stop) say(`stop.${answer.id}.heading`) && say(`stop.${answer.id}.text`)
            if (answer.instead)
              assert.ok(
                services.some(other => other.id === answer.instead),
                answer.instead,
              )
          }
        }
  })
})

function ask(path: string, query: Record<string, string>): Promise<Page> {
  return visitor.request(`${path}?${new URLSearchParams(query)}`)
}

/** The section of a page that a heading names. */
function partOf({ html }: Page, id: string): string {
  return decoded(html.slice(html.indexOf(`aria-labelledby="${id}"`)).split('</section>')[0] ?? '')
}
