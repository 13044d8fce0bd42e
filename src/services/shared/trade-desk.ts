// What only staff write on a trade notification: the activity's code, the decision on a permit, who else has to know.
import type { DeskForm } from '../../forms/around.ts'
import { choices, longText, yesNo } from '../../forms/fields.ts'
import { activityCode } from '../../forms/number-fields.ts'
import { permitKinds } from '../../law/lists/permits.ts'
import { matchesOf, mayNeedPermit, permitsOf } from './trade-facts.ts'
import type { Trade, TradeFields } from './trade-fields.ts'

type Proofs = { permit?: { required?: string } }
type Desk = { permitRequired?: string }

const permitFields = {
  permitRequired: yesNo(),
  permitKinds: choices([...permitKinds, 'other']),
  overseenTrade: yesNo(),
}
const activityFields = { wzCode: activityCode({ optional: 'ifAny' }) }
const noteFields = { note: longText({ max: 1000, optional: true }) }
const permitPage = { slug: 'erlaubnis', asks: Object.keys(permitFields) }
const activityPage = { slug: 'taetigkeit', asks: Object.keys(activityFields) }
const notePage = { slug: 'vermerk', asks: Object.keys(noteFields) }

/** For GewA 2: a permit may be needed (GewO section 15(2)). */
export const deskOfChange: DeskForm<TradeFields> = {
  fields: { ...permitFields, ...activityFields, ...noteFields },
  pages: [permitPage, activityPage, notePage],
  shownWhen: { permitKinds: (desk: Desk) => desk.permitRequired === 'yes' },
  begin: filed => beginning(filed),
  required: filed => mayNeedPermit(filed) || (filed as Trade & Proofs).permit?.required === 'yes',
}

/** For GewA 1: customs is never told by itself, and only of a start. */
export const deskOfStart: DeskForm<TradeFields> = {
  ...deskOfChange,
  fields: { ...permitFields, ...activityFields, customsIndication: yesNo(), ...noteFields },
  pages: [permitPage, activityPage, { slug: 'weitergabe', asks: ['customsIndication'] }, notePage],
  begin: filed => ({ ...beginning(filed), customsIndication: 'no' }),
}

export const deskOfEnd: DeskForm<TradeFields> = {
  fields: { ...activityFields, ...noteFields },
  pages: [activityPage, notePage],
  required: () => false,
}

/** What the citizen stated and what the catalogue points to; the clerk decides. */
function beginning(filed: Trade & Proofs): Record<string, unknown> {
  const kinds = permitsOf(filed).map(({ key }) => key)
  return {
    permitRequired: kinds.length > 0 || filed.permit?.required === 'yes' ? 'yes' : 'no',
    ...(kinds.length > 0 && { permitKinds: kinds }),
    overseenTrade: matchesOf(filed).overseen.length > 0 ? 'yes' : 'no',
  }
}
