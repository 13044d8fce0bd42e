// Where an address or a form may send somebody: to our own pages only.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { answer, hidden } from './helpers/press.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { openVisitor } from './helpers/visitor.ts'

let hall: TownHall
before(async () => {
  hall = await openTownHall()
})
after(() => hall.close())

test('the way on is never another site, whatever the address or the form says', async () => {
  const corpus = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%2f%2fevil.example',
    'https:evil.example',
    '/amt/../..//evil.example',
    '/amt//evil.example',
    '/amt?x=//evil.example',
    '/amt\r\nLocation: //evil.example',
    '/amt%0d%0aSet-Cookie:a=b',
    'javascript:alert(1)',
    '/amt/vorgang/..%2f',
    ' /amt',
    '/amt/vorgang/LM-1@evil.example',
  ]
  for (const next of corpus) {
    const stranger = openVisitor(hall.baseUrl)
    const door = await stranger.request(`/amt/anmelden?weiter=${encodeURIComponent(next)}`)
    assert.equal(hidden(door, 'next'), '/amt', next)
    for (const path of [
      `/antrag/${encodeURIComponent(next)}`,
      `/leistungen/${encodeURIComponent(next)}`,
      `/vorgang/${encodeURIComponent(next)}`,
      `/?lang=${encodeURIComponent(next)}`,
    ]) {
      const response = await answer(stranger, hall.baseUrl, path)
      const to = response.headers.get('location') ?? '/'
      assert.ok(/^\/(?![/\\])/.test(to) && !to.includes('evil'), `${path} leads to ${to}`)
    }
  }
})
