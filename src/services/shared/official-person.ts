// Persons and envelope as the official forms of residence list them; numbers are sheets of the DSMeld.

/** Number, label, our paths; a path that begins with ":" is the reason, for leaving out or, without a number, for asking. */
export type OfficialRow = [number: string, label: string, ...ours: string[]]
type Entry = { number: string; label: string; ours: string[]; why?: string }

export function officialEntry([number, label, ...all]: OfficialRow): Entry {
  const why = all.find(path => path.startsWith(':'))?.slice(1)
  return { number, label, ours: all.filter(path => !path.startsWith(':')), ...(why && { why }) }
}

/** What every filing has beside its form. */
export const envelopeRows: OfficialRow[] = [
  ['', 'Wer meldet', 'filerRole', 'filer', 'authorisation', ':envelope'],
  ['', 'Kontakt', 'contact', ':contact'],
  ['', 'Erklärungen', 'declarations', ':declarations'],
]

export const shortPersonRows: OfficialRow[] = [
  ['–', 'Stellung in der Meldung', 'persons[].personRole'],
  ['0101a', 'Familienname', 'persons[].familyName'],
  ['0301', 'Vornamen', 'persons[].givenNames'],
  ['–', 'Nur ein Name vorhanden', 'persons[].singleName'],
  ['0601', 'Geburtsdatum', 'persons[].birthDate'],
  ['0701', 'Geschlecht', 'persons[].gender'],
]

const names: OfficialRow[] = [
  ['0103a, 0105a', 'Ehename, Lebenspartnerschaftsname', 'persons[].marriedName'],
  ['0201a', 'Geburtsname', 'persons[].birthName'],
  ['–', 'Art des früheren Namens', 'persons[].formerNames[].kind'],
  ['0203a, 0303', 'Frühere Namen', 'persons[].formerNames[].name'],
  ['0302', 'Gebräuchlicher Vorname (Rufname)', 'persons[].usualGivenName'],
  ['0401', 'Doktorgrad', 'persons[].doctorate'],
  ['0501', 'Ordensname', 'persons[].religiousName'],
  ['0502', 'Künstlername', 'persons[].artistName'],
  ['', 'Gibt es weitere Namen?', 'persons[].otherNames', ':condition'],
]

const facts: OfficialRow[] = [
  ['0602', 'Geburtsort', 'persons[].birthPlace'],
  ['0603', 'Staat der Geburt', 'persons[].birthCountry'],
  ['', 'Liegt der Geburtsort im Ausland?', 'persons[].bornAbroad', ':condition'],
  ['2701', 'Identifikationsnummer', 'persons[].taxIdNumber'],
  ['1001', 'Staatsangehörigkeiten', 'persons[].nationalities'],
  ['1101, 1104', 'Zugehörigkeit zu einer öffentlich-rechtlichen Religionsgesellschaft', 'persons[].religionKey'],
  ['1401', 'Familienstand', 'persons[].familyStatus'],
  ['1402', 'Datum der Eheschließung oder Begründung der Lebenspartnerschaft', 'persons[].marriage.date'],
  ['1408', 'Ort der Eheschließung oder Begründung', 'persons[].marriage.place'],
  ['1409', 'Staat der Eheschließung oder Begründung', 'persons[].marriage.country'],
  ['', 'War das im Ausland?', 'persons[].marriage.abroad', ':condition'],
  ['1406', 'Datum der Beendigung der Ehe oder Lebenspartnerschaft', 'persons[].familyStatusEndDate'],
  ['1801', 'Widersprüche', 'persons[].transmissionBlocks'],
]

const documents: OfficialRow[] = [
  ['1700–1717', 'Art des Ausweises', 'persons[].idDocuments[].type'],
  ['1700–1709', 'Seriennummer', 'persons[].idDocuments[].serialNumber'],
  ['1700–1709', 'Ausstellende Behörde', 'persons[].idDocuments[].issuingAuthority'],
  ['1700–1709', 'Ausstellungsdatum', 'persons[].idDocuments[].issueDate'],
  ['1700–1709', 'Gültig bis', 'persons[].idDocuments[].expiryDate'],
  ['1712', 'AZR-Nummer', 'desk.azrNumbers', ':writtenByStaff'],
]

