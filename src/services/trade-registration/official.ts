// The form GewA 1, field by field (pages of 2019 and 2023; the wording of 2025 was not at hand).
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
  name: 'GewA 1',
  source: 'GewAnzV, Anlage 1',
  fields: [
    ...officialHead,
    formerPlace,
    {
      number: '18',
      label: 'Angemeldete Tätigkeit: Schwerpunkt und weitere',
      ours: ['activityMain', 'activitiesOther'],
    },
    { number: '19', label: 'Wird die Tätigkeit (vorerst) im Nebenerwerb betrieben?', ours: ['sideBusiness'] },
    { number: '20', label: 'Datum des Beginns der angemeldeten Tätigkeit', ours: ['startDate'] },
    { number: '21', label: 'Art des angemeldeten Betriebes', ours: ['businessTypes'] },
    ...officialStaff,
    {
      number: '25',
      label: 'Grund der Neuerrichtung oder Übernahme',
      ours: ['registrationReason', 'takeoverKind'],
    },
    {
      number: '26',
      label: 'Name der oder des früheren Gewerbetreibenden oder früherer Firmenname',
      ours: ['formerTraderName'],
    },
    {
      number: '27',
      label: 'Bisheriger gesetzlicher Unfallversicherungsträger und bisherige Unternehmensnummer',
      ours: ['accidentInsurer', 'accidentInsurerUnknown', 'accidentInsuranceNumber', 'accidentInsuranceNumberUnknown'],
    },
    ...officialProofs(28),
    ...officialEnd(32),
    ...ownQuestions,
    {
      number: '',
      label: 'Früher an einem anderen Ort',
      ours: ['formerEstablishmentDiffers'],
      why: 'formerPlace',
    },
  ],
}
