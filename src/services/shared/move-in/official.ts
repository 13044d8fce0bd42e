// The Meldeschein Anmeldung, field by field; numbers are sheets of the DSMeld.
import type { OfficialForm } from '../../../forms/around.ts'
import { envelopeRows, type OfficialRow, officialEntry, wholePersonRows } from '../official-person.ts'
import type { Fields } from './fields.ts'

const rows: OfficialRow[] = [
  ['–', 'Art der Anmeldung', 'moveKind'],
  ['1301', 'Tag des Einzugs', 'moveInDate'],
  ['1201–1212', 'Neue Wohnung', 'newResidence'],
  ['1213', 'Alleinige Wohnung, Haupt- oder Nebenwohnung', 'newResidenceStatus'],
  ['1200–1213a', 'Bisherige Wohnung', 'previousResidence'],
  ['1213a', 'Die bisherige Wohnung war', 'previousResidenceStatus'],
  ['–', 'Wird die bisherige Wohnung beibehalten?', 'previousResidenceKept'],
  ['1213', 'Beibehalten als', 'previousResidenceKeptAs'],
  ['1306', 'Tag des Auszugs', 'previousMoveOutDate'],
  ['1223', 'Zuzug aus dem Ausland: Staat', 'arrivalCountry'],
  ['1200–1212', 'Letzte Wohnung im Inland', 'lastResidenceInGermany'],
  ['1305, 1314', 'Datum des letzten Wegzugs ins Ausland', 'lastDepartureDate'],
  ['–', 'Noch nie in Deutschland gemeldet', 'neverLivedInGermany'],
  ['1200–1213', 'Weitere Wohnungen im Inland', 'otherResidences[].address'],
  ['1213', 'Künftiger Status der weiteren Wohnungen', 'otherResidences[].statusAfter'],
  ['–', 'Grund für die Bestimmung der Hauptwohnung', 'mainResidenceReason'],
  ['–', 'Ungefähre Nutzung in Tagen', 'mainResidenceDaysPerYear'],
  ['–', 'Nicht mit angemeldete Angehörige', ':personsSayIt'],
  ['–', 'Nachweis des Wohnungsgebers', 'landlordProof'],
  ['–', 'Bestätigung als Datei', ':noUploads'],
  ['–', 'Zuordnungsmerkmal', ':noLandlordPortal'],
  ['–', 'Code aus dem Brief an die neue Anschrift', ':onlyOnline'],
  ['3001, 3002', 'Name des Wohnungsgebers', 'landlord.name'],
  ['3001, 3002', 'Anschrift des Wohnungsgebers', 'landlord.address'],
  ['3001, 3002', 'Name des Eigentümers, wenn abweichend', 'landlord.ownerName'],
  ['', 'Gehört die Wohnung jemand anderem als dem Wohnungsgeber?', 'landlord.ownerDiffers', ':condition'],
  ['–', 'Grund, warum die Bestätigung fehlt', 'landlord.refusalReason'],
  ['1801', 'Auskunftssperre gewünscht', 'informationBlockWish'],
]

/** `leftOut` maps our fields that a service does not ask to the reason. */
export function officialMoveIn(leftOut: { [ours: string]: string } = {}): OfficialForm<Fields> {
  const all = [...rows, ...wholePersonRows, ...envelopeRows].map(row => {
    const why = leftOut[row[2] ?? '']
    return officialEntry(why ? [row[0], row[1], `:${why}`] : row)
  })
  return { name: 'Meldeschein Anmeldung', source: 'BMG §§ 17, 21 bis 24; DSMeld', fields: all }
}
