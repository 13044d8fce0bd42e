// An objection needs no official form; these are the items an entry in the register needs. Numbers are sheets of the DSMeld.
import type { OfficialForm } from '../../forms/around.ts'
import { envelopeRows, type OfficialRow, officialEntry } from '../shared/official-person.ts'
import type { Fields } from './fields.ts'

const rows: OfficialRow[] = [
  ['–', 'Eintragen oder löschen', 'request'],
  ['1801', 'Widerspruch gegen', 'blocks'],
  ['–', 'Stellung in der Meldung', ':followsFromRole'],
  ['0101a', 'Familienname', 'person.familyName'],
  ['0301', 'Vornamen', 'person.givenNames'],
  ['–', 'Nur ein Name vorhanden', 'person.singleName'],
  ['0601', 'Geburtsdatum', 'person.birthDate'],
  ['0701', 'Geschlecht', 'person.gender'],
  ['1201–1212', 'Anschrift', 'residence'],
  ['–', 'Gründe', ':noReasons'],
  ...envelopeRows,
]

export const official: OfficialForm<Fields> = {
  name: 'Widerspruch gegen die Übermittlung von Daten',
  source: 'BMG §§ 42, 50; DSMeld',
  fields: rows.map(officialEntry),
}
