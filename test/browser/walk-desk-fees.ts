// The fees of a case at the counter: open, with errors, entered, undone, waived.
import { press } from '../helpers/press.ts'
import type { Filed } from './walk.ts'
import { caseUrl, type Desk } from './walk-desk.ts'

/** One case of a service will do. */
export async function seeFees({ walk, clerk, keep, language }: Desk, one: Filed): Promise<void> {
  const [name, url] = [`${one.service.id}/fees`, `${caseUrl(one)}/gebuehr`]
  if (!one.service.fees || walk.corrected.has(`${language} ${name}`)) return
  const open = await clerk.request(url)
  if (open.status === 404) return // this filing is free
  walk.corrected.add(`${language} ${name}`)
  keep(name, 'open', open)
  keep(name, 'errors: no means', await press(clerk, open, 'enter'))
  keep(name, 'errors: no reason for waiving', await press(clerk, open, 'enter', { means: 'waived' }))
  keep(`${one.service.id}/case`, 'paid', await press(clerk, open, 'enter', { means: 'cash' }))
  keep(name, 'errors: entered twice', await press(clerk, open, 'enter', { means: 'cash' }))
  const paid = await clerk.request(url)
  keep(name, 'paid', paid)
  keep(name, 'errors: no reason for undoing', await press(clerk, paid, 'undo'))
  keep(`${one.service.id}/case`, 'payment undone', await press(clerk, paid, 'undo', { undo: 'mistyped' }))
  keep(name, 'undone', await clerk.request(url))
  await press(clerk, await clerk.request(url), 'enter', { means: 'card' })
}
