// Drafts that are asked for or saved at the same moment share a statement; nobody gets another's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Draft } from '../src/generated/client.ts'
import { draftFinder, draftSaver, type Save } from '../src/office/draft-batches.ts'
import { findDraft, saveTyped, typedIn } from '../src/office/drafts.ts'
import { houseOf, readyDraft, serviceOf, typedBy } from './helpers/filings.ts'
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

/** A table that notes what it is told to save; drafts named in `refused` cannot be written. */
function notebook(refused = '', code = '22P05') {
  const statements: Save[][] = []
  const save = draftSaver(async ({ name, values }) => {
    const [id, open = '', sealed = '', locale = ''] = values as string[]
    const saves: Save[] =
      name === 'save drafts'
        ? JSON.parse(id ?? '')
        : [{ id: id ?? '', open: JSON.parse(open), sealed: JSON.parse(sealed), locale }]
    statements.push(saves)
    if (saves.some(({ id }) => refused.includes(id))) throw Object.assign(new Error('cannot be written'), { code })
    return { rows: saves.filter(({ id }) => id !== 'gone').map(({ id, open }) => ({ id, raw: open }) as Draft) }
  })
  return { statements, save: (id: string, open: Save['open']) => save({ id, open, sealed: {}, locale: 'de' }) }
}

test('who comes while a save is under way shares a statement with all in that turn, and each gets its own draft; who is not found there is asked for once more', async () => {
  const { statements, save } = notebook()
  const names = ['first', 'b', 'a', 'gone']
  const saved = await Promise.all(names.map(name => save(name, { name })))
  assert.deepEqual(
    saved.map(draft => draft?.raw),
    [{ name: 'first' }, { name: 'b' }, { name: 'a' }, undefined],
  )
  assert.deepEqual(
    statements.map(saves => saves.map(({ id }) => id)),
    [['first'], ['b', 'a', 'gone'], ['gone']],
  )
})

test('a save that is alone does not wait for others, nor does the one after it', async () => {
  const { statements, save } = notebook()
  const first = save('a', {})
  assert.equal(statements.length, 1)
  await first
  const next = save('b', {})
  assert.equal(statements.length, 2)
  await next
})

test('two tabs that save one draft in one turn both count: the later one where both wrote', async () => {
  const { statements, save } = notebook()
  const first = save('first', {})
  const saved = await Promise.all([save('a', { name: 'first', street: 'x' }), save('a', { name: 'second', town: 'y' })])
  await first
  const both = { name: 'second', street: 'x', town: 'y' }
  assert.deepEqual([saved[0]?.raw, saved[1]?.raw], [both, both])
  assert.equal(statements.length, 2)
})

test('what fails together is saved alone, each draft once with all that was posted for it', async () => {
  const { statements, save } = notebook('b')
  const posts = ['first', 'a', 'b', 'a'].map((name, index) => save(name, { [`${index}`]: name }))
  const told = await Promise.allSettled(posts)
  assert.deepEqual(
    told.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  )
  assert.deepEqual(
    statements.map(saves => saves.map(({ id, open }) => [id, ...Object.keys(open)].join(' '))),
    [['first 0'], ['a 1 3', 'b 2'], ['a 1 3'], ['b 2']],
  )
})

test('when the database is away, what failed together is not asked again', async () => {
  const { statements, save } = notebook('b', 'ECONNRESET')
  const told = await Promise.allSettled(['first', 'a', 'b'].map(name => save(name, {})))
  assert.deepEqual(
    told.map(({ status }) => status),
    ['fulfilled', 'rejected', 'rejected'],
  )
  assert.equal(statements.length, 2)
})

test('a draft that somebody has locked is waited for by its own posts, and by nobody else’s', async () => {
  const hall = await openTownHall()
  const house = await houseOf(hall)
  const drafts = await Promise.all(Array.from({ length: 8 }, () => readyDraft(house, typedBy(house, 'single'))))
  const client = await hall.pool.connect()
  await client.query('BEGIN')
  await client.query('SELECT id FROM "Draft" WHERE id = $1 FOR UPDATE', [drafts[5]?.draft.id])
  const done: number[] = []
  const save = async ({ draft }: (typeof drafts)[number], index: number) => {
    await saveTyped(house.office, draft, serviceOf(house), { 'filer.familyName': `Quelle ${index}` })
    done.push(index)
  }
  const saves = drafts.map(save)
  await Promise.all(saves.filter((_, index) => index !== 5))
  assert.equal(done.includes(5), false)
  await client.query('COMMIT')
  client.release()
  await saves[5]
  for (const [index, { token }] of drafts.entries()) {
    const found = await findDraft(house.office, token)
    assert.equal(found && typedIn(house.office, found)['filer.familyName'], `Quelle ${index}`)
  }
  await hall.close()
})

test('forty people who post at once: each draft has its own answers, open and sealed, and two tabs both theirs', async () => {
  const hall = await openTownHall()
  const house = await houseOf(hall)
  const drafts = await Promise.all(Array.from({ length: 40 }, () => readyDraft(house, typedBy(house, 'single'))))
  const service = serviceOf(house)
  const religion = Object.keys(drafts[0]?.draft.sealed as object).find(name => name.endsWith('.religionKey'))
  assert.ok(religion)
  const saves = drafts.flatMap(({ draft }, index) => [
    saveTyped(house.office, draft, service, { 'filer.familyName': `Quelle ${index}` }, 'en'),
    saveTyped(house.office, draft, service, { 'filer.givenNames': `Tab ${index}`, [religion]: 'rk' }, 'en'),
  ])
  await Promise.all(saves)
  for (const [index, { token }] of drafts.entries()) {
    const found = await findDraft(house.office, token)
    assert.ok(found)
    const typed = typedIn(house.office, found)
    assert.equal(typed['filer.familyName'], `Quelle ${index}`)
    assert.equal(typed['filer.givenNames'], `Tab ${index}`)
    assert.equal(typed[religion], 'rk')
    assert.equal(found.locale, 'en')
    assert.ok(found.updatedAt > (drafts[index]?.draft.updatedAt as Date), 'its thirty days begin anew')
  }
  await hall.close()
})

test('what the database refuses fails alone; all others in its turn are saved', async () => {
  const hall = await openTownHall()
  const house = await houseOf(hall)
  const drafts = await Promise.all(Array.from({ length: 5 }, () => readyDraft(house, typedBy(house, 'single'))))
  const names = ['Alt', 'Berg', 'Cor\u0000nel', 'Dorn', 'Ebert']
  const told = await Promise.allSettled(
    drafts.map(({ draft }, index) =>
      saveTyped(house.office, draft, serviceOf(house), { 'filer.familyName': names[index] ?? '' }),
    ),
  )
  assert.deepEqual(
    told.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
  )
  const kept = await Promise.all(drafts.map(({ token }) => findDraft(house.office, token)))
  assert.deepEqual(
    kept.map(draft => draft && typedIn(house.office, draft)['filer.familyName']),
    names.with(2, 'Westerbrink'),
  )
  await hall.close()
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
