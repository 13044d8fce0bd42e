// The saved pages on a small server of their own: the product's stylesheet, script, fonts and security headers around them.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import { securityHeaders } from '../../src/security.ts'
import { assetsRouter } from '../../src/web/assets.ts'

export async function openSavedSite(folder: string) {
  const app = express()
  app.use(securityHeaders(false))
  app.use(assetsRouter())
  app.get('/pages/:file', (request, response) => response.type('html').sendFile(join(folder, request.params.file)))
  const server = createServer(app)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const close = async () => {
    server.closeAllConnections()
    await once(server.close(), 'close')
  }
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}
