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
import { openVisitor } from './helpers/visitor.ts'

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

      it('is confirmed at the counter with its letter', async () => {
        const { visitor: clerk } = await seat(hall, 'counter')
        assert.equal((await confirmAtCounter(clerk, number, filing.desk)).status, 200)
        const letter = await hall.database.letter.findFirstOrThrow({ where: { caseFile: { number } } })
        assert.equal(Buffer.from(letter.pdf).subarray(0, 5).toString(), '%PDF-')
        const filed = { answers: await storedAnswers(), desk: {} }
        assert.equal(letter.kind, service.letters.find(({ when }) => when?.(filed) ?? true)?.kind)
      })

      async function storedAnswers() {
        const caseFile = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
        return answersOf({ secrets: secretsFrom(hall.config.sessionSecrets) }, caseFile)
      }
    })
  }
