// Deregistration of a trade (Gewerbeabmeldung, form GewA 3), GewO section 14(1).
import { defineService, type Service } from '../../forms/service.ts'
import { receiptContent, receiptKind, receiptTemplate } from '../shared/receipt.ts'
import { deskOfEnd } from '../shared/trade-desk.ts'
import { tradeConditions } from '../shared/trade-fields.ts'
import { recipientsOf } from '../shared/trade-recipients.ts'
import {
  activityAfterChange,
  completeTrade,
  sameBusiness,
  tradeChecklist,
  tradePapers,
  tradeReturns,
  tradeService,
} from '../shared/trade-service.ts'
import { examples } from './examples.ts'
import { fields } from './fields.ts'
import { official } from './official.ts'
import { pages } from './pages.ts'
import { rules } from './rules.ts'

const service: Service = defineService({
  ...tradeService,
  id: 'trade-deregistration',
  slug: 'gewerbeabmeldung',
  place: 3,
  fields,
  shownWhen: tradeConditions,
  pages,
  rules,
  complete: completeTrade,
  papers: tradePapers,
  checklist: tradeChecklist,
  returns: tradeReturns,
  desk: deskOfEnd,
  official,
  recipients: filing => recipientsOf('trade-deregistration', official.fields, filing),
  letters: [
    {
      kind: receiptKind,
      template: receiptTemplate,
      content: ({ answers }, _, german) => receiptContent(service, german, 'Gewerbeabmeldung', answers),
    },
  ],
  guide: [
    {
      id: 'what',
      answers: [
        { id: 'end', begins: { endReason: 'completeEnd' } },
        { id: 'handOver', begins: { endReason: 'handover' } },
        { id: 'moveAway', stop: true },
        { id: 'moveWithin', stop: true, instead: 'trade-change' },
        { id: 'giveUpPart', stop: true, instead: 'trade-change' },
      ],
    },
  ],
  startsOnceDecided: true,
  startsFrom: {
    'trade-registration': sameBusiness,
    'trade-change': answers => sameBusiness(activityAfterChange(answers)),
  },
  examples,
})

export default service
