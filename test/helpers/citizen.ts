// A citizen who comes back to a case with number and access code.
import type { CaseFile } from '../../src/generated/client.ts'
import type { House } from '../../src/web/house.ts'
import { hidden, send } from './press.ts'
import type { TownHall } from './town-hall.ts'
import { openVisitor, type Page } from './visitor.ts'

type Place = { hall: Pick<TownHall, 'baseUrl'>; house: House }

export async function asCitizen({ hall, house }: Place, { id, number }: CaseFile): Promise<Page> {
  const visitor = openVisitor(hall.baseUrl)
  const form = await visitor.request('/vorgang')
  const code = house.office.secrets.accessCode(id)
  return send(visitor, '/vorgang', { _csrf: hidden(form, '_csrf'), number, code })
}
