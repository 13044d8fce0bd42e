// Letters as they are made when a case is confirmed: answers read, verification code, Typst, hash; only not stored.
import { seedDemo } from '../prisma/seed.ts'
import type { Service } from '../src/forms/service.ts'
import { confirmationLetter } from '../src/office/letters.ts'
import { median } from './load.ts'
import { plainRow, type Row } from './report.ts'
import type { Town } from './town.ts'

const warmUp = 20
const rounds = 50

/** The slowest of all services' letters: for each service that of one case of the demonstration, again and again. */
export async function measureLetters(town: Town): Promise<Row> {
  await seedDemo(town.house, { demoPassword: undefined })
  const measured: { slug: string; took: number }[] = []
  for (const service of town.house.services) measured.push({ slug: service.slug, took: await letterOf(town, service) })
  const [{ slug, took } = { slug: '', took: Number.NaN }] = measured.sort((one, other) => other.took - one.took)
  return plainRow(`Slowest letter (${slug}), warm`, `${took.toFixed(1)} ms`, '≤ 10 ms', took <= 10)
}

/** Median, in milliseconds. A confirmed case where there is one: there the desk's form is filled in. */
async function letterOf({ house: { office } }: Town, service: Service): Promise<number> {
  const { caseFile: cases, clerk: clerks } = office.database
  const where = { serviceId: service.id, number: { startsWith: office.prefix } }
  const caseFile =
    (await cases.findFirst({ where: { ...where, status: 'confirmed' } })) ??
    (await cases.findFirstOrThrow({ where, orderBy: { serial: 'desc' } }))
  const hold = { office, service, clerk: await clerks.findFirstOrThrow(), caseFile, version: caseFile.version }
  const times: number[] = []
  for (let round = -warmUp; round < rounds; round++) {
    const began = performance.now()
    await confirmationLetter(hold)
    if (round >= 0) times.push(performance.now() - began)
  }
  return median(times)
}
