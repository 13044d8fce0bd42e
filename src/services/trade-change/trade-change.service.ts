// Change of a trade (Gewerbeummeldung, form GewA 2), GewO section 14(1).
import { defineService, type Service } from '../../forms/service.ts'
import { movedAlong } from '../shared/asked-once.ts'
import { receiptContent, receiptKind, receiptTemplate } from '../shared/receipt.ts'
import { deskOfChange } from '../shared/trade-desk.ts'
import { recipientsOf } from '../shared/trade-recipients.ts'
import {
  activityAfterChange,
  completeTrade,
  joined,
  sameBusiness,
  tradeChecklist,
  tradePapers,
  tradeReturns,
  tradeService,
} from '../shared/trade-service.ts'
import { examples } from './examples.ts'
import { fields, shownWhen } from './fields.ts'
import { official } from './official.ts'
import { pages } from './pages.ts'
import { rules } from './rules.ts'

const service: Service = defineService({
  ...tradeService,
  id: 'trade-change',
  slug: 'gewerbeummeldung',
  place: 2,
  fields,
  shownWhen,
  pages,
  rules,
  complete: completeTrade,
  papers: a => [...(a.previousName ? [{ id: 'nameProof' }] : []), ...tradePapers(a)],
  checklist: tradeChecklist,
  returns: tradeReturns,
  desk: deskOfChange,
  official,
  recipients: filing => recipientsOf('trade-change', official.fields, filing),
  letters: [
    {
      kind: receiptKind,
      template: receiptTemplate,
      content: ({ answers }, _, german) => receiptContent(service, german, 'Gewerbeummeldung', answers),
    },
  ],
  guide: [
    {
      id: 'what',
      answers: [
        { id: 'moveWithin', begins: { changeKinds: ['relocationWithinMunicipality'] } },
        { id: 'activity' },
        { id: 'name', begins: { changeKinds: ['traderNameChanged'] } },
        { id: 'other', begins: { changeKinds: ['other'] } },
        { id: 'moveAway', stop: true },
        { id: 'moveHere', stop: true, instead: 'trade-registration' },
        { id: 'legalForm', stop: true, instead: 'trade-registration' },
      ],
    },
  ],
  startsOnceDecided: ['trade-registration', 'trade-change'],
  startsFrom: {
    'trade-registration': answers => changed(answers),
    'trade-change': answers => changed(activityAfterChange(answers)),
    'residence-change': afterMovingWithin,
    'residence-registration': afterMovingWithin,
  },
  examples,
})

/** What was the activity goes on; the person checks it and says what is new. */
function changed(answers: Record<string, unknown>): Record<string, unknown> {
  const { activityMain, activitiesOther = [], sideBusiness, businessTypes, ...rest } = sameBusiness(answers)
  const continuedActivity = joined([activityMain, ...(activitiesOther as unknown[])])
  return { ...rest, ...(continuedActivity && { continuedActivity }) }
}

/** Who moved within the town may have taken the business along. */
function afterMovingWithin(answers: Record<string, unknown>): Record<string, unknown> | undefined {
  const moved = movedAlong(answers, 'withinMunicipality')
  return moved && { ...moved, changeKinds: ['relocationWithinMunicipality'], changeDate: answers.moveInDate }
}

export default service
