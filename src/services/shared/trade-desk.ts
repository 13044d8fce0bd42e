// What only staff write on a trade notification: the activity's code, the decision on a permit, who else has to know.

import type { DeskForm } from '../../forms/around.ts'
import { choices, code, longText, yesNo } from '../../forms/fields.ts'
import { permitKinds } from '../../law/lists/permits.ts'
import { matchesOf, mayNeedPermit, permitsOf } from './trade-facts.ts'
import type { Trade, TradeFields } from './trade-fields.ts'

type Proofs = { permit?: { required?: string } }
type Desk = { permitRequired?: string }

const permitFields = {
  permitRequired: yesNo(),
  permitKinds: choices(permitKinds),
  overseenTrade: yesNo(),
}
const otherFields = {
  /** WZ 2008 or 2025: five digits, without the full stops of the official notation. */
  wzCode: code(/^\d{5}$/, { optional: 'ifAny' }),
  customsIndication: yesNo(),
  note: longText({ max: 1000, optional: true }),
}

/** For GewA 1 and 2: a permit may be needed (GewO section 15(2)); customs is never told by itself. */
export const deskWithPermit: DeskForm<TradeFields> = {
  fields: { ...permitFields, ...otherFields },
  pages: [
    { slug: 'erlaubnis', asks: ['permitRequired', 'permitKinds', 'overseenTrade'] },
    { slug: 'taetigkeit', asks: ['wzCode'] },
    { slug: 'weitergabe', asks: ['customsIndication'] },
    { slug: 'vermerk', asks: ['note'] },
  ],
  shownWhen: { permitKinds: (desk: Desk) => desk.permitRequired === 'yes' },
  begin: filed => beginning(filed),
  required: filed => mayNeedPermit(filed) || (filed as Trade & Proofs).permit?.required === 'yes',
}

export const deskWithoutPermit: DeskForm<TradeFields> = {
  fields: { wzCode: otherFields.wzCode, note: otherFields.note },
  pages: [
    { slug: 'taetigkeit', asks: ['wzCode'] },
    { slug: 'vermerk', asks: ['note'] },
  ],
  required: () => false,
}

/** What the citizen stated and what the catalogue points to; the clerk decides. */
function beginning(filed: Trade & Proofs): Record<string, unknown> {
  const kinds = permitsOf(filed).map(({ key }) => key)
  return {
    permitRequired: kinds.length > 0 || filed.permit?.required === 'yes' ? 'yes' : 'no',
    ...(kinds.length > 0 && { permitKinds: kinds }),
    overseenTrade: matchesOf(filed).overseen.length > 0 ? 'yes' : 'no',
    customsIndication: 'no',
  }
}
