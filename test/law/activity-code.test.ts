// The code of an economic activity, as clerks type it and as it is written.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatActivityCode, readActivityCode } from '../../src/law/activity-code.ts'

test('with and without full stops it is the same code', () => {
  for (const typed of ['96021', '96.02.1', ' 96 02 1 ']) assert.deepEqual(readActivityCode(typed), { code: '96021' })
  assert.equal(formatActivityCode('96021'), '96.02.1')
})

test('it has five digits, and nothing else between them', () => {
  for (const typed of ['', '96', '96.02', '9602', '960211', '9602.1', '96-02-1', '12.3', 'S96021'])
    assert.deepEqual(readActivityCode(typed), { problem: 'pattern' }, typed)
})

test('a division that the classification leaves out is no code', () => {
  for (const division of ['00', '04', '34', '40', '44', '48', '54', '57', '67', '76', '83', '89'])
    assert.deepEqual(readActivityCode(`${division}100`), { problem: 'division' }, division)
  for (const division of ['01', '10', '45', '66', '99'])
    assert.deepEqual(readActivityCode(`${division}100`), { code: `${division}100` }, division)
})
