// Filings made by the office's own functions: drafts that are ready to be sent, and cases, as many as a test wants.
import { openHouse } from '../../src/app.ts'
import { type Example, rawOf, type Typed, withBlanks } from '../../src/forms/example.ts'
import { inWords } from '../../src/forms/in-words.ts'
import { walk } from '../../src/forms/journey.ts'
import type { Service } from '../../src/forms/service.ts'
import { addDays, berlinDay, type Day } from '../../src/law/dates.ts'
import { openLog } from '../../src/log.ts'
import { createDraft, saveTyped, typedIn } from '../../src/office/drafts.ts'
import { submit } from '../../src/office/submit.ts'
import type { House } from '../../src/web/house.ts'
import type { TownHall } from './town-hall.ts'

export const today = berlinDay(new Date())

/** The next day on which no counter is open: within a week, and never today. */
export function nextSunday(): Day {
  const days = [1, 2, 3, 4, 5, 6].map(ahead => addDays(today, ahead))
  return days.find(day => new Date(day).getUTCDay() === 0) ?? addDays(today, 7)
}

/** The office behind a town hall: same database, same secrets. */
export function houseOf({ config, database, pool }: Pick<TownHall, 'config' | 'database' | 'pool'>): Promise<House> {
  return openHouse({ config, database, pool, log: openLog('silent') })
}

export function serviceOf(house: House, slug = 'anmeldung'): Service {
  const service = house.services.find(other => other.slug === slug)
  if (!service) throw new Error(`no service ${slug}`)
  return service
}

/** What somebody types into the registration form, by the name of the example. */
export function typedBy(house: House, name = 'single', changes: Typed = {}): Typed {
  return { ...exampleOf(house, 'anmeldung', name).typed, ...changes }
}

export function exampleOf(house: House, slug: string, name: string): Example {
  const example = serviceOf(house, slug)
    .examples(today)
    .find(other => other.name === name)
  if (!example) throw new Error(`no example ${name}`)
  return example
}

/** A draft with everything answered, the declarations too; its token goes into the cookie `entwurf`. */
export async function readyDraft(house: House, typed = typedBy(house), slug = 'anmeldung') {
  const service = serviceOf(house, slug)
  const { draft, token } = await createDraft(house.office, service, 'de')
  const journey = walk(service, rawOf({ name: '', typed }), house.office.facts())
  const saved = await saveTyped(house.office, draft, service, withBlanks(journey))
  return { draft: saved, token }
}

export async function fileCase(house: House, typed = typedBy(house), slug = 'anmeldung') {
  const service = serviceOf(house, slug)
  const { draft } = await readyDraft(house, typed, slug)
  const journey = walk(service, typedIn(house.office, draft), house.office.facts())
  const words = inWords(journey, house.words.de, 'hidden')
  return submit(house.office, { service, draft, journey, channel: 'online', words, wordsOfCitizen: words })
}

/** Eight at a time, as many as a program has connections to spare. */
export async function fileCases(house: House, count: number, typed = typedBy(house)) {
  const cases: Awaited<ReturnType<typeof fileCase>>[] = []
  const fileOn = async () => {
    while (count-- > 0) cases.push(await fileCase(house, typed))
  }
  await Promise.all(Array.from({ length: 8 }, fileOn))
  return cases
}
