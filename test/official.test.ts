// `npm run fields`: every official field is ours or explained, every field of ours is official or explained.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import type { OfficialForm } from '../src/forms/around.ts'
import { compareWithOfficial } from '../src/forms/official.ts'
import { loadWords } from '../src/language.ts'
import { loadServices } from '../src/services.ts'
import { writeTinyService } from './helpers/tiny-service.ts'

const services = await loadServices({ servicesOff: [] })
const tiny = await writeTinyService()
const words = await loadWords({}, tiny.folder)
tiny.remove()
const official = tiny.service.official as OfficialForm<never>

describe('npm run fields', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/fields.ts'], { encoding: 'utf8' })

  it('has nothing to complain of', () => {
    assert.equal(stderr, '')
    assert.equal(status, 0)
  })

  it('prints every service, and each field of its official form with its number', () => {
    for (const service of services) {
      const part = stdout.split(`\n${service.id}: `)[1] ?? ''
      assert.ok(part, service.id)
      for (const { number, label } of service.official?.fields ?? [])
        assert.ok(part.includes(`${number} `) && part.includes(label), `${service.id} ${number} ${label}`)
    }
  })

  it('shows what only staff write where they write it', () => {
    for (const id of ['residence-registration', 'residence-change'])
      assert.match(
        stdout.split(`\n${id}: `)[1]?.split('\n\n\n')[0] ?? '',
        /^1712 +AZR-Nummer\n +desk\.azrNumbers {2}AZR-Nummern\n +because: Das schreibt nur das Amt/m,
        id,
      )
  })

  it('has the reasons in every language', () => {
    for (const service of services)
      for (const { why } of service.official?.fields ?? [])
        for (const { find, locale } of Object.values(words))
          assert.ok(!why || find([`${service.id}:official.${why}`, `shared:official.${why}`]), `${why} in ${locale}`)
  })
})

describe('a form beside the official one', () => {
  it('shows for each field ours with its words, or why there is none', () => {
    const { rows, asked, problems } = compared({})
    assert.deepEqual(problems, [])
    assert.ok(asked > 5)
    const [name, day, , signature] = rows
    assert.ok(name?.ours.some(({ path }) => path === 'filer.familyName'))
    assert.deepEqual(day?.ours, [{ path: 'day', label: 'Tag der Abholung' }])
    assert.deepEqual([signature?.ours, signature?.why], [[], 'Das Absenden ersetzt die Unterschrift.'])
  })

  it('is incomplete where an official field is neither ours nor explained', () => {
    const { problems } = compared({ fields: [...official.fields, { number: '5', label: 'Stockwerk' }] })
    assert.deepEqual(problems, ['5 Stockwerk is not ours, and nobody says why.'])
  })

  it('is incomplete where we ask what the official form does not name', () => {
    const { problems } = compared({ fields: official.fields.filter(({ number }) => number !== '3') })
    assert.deepEqual(
      problems.map(problem => problem.split(' ').slice(0, 3).join(' ')),
      ['We ask amount', 'We ask contents'],
    )
  })

  it('is wrong where it names a field that no page asks, or a reason that has no words', () => {
    const { problems } = compared({
      fields: [
        ...official.fields,
        { number: '6', label: 'Etage', ours: ['floor'] },
        { number: '7', label: 'Farbe', why: 'colour' },
        { number: '', label: 'Neugier', ours: ['day'] },
      ],
    })
    assert.deepEqual(problems, [
      '6 Etage is not ours, and nobody says why.',
      '7 Farbe: no text colour',
      'Neugier is no field of the official form, and nobody says what for.',
      '6 names floor, which no page asks.',
    ])
  })
})

function compared(changes: Partial<OfficialForm<never>>) {
  const found = compareWithOfficial({ ...tiny.service, official: { ...official, ...changes } }, words.de)
  assert.ok(found)
  return found
}
