// Trade filings as they are on paper, typed page by page, are stored as they were typed and end in a certificate.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Typed } from '../src/forms/service.ts'
import { answersOf } from '../src/office/decide.ts'
import { secretsFrom } from '../src/secrets.ts'
import { comparable, type Filing, flat } from './helpers/filing.ts'
import { seat } from './helpers/staff.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { formsOf, openVisitor } from './helpers/visitor.ts'

const slugs = { 'trade-registration': 'gewerbeanmeldung', 'trade-deregistration': 'gewerbeabmeldung' }

for (const [id, slug] of Object.entries(slugs)) {
  const folder = new URL(`../src/services/${id}/filings/`, import.meta.url)
  for (const file of readdirSync(folder))
    describe(`the filing ${file}`, () => {
      const filing = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Filing
      let hall: TownHall
      let number: string
      before(async () => {
        hall = await openTownHall({ environment: { TOWN_TODAY: filing.filedAt.slice(0, 10) } })
      })
      after(() => hall.close())

      it('is stored as it was typed', async () => {
        const receipt = await openVisitor(hall.baseUrl).file(slug, typedOf(filing))
        number = receipt.url.split('/').at(-1) ?? ''
        const caseFile = await hall.database.caseFile.findUniqueOrThrow({ where: { number } })
        const office = { secrets: secretsFrom(hall.config.sessionSecrets) } as Parameters<typeof answersOf>[0]
        const { data, onlyAsked, ...envelope } = filing
        assert.deepEqual(comparable(answersOf(office, caseFile)), comparable({ ...envelope, ...data }))
      })

      it('is certified with its copy', async () => {
        const { visitor: clerk } = await seat(hall, 'trade')
        await clerk.post(await clerk.request(`/amt/vorgang/${number}`), {}, 'claim')
        const page = await clerk.request(`/amt/vorgang/${number}`)
        const form = formsOf(page.html).findIndex(other => other.buttons.includes('decide'))
        const ticks = formsOf(page.html)[form]?.controls.find(control => control.name === 'tick')?.options ?? []
        const done = await clerk.post(page, { tick: ticks, decision: ['confirm'] }, 'decide', form)
        assert.equal(done.status, 200)
        const letter = await hall.database.letter.findFirstOrThrow({ where: { caseFile: { number } } })
        assert.equal(letter.kind, 'empfangsbescheinigung')
        assert.equal(Buffer.from(letter.pdf).subarray(0, 5).toString(), '%PDF-')
      })
    })
}

/** The questions that only decide what is asked next are answered, boxes that are not ticked are left alone. */
function typedOf({ data, onlyAsked, ...envelope }: Filing): Typed {
  const { additionalRepresentatives, ...rest } = data
  const typed = Object.entries(flat({ ...envelope, ...rest } as never)).filter(
    ([name, text]) => !(/Unknown$|singleName$/.test(name) && text === 'no'),
  )
  const people = (additionalRepresentatives ?? []) as never[]
  return {
    ...Object.fromEntries(typed),
    ...(onlyAsked as Typed | undefined),
    'owner.homeAddress.countryCode': 'DE',
    additionalRepresentatives: people.map(person => ({ ...flat(person), 'homeAddress.countryCode': 'DE' })),
  }
}
