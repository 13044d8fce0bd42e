// Every service of the house: one folder each, found by being there.
import { readdirSync } from 'node:fs'
import { planOf } from './forms/plan.ts'
import type { Service } from './forms/service.ts'
import type { Town } from './town.ts'

const folder = new URL('services/', import.meta.url)

/** Planned at once, so that a definition that asks for what is not there fails the start. */
export async function loadServices(town: Pick<Town, 'servicesOff'>): Promise<Service[]> {
  const ids = readdirSync(folder).filter(name => name !== 'shared' && !town.servicesOff.includes(name))
  const modules = await Promise.all(
    ids.map(id => import(new URL(`${id}/${id}.service.ts`, folder).href) as Promise<{ default: Service }>),
  )
  const services = modules.map(module => module.default)
  for (const service of services) planOf(service)
  return services
}
