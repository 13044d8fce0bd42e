// Two filings of people who moved, typed page by page as they are on paper, end in two cases and two letters.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { answersOf } from '../src/office/decide.ts'
import { secretsFrom } from '../src/secrets.ts'
import { comparable, expectedOf, type Filing, typedOf } from './helpers/filing.ts'
import { seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { formsOf, openVisitor } from './helpers/visitor.ts'

const folder = new URL('filings/', import.meta.url)

for (const file of readdirSync(folder)) {
  describe(`the filing ${file}`, () => {
    const filing = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Filing
    let hall: TownHall
    let number: string
    before(async () => {
      hall = await openTownHall({ environment: { TOWN_TODAY: filing.filedAt.slice(0, 10) } })
    })
    after(() => hall.close())

    it('is stored as it was typed', async () => {
      const receipt = await openVisitor(hall.baseUrl).file('anmeldung', typedOf(filing))
      number = receipt.url.split('/').at(-1) ?? ''
      const caseFile = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
      const office = { secrets: secretsFrom(hall.config.sessionSecrets) } as Parameters<typeof answersOf>[0]
      assert.deepEqual(comparable(answersOf(office, caseFile)), expectedOf(filing))
    })

    it('is confirmed at the counter with a letter', async () => {
      const { visitor: clerk } = await seat(hall, 'counter')
      await clerk.post(await clerk.request(`/amt/vorgang/${number}`), {}, 'claim')
      const page = await clerk.request(`/amt/vorgang/${number}`)
      const form = formsOf(page.html).findIndex(other => other.buttons.includes('decide'))
      const ticks = formsOf(page.html)[form]?.controls.find(control => control.name === 'tick')?.options ?? []
      const done = await clerk.post(page, { tick: ticks, decision: ['confirm'] }, 'decide', form)
      assert.equal(done.status, 200)
      const letter = await hall.database.letter.findFirstOrThrow({ where: { caseFile: { number } } })
      assert.equal(Buffer.from(letter.pdf).subarray(0, 5).toString(), '%PDF-')
    })
  })
}
