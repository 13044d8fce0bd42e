// Rules of a change of a trade; their words are texts `rules.<id>`.
import { rulesFor } from '../../forms/rules.ts'
import { comparable } from '../shared/address.ts'
import { matchesOf } from '../shared/trade-facts.ts'
import { doubtsNamed, isEarly, isLate, isShort, proofRules, tradeRules } from '../shared/trade-rules.ts'
import type { Fields } from './fields.ts'

const { error, info, warning } = rulesFor<Fields>()

export const rules = [
  ...tradeRules,
  ...proofRules,
  warning('R-G02', 'changeDate', (a, { filedOn }) => isLate(a.changeDate, filedOn, 42)),
  warning('changeEarly', 'changeDate', (a, { filedOn }) => isEarly(a.changeDate, filedOn)),
  // R-G06: from another municipality it is a registration here.
  {
    ...error(
      'formerElsewhere',
      'formerEstablishment.address.postalCode',
      (a, { town }) =>
        a.formerEstablishment?.address?.postalCode !== undefined &&
        !town.postalCodes.includes(a.formerEstablishment.address.postalCode),
    ),
    instead: 'trade-registration',
  },
  error('samePlace', 'establishment.address.street', a => {
    const [before, after] = [a.formerEstablishment?.address, a.establishment?.address]
    return before !== undefined && after !== undefined && comparable(before) === comparable(after)
  }),
  warning('R-G21', 'newActivity', a => matchesOf({ newActivity: a.newActivity }).doubtful.length > 0, doubtsNamed),
  warning('activityShort', 'newActivity', a => isShort(a.newActivity)),
  info('R-G23', 'changeDate', a => a.changeKinds?.includes('relocationWithinMunicipality') === true),
]
