// The Meldeschein where only the status of dwellings changes, field by field; numbers are sheets of the DSMeld.
import type { OfficialForm } from '../../forms/around.ts'
import { envelopeRows, type OfficialRow, officialEntry, shortPersonRows } from '../shared/official-person.ts'
import type { Fields } from './fields.ts'

const rows: OfficialRow[] = [
  ['1301a', 'Datum der Änderung', 'statusChangeDate'],
  ['1201–1212', 'Wohnung', 'residences[].address'],
  ['1213a', 'Bisheriger Status', 'residences[].statusBefore'],
  ['1213', 'Neuer Status', 'residences[].statusAfter'],
  ['–', 'Grund', 'mainResidenceReason'],
  ['–', 'Erläuterung', 'reasonText'],
  ...shortPersonRows,
  ...envelopeRows,
]

export const official: OfficialForm<Fields> = {
  name: 'Meldeschein, Änderung der Hauptwohnung',
  source: 'BMG §§ 21 bis 24; DSMeld',
  fields: rows.map(officialEntry),
}
