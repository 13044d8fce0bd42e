// The check page: everything once more, a way to change each answer and back to the same row, and where one is in the form.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Typed } from '../src/forms/example.ts'
import type { House } from '../src/web/house.ts'
import { exampleOf, houseOf, readyDraft, typedBy } from './helpers/filings.ts'
import { answer, bodyOf, openVisitorWith, press } from './helpers/press.ts'
import { says, saysNot, textOf } from './helpers/says.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import type { Page, Visitor } from './helpers/visitor.ts'

const check = '/antrag/anmeldung/pruefen'
let hall: TownHall
let house: House
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
})
after(() => hall.close())

describe('an answer changed on the check page', () => {
  for (const button of ['next', 'back']) {
    test(`leads back to its row with "${button}", saved`, async () => {
      const { visitor } = await begun()
      const page = await visitor.request('/antrag/anmeldung/kontakt?von=pruefen')
      const to = await redirect(visitor, page, button, { 'contact.email': `${button}@example.org` })
      assert.equal(to, `${check}#zeile-kontakt`)
      const back = await visitor.request(to)
      says(back, `${button}@example.org`, 200)
      assert.match(back.html, /id="zeile-kontakt"/)
    })
  }

  test('that brings one more question says so above it, once', async () => {
    const { visitor } = await begun()
    const page = await visitor.request('/antrag/anmeldung/kontakt?von=pruefen')
    const grown = await press(visitor, page, 'next', { 'contact.delivery': 'post' })
    says(grown, `${house.words.de.say('common:apply.asksMore')} Soll die Post an eine andere Anschrift`, 200)
    assert.match(grown.html, /autofocus[\s\S]*<a href="#contact-postalAddressDiffers">/)
    const address = await press(visitor, grown, 'next', { 'contact.postalAddressDiffers': 'yes' })
    assert.match(address.html, /<li><a href="#contact-postalAddress">Postanschrift<\/a><\/li>\s*<\/ul>/)
    const blank = await press(visitor, grown, 'next')
    saysNot(blank, house.words.de.say('common:apply.asksMore'))
  })

  test('that brings more questions in a row of a small list names them', async () => {
    const { visitor } = await begun('family')
    const list = await visitor.request('/antrag/anmeldung/personen?von=pruefen')
    const ids = [...list.html.matchAll(/personen\/([0-9a-z]+)\//g)].map(([, id]) => id)
    const pages = await Promise.all(
      [...new Set(ids)].map(id => visitor.request(`/antrag/anmeldung/personen/${id}/vertretung`)),
    )
    const page = pages.find(({ html }) => html.includes('legalRepresentatives.0.relation'))
    assert.ok(page)
    const grown = await press(visitor, page, 'next', { 'legalRepresentatives.0.relation': 'V' })
    says(grown, house.words.de.say('common:apply.asksMore'), 200)
    assert.match(grown.html, /<a href="#legalRepresentatives-0-/)
  })

  test('leads back also after something was wrong with it', async () => {
    const { visitor } = await begun()
    const page = await visitor.request('/antrag/anmeldung/kontakt?von=pruefen')
    const wrong = await press(visitor, page, 'next', { 'contact.email': 'kein' })
    assert.equal(wrong.status, 422)
    assert.match(await redirect(visitor, wrong, 'next', { 'contact.email': 'doch@example.org' }), /^\/antrag.*pruefen/)
  })

  test('a phone number has at least five digits, and the message says so', async () => {
    const { visitor } = await begun()
    const page = await visitor.request('/antrag/anmeldung/kontakt?von=pruefen')
    for (const typed of ['12', '(0) 1-2', 'abends 069 90009 123'])
      says(await press(visitor, page, 'next', { 'contact.phone': typed }), 'mindestens fünf Ziffern', 422)
    assert.match(await redirect(visitor, page, 'next', { 'contact.phone': '06431 12' }), /^\/antrag.*pruefen/)
  })

  test('leads back from a person, a list and a removal', async () => {
    const { visitor } = await begun('family')
    const list = await visitor.request('/antrag/anmeldung/personen?von=pruefen')
    const [, member = ''] = /personen\/([\w-]+)\/rolle\?von=pruefen/.exec(list.html) ?? []
    const birth = `personen/${member}/geburt`
    const page = await visitor.request(`/antrag/anmeldung/${birth}?von=pruefen`)
    const to = await redirect(visitor, page, 'next')
    assert.equal(to, `${check}#zeile-personen-${member}-geburt`)
    assert.match(
      (await visitor.request(to)).html,
      new RegExp(`<details class="fold" open>[^]*?zeile-personen-${member}`),
    )
    const removal = await visitor.request(`/antrag/anmeldung/personen/${member}/entfernen?von=pruefen`)
    assert.equal(await redirect(visitor, removal, 'keep'), '/antrag/anmeldung/personen?von=pruefen')
    assert.match(await redirect(visitor, list, 'next'), /pruefen#zeile-personen$/)
  })

  test('that adds a person leads through all her pages, also those that nobody has to answer', async () => {
    const { visitor } = await begun('family')
    const child = (typedBy(house, 'family').persons as Typed[]).at(-1) ?? {}
    const list = await visitor.request('/antrag/anmeldung/personen?von=pruefen')
    const seen: string[] = []
    let page = await press(visitor, list, 'add')
    for (; page.url !== check && seen.length < 30; page = await visitor.fill(page, { ...child, givenNames: 'Deniz' })) {
      seen.push(page.url.split('/').at(-1) ?? '')
      assert.notEqual((await visitor.request(check)).url, check)
      assert.doesNotMatch(textOf(await visitor.request('/antrag/anmeldung/personen')), /Deniz Bergmann vollständig/)
    }
    assert.equal(page.url, check)
    for (const slug of ['name', 'ausweis', 'vertretung', 'widersprueche']) assert.ok(seen.includes(slug), slug)
  })

  test('that makes another answer impossible leads to it, and says why', async () => {
    const { token } = await readyDraft(house, exampleOf(house, 'gewerbeanmeldung', 'candles').typed, 'gewerbeanmeldung')
    const visitor = openVisitorWith(hall.baseUrl, token)
    const page = await visitor.request('/antrag/gewerbeanmeldung/rechtsform?von=pruefen')
    const next = await press(visitor, page, 'next', { legalForm: 'gmbh' })
    assert.equal(next.url, '/antrag/gewerbeanmeldung/wer')
    says(next, house.words.de.say('common:problemsHeading'))
    says(next, house.words.de.say('trade-registration:rules.roleForm'))
  })

  test('that asks for more leads through what is new, page by page, and "back" there is no trap', async () => {
    const { visitor } = await begun()
    const page = await visitor.request('/antrag/anmeldung/behalten?von=pruefen')
    const to = await redirect(visitor, page, 'next', { previousResidenceKept: 'yes' })
    assert.equal(to, '/antrag/anmeldung/behalten-als?von=pruefen')
    const asked = await visitor.request(to)
    assert.equal(await redirect(visitor, asked, 'back'), '/antrag/anmeldung/behalten?von=pruefen')
  })
})

test('where another service is the right one, the error leads there', async () => {
  const { token } = await readyDraft(house, exampleOf(house, 'abmeldung', 'toCanada').typed, 'abmeldung')
  const visitor = openVisitorWith(hall.baseUrl, token)
  const page = await visitor.request('/antrag/abmeldung/grund')
  const wrong = await press(visitor, page, 'next', { deregistrationKind: 'movingInGermany' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /<a href="\/leistungen\/ummeldung">/)
})

describe('the check page', () => {
  test('names every question, those left out as well, and has one link a page to change its answers', async () => {
    const { visitor } = await begun()
    const page = await visitor.request(check)
    says(page, /Doktorgrad keine Angabe/)
    const links = [...page.html.matchAll(/class="change"><a href="([^"]+)"/g)].map(match => match[1])
    assert.ok(links.length > 15)
    assert.equal(new Set(links).size, links.length)
    assert.doesNotMatch(page.html, /class="fold"/)
  })

  test('shows each of several people unfolded, for the declaration covers them all, and says how much is in there', async () => {
    const { visitor } = await begun('family')
    const page = await visitor.request(check)
    assert.equal(page.html.match(/<details class="fold" open>/g)?.length, 4)
    assert.doesNotMatch(page.html, /<details class="fold">/)
    says(page, /Thomas Bergmann \d+ Angaben/)
  })

  test('repeats what the rules warn of, with the way to its page', async () => {
    const { visitor } = await begun('single', {
      landlordProof: 'refused',
      'landlord.refusalReason': 'Er ist verreist.',
    })
    const page = await visitor.request(check)
    says(page, house.words.de.say('residence-registration:rules.R-A08'))
    const [, href = ''] =
      /<a href="(\/antrag\/anmeldung\/wohnungsgeber-nachweis\?von=pruefen&amp;hinweis=1)"/.exec(page.html) ?? []
    const back = await press(visitor, await visitor.request(href.replace('&amp;', '&')), 'next')
    assert.equal(back.url, check)
    const usual = await visitor.request('/antrag/anmeldung/wohnungsgeber-nachweis?von=pruefen')
    assert.equal((await press(visitor, usual, 'next')).url, check, 'the usual answer stops nobody')
  })

  test('misses a spouse who is said to move in: the list says so before it goes on, and begins with what is known', async () => {
    const family = typedBy(house, 'family')
    const { visitor } = await begun('family', {
      persons: (family.persons as Typed[]).filter(({ givenNames }) => givenNames !== 'Aylin'),
    })
    const missing = 'Aylin Bergmann: Nach Ihren Angaben zieht diese Person mit ein'
    says(await visitor.request(check), missing)
    const list = await visitor.request('/antrag/anmeldung/personen?von=pruefen')
    const warned = await press(visitor, list, 'next')
    says(warned, missing, 200)
    assert.match(warned.html, /<title>Hinweis: Wer ist eingezogen\?/)
    assert.match(warned.html, /tabindex="-1" autofocus role="group" aria-labelledby="neuer-hinweis"/)
    assert.match(warned.html, /<p id="neuer-hinweis"/)
    assert.equal((await press(visitor, warned, 'next')).url, check)
    await press(visitor, warned, 'add')
    saysNot(await visitor.request('/antrag/anmeldung/personen'), missing)
    says(await visitor.request('/antrag/anmeldung/personen'), /Aylin Bergmann noch nicht vollständig/)
  })

  test('says of a family with one person that others can be added, and goes on', async () => {
    const { persons } = typedBy(house, 'family')
    const alone = (persons as Typed[]).slice(2, 3)
    const { visitor } = await begun('family', { persons: alone })
    const onlyOne = house.words.de.say('residence-registration:rules.onlyOne')
    says(await visitor.request(check), onlyOne)
    const warned = await press(visitor, await visitor.request('/antrag/anmeldung/personen?von=pruefen'), 'next')
    says(warned, onlyOne, 200)
    assert.equal((await press(visitor, warned, 'next')).url, check)
    saysNot(await (await begun('family')).visitor.request(check), onlyOne)
    saysNot(await (await begun('single')).visitor.request(check), onlyOne)
  })

  test('names who is not sent any more when the filing becomes one for oneself, and the spouse by name', async () => {
    const { visitor } = await begun('family')
    const first = await visitor.request('/antrag/anmeldung/wer?von=pruefen')
    await press(visitor, first, 'next', { filerRole: 'self' })
    const page = await visitor.request(check)
    says(page, /Nicht mit abgesendet wird, was Sie zu diesen Personen eingetragen haben: Aylin Bergmann, /)
    saysNot(page, 'eingetragen haben: Thomas Bergmann')
    says(page, 'Nach Ihren Angaben zieht Aylin Bergmann mit ein')
    assert.match(page.html, /<a href="\/antrag\/anmeldung\/wer\?von=pruefen">Erste Antwort/)
  })

  test('wants consent to notification on this website, or another way to get the letter (VwVfG § 41(2a))', async () => {
    const { visitor } = await begun()
    const page = await visitor.request(check)
    const refused = await press(visitor, page, 'send', { 'declarations.portalNotification': [] })
    says(refused, house.words.de.say('shared:declarations.portalNotification.errors.missing'), 422)
    await press(visitor, await visitor.request('/antrag/anmeldung/kontakt?von=pruefen'), 'next', {
      'contact.delivery': 'pickup',
    })
    const sent = await press(visitor, await visitor.request(check), 'send')
    says(sent, 'Ihre Anmeldung ist eingegangen', 200)
  })
})

test('each question page says in which section of the form it is; the last one does not', async () => {
  const { visitor } = await begun()
  says(await visitor.request('/antrag/anmeldung/wer'), 'Abschnitt 1: Wer meldet')
  says(await visitor.request('/antrag/anmeldung/wohnung'), 'Abschnitt 2: Einzug und neue Wohnung')
  assert.doesNotMatch(textOf(await visitor.request(check)), /Abschnitt/)
})

test('a link to change answers is heard with its question and the person, shortly, and no two alike', async () => {
  const { visitor } = await begun('family')
  const { html } = await visitor.request(check)
  const links = [...html.matchAll(/<a href="[^"]+\?von=pruefen">([\s\S]*?)<\/a>/g)].map(([, name = '']) =>
    textOf({ html: name }),
  )
  assert.ok(links.includes('Ehe oder Lebenspartnerschaft: Familienname (Aylin Bergmann): Ändern'), links.join('\n'))
  assert.equal(new Set(links).size, links.length)
  assert.ok(links.every(name => name.length <= 100))
})

test('a list of dwellings says which is the main one', async () => {
  const { token } = await readyDraft(house, exampleOf(house, 'hauptwohnung', 'student').typed, 'hauptwohnung')
  const list = await openVisitorWith(hall.baseUrl, token).request('/antrag/hauptwohnung/wohnungen')
  says(list, /Campusprobe 2.* Hauptwohnung, vollständig .*Fuldaweg 55.* Nebenwohnung, vollständig/)
})

test('an explanation stands below the heading, and is heard with the question', async () => {
  const { visitor } = await begun()
  const { html } = await visitor.request('/antrag/anmeldung/auskunftssperre')
  assert.ok(html.indexOf('<h1>') < html.indexOf('id="informationBlockWish-intro"'))
  assert.match(html, /aria-describedby="informationBlockWish-intro"/)
})

async function begun(name = 'single', changes: Typed = {}): Promise<{ visitor: Visitor }> {
  const { token } = await readyDraft(house, typedBy(house, name, changes))
  return { visitor: openVisitorWith(hall.baseUrl, token) }
}

/** Where the answer to a button leads, with all that the address says. */
async function redirect(visitor: Visitor, page: Page, button: string, values = {}): Promise<string> {
  const action = /<form[^>]*method="post" action="([^"]+)"/.exec(page.html.split('<main')[1] ?? '')?.[1] ?? page.url
  const response = await answer(visitor, hall.baseUrl, action, { method: 'POST', body: bodyOf(page, button, values) })
  assert.equal(response.status, 303)
  return response.headers.get('location') ?? ''
}
