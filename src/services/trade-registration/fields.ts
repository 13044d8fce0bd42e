// What the start of a trade asks (form GewA 1; GewO section 14(1), GewAnzV section 1).
import { choice, date, text, yesNo } from '../../forms/fields.ts'
import type { Answers, Conditions, Refusals } from '../../forms/service.ts'
import {
  activityFields,
  formerEstablishment,
  notKnown,
  proofFields,
  tradeConditions,
  tradeFields,
} from '../shared/trade-fields.ts'

export const fields = {
  ...tradeFields,
  ...activityFields,
  ...proofFields,
  registrationReason: choice([
    'newFoundation',
    'relocation',
    'takeover',
    'legalFormChange',
    'transformation',
    'partnerJoins',
  ]),
  takeoverKind: choice(['purchase', 'lease', 'inheritance']),
  formerEstablishmentDiffers: yesNo(),
  formerEstablishment,
  formerTraderName: text({ max: 250, spellcheck: false }),
  accidentInsurer: text({ max: 100, spellcheck: false, optional: 'depends' }),
  accidentInsurerUnknown: notKnown(),
  accidentInsuranceNumber: text({ max: 30, spellcheck: false, optional: 'depends' }),
  accidentInsuranceNumberUnknown: notKnown(),
  startDate: date(),
}

export type Fields = typeof fields
export type Registration = Answers<Fields>

export const shownWhen: Conditions<Fields> = tradeConditions

/** R-G13: the answer, or the tick that it is not known. */
export const refused: Refusals<Fields> = {
  accidentInsurer: a => oneOf(a.accidentInsurer, a.accidentInsurerUnknown),
  accidentInsuranceNumber: a => oneOf(a.accidentInsuranceNumber, a.accidentInsuranceNumberUnknown),
}

function oneOf(answer: string | undefined, unknown: string | undefined): string | undefined {
  if (!answer && unknown !== 'yes') return 'missing'
  return answer && unknown === 'yes' ? 'contradiction' : undefined
}
