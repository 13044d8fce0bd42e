// Whom a confirmed case is sent on to: nobody chosen, one recorded, taken back.
import { press } from '../helpers/press.ts'
import { formsOf } from '../helpers/visitor.ts'
import type { Filed } from './walk.ts'
import { caseUrl, type Desk } from './walk-desk.ts'

export async function seeRecipients({ clerk, keep }: Desk, one: Filed | undefined): Promise<void> {
  if (!one) return
  const page = await clerk.request(caseUrl(one))
  const [first = ''] = formsOf(page.html).flatMap(
    ({ controls }) => controls.find(({ name }) => name === 'recipient')?.options ?? [],
  )
  if (!first) return
  const name = `${one.service.id}/case`
  keep(name, 'errors: no recipient', await press(clerk, page, 'sentOn'))
  keep(name, 'sent on', await press(clerk, page, 'sentOn', { recipient: first }))
  keep(name, 'sending taken back', await press(clerk, await clerk.request(caseUrl(one)), `undo:${first}`))
}
