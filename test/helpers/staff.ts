// Clerks of a town hall, hired and signed in.
import { randomUUID } from 'node:crypto'
import { addClerk, type Clerk, type Role } from '../../src/office/clerks.ts'
import { checklistOf, confirm, returnCase } from '../../src/office/decide.ts'
import { claim } from '../../src/office/queue.ts'
import { reject } from '../../src/office/reject.ts'
import type { House } from '../../src/web/house.ts'
import type { fileCase } from './filings.ts'
import { send } from './press.ts'
import type { TownHall } from './town-hall.ts'
import { formsOf, openVisitor, type Page, type Visitor } from './visitor.ts'

type CaseFile = Awaited<ReturnType<typeof fileCase>>
export const password = 'Lahntal-und-Domplatz-26'

export function hire(
  hall: Pick<TownHall, 'database'>,
  role: Role,
  name = `Frau ${randomUUID().slice(0, 8)}`,
): Promise<Clerk> {
  return addClerk(hall.database, { name, role, email: `${randomUUID()}@example.org`, password })
}

export async function signIn({ baseUrl }: Pick<TownHall, 'baseUrl'>, clerk: Clerk): Promise<Visitor> {
  const visitor = openVisitor(baseUrl)
  const queue = await visitor.post(
    await visitor.request('/amt/anmelden'),
    { email: [clerk.email], password: [password] },
    '',
  )
  if (queue.url !== '/amt') throw new Error(`${clerk.name} is not signed in: ${queue.status}`)
  return visitor
}

/** Fills in the sign-in page that is shown, with what it carries along. */
export function enter(
  visitor: Visitor,
  door: Page,
  email: string,
  typed: string,
  headers = {},
  more: Record<string, string> = {},
) {
  const controls = formsOf(door.html).find(form => form.action === '/amt/anmelden')?.controls ?? []
  const hiddenOnes = controls
    .filter(control => control.kind === 'hidden')
    .map(({ name, values }) => [name, values] as const)
  return send(visitor, '/amt/anmelden', { ...Object.fromEntries(hiddenOnes), email, password: typed, ...more }, headers)
}

/** A clerk at work: the account and the browser. */
export async function seat(hall: TownHall, role: Role, name?: string) {
  const clerk = await hire(hall, role, name)
  return { clerk, visitor: await signIn(hall, clerk) }
}

type Decision = 'confirm' | 'return' | 'reject'

/** A clerk takes a case and settles it at once. */
export async function settle(house: House, clerk: Clerk, caseFile: CaseFile, how: Decision, note = '') {
  const service = house.services.find(other => other.id === caseFile.serviceId)
  if (!service) throw new Error(`no service ${caseFile.serviceId}`)
  const { caseFile: held } = await claim(house.office, clerk, caseFile)
  const hold = { office: house.office, service, clerk, caseFile: held, version: held.version }
  const ticks = checklistOf(service, held).map(item => item.id)
  if (how === 'confirm') await confirm(hold, ticks)
  else if (how === 'reject') {
    const hearing = { hearing: 'spoken', day: house.office.facts().filedOn } as const
    await reject(hold, { ticks, reasons: ['noMoveIn'], note: note || 'Dort wohnt niemand.', hearing })
  } else await returnCase(hold, { ticks: [], reasons: ['other'], note: note || 'Bitte bringen Sie den Ausweis mit.' })
  return house.office.database.caseFile.findUniqueOrThrow({ where: { id: caseFile.id } })
}
