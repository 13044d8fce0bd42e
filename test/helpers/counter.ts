// What a clerk at the counter does with a case until it is confirmed, over HTTP.
import type { Service } from '../../src/forms/service.ts'
import { formsOf, type Page, type Visitor } from './visitor.ts'

/** Not yet here: filling in what staff must write, recording a payment. Their tests come with them. */
export function isConfirmedAtOnce(service: Service): boolean {
  return service.desk === undefined && service.fees === undefined
}

/** Claims the case, ticks the whole checklist and confirms. */
export async function confirmAtCounter(clerk: Visitor, number: string): Promise<Page> {
  await clerk.post(await clerk.request(`/amt/vorgang/${number}`), {}, 'claim')
  const page = await clerk.request(`/amt/vorgang/${number}`)
  const form = formsOf(page.html).findIndex(other => other.buttons.includes('decide'))
  const ticks = formsOf(page.html)[form]?.controls.find(control => control.name === 'tick')?.options ?? []
  return clerk.post(page, { tick: ticks, decision: ['confirm'] }, 'decide', form)
}
