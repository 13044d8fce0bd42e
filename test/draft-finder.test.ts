// Drafts that are asked for at the same moment share a statement; nobody gets another's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Draft } from '../src/generated/client.ts'
import { draftFinder } from '../src/office/draft-finder.ts'
import { houseOf, readyDraft, typedBy } from './helpers/filings.ts'
import { openVisitorWith } from './helpers/press.ts'
import { openTownHall } from './helpers/town-hall.ts'

const hashOf = (letter: string) => new Uint8Array(Buffer.from(letter))
const draftOf = (letter: string) => ({ id: letter, tokenHash: hashOf(letter) }) as Draft
/** A table of drafts that notes what it is asked. */
function table(letters: string) {
  const asked: string[] = []
  const find = draftFinder(async ({ values: [hashes] }) => {
    const named = (hashes as Uint8Array[]).map(hash => Buffer.from(hash).toString())
    asked.push(named.join(''))
    return { rows: [...letters].filter(letter => named.includes(letter)).map(draftOf) }
  })
  return { asked, find }
}
const idsOf = (drafts: Draft[]) => drafts.map(draft => draft.id).join('')

test('one statement for all who ask in one turn, and each gets only what was asked', async () => {
  const { asked, find } = table('abcd')
  const found = await Promise.all([find([hashOf('b')]), find([hashOf('d'), hashOf('a')]), find([hashOf('x')])])
  assert.deepEqual(found.map(idsOf), ['b', 'ad', ''])
  assert.deepEqual(asked, ['bdax'])
  assert.equal(idsOf(await find([hashOf('c')])), 'c')
  assert.deepEqual(asked, ['bdax', 'c'])
})

test('who asks while a statement is under way gets a later one, with what was saved meanwhile', async () => {
  const statements: ((rows: Draft[]) => void)[] = []
  const find = draftFinder(() => new Promise(done => statements.push(rows => done({ rows }))))
  const first = find([hashOf('a')])
  await new Promise(setImmediate)
  const second = find([hashOf('a')])
  await new Promise(setImmediate)
  assert.equal(statements.length, 2)
  statements[0]?.([])
  statements[1]?.([draftOf('a')])
  assert.deepEqual([idsOf(await first), idsOf(await second)], ['', 'a'])
})

test('a statement that fails fails for all who share it, and for nobody after', async () => {
  let isDown = true
  const find = draftFinder(async () => {
    if (isDown) throw new Error('the database is gone')
    return { rows: [draftOf('a')] }
  })
  const told = await Promise.allSettled([find([hashOf('a')]), find([hashOf('b')])])
  assert.deepEqual(
    told.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  isDown = false
  assert.equal(idsOf(await find([hashOf('a')])), 'a')
})

test('forty people who open the same page at once see their own name, and no other', async () => {
  const hall = await openTownHall()
  const house = await houseOf(hall)
  const names = Array.from(
    { length: 40 },
    (_, index) => `Quellenhof-${String.fromCodePoint(97 + (index % 26))}${index}q`,
  )
  const tokens: string[] = []
  for (const name of names)
    tokens.push((await readyDraft(house, typedBy(house, 'single', { 'filer.familyName': name }))).token)
  const pages = await Promise.all(
    tokens.map(token => openVisitorWith(hall.baseUrl, token).request('/antrag/anmeldung/name')),
  )
  for (const [index, { html }] of pages.entries()) {
    const shown = [...html.matchAll(/Quellenhof-\w+/g)].map(([name]) => name)
    assert.deepEqual([...new Set(shown)], [names[index]])
  }
  await hall.close()
})
