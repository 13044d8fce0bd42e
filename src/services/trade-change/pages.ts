// The pages in their order: what changes, who, the firm, what it does, the person behind it, the place.
import type { MembersPage, Page } from '../../forms/service.ts'
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
  { slug: 'bisherige-betriebsstaette', asks: ['formerEstablishment'], when: moves },
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
