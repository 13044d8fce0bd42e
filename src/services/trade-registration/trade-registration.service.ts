// Registration of a trade (Gewerbeanmeldung, form GewA 1), GewO section 14(1).
import { defineService, type Service } from '../../forms/service.ts'
import { movedAlong } from '../shared/asked-once.ts'
import { receiptContent, receiptKind, receiptTemplate } from '../shared/receipt.ts'
import { deskOfStart } from '../shared/trade-desk.ts'
import { isPartnership } from '../shared/trade-facts.ts'
import { recipientsOf } from '../shared/trade-recipients.ts'
import {
  businessOf,
  completeTrade,
  tradeChecklist,
  tradePapers,
  tradeReturns,
  tradeService,
} from '../shared/trade-service.ts'
import { examples } from './examples.ts'
import { fields, refused, shownWhen } from './fields.ts'
import { official } from './official.ts'
import { pages } from './pages.ts'
import { rules } from './rules.ts'

const service: Service = defineService({
  ...tradeService,
  id: 'trade-registration',
  slug: 'gewerbeanmeldung',
  place: 1,
  fields,
  shownWhen,
  refused,
  pages,
  rules,
  complete: completeTrade,
  papers: tradePapers,
  checklist: tradeChecklist,
  returns: tradeReturns,
  desk: deskOfStart,
  official,
  recipients: filing => recipientsOf('trade-registration', official.fields, filing),
  letters: [
    {
      kind: receiptKind,
      template: receiptTemplate,
      content: ({ answers }, _, german) => receiptContent(service, german, 'Gewerbeanmeldung', answers),
    },
  ],
  guide: [
    {
      id: 'what',
      answers: [
        { id: 'start', begins: { registrationReason: 'newFoundation' } },
        { id: 'takeover' },
        { id: 'moveHere', begins: { registrationReason: 'relocation' } },
        { id: 'moveWithin', stop: true, instead: 'trade-change' },
        { id: 'freeProfession', stop: true },
        { id: 'agriculture', stop: true },
        { id: 'ownAssets', stop: true },
      ],
    },
  ],
  // R-G09: each managing partner files; the business is the same, the person never is.
  startsFrom: {
    'trade-registration': answers =>
      isPartnership(answers) ? { ...businessOf(answers), startDate: answers.startDate } : undefined,
    'residence-registration': afterMovingHere,
  },
  examples,
})

/** A business that came along from another municipality begins here. */
function afterMovingHere(answers: Record<string, unknown>): Record<string, unknown> | undefined {
  const moved = movedAlong(answers, 'fromOtherMunicipality')
  return moved && { ...moved, registrationReason: 'relocation', startDate: answers.moveInDate }
}

export default service
