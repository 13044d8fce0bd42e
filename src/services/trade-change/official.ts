// The form GewA 2, field by field (pages of 2019 and 2023; the wording of 2025 was not at hand).
import type { OfficialForm } from '../../forms/around.ts'
import {
  formerPlace,
  officialEnd,
  officialHead,
  officialProofs,
  officialStaff,
  ownQuestions,
} from '../shared/trade-official.ts'
import type { Fields } from './fields.ts'

export const official: OfficialForm<Fields> = {
  name: 'GewA 2',
  source: 'GewAnzV, Anlage 2',
  fields: [
    ...officialHead,
    formerPlace,
    { number: '18', label: 'Neu ausgeübte Tätigkeit', ours: ['newActivity'] },
    { number: '19', label: 'Weiterhin ausgeübte Tätigkeit', ours: ['continuedActivity'] },
    { number: '20', label: 'Art der Änderung, sonstige Gründe', ours: ['changeKinds', 'otherReason'] },
    { number: 'zu 20', label: 'Bisheriger Name', ours: ['previousName'] },
    { number: '21', label: 'Datum der Änderung', ours: ['changeDate'] },
    ...officialStaff,
    ...officialProofs(25),
    ...officialEnd(29),
    ...ownQuestions,
  ],
}
