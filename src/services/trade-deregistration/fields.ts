// What the end of a trade asks (form GewA 3; GewO section 14(1) sentence 2 number 3).
import { group } from '../../forms/containers.ts'
import { choice, date, longText, text, yesNo } from '../../forms/fields.ts'
import type { Answers } from '../../forms/service.ts'
import { addressAnywhere } from '../shared/address.ts'
import { activityFields, tradeFields } from '../shared/trade-fields.ts'
import { contactOf } from '../shared/trader.ts'

export const fields = {
  ...tradeFields,
  ...activityFields,
  // Only the first two end here; a move is not a deregistration (R-G05, R-G07).
  endReason: choice(['completeEnd', 'handover', 'relocationToOtherDistrict', 'relocationWithinMunicipality']),
  handoverReason: choice(['handover', 'legalFormChange', 'transformation', 'partnerLeaves']),
  futureTraderName: text({ max: 250, spellcheck: false }),
  endCause: longText({ max: 500 }),
  endDate: date(),
  futureEstablishmentPlanned: yesNo(),
  futureEstablishment: group('establishment', { address: addressAnywhere(), ...contactOf() }),
}

export type Fields = typeof fields
export type Deregistration = Answers<Fields>
