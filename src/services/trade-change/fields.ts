// What a change of a trade asks (form GewA 2; GewO section 14(1) sentence 2 numbers 1 to 2a); all as it is afterwards.
import { choices, date, longText, text } from '../../forms/fields.ts'
import type { Answers, Conditions } from '../../forms/service.ts'
import { activityText, formerEstablishment, proofFields, tradeConditions, tradeFields } from '../shared/trade-fields.ts'

export const fields = {
  ...tradeFields,
  ...proofFields,
  changeKinds: choices([
    'relocationWithinMunicipality',
    'activityChanged',
    'activityExtended',
    'traderNameChanged',
    'activityGivenUp',
    'sideBusinessChanged',
    'other',
  ]),
  otherReason: longText({ max: 500 }),
  previousName: text({ max: 250, spellcheck: false }),
  changeDate: date(),
  formerEstablishment,
  newActivity: activityText(),
  continuedActivity: activityText(),
}

export type Fields = typeof fields
export type Change = Answers<Fields>

export const shownWhen: Conditions<Fields> = {
  ...tradeConditions,
  otherReason: a => a.changeKinds?.includes('other') === true,
}
