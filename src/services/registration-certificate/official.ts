// What BMG section 18 and the Bundesmeldedigitalisierungsverordnung ask for a certificate; numbers are sheets of the DSMeld.
import type { OfficialForm } from '../../forms/around.ts'
import { type OfficialRow, officialEntry } from '../shared/official-person.ts'
import type { Fields } from './fields.ts'

const rows: OfficialRow[] = [
  ['–', 'Art der Bescheinigung', 'certificateType'],
  ['0101a', 'Familienname', 'familyName'],
  ['0301', 'Vornamen', 'givenNames'],
  ['–', 'Nur ein Name vorhanden', 'singleName'],
  ['0601', 'Geburtsdatum', 'birthDate'],
  ['1201, 1202, 1205–1209', 'Anschrift der Haupt- oder alleinigen Wohnung', 'mainResidence'],
  ['–', 'Zusätzliche Angaben', 'extendedItems'],
  ['–', 'Form', 'contact.delivery'],
  ['–', 'Anzahl', 'copies'],
  ['–', 'Für wen', 'subject'],
  ['–', 'Betroffene Person', 'subjectPerson'],
  ['', 'Nachweis der Vertretung', 'authorisation', ':envelope'],
  ['', 'Kontakt', 'contact.email', 'contact.phone', ':contact'],
  ['', 'Postanschrift', 'contact.postalAddressDiffers', 'contact.postalAddress', ':post'],
  ['', 'Erklärungen', 'declarations', ':declarations'],
]

export const official: OfficialForm<Fields> = {
  name: 'Meldebescheinigung',
  source: 'BMG § 18; BMeldDigiV § 5',
  fields: rows.map(officialEntry),
}
