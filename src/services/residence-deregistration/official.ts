// The Meldeschein Abmeldung, field by field; numbers are sheets of the DSMeld.
import type { OfficialForm } from '../../forms/around.ts'
import { envelopeRows, type OfficialRow, officialEntry, shortPersonRows } from '../shared/official-person.ts'
import type { Fields } from './fields.ts'

const rows: OfficialRow[] = [
  ['–', 'Grund der Abmeldung', 'deregistrationKind'],
  ['1306', 'Tag des Auszugs', 'moveOutDate'],
  ['1201–1212', 'Aufgegebene Wohnung', 'residence'],
  ['1213', 'Status dieser Wohnung', 'residenceStatus'],
  ['1200–1213', 'Verbleibende Wohnungen im Inland', 'remainingResidences[].address'],
  ['1213', 'Künftiger Status der verbleibenden Wohnungen', 'remainingResidences[].statusAfter'],
  ['1233', 'Zuzugsstaat', 'destinationCountry'],
  ['1232', 'Neue Anschrift im Ausland', 'destinationAddress'],
  ...shortPersonRows,
  ['1700', 'Seriennummer des letzten Ausweises oder Passes', 'idMatch.serialNumber'],
  ...envelopeRows,
]

export const official: OfficialForm<Fields> = {
  name: 'Meldeschein Abmeldung',
  source: 'BMG §§ 17, 21, 23, 24; DSMeld',
  fields: rows.map(officialEntry),
}
