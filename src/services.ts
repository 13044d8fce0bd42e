// Every service of the house: one folder each, found by being there.
import { readdirSync } from 'node:fs'
import { deskForm } from './forms/desk-form.ts'
import { planOf, refuseSensitiveRows } from './forms/plan.ts'
import type { Service } from './forms/service.ts'
import type { Town } from './town.ts'

const own = new URL('services/', import.meta.url)

/** Planned at once, so that a definition that asks for what is not there fails the start. `more`: another folder of services. */
export async function loadServices(town: Pick<Town, 'servicesOff'>, more?: URL): Promise<Service[]> {
  const files = [own, ...(more ? [more] : [])].flatMap(filesIn)
  const wanted = files.filter(({ id }) => !town.servicesOff.includes(id))
  const modules = await Promise.all(wanted.map(({ file }) => import(file.href) as Promise<{ default: Service }>))
  const services = modules.map(module => module.default)
  for (const service of services) refuseSensitiveRows(planOf(service).top)
  for (const service of services) planOf(deskForm(service, {}))
  return services
}

function filesIn(folder: URL): { id: string; file: URL }[] {
  const ids = readdirSync(folder).filter(name => name !== 'shared')
  return ids.map(id => ({ id, file: new URL(`${id}/${id}.service.ts`, folder) }))
}
