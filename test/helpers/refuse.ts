// Rejecting a case as a clerk does it: reasons on the case, then on a page of its own how the person was heard.
import { press } from './press.ts'
import type { Page, Visitor } from './visitor.ts'

type Values = Record<string, string | string[]>
export const unheard = { hearing: 'none', unheard: 'circumstances' }

/** What the case refuses does not come to the hearing. */
export async function refuse(visitor: Visitor, page: Page, no: Values, hearing: Values = unheard): Promise<Page> {
  const asked = await press(visitor, page, 'decide', { decision: 'reject', ...no })
  return asked.url.endsWith('/ablehnen') ? press(visitor, asked, 'reject', hearing) : asked
}
