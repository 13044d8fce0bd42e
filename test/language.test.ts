// Which language somebody reads first: the one they chose, else the one their browser prefers, else German.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { openVisitor } from './helpers/visitor.ts'

let hall: TownHall
before(async () => {
  hall = await openTownHall()
})
after(() => hall.close())

test('a browser that prefers English reads English, every other one German', async () => {
  const cases: [accepted: string | undefined, language: string][] = [
    [undefined, 'de'],
    ['en', 'en'],
    ['en-US,en;q=0.9,de;q=0.8', 'en'],
    ['de-DE,de;q=0.9,en;q=0.8', 'de'],
    ['fr,tr;q=0.9', 'de'],
    ['fr,en;q=0.5', 'en'],
    ['*', 'de'],
    [';;q=,', 'de'],
  ]
  for (const [accepted, language] of cases) assert.equal(await languageOf(accepted), language, accepted)
})

test('a choice counts for more than the browser', async () => {
  const visitor = openVisitor(hall.baseUrl)
  await visitor.request('/?lang=de')
  const page = await visitor.request('/', { headers: { 'accept-language': 'en' } })
  assert.match(page.html, /<html lang="de">/)
})

test('what was typed stays when the language changes in the middle of a page', async () => {
  const visitor = openVisitor(hall.baseUrl)
  const first = await visitor.post(await visitor.request('/leistungen/anmeldung'), {}, 'begin')
  const typed = { filerRole: ['self'] }
  const button = /<button form="antrag"[^>]*formaction="([^"]+)"[^>]*value="language" lang="en"/.exec(first.html)
  const english = await visitor.post(
    { ...first, html: first.html.replace(/(<form id="antrag"[^>]*action=")[^"]*"/, `$1${button?.[1]}"`) },
    typed,
    'language',
  )
  assert.equal(english.url, first.url)
  assert.match(english.html, /<html lang="en">/)
  assert.match(english.html, /value="self"[^>]* checked/)
  assert.doesNotMatch(english.html, /error-summary/)
})

async function languageOf(accepted: string | undefined): Promise<string> {
  const headers: Record<string, string> = accepted === undefined ? {} : { 'accept-language': accepted }
  const { html } = await openVisitor(hall.baseUrl).request('/', { headers })
  return /<html lang="(\w+)">/.exec(html)?.[1] ?? ''
}
