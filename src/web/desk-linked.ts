// "Gehört zu": the cases that belong to the one on the desk, by number, service and state.
import type { Words } from '../forms/words.ts'
import { linkedCases } from '../office/linked.ts'
import type { Desk } from './desk.ts'

export async function linkedViews({ house, clerk, caseFile }: Desk, words: Words) {
  const others = await linkedCases(house.office, clerk, house.services, caseFile)
  return others.map(({ number, serviceId, status }) => ({
    label: words.say('common:desk.linked'),
    href: `/amt/vorgang/${number}`,
    number,
    note: words.say('common:desk.linkedNote', {
      service: words.say(`${serviceId}:short`),
      status: words.say(`common:deskStatus.${status}`),
    }),
  }))
}
