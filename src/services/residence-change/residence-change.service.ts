// Moving within the town (Ummeldung): the same duty and form as a registration, without the ways from elsewhere (BMG section 17(1)).
import { defineService } from '../../forms/service.ts'
import { earlier } from '../shared/asked-once.ts'
import { fields } from '../shared/move-in/fields.ts'
import { moveIn } from '../shared/move-in/move-in.ts'
import { officialMoveIn } from '../shared/move-in/official.ts'
import { pages } from '../shared/move-in/pages.ts'
import { rules } from '../shared/move-in/rules.ts'
import { examples } from './examples.ts'

const fromElsewhere = ['art', 'zuzug', 'schon-gewohnt', 'letzte-wohnung', 'steuer-id']
const rulesFromElsewhere = ['R-A13', 'R-A24', 'departureAfterMoveIn']
const asked = ({ slug }: { slug: string }) => !fromElsewhere.includes(slug)

export default defineService({
  ...moveIn,
  id: 'residence-change',
  slug: 'ummeldung',
  situations: ['movingWithin'],
  guide: [
    {
      id: 'umzug',
      answers: [
        { id: 'withinTown' },
        { id: 'notYet', stop: true },
        { id: 'intoTown', stop: true, instead: 'residence-registration' },
        { id: 'otherTown', stop: true },
        { id: 'abroad', stop: true, instead: 'residence-deregistration' },
      ],
    },
  ],
  fields,
  settled: { moveKind: 'withinMunicipality' },
  pages: pages
    .filter(asked)
    .map(page =>
      'members' in page && page.members === 'persons' ? { ...page, pages: page.pages.filter(asked) } : page,
    ),
  rules: rules.filter(rule => !rulesFromElsewhere.includes(rule.id)),
  official: officialMoveIn({
    moveKind: 'followsFromService',
    arrivalCountry: 'notFromAbroad',
    lastResidenceInGermany: 'notFromAbroad',
    lastDepartureDate: 'notFromAbroad',
    neverLivedInGermany: 'notFromAbroad',
    'persons[].taxIdNumber': 'notFromAbroad',
  }),
  startsOnceDecided: true,
  startsFrom: {
    'residence-registration': afterMovingIn,
    'residence-change': afterMovingIn,
  },
  examples,
})

/** Where somebody lives becomes the dwelling they leave; the people are those the same filer named. */
function afterMovingIn(answers: Record<string, unknown>) {
  const known = earlier(answers)
  if (!known) return undefined
  const { filerRole, filer, contact, dwelling: previousResidence, status: previousResidenceStatus, persons } = known
  return { filerRole, filer, contact, previousResidence, previousResidenceStatus, persons }
}
