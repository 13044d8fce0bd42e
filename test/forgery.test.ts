// What does not come from a page of ours changes nothing: every POST route against every way of forging one.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Post, posts } from './helpers/posts.ts'
import { answer, hidden } from './helpers/press.ts'
import { routesOf } from './helpers/routes.ts'
import { everything } from './helpers/rows.ts'
import { saysNot } from './helpers/says.ts'
import { seat } from './helpers/staff.ts'
import { writeTinyService } from './helpers/tiny-service.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'

let hall: TownHall
/** Offered after a registration: its form begins with a POST of the case's page. */
const tiny = await writeTinyService()
/** The clock stands: a session writes once a minute when it was last seen. */
const began = Date.now()
before(async () => {
  hall = await openTownHall({ services: tiny.folder, now: () => began })
})
after(async () => {
  await hall.close()
  tiny.remove()
})

/** Ways to send the same without being our page. */
const forgeries: Record<string, (post: Post) => Promise<RequestInit>> = {
  'without a token': async ({ body }) => ({ body: changed(body, null) }),
  'with the token of somebody else’s form': async ({ body }) => ({ body: changed(body, await foreignToken()) }),
  'with the token of an ended session': async ({ body }) => ({ body: changed(body, await endedToken()) }),
  'with a changed token': async ({ body }) => ({ body: changed(body, `${body.get('_csrf')}x`) }),
  'with two tokens': async ({ body }) => ({ body: twice(body) }),
  'from another site, as the browser says': async ({ body }) => ({ body, headers: { 'sec-fetch-site': 'cross-site' } }),
  'from a neighbouring site': async ({ body }) => ({ body, headers: { 'sec-fetch-site': 'same-site' } }),
  'from another origin': async ({ body }) => ({ body, headers: { origin: 'https://evil.example' } }),
  'from the same host on another port': async ({ body }) => ({ body, headers: { origin: 'http://127.0.0.1:1' } }),
  'as JSON': async ({ body }) => ({
    body: JSON.stringify(Object.fromEntries(body)),
    headers: { 'content-type': 'application/json' },
  }),
  'as plain text': async ({ body }) => ({ body: body.toString(), headers: { 'content-type': 'text/plain' } }),
}

test('every POST route is tried', async () => {
  const routes = (await routesOf(hall)).filter(({ method }) => method === 'POST').map(({ path }) => path)
  assert.deepEqual(routes.sort(), Object.keys(posts).sort())
})

for (const [route, make] of Object.entries(posts)) {
  describe(`POST ${route}`, () => {
    let post: Post
    before(async () => {
      post = await make(hall)
      await Promise.all([foreignToken(), endedToken()])
    })
    for (const [name, forge] of Object.entries(forgeries)) {
      test(`is refused ${name}, and nothing is changed`, async () => {
        const init = await forge(post)
        const before = await everything(hall)
        const response = await answer(post.visitor, hall.baseUrl, post.path, { method: 'POST', ...init })
        assert.equal(response.status, 403)
        assert.equal(await everything(hall), before)
        const { headers } = response
        assert.ok(!headers.getSetCookie().some(cookie => !cookie.includes('expires=Thu, 01 Jan 1970')))
        if (name.startsWith('from')) saysNot({ html: await response.text(), status: 403 }, 'name="_csrf" value="')
      })
    }
    test('refused, is a page that can be had in the other language', async () => {
      const { visitor, path, body } = post
      const init = { method: 'POST', body: changed(body, null) }
      const refused = await answer(visitor, hall.baseUrl, path, init)
      const link = /href="([^"]*lang=en)"/.exec(await refused.text())?.[1] ?? ''
      const english = await answer(visitor, hall.baseUrl, link)
      assert.ok(link !== '' && [200, 303].includes(english.status), `${link} ${english.status}`)
    })
    test('is done when it comes from our page', async () => {
      const before = await everything(hall)
      const { visitor, path, body } = post
      const headers = { 'sec-fetch-site': 'same-origin', origin: 'null' }
      const response = await answer(visitor, hall.baseUrl, path, { method: 'POST', body, headers })
      assert.equal(response.status, 303)
      assert.notEqual(await everything(hall), before)
    })
  })
}

function changed(body: URLSearchParams, token: string | null) {
  const other = new URLSearchParams(body)
  other.delete('_csrf')
  if (token !== null) other.set('_csrf', token)
  return other
}

function twice(body: URLSearchParams) {
  const other = new URLSearchParams(body)
  other.append('_csrf', body.get('_csrf') ?? '')
  return other
}

let foreign: Promise<string> | undefined
let ended: Promise<string> | undefined

/** Of a clerk who is signed in: valid, but for that session only. */
function foreignToken(): Promise<string> {
  foreign ??= seat(hall, 'supervisor').then(async ({ visitor }) => hidden(await visitor.request('/amt'), '_csrf'))
  return foreign
}

function endedToken(): Promise<string> {
  ended ??= posts['/vorgang/beenden']?.(hall).then(async ({ visitor, path, body }) => {
    await answer(visitor, hall.baseUrl, path, { method: 'POST', body })
    return body.get('_csrf') ?? ''
  })
  return ended as Promise<string>
}
