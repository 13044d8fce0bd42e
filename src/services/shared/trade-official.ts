// The numbered fields that the forms GewA 1 to 3 share, with their official labels.
import type { OfficialField } from '../../forms/around.ts'
import type { TradeFields } from './trade-fields.ts'

const contactPaths = (group: string) => ['phone', 'fax', 'email', 'website'].map(name => `${group}.${name}`)

/** The first legal representative, then those of the supplement: each number carries its own data only. */
const traderPaths = (...names: string[]) =>
  ['owner', 'additionalRepresentatives[]'].flatMap(group => names.map(name => `${group}.${name}`))

/** The head and fields 1 to 16. What has no number on the form is on the copy but never in an extract. */
export const officialHead: OfficialField<TradeFields>[] = [
  { number: 'Kopf', label: 'Gemeindekennzahl der Betriebsstätte', ours: ['municipalityKey'], why: 'system' },
  {
    number: '1',
    label:
      'Im Handels-, Genossenschafts- oder Vereinsregister, ggf. im Stiftungsverzeichnis eingetragener Name mit Rechtsform (bei GbR: weitere Gesellschafter)',
    ours: ['registeredName', 'legalForm', 'gbrPartners'],
  },
  {
    number: '2',
    label: 'Art, Ort und Nummer des Registereintrags',
    ours: ['registerKind', 'registerPlace', 'registerNumber'],
  },
  { number: '3', label: 'Name des Geschäfts, wenn er vom eingetragenen Namen abweicht', ours: ['businessName'] },
  { number: '4', label: 'Name', ours: traderPaths('familyName') },
  { number: '5', label: 'Vornamen', ours: traderPaths('givenNames') },
  { number: '6', label: 'Geschlecht (wie in der Geburtsurkunde)', ours: traderPaths('gender') },
  { number: '7', label: 'Geburtsname (nur bei Abweichung vom Namen)', ours: traderPaths('birthName') },
  { number: '8', label: 'Geburtsdatum', ours: traderPaths('birthDate') },
  { number: '9', label: 'Geburtsort und Geburtsland', ours: traderPaths('birthPlace', 'birthCountry') },
  { number: '10', label: 'Staatsangehörigkeit(en)', ours: traderPaths('nationalities') },
  {
    number: '11',
    label: 'Anschrift der Wohnung; Telefon, Fax, E-Mail, Internet',
    ours: traderPaths('homeAddress', 'phone', 'fax', 'email', 'website'),
  },
  {
    number: '12',
    label: 'Zahl der geschäftsführenden Gesellschafter oder gesetzlichen Vertreter; weitere auf Beiblatt',
    ours: ['managingPersonsCount'],
  },
  { number: '13', label: 'Beteiligung der öffentlichen Hand', ours: ['publicParticipation'] },
  {
    number: '14',
    label:
      'Vertretungsberechtigte Person oder Betriebsleitung (bei inländischen Aktiengesellschaften, Zweigniederlassungen und unselbständigen Zweigstellen)',
    ours: ['authorisedManager.familyName', 'authorisedManager.givenNames'],
  },
  {
    number: '15',
    label: 'Betriebsstätte: Anschrift; Telefon, Fax, E-Mail, Internet',
    ours: ['establishment.address', ...contactPaths('establishment')],
  },
  {
    number: '16',
    label: 'Hauptniederlassung, falls die Betriebsstätte nur Zweigniederlassung oder unselbständige Zweigstelle ist',
    ours: ['headOffice.address', ...contactPaths('headOffice')],
  },
]

export const formerPlace: OfficialField<TradeFields> = {
  number: '17',
  label: 'Frühere Betriebsstätte',
  ours: ['formerEstablishment.address', ...contactPaths('formerEstablishment')],
}

/** Fields 22 to 24 carry the same numbers on all three forms. */
export const officialStaff: OfficialField<TradeFields>[] = [
  {
    number: '22',
    label: 'Zahl der tätigen Personen (ohne Inhaberin oder Inhaber): Vollzeit, Teilzeit, keine',
    ours: ['staffFullTime', 'staffPartTime', 'staffNone'],
    why: 'staffNone',
  },
  {
    number: '23',
    label: 'Hauptniederlassung, Zweigniederlassung oder unselbständige Zweigstelle',
    ours: ['establishmentKind'],
  },
  { number: '24', label: 'Reisegewerbe', ours: ['travelTrade'] },
]

/** Permit, craft card and residence title; GewA 1 begins at 28, GewA 2 at 25. */
export function officialProofs(first: number): OfficialField<TradeFields>[] {
  const numberOf = (step: number) => String(first + step)
  return [
    {
      number: numberOf(0),
      label: 'Liegt eine Erlaubnis vor, falls sie erforderlich ist? Ausstellungsdatum und Behörde',
      ours: ['permit.required', 'permit.present', 'permit.issueDate', 'permit.authority'],
    },
    {
      number: numberOf(1),
      label: 'Liegt eine Handwerkskarte vor (nur Anlage A der Handwerksordnung)? Ausstellungsdatum und Handwerkskammer',
      ours: ['craftCard.present', 'craftCard.issueDate', 'craftCard.chamber'],
    },
    {
      number: numberOf(2),
      label: 'Liegt ein Aufenthaltstitel vor, falls er erforderlich ist? Ausstellungsdatum und Behörde',
      ours: ['residenceTitle.present', 'residenceTitle.issueDate', 'residenceTitle.authority'],
    },
    {
      number: numberOf(3),
      label: 'Enthält der Aufenthaltstitel eine Auflage oder Beschränkung zur Erwerbstätigkeit?',
      ours: ['residenceTitle.restricted', 'residenceTitle.restrictionText'],
    },
  ]
}

/** The last two of each form; a signature falls away in an electronic notification (GewAnzV section 2(1)). */
export function officialEnd(date: number): OfficialField<TradeFields>[] {
  return [
    { number: String(date), label: 'Datum', ours: ['filingDate'], why: 'system' },
    { number: String(date + 1), label: 'Unterschrift', why: 'signature' },
  ]
}

/** Questions that the official form does not have: who files, what decides what is asked next, how to answer. */
export const ownQuestions: OfficialField<TradeFields>[] = [
  { number: '', label: 'Wer anzeigt', ours: ['filerRole', 'filer', 'authorisation'], why: 'filer' },
  { number: '', label: 'In Gründung', ours: ['inFormation'], why: 'inFormation' },
  {
    number: '',
    label: 'Nur ein Name',
    ours: ['owner.singleName', 'additionalRepresentatives[].singleName', 'authorisedManager.singleName'],
    why: 'singleName',
  },
  { number: '', label: 'Kontakt und Zustellung', ours: ['contact'], why: 'contact' },
  { number: '', label: 'Schlüssel der Wirtschaftszweige', ours: ['desk.wzCode'], why: 'wzCode' },
  { number: '', label: 'Erklärungen', ours: ['declarations'], why: 'declarations' },
]
