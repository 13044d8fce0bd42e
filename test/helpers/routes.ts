// Every route of the app, read from the app itself.
import type { RequestHandler } from 'express'
import { createApp } from '../../src/app.ts'
import { openLog } from '../../src/log.ts'
import type { TownHall } from './town-hall.ts'

export type Route = { method: 'GET' | 'POST'; path: string; handlers: RequestHandler[] }
type Layer = {
  route?: { path: string | string[]; methods: Record<string, boolean>; stack: { handle: RequestHandler }[] }
  handle: { stack?: Layer[] }
}

export async function routesOf({ config, database, pool }: TownHall): Promise<Route[]> {
  const app = await createApp({ config, database, pool, log: openLog('silent') })
  return routesIn((app.router as unknown as { stack: Layer[] }).stack)
}

function routesIn(layers: Layer[]): Route[] {
  return layers.flatMap(({ route, handle }) => {
    if (!route) return handle.stack ? routesIn(handle.stack) : []
    const handlers = route.stack.map(layer => layer.handle)
    const methods = Object.keys(route.methods).map(name => name.toUpperCase() as Route['method'])
    return methods.flatMap(method => [route.path].flat().map(path => ({ method, path, handlers })))
  })
}
