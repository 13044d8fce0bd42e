// Rules of the start of a trade; their words are texts `rules.<id>`. Nothing that only lacks a permit blocks.
import { rulesFor } from '../../forms/rules.ts'
import { addDays } from '../../law/dates.ts'
import { matchesOf, servesAlcohol } from '../shared/trade-facts.ts'
import { doubtsNamed, isEarly, isLate, isShort, proofRules, tradeRules } from '../shared/trade-rules.ts'
import type { Fields } from './fields.ts'

const { error, warning, info, clerkOnly } = rulesFor<Fields>()

/** Another place, legal form or partner does not make another undertaking (SGB VII section 192(1)). */
const beginsUndertaking = ({ registrationReason }: { registrationReason?: string }) =>
  registrationReason === 'newFoundation' || registrationReason === 'takeover'

export const rules = [
  ...tradeRules,
  ...proofRules,
  warning('R-G01', 'startDate', (a, { filedOn }) => isLate(a.startDate, filedOn, 42)),
  warning('startEarly', 'startDate', (a, { filedOn }) => isEarly(a.startDate, filedOn) && !servesAlcohol(a)),
  warning(
    'alcoholLate',
    'startDate',
    (a, { filedOn }) => servesAlcohol(a) && a.startDate !== undefined && a.startDate < addDays(filedOn, 42),
  ),
  clerkOnly('alcohol', 'activityMain', servesAlcohol),
  {
    ...error(
      'R-G07',
      'formerEstablishment.address.postalCode',
      (a, { town }) =>
        a.registrationReason === 'relocation' &&
        a.formerEstablishment?.address?.postalCode !== undefined &&
        town.postalCodes.includes(a.formerEstablishment.address.postalCode),
    ),
    instead: 'trade-change',
  },
  info('relocation', 'registrationReason', a => a.registrationReason === 'relocation'),
  warning('R-G21', 'activityMain', a => matchesOf({ activityMain: a.activityMain }).doubtful.length > 0, doubtsNamed),
  warning('activityShort', 'activityMain', a => isShort(a.activityMain)),
  info('R-G23', 'startDate', a => a.startDate !== undefined),
  info('R-G24', 'startDate', a => a.startDate !== undefined && beginsUndertaking(a)),
  info('employerNumber', 'staffFullTime', a => Number(a.staffFullTime ?? 0) + Number(a.staffPartTime ?? 0) > 0),
]
