// The form GewA 3, field by field (pages of 2019 and 2023; the wording of 2025 was not at hand).
import type { OfficialForm } from '../../forms/around.ts'
import { officialEnd, officialHead, officialStaff, ownQuestions } from '../shared/trade-official.ts'
import type { Fields } from './fields.ts'

const contact = ['phone', 'fax', 'email', 'website'].map(name => `futureEstablishment.${name}`)

export const official: OfficialForm<Fields> = {
  name: 'GewA 3',
  source: 'GewAnzV, Anlage 3',
  fields: [
    ...officialHead,
    {
      number: '17',
      label: 'Künftige Betriebsstätte, falls an einem anderen Ort eine Neuerrichtung beabsichtigt ist',
      ours: ['futureEstablishment.address', ...contact],
    },
    { number: '18', label: 'Abgemeldete Tätigkeit', ours: ['activityMain', 'activitiesOther'] },
    { number: '19', label: 'Wurde die Tätigkeit zuletzt im Nebenerwerb betrieben?', ours: ['sideBusiness'] },
    { number: '20', label: 'Datum der Betriebsaufgabe', ours: ['endDate'] },
    { number: '21', label: 'Art des abgemeldeten Betriebes', ours: ['businessTypes'] },
    ...officialStaff,
    {
      number: '25',
      label: 'Grund der Betriebsaufgabe',
      ours: ['endReason'],
      when: answers => answers.endReason === 'completeEnd',
    },
    { number: '26', label: 'Grund der Betriebsübergabe', ours: ['handoverReason'] },
    { number: '27', label: 'Name der oder des künftigen Gewerbetreibenden', ours: ['futureTraderName'] },
    { number: '28', label: 'Gründe für die Betriebsaufgabe', ours: ['endCause'] },
    ...officialEnd(29),
    ...ownQuestions,
    { number: '', label: 'Neuanfang an einem anderen Ort', ours: ['futureEstablishmentPlanned'], why: 'futurePlace' },
  ],
}
