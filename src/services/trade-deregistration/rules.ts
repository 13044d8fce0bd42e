// Rules of the end of a trade; their words are texts `rules.<id>`.
import { rulesFor } from '../../forms/rules.ts'
import { isEarly, isLate, tradeRules } from '../shared/trade-rules.ts'
import type { Fields } from './fields.ts'

const { error, info, warning } = rulesFor<Fields>()

export const rules = [
  error('R-G05', 'endReason', a => a.endReason === 'relocationToOtherDistrict'),
  { ...error('R-G07', 'endReason', a => a.endReason === 'relocationWithinMunicipality'), instead: 'trade-change' },
  ...tradeRules,
  warning('R-G03', 'endDate', (a, { filedOn }) => isLate(a.endDate, filedOn, 28)),
  warning('endEarly', 'endDate', (a, { filedOn }) => isEarly(a.endDate, filedOn)),
  info('R-G23', 'endDate', a => a.endDate !== undefined),
  // Ending here and starting elsewhere in Germany is mostly one notification, at the new place.
  warning(
    'futureInGermany',
    'futureEstablishment.address.countryCode',
    a => a.futureEstablishment?.address?.countryCode === 'DE',
  ),
]
