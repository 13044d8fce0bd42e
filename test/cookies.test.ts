// The cookies that citizens and clerks get: which there are, and who may send and read them.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { houseOf, readyDraft } from './helpers/filings.ts'
import { answer, bodyOf, hidden } from './helpers/press.ts'
import { hire, password } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { openVisitor, type Visitor } from './helpers/visitor.ts'

let hall: TownHall
before(async () => {
  hall = await openTownHall()
})
after(() => hall.close())

test('cookies are for our pages only: not for scripts, not for other sites, and with https not without it', async () => {
  const secure = await openTownHall({ environment: { PUBLIC_URL: 'https://buergerbuero.example', TRUST_PROXY: '1' } })
  const over = { 'x-forwarded-proto': 'https' }
  const collected = [...(await cookiesOf(hall, {})), ...(await cookiesOf(secure, over))]
  const about = await answer(openVisitor(secure.baseUrl), secure.baseUrl, '/', { headers: over })
  assert.equal(about.headers.get('strict-transport-security'), 'max-age=31536000; includeSubDomains')
  await secure.close()
  assert.deepEqual(collected, [
    'entwurf HttpOnly Max-Age=2592000 Path=/ SameSite=Lax',
    'vorgang HttpOnly Path=/ SameSite=Lax',
    'amt HttpOnly Path=/ SameSite=Strict',
    'sprache HttpOnly Max-Age=31536000 Path=/ SameSite=Lax',
    '__Host-entwurf HttpOnly Max-Age=2592000 Path=/ SameSite=Lax Secure',
    '__Host-vorgang HttpOnly Path=/ SameSite=Lax Secure',
    '__Host-amt HttpOnly Path=/ SameSite=Strict Secure',
    'sprache HttpOnly Max-Age=31536000 Path=/ SameSite=Lax Secure',
  ])
})

test('cookies that are damaged or not ours do no harm', async () => {
  for (const cookie of [
    'sprache=%',
    'entwurf=%zz',
    'vorgang=s%3A%',
    'amt=s:x.y',
    'entwurf=..%00',
    '=;;=',
    'a'.repeat(9000),
  ]) {
    for (const path of ['/', '/antrag/anmeldung', '/vorgang', '/amt/anmelden']) {
      const { status } = await fetch(`${hall.baseUrl}${path}`, { headers: { cookie } })
      assert.equal(status, 200, `${cookie.slice(0, 20)} ${path}`)
    }
  }
})

/** Name and attributes of every cookie that a citizen and a clerk ever get. */
async function cookiesOf(place: TownHall, headers: Record<string, string>): Promise<string[]> {
  const there = await houseOf(place)
  const isHttps = Object.keys(headers).length > 0
  const visitor = openVisitor(place.baseUrl)
  visitor.jar.set(isHttps ? '__Host-entwurf' : 'entwurf', (await readyDraft(there)).token)
  const next = async (who: Visitor, from: string, to: string, button: string, more = {}) => {
    const page = await who.request(from, { headers })
    const body = button ? bodyOf(page, button) : new URLSearchParams({ _csrf: hidden(page, '_csrf'), ...more })
    return answer(who, place.baseUrl, to, { method: 'POST', body, headers })
  }
  const check = '/antrag/anmeldung/pruefen'
  const begun = await next(openVisitor(place.baseUrl), '/leistungen/anmeldung', '/leistungen/anmeldung', 'begin')
  const sent = await next(visitor, check, check, 'send')
  const { email } = await hire(place, 'counter')
  const entered = await next(openVisitor(place.baseUrl), '/amt/anmelden', '/amt/anmelden', '', { email, password })
  const language = await answer(visitor, place.baseUrl, '/?lang=en', { headers })
  const all = [begun, sent, entered, language].flatMap(response => response.headers.getSetCookie())
  return all
    .filter(set => !/=;/.test(set))
    .map(shape)
    .filter((text, index, texts) => texts.indexOf(text) === index)
}

function shape(set: string): string {
  const [pair = '', ...attributes] = set.split('; ')
  return [pair.split('=')[0], ...attributes.filter(text => !text.startsWith('Expires')).sort()].join(' ')
}
