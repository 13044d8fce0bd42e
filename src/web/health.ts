// For machines: is the process up, is it ready for work. No detail to the outside.
import { type Response, Router } from 'express'
import { anyone } from './doors.ts'
import type { House } from './house.ts'

export function healthRouter(house: House, isStopping: () => boolean): Router {
  const router = Router()
  router.get('/healthz', anyone, (_request, response) => answer(response, 200))
  router.get('/readyz', anyone, async (_request, response) =>
    answer(response, !isStopping() && (await isUp(house)) ? 200 : 503),
  )
  return router
}

function answer(response: Response, status: 200 | 503): void {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('text/plain')
    .send(status === 200 ? 'ok\n' : 'not ready\n')
}

async function isUp(house: House): Promise<boolean> {
  try {
    await house.office.database.$queryRaw`SELECT 1`
    return true
  } catch {
    return false
  }
}
