// The way through the whole product: front door, every example of every service, the desk, and what can go wrong.
import type { Example } from '../../src/forms/example.ts'
import type { Service } from '../../src/forms/service.ts'
import { type Language, languages } from '../../src/language.ts'
import { berlinDay } from '../../src/law/dates.ts'
import { loadServices } from '../../src/services.ts'
import type { Keep, Place } from '../helpers/pages.ts'
import type { TownHall } from '../helpers/town-hall.ts'
import { openVisitor, type Page, type Visitor } from '../helpers/visitor.ts'
import { walkCases } from './walk-case.ts'
import { walkDesk, walkEmptyDesk } from './walk-desk.ts'
import { walkExample } from './walk-example.ts'
import { walkFaults } from './walk-faults.ts'
import { walkHome } from './walk-home.ts'
import { walkVerify } from './walk-verify.ts'

export type Filed = { service: Service; example: Example; language: Language; number: string; visitor: Visitor }
/** `corrected`: pages of corrections met already. */
export type Walk = { hall: TownHall; services: Service[]; keep: Keep; corrected: Set<string> }
/** Keeps a page of one kind in one language. */
export type Saying = (name: string, state: string, page: Page) => boolean

export async function walkEverywhere(hall: TownHall, keep: Keep): Promise<void> {
  const walk: Walk = { hall, keep, services: await loadServices({ servicesOff: [] }), corrected: new Set() }
  for (const language of languages) await walkHome(walk, language)
  await walkEmptyDesk(walk)
  const filed: Filed[] = []
  for (const service of walk.services)
    for (const example of service.examples(berlinDay(new Date())))
      for (const language of languages) filed.push(await walkExample(walk, service, example, language))
  await walkCases(walk, filed)
  await walkDesk(walk, filed)
  await walkCases(walk, filed)
  await walkVerify(walk)
  await walkFaults(walk, filed)
}

export function saying(walk: Walk, kind: Place['kind'], language: Language): Saying {
  return (name, state, page) => walk.keep({ kind, name, state, language }, page)
}

/** Somebody who has chosen a language. */
export async function visitorIn(walk: Walk, language: Language): Promise<Visitor> {
  const visitor = openVisitor(walk.hall.baseUrl)
  await visitor.request(`/?lang=${language}`)
  return visitor
}
