// The services of the start page under life situations; one that names none stands last.
import { type Situation, situations } from '../forms/around.ts'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'

export function servicesBySituation(services: Service[], words: Words) {
  const groups = [...situations, 'other' as const].map(id => ({
    id: `anliegen-${id}`,
    heading: words.say(`common:situations.${id}`),
    services: services
      .filter(service => isIn(service, id))
      .toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0))
      .map(service => serviceView(service, words)),
  }))
  return groups.filter(group => group.services.length > 0)
}

function isIn({ situations: own = [] }: Service, id: Situation | 'other'): boolean {
  return id === 'other' ? own.length === 0 : own.includes(id)
}

function serviceView(service: Service, words: Words) {
  return {
    href: `/leistungen/${service.slug}`,
    label: words.say(`${service.id}:name`),
    summary: words.say(`${service.id}:summary`),
  }
}
