// What can happen to a case in each of its states, and that nothing else can, whatever a browser sends.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { CaseFile } from '../src/generated/client.ts'
import { checklistOf } from '../src/office/decide.ts'
import { claim } from '../src/office/queue.ts'
import type { House } from '../src/web/house.ts'
import { exampleOf, fileCase, houseOf, serviceOf } from './helpers/filings.ts'
import { hidden, press, send } from './helpers/press.ts'
import { unheard } from './helpers/refuse.ts'
import { seat, settle } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'

type Seat = Awaited<ReturnType<typeof seat>>
const reasons = ['identity']
const states = ['free', 'with me', 'with a colleague', 'returned', 'confirmed', 'rejected'] as const
const actions = ['claim', 'release', 'takeOver', 'tick', 'reveal', 'return', 'confirm', 'reject', 'close'] as const
/** The status that the case has afterwards, and whose it is; what is not listed here is refused. Pressing "release" twice is no mistake. */
const allowed: Record<(typeof states)[number], Partial<Record<(typeof actions)[number], string>>> = {
  free: { claim: 'inReview me', release: 'received nobody' },
  'with me': {
    claim: 'inReview me',
    takeOver: 'inReview me',
    release: 'received nobody',
    tick: 'inReview me',
    reveal: 'inReview me',
    return: 'returned nobody',
    confirm: 'confirmed me',
    reject: 'rejected me',
  },
  'with a colleague': { takeOver: 'inReview me' },
  returned: { claim: 'inReview me', release: 'returned nobody' },
  confirmed: {},
  rejected: {},
}

let hall: TownHall
let house: House
let me: Seat
let colleague: Seat
before(async () => {
  hall = await openTownHall()
  house = await houseOf(hall)
  me = await seat(hall, 'residence')
  colleague = await seat(hall, 'residence')
})
after(() => hall.close())

for (const state of states) {
  describe(`a case that is ${state}`, () => {
    for (const action of actions) {
      const expected = allowed[state][action]
      test(`${action}: ${expected ?? 'refused, and nothing is changed'}`, async () => {
        const before = await caseIn(state)
        const status = await act(before, action)
        const after = await hall.database.caseFile.findUniqueOrThrow({ where: { id: before.id } })
        if (expected === undefined) {
          assert.ok([400, 403, 409].includes(status), String(status))
          assert.deepEqual(after, before)
        } else {
          assert.equal(status, 200)
          assert.equal(`${after.status} ${after.claimedById === me.clerk.id ? 'me' : 'nobody'}`, expected)
        }
        assert.equal(
          await hall.database.letter.count({ where: { caseId: before.id } }),
          ['confirmed', 'rejected'].includes(after.status) ? 1 : 0,
        )
      })
    }
  })
}

const settling = { returned: 'return', confirmed: 'confirm', rejected: 'reject' } as const
const isSettled = (state: string): state is keyof typeof settling => state in settling

async function act(caseFile: CaseFile, action: string): Promise<number> {
  const path = `/amt/vorgang/${caseFile.number}`
  const page = await me.visitor.request(path)
  const isDecision = action === 'confirm' || action === 'return' || action === 'reject'
  const body = {
    _csrf: hidden(page, '_csrf'),
    version: String(caseFile.version),
    action: isDecision ? 'decide' : action,
    ...(action === 'takeOver' && { takeOverReason: 'absent' }),
  }
  const decision = { decision: action, reason: reasons, rejectReason: 'noMoveIn', note: 'Bitte kommen Sie.' }
  const ticks = { tick: checklistOf(serviceOf(house), caseFile).map(item => item.id) }
  const done = await send(me.visitor, path, { ...body, ...ticks, ...(isDecision && decision) })
  return (done.url.endsWith('/ablehnen') ? await press(me.visitor, done, 'reject', unheard) : done).status
}

async function caseIn(state: (typeof states)[number]): Promise<CaseFile> {
  const caseFile = await fileCase(house)
  if (state === 'free') return caseFile
  if (isSettled(state)) return settle(house, colleague.clerk, caseFile, settling[state])
  return (await claim(house.office, (state === 'with me' ? me : colleague).clerk, caseFile)).caseFile
}

describe('a trade notification in each state', () => {
  const slug = 'gewerbeanmeldung'
  const example = () => exampleOf(house, slug, 'candles')
  let clerk: Seat
  before(async () => {
    clerk = await seat(hall, 'trade')
  })

  /** What may be done beside the decision: writing official entries, taking the fee, sending extracts on. */
  const beside: Record<Exclude<(typeof states)[number], 'rejected'>, { write: boolean; send: boolean }> = {
    free: { write: false, send: false },
    'with me': { write: true, send: false },
    'with a colleague': { write: false, send: false },
    returned: { write: false, send: false },
    confirmed: { write: false, send: true },
  }

  for (const [state, { write, send: sends }] of Object.entries(beside)) {
    test(`${state}: the fee may be taken; ${write ? '' : 'no '}official entries, ${sends ? '' : 'no '}sending on; the state stays`, async () => {
      const before = await tradeCaseIn(state as keyof typeof beside)
      const path = `/amt/vorgang/${before.number}`
      const page = await clerk.visitor.request(path)
      const body = { _csrf: hidden(page, '_csrf'), version: String(before.version) }
      await send(clerk.visitor, `${path}/amtlich/vermerk`, { ...body, note: 'Rückruf', action: 'next' })
      const { _csrf } = body
      await send(clerk.visitor, `${path}/weitergabe`, { _csrf, recipient: 'taxOffice', action: 'sentOn' })
      await send(clerk.visitor, `${path}/gebuehr`, { _csrf, open: '3600', means: 'cash', action: 'enter' })
      const events = await hall.database.event.findMany({ where: { caseId: before.id }, orderBy: { id: 'asc' } })
      const kinds = events.map(({ kind }) => kind).filter(kind => ['deskWritten', 'sentOn', 'feePaid'].includes(kind))
      assert.deepEqual(kinds, [...(write ? ['deskWritten'] : []), ...(sends ? ['sentOn'] : []), 'feePaid'])
      const after = await hall.database.caseFile.findUniqueOrThrow({ where: { id: before.id } })
      assert.deepEqual([after.status, after.claimedById], [before.status, before.claimedById])
    })
  }

  async function tradeCaseIn(state: keyof typeof beside): Promise<CaseFile> {
    const caseFile = await fileCase(house, example().typed, slug)
    if (state === 'free') return caseFile
    const other = await seat(hall, 'trade')
    if (state === 'returned' || state === 'confirmed')
      return settle(house, other.clerk, caseFile, state === 'returned' ? 'return' : 'confirm')
    return (await claim(house.office, (state === 'with me' ? clerk : other).clerk, caseFile)).caseFile
  }
})
