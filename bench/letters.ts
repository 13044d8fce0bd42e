// Letters as confirming a case makes them: answers read, verification code, Typst, hash; without the database.
import { seedDemo } from '../prisma/seed.ts'
import { openDeskSteps } from '../src/office/desk-form.ts'
import { accountOf } from '../src/office/fees.ts'
import { confirmationLetter } from '../src/office/letters.ts'
import { median } from './load.ts'
import { plainRow, type Row } from './report.ts'
import type { Town } from './town.ts'

const warmUp = 2
const rounds = 8

/** Median of the kind that takes longest. Cases of the demonstration take turns: no letter is like the last. */
export async function measureLetters(town: Town): Promise<Row> {
  await seedDemo(town.house, { demoPassword: undefined })
  const holds = await holdsOf(town)
  const times = new Map<string, number[]>()
  for (let round = -warmUp; round < rounds; round++)
    for (const { account, ...hold } of holds) {
      const began = performance.now()
      const { kind } = await confirmationLetter(hold, account)
      const took = performance.now() - began
      if (round >= 0) times.set(kind, [...(times.get(kind) ?? []), took])
    }
  const medians = [...times].map(([kind, all]) => ({ kind, took: median(all) }))
  const [{ kind, took } = { kind: '', took: Number.NaN }] = medians.sort((one, other) => other.took - one.took)
  return plainRow(`Slowest letter (${kind}), warm`, `${took.toFixed(1)} ms`, '≤ 10 ms', took <= 10)
}

/** The first case of each service, then the second of each, and so on: those that lack nothing a letter needs. */
async function holdsOf({ house: { office, services } }: Town) {
  const clerk = await office.database.clerk.findFirstOrThrow()
  const where = { number: { startsWith: office.prefix } }
  const cases = await office.database.caseFile.findMany({ where, orderBy: { serial: 'asc' } })
  const holds = services.flatMap(service =>
    cases
      .filter(one => one.serviceId === service.id && openDeskSteps(office, service, one).length === 0)
      .map(async (caseFile, turn) => {
        const account = await accountOf(office, service, caseFile)
        return { turn, account, office, service, clerk, caseFile, version: caseFile.version }
      }),
  )
  return (await Promise.all(holds)).sort((one, other) => one.turn - other.turn)
}
