// The pages in their order: what changes, who, the firm, what it does, the person behind it, the place.
import type { MembersPage, Offer, Page } from '../../forms/service.ts'
import { addressLines } from '../shared/address.ts'
import {
  filerPages,
  firmPages,
  lastPages,
  placePages,
  proofPages,
  representativesPage,
  staffPage,
  traderPages,
} from '../shared/trade-pages.ts'
import type { Change, Fields } from './fields.ts'

const moves = (a: Change) => a.changeKinds?.includes('relocationWithinMunicipality') === true
const hasNewActivity = (a: Change) =>
  a.changeKinds?.some(kind => kind === 'activityChanged' || kind === 'activityExtended') === true

export const pages: (Page<Fields, [answers: Change]> | MembersPage<Fields>)[] = [
  { slug: 'aenderung', asks: ['changeKinds', 'otherReason'] },
  { slug: 'tag', asks: ['changeDate'] },
  { slug: 'bisheriger-name', asks: ['previousName'], when: a => a.changeKinds?.includes('traderNameChanged') === true },
  {
    slug: 'bisherige-betriebsstaette',
    asks: ['formerEstablishment'],
    when: moves,
    offers: { into: 'formerEstablishment.address', known: placeSoFar },
  },
  ...filerPages,
  ...firmPages,
  { slug: 'neue-taetigkeit', asks: ['newActivity'], when: hasNewActivity },
  { slug: 'taetigkeit', asks: ['continuedActivity'] },
  ...traderPages,
  representativesPage,
  ...placePages,
  staffPage,
  ...proofPages,
  ...lastPages('noticeTradePermit'),
]

/** Begun from an earlier notification, the form knows the place so far as the place of the business. */
function placeSoFar({ establishment, formerEstablishment }: Change): Offer[] {
  const { noHouseNumber, ...place } = establishment?.address ?? {}
  const isTaken = formerEstablishment?.address?.street !== undefined
  return place.street ? [{ label: addressLines(place, 'de').join(', '), values: place, isTaken }] : []
}
