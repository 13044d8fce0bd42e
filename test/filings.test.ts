// Filings as people have them on paper, typed page by page, end in cases with equal answers and in the letter of the service.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { answersOf } from '../src/office/decide.ts'
import { secretsFrom } from '../src/secrets.ts'
import { loadServices } from '../src/services.ts'
import { confirmAtCounter } from './helpers/counter.ts'
import { comparable, expectedOf, filingsOf, typedOf } from './helpers/filing.ts'
import { seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { formsOf, openVisitor, type Page } from './helpers/visitor.ts'

function recipientsOn(page: Page): string[] {
  return formsOf(page.html).flatMap(({ controls }) => controls.find(({ name }) => name === 'recipient')?.options ?? [])
}

for (const service of await loadServices({ servicesOff: [] }))
  for (const { name, filing } of filingsOf(service)) {
    describe(`${service.id}: the filing ${name}`, () => {
      let hall: TownHall
      let number: string
      before(async () => {
        hall = await openTownHall({ environment: { TOWN_TODAY: filing.filedAt.slice(0, 10) } })
      })
      after(() => hall.close())

      it('is stored as it was typed', async () => {
        const receipt = await openVisitor(hall.baseUrl).file(service.slug, typedOf(filing, service), service)
        number = receipt.url.split('/').at(-1) ?? ''
        assert.deepEqual(comparable(await storedAnswers(), filing), expectedOf(filing))
      })

      it('passes, or warns as the rules say', async () => {
        const { findings } = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
        const found = findings as { severity: string; rule: string }[]
        const warnings = found.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule)
        assert.deepEqual(warnings, filing.warns ?? [])
      })

      it('is confirmed at the counter with its letter', async () => {
        const { visitor: clerk } = await seat(hall, 'counter')
        assert.equal((await confirmAtCounter(clerk, number, filing.desk)).status, 200)
        const letter = await hall.database.letter.findFirstOrThrow({ where: { caseFile: { number } } })
        assert.equal(Buffer.from(letter.pdf).subarray(0, 5).toString(), '%PDF-')
        const filed = { answers: await storedAnswers(), desk: {} }
        assert.equal(letter.kind, service.letters.find(({ when }) => when?.(filed) ?? true)?.kind)
      })

      it('yields the extract of each recipient that we tell, and no other', async () => {
        const { visitor: clerk } = await seat(hall, 'supervisor')
        const told = filing.told ?? []
        const page = await clerk.request(`/amt/vorgang/${number}`)
        assert.deepEqual(recipientsOn(page), told)
        for (const recipient of told) {
          const extract = `/amt/vorgang/${number}/auszug/${recipient}`
          const { fields, caseNumber } = JSON.parse((await clerk.request(`${extract}.json`)).html)
          assert.equal(caseNumber, number)
          assert.ok(fields.length > 0, recipient)
          assert.match((await clerk.request(`${extract}.pdf`)).html, /^%PDF-/)
        }
      })

      async function storedAnswers() {
        const caseFile = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
        return answersOf({ secrets: secretsFrom(hall.config.sessionSecrets) }, caseFile)
      }
    })
  }
