// The pages in their order: why it ends, who, the firm, what it did, the person behind it, the place.
import type { MembersPage, Page } from '../../forms/service.ts'
import {
  filerPages,
  firmPages,
  lastPages,
  placePages,
  representativesPage,
  staffPage,
  traderPages,
} from '../shared/trade-pages.ts'
import type { Deregistration, Fields } from './fields.ts'

const ends = (a: Deregistration) => a.endReason === 'completeEnd'
const isHandedOver = (a: Deregistration) => a.endReason === 'handover'

export const pages: (Page<Fields, [answers: Deregistration]> | MembersPage<Fields>)[] = [
  { slug: 'grund', asks: ['endReason'] },
  { slug: 'ursache', asks: ['endCause'], when: ends },
  { slug: 'uebergabe', asks: ['handoverReason'], when: isHandedOver },
  { slug: 'nachfolge', asks: ['futureTraderName'], when: isHandedOver },
  { slug: 'ende', asks: ['endDate'] },
  ...filerPages,
  ...firmPages,
  { slug: 'taetigkeit', asks: ['activityMain'] },
  { slug: 'weitere-taetigkeiten', asks: ['activitiesOther'] },
  { slug: 'art', asks: ['businessTypes'] },
  { slug: 'nebenerwerb', asks: ['sideBusiness'] },
  { slug: 'reisegewerbe', asks: ['travelTrade'] },
  ...traderPages,
  representativesPage,
  ...placePages,
  staffPage,
  { slug: 'neuer-ort', asks: ['futureEstablishmentPlanned'] },
  {
    slug: 'kuenftige-betriebsstaette',
    asks: ['futureEstablishment'],
    when: a => a.futureEstablishmentPlanned === 'yes',
  },
  ...lastPages('noticeTradeResume'),
]
