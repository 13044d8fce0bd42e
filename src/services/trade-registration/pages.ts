// The pages in their order: who, the firm, why it starts, what it does, the place, the person behind it.
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
import type { Fields, Registration } from './fields.ts'

const isNew = (a: Registration) => a.registrationReason === 'newFoundation'
const moves = (a: Registration) => a.registrationReason === 'relocation'
const follows = (a: Registration) => a.registrationReason !== undefined && !isNew(a) && !moves(a)

export const pages: (Page<Fields, [answers: Registration]> | MembersPage<Fields>)[] = [
  { slug: 'anlass', asks: ['registrationReason'] },
  { slug: 'uebernahme', asks: ['takeoverKind'], when: a => a.registrationReason === 'takeover' },
  ...filerPages,
  ...firmPages,
  { slug: 'frueherer-betrieb', asks: ['formerTraderName'], when: follows },
  { slug: 'frueherer-ort', asks: ['formerEstablishmentDiffers'], when: follows },
  {
    slug: 'fruehere-betriebsstaette',
    asks: ['formerEstablishment'],
    when: a => moves(a) || (follows(a) && a.formerEstablishmentDiffers === 'yes'),
  },
  {
    slug: 'unfallversicherung',
    asks: ['accidentInsurer', 'accidentInsurerUnknown', 'accidentInsuranceNumber', 'accidentInsuranceNumberUnknown'],
    when: a => moves(a) || follows(a),
  },
  { slug: 'taetigkeit', asks: ['activityMain'] },
  { slug: 'weitere-taetigkeiten', asks: ['activitiesOther'] },
  { slug: 'art', asks: ['businessTypes'] },
  { slug: 'beginn', asks: ['startDate'] },
  { slug: 'nebenerwerb', asks: ['sideBusiness'] },
  ...traderPages,
  representativesPage,
  ...placePages,
  staffPage,
  ...proofPages,
  ...lastPages('noticeTradePermit'),
]
