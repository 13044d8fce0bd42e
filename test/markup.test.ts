// Markup that somebody types is text: on every question page, on the check page, the receipt, the desk and the queue.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { walk } from '../src/forms/journey.ts'
import { typedIn } from '../src/office/drafts.ts'
import type { House } from '../src/web/house.ts'
import { fileCase, houseOf, readyDraft, serviceOf, typedBy } from './helpers/filings.ts'
import { hidden, openVisitorWith, press, send } from './helpers/press.ts'
import { says, saysNot } from './helpers/says.ts'
import { seat, settle } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { decoded, formsOf, openVisitor, type Page } from './helpers/visitor.ts'

let hall: TownHall
let house: House
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
})
after(() => hall.close())

const markup = `"><img src=x onerror=alert(1)></textarea><script>alert(2)</script>' onfocus=alert(3) {{7*7}} <%= 7*7 %>`
const isWild = (page: Page) => /<img src=x|<script>alert|['"] onfocus=/.test(page.html)
for (const example of ['family', 'returning', 'commuter', 'inCare']) {
  test(`markup in any field is shown as it was typed and does nothing (${example})`, async () => {
    const typed = typedBy(house, example)
    const { draft, token } = await readyDraft(house, typed)
    const visitor = openVisitorWith(hall.baseUrl, token)
    const { steps } = walk(serviceOf(house), typedIn(house.office, draft), house.office.facts())
    let fields = 0
    for (const { path } of steps) {
      const url = `/antrag/anmeldung/${path}`
      const controls = formsOf((await visitor.request(url)).html)[0]?.controls ?? []
      const texts = controls.filter(({ kind, name }) =>
        kind === 'text' || kind === 'textarea' ? !name.startsWith('_') : false,
      )
      if (texts.length === 0) continue
      fields += texts.length
      const page = await press(
        visitor,
        await visitor.request(url),
        'next',
        Object.fromEntries(texts.map(({ name }) => [name, markup])),
      )
      const again = await visitor.request(url)
      for (const shown of [page, again]) assert.equal(isWild(shown), false, url)
      for (const { name } of texts) assert.ok(valuesOn(again, name).includes(markup), `${name} on ${url}`)
      const [raw, sealed] = [JSON.stringify(draft.raw), JSON.stringify(draft.sealed)]
      await hall.pool.query('UPDATE "Draft" SET raw = $1, sealed = $2 WHERE id = $3', [raw, sealed, draft.id])
    }
    assert.ok(fields > 10)
  })
}

test('markup in what was sent, noted and filed is shown on check page, receipt, desk and queue, and does nothing', async () => {
  const { visitor, clerk } = await seat(hall, 'counter', `Anna ${markup}`)
  const caseFile = await settle(house, clerk, await fileCase(house), 'return', markup)
  const wild = (value: unknown): unknown => {
    if (typeof value === 'string') return markup
    if (Array.isArray(value)) return value.map(wild)
    return value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value).map(([key, inner]) => [
            key,
            ['step', 'control', 'member'].includes(key) ? inner : wild(inner),
          ]),
        )
      : value
  }
  const words = wild(caseFile.words) as []
  const { persons } = caseFile.answers as { persons: { id: string }[] }
  const answers = {
    ...(caseFile.answers as object),
    persons: persons.map(person => ({ ...person, familyName: markup })),
  }
  await hall.database.caseFile.update({
    where: { id: caseFile.id },
    data: { name: markup, words, wordsOfCitizen: words, answers },
  })
  const citizen = openVisitor(hall.baseUrl)
  const _csrf = hidden(await citizen.request('/vorgang'), '_csrf')
  const receipt = await send(citizen, '/vorgang', {
    _csrf,
    number: caseFile.number,
    code: house.office.secrets.accessCode(caseFile.id),
  })
  const desk = await press(visitor, await visitor.request(`/amt/vorgang/${caseFile.number}`), 'claim')
  for (const page of [receipt, desk, await visitor.request('/amt'), await visitor.request('/amt?mine=1')]) {
    assert.equal(page.status, 200)
    assert.equal(isWild(page), false, page.url)
    says(page, markup)
  }
  for (const refused of [
    await send(citizen, '/vorgang', { number: markup }),
    await send(citizen, '/vorgang', { _csrf: hidden(receipt, '_csrf'), number: markup, code: markup }),
  ]) {
    assert.equal(isWild(refused), false)
  }
  for (const path of [
    `/${markup}`,
    `/antrag/${markup}`,
    `/amt?service=${markup}`,
    `/amt/vorgang?nummer=${markup}`,
    `/amt/anmelden?weiter=${markup}`,
  ]) {
    saysNot(await visitor.request(encodeURI(path)), '<img src=x')
  }
})

function valuesOn(page: Page, name: string): string[] {
  return formsOf(page.html)
    .flatMap(({ controls }) => controls.filter(control => control.name === name).flatMap(control => control.values))
    .map(decoded)
}
