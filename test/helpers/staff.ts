// Clerks of a town hall, hired and signed in.
import { randomUUID } from 'node:crypto'
import { addClerk, type Clerk, type Role } from '../../src/office/clerks.ts'
import type { TownHall } from './town-hall.ts'
import { openVisitor, type Visitor } from './visitor.ts'

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

/** A clerk at work: the account and the browser. */
export async function seat(hall: TownHall, role: Role, name?: string) {
  const clerk = await hire(hall, role, name)
  return { clerk, visitor: await signIn(hall, clerk) }
}