const representatives: OfficialRow[] = [
  ['0916', 'Gesetzlicher Vertreter: Art der Vertretung', 'persons[].legalRepresentatives[].relation'],
  ['0902a', 'Gesetzlicher Vertreter: Familienname', 'persons[].legalRepresentatives[].familyName'],
  ['0904', 'Gesetzlicher Vertreter: Vornamen', 'persons[].legalRepresentatives[].givenNames'],
  ['0905', 'Gesetzlicher Vertreter: Doktorgrad', 'persons[].legalRepresentatives[].doctorate'],
  ['0906', 'Gesetzlicher Vertreter: Geburtsdatum', 'persons[].legalRepresentatives[].birthDate'],
  ['0917', 'Gesetzlicher Vertreter: Geschlecht', 'persons[].legalRepresentatives[].gender'],
  ['0907a, 1200–1212', 'Gesetzlicher Vertreter: Anschrift', 'persons[].legalRepresentatives[].address'],
  ['–', 'Gesetzlicher Vertreter: sorgeberechtigt', 'persons[].legalRepresentatives[].hasCustody'],
  ['', 'Jugendamt oder Verein', 'persons[].legalRepresentatives[].organisation', ':guardian'],
  ['', 'Gesetzlicher Vertreter: nur ein Name', 'persons[].legalRepresentatives[].singleName', ':oneName'],
  ['', 'Wohnt der Vertreter woanders?', 'persons[].legalRepresentatives[].livesElsewhere', ':condition'],
  ['', 'Gibt es eine rechtliche Betreuung?', 'persons[].hasCarer', ':condition'],
]

const family: OfficialRow[] = [
  ['–', 'Ehe oder Lebenspartnerschaft', ':followsFromStatus'],
  ['1501a, 1517a', 'Ehegatte oder Lebenspartner: Familienname', 'persons[].spouse.familyName'],
  ['1503, 1519', 'Ehegatte oder Lebenspartner: Vornamen', 'persons[].spouse.givenNames'],
  ['1502b, 1518b', 'Ehegatte oder Lebenspartner: Geburtsname', 'persons[].spouse.birthName'],
  ['1504, 1520', 'Ehegatte oder Lebenspartner: Doktorgrad', 'persons[].spouse.doctorate'],
  ['1505, 1521', 'Ehegatte oder Lebenspartner: Geburtsdatum', 'persons[].spouse.birthDate'],
  ['1506, 1522', 'Ehegatte oder Lebenspartner: Geschlecht', 'persons[].spouse.gender'],
  ['–', 'Ehegatte oder Lebenspartner: zieht mit um', 'persons[].spouse.movesAlong'],
  ['1508, 1524, 1200–1213a', 'Ehegatte oder Lebenspartner: Anschrift', 'persons[].spouse.address'],
  ['–', 'Ehegatte oder Lebenspartner: dauernd getrennt lebend', 'persons[].spouse.permanentlySeparated'],
  ['', 'Ehegatte oder Lebenspartner: nur ein Name', 'persons[].spouse.singleName', ':oneName'],
  ['1601a', 'Minderjähriges Kind: Familienname', 'persons[].minorChildren[].familyName'],
  ['1603', 'Minderjähriges Kind: Vornamen', 'persons[].minorChildren[].givenNames'],
  ['1604', 'Minderjähriges Kind: Geburtsdatum', 'persons[].minorChildren[].birthDate'],
  ['1604a', 'Minderjähriges Kind: Geschlecht', 'persons[].minorChildren[].gender'],
  ['1200–1212', 'Minderjähriges Kind: Anschrift im Inland', 'persons[].minorChildren[].address'],
  ['', 'Minderjähriges Kind: nur ein Name', 'persons[].minorChildren[].singleName', ':oneName'],
  ['', 'Gibt es minderjährige Kinder, die nicht mit umziehen?', 'persons[].hasMinorChildren', ':condition'],
]

export const wholePersonRows: OfficialRow[] = [
  ...shortPersonRows,
  ...names,
  ...facts,
  ...documents,
  ...representatives,
  ...family,
]
