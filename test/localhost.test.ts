// Whoever opens the portal by another name of the same machine can use it; another site cannot.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTownHall } from './helpers/town-hall.ts'
import { openVisitor } from './helpers/visitor.ts'

test('localhost works as well as the printed address', async () => {
  const hall = await openTownHall()
  const local = hall.baseUrl.replace('127.0.0.1', 'localhost')
  const visitor = openVisitor(local)
  const begun = await visitor.post(await visitor.request('/leistungen/anmeldung'), {}, 'begin')
  assert.equal(begun.url, '/antrag/anmeldung/wer')
  await hall.close()
})
