// Pages that all trade notifications share: who files, the firm, the person behind it, the place, the staff.
import type { MembersPage, Offer, Page } from '../../forms/service.ts'
import { addressLines } from './address.ts'
import { fullNameOf } from './envelope.ts'
import * as facts from './trade-facts.ts'
import type { ProofFields, Trade, TradeFields } from './trade-fields.ts'

type TradePage = Page<TradeFields, [answers: Trade]>
type ProofPage = Page<ProofFields, [answers: Trade]>

export const filerPages: TradePage[] = [
  { slug: 'rechtsform', asks: ['legalForm'] },
  { slug: 'wer', asks: ['filerRole'] },
  { slug: 'name', asks: ['filer'] },
  { slug: 'nachweis', asks: ['authorisation'], when: a => a.filerRole !== undefined && a.filerRole !== 'self' },
]

export const firmPages: TradePage[] = [
  { slug: 'eintragung', asks: ['inFormation'], when: facts.mustBeRegistered },
  { slug: 'firmenname', asks: ['registeredName'], when: facts.hasRegisteredName },
  { slug: 'register', asks: ['registerKind', 'registerPlace', 'registerNumber'], when: facts.isRegistered },
  { slug: 'gesellschafter', asks: ['gbrPartners'], when: a => a.legalForm === 'gbr' },
  { slug: 'geschaeftsname', asks: ['businessName'] },
]

export const traderPages: TradePage[] = [
  {
    slug: 'inhaber',
    asks: ['owner.familyName', 'owner.givenNames', 'owner.singleName', 'owner.birthDate'],
    when: a => facts.hasTrader(a) && !facts.isFilerTrader(a),
  },
  { slug: 'geburt', asks: ['owner.birthName', 'owner.birthPlace', 'owner.birthCountry'], when: facts.hasTrader },
  { slug: 'geschlecht', asks: ['owner.gender'], when: facts.hasTrader },
  { slug: 'staatsangehoerigkeit', asks: ['owner.nationalities'], when: facts.hasTrader },
  { slug: 'wohnanschrift', asks: ['owner.homeAddress'], when: facts.hasTrader },
  {
    slug: 'erreichbarkeit',
    asks: ['owner.phone', 'owner.fax', 'owner.email', 'owner.website'],
    when: facts.hasTrader,
  },
  {
    slug: 'anzahl',
    asks: ['managingPersonsCount'],
    when: a => a.legalForm !== undefined && !facts.isOnePerson(a) && !facts.hasRepresentatives(a),
  },
]

export const representativesPage: MembersPage<TradeFields> = {
  slug: 'weitere-vertretung',
  members: 'additionalRepresentatives',
  when: facts.hasRepresentatives,
  title: person => fullNameOf(person),
  pages: [
    { slug: 'name', asks: ['familyName', 'givenNames', 'singleName', 'birthDate'] },
    { slug: 'geburt', asks: ['birthName', 'birthPlace', 'birthCountry'] },
    { slug: 'geschlecht', asks: ['gender'] },
    { slug: 'staatsangehoerigkeit', asks: ['nationalities'] },
    { slug: 'wohnanschrift', asks: ['homeAddress'] },
    { slug: 'erreichbarkeit', asks: ['phone', 'fax', 'email', 'website'] },
  ],
}

export const placePages: TradePage[] = [
  {
    slug: 'oeffentliche-hand',
    asks: ['publicParticipation'],
    when: a => a.legalForm !== undefined && !facts.isOnePerson(a),
  },
  { slug: 'niederlassung', asks: ['establishmentKind'] },
  {
    slug: 'betriebsstaette',
    asks: ['establishment.address'],
    offers: { into: 'establishment.address', known: homeAsPlace },
  },
  {
    slug: 'betriebsstaette-kontakt',
    asks: ['establishment.phone', 'establishment.fax', 'establishment.email', 'establishment.website'],
    offers: { into: 'establishment', known: contactOfTrader },
  },
  { slug: 'hauptniederlassung', asks: ['headOffice'], when: facts.isBranch },
  {
    slug: 'betriebsleitung',
    asks: ['authorisedManager'],
    when: facts.needsManager,
    offers: { into: 'authorisedManager', known: filerAsManager },
  },
]

export const proofPages: ProofPage[] = [
  { slug: 'reisegewerbe', asks: ['travelTrade'] },
  { slug: 'erlaubnis', asks: ['permit'] },
  { slug: 'handwerkskarte', asks: ['craftCard'], when: facts.mayNeedCraftCard },
  { slug: 'aufenthaltstitel', asks: ['residenceTitle'], when: facts.needsResidenceTitle },
]

export const staffPage: TradePage = { slug: 'personal', asks: ['staffFullTime', 'staffPartTime'] }

/** The last two; `noticeTrade` says what a notification of this kind is not. */
export const lastPages = (noticeTrade: string): TradePage[] => [
  { slug: 'kontakt', asks: ['contact'], offers: { into: 'contact', known: contactAgain } },
  { slug: 'pruefen', asks: ['declarations'], notices: [noticeTrade, 'noticeTruth', 'noticePrivacy'] },
]

/** Who works at home need not type the address twice. */
function homeAsPlace({ owner }: Trade): Offer[] {
  const { countryCode, lines, region, ...home } = owner?.homeAddress ?? {}
  if (!home.street || (countryCode && countryCode !== 'DE')) return []
  return [{ label: addressLines(home, 'de').join(', '), values: home }]
}

function contactOfTrader({ owner }: Trade): Offer[] {
  const { phone, fax, email, website } = owner ?? {}
  return offered({ phone, fax, email, website })
}

/** What who files for themselves has given for the person or for the premises. */
function contactAgain(a: Trade): Offer[] {
  const known = facts.isFilerTrader(a) ? [a.owner, a.establishment] : []
  const offers = known.flatMap(group => offered({ phone: group?.phone, email: group?.email }))
  return offers.filter(({ label }, index) => offers.findIndex(other => other.label === label) === index)
}

function offered(values: Record<string, string | undefined>): Offer[] {
  const label = Object.values(values).filter(Boolean).join(', ')
  return label ? [{ label, values }] : []
}

function filerAsManager({ filer }: Trade): Offer[] {
  const { familyName, givenNames, singleName } = filer ?? {}
  return familyName ? [{ label: fullNameOf(filer), values: { familyName, givenNames, singleName } }] : []
}
