// The pages in their order; a page is left out where its condition does not hold.
import type { MembersPage, Page } from '../../../forms/service.ts'
import { needsEndDate, needsSpouse } from '../../../law/lists/family-status.ts'
import { addressLines } from '../address.ts'
import { fullNameOf } from '../envelope.ts'
import { asksPersonRole, filesForSelf, isFiler, ofFiler } from '../filer.ts'
import type { Fields, Registrant, Registration } from './fields.ts'
import {
  hasPrevious,
  isMinor,
  keepsPrevious,
  knownDwellings,
  knownRepresentatives,
  knownSpouses,
  knownWeddings,
  nextPerson,
} from './known.ts'

const hasSeveral = (a: Registration) => a.newResidenceStatus === 'main' || a.newResidenceStatus === 'secondary'
const isMarried = (p: Registrant) => needsSpouse(p.familyStatus)
const unionOf = (p: Registrant) => (p.familyStatus === 'LP' ? 'partner' : undefined)
const wasMarried = (p: Registrant) => needsEndDate(p.familyStatus)
const hasSeveralGivenNames = (p: Registrant) => (p.givenNames ?? '').includes(' ')

type RegistrationPage = Page<Fields, [answers: Registration]> | MembersPage<Fields>
type PersonPage = Extract<RegistrationPage, { members: 'persons' }>['pages'][number]

const personPages: PersonPage[] = [
  {
    slug: 'rolle',
    asks: ['personRole'],
    when: (_, a) => asksPersonRole(a),
  },
  {
    slug: 'name',
    asks: ['familyName', 'givenNames', 'singleName', 'usualGivenName'],
    when: (p, a) => !isFiler(p, a) || hasSeveralGivenNames(p),
  },
  { slug: 'geburt', asks: ['birthDate', 'birthPlace', 'bornAbroad', 'birthCountry'] },
  {
    slug: 'weitere-namen',
    asks: ['otherNames', 'birthName', 'marriedName', 'formerNames', 'religiousName', 'artistName', 'doctorate'],
  },
  { slug: 'geschlecht', asks: ['gender'] },
  { slug: 'staatsangehoerigkeit', asks: ['nationalities'] },
  { slug: 'religion', asks: ['religionKey'] },
  { slug: 'familienstand', asks: ['familyStatus'] },
  {
    slug: 'eheschliessung',
    asks: ['marriage'],
    when: isMarried,
    variant: unionOf,
    offers: { into: 'marriage', known: (person, a) => knownWeddings(person, a) },
  },
  {
    slug: 'ehe',
    asks: [
      'spouse.familyName',
      'spouse.givenNames',
      'spouse.singleName',
      'spouse.birthName',
      'spouse.doctorate',
      'spouse.birthDate',
      'spouse.gender',
      'spouse.movesAlong',
      'spouse.address',
    ],
    when: isMarried,
    variant: unionOf,
    offers: { into: 'spouse', known: (person, a) => knownSpouses(person, a) },
  },
  { slug: 'getrennt', asks: ['spouse.permanentlySeparated'], when: (p, a) => isMarried(p) && hasSeveral(a) },
  { slug: 'ende-der-ehe', asks: ['familyStatusEndDate'], when: wasMarried },
  { slug: 'ausweis', asks: ['idDocuments'] },
  { slug: 'betreuung', asks: ['hasCarer'], when: (p, a) => !isMinor(p, a) },
  {
    slug: 'vertretung',
    asks: ['legalRepresentatives'],
    when: (p, a) => isMinor(p, a) || p.hasCarer === 'yes',
    offers: { into: 'legalRepresentatives', known: (person, a) => knownRepresentatives(person, a) },
  },
  { slug: 'kinder', asks: ['hasMinorChildren', 'minorChildren'], when: (p, a) => !isMinor(p, a) },
  {
    slug: 'steuer-id',
    asks: ['taxIdNumber'],
    when: (_, a) => a.moveKind === 'fromAbroad' && a.neverLivedInGermany === 'no',
  },
  { slug: 'widersprueche', asks: ['transmissionBlocks'], notices: ['noticeObjections'] },
]

export const pages: RegistrationPage[] = [
  { slug: 'wer', asks: ['filerRole'] },
  { slug: 'name', asks: ['filer'] },
  { slug: 'nachweis', asks: ['authorisation'], when: a => !filesForSelf(a) },
  { slug: 'einzug', asks: ['moveInDate'] },
  { slug: 'wohnung', asks: ['newResidence'] },
  { slug: 'art', asks: ['moveKind'] },
  { slug: 'bisherige-wohnung', asks: ['previousResidence'], when: hasPrevious },
  { slug: 'bisheriger-status', asks: ['previousResidenceStatus'], when: hasPrevious },
  {
    slug: 'behalten',
    asks: ['previousResidenceKept'],
    when: a => hasPrevious(a) && a.moveKind !== 'additionalResidence',
  },
  { slug: 'behalten-als', asks: ['previousResidenceKeptAs'], when: a => hasPrevious(a) && keepsPrevious(a) },
  { slug: 'auszug', asks: ['previousMoveOutDate'], when: a => hasPrevious(a) && !keepsPrevious(a) },
  { slug: 'zuzug', asks: ['arrivalCountry'], when: a => a.moveKind === 'fromAbroad' },
  { slug: 'schon-gewohnt', asks: ['neverLivedInGermany'], when: a => a.moveKind === 'fromAbroad' },
  {
    slug: 'letzte-wohnung',
    asks: ['lastResidenceInGermany', 'lastDepartureDate'],
    when: a => a.moveKind === 'fromAbroad' && a.neverLivedInGermany === 'no',
  },
  { slug: 'status', asks: ['newResidenceStatus'] },
  {
    slug: 'weitere-wohnungen',
    members: 'otherResidences',
    when: hasSeveral,
    known: a => knownDwellings(a),
    title: dwelling => addressLines(dwelling.address ?? {}, 'de').join(', '),
    shows: 'statusAfter',
    pages: [
      { slug: 'anschrift', asks: ['address'] },
      { slug: 'status', asks: ['statusAfter'] },
    ],
  },
  { slug: 'hauptwohnung', asks: ['mainResidenceReason', 'mainResidenceDaysPerYear'], when: hasSeveral },
  {
    slug: 'personen',
    members: 'persons',
    only: a => (a.filerRole === 'self' ? { personRole: 'filer' } : undefined),
    sameAs: (person, a) => (isFiler(person, a) ? ofFiler : {}),
    begin: a => nextPerson(a),
    isSelf: isFiler,
    title: person => fullNameOf(person),
    pages: personPages,
  },
  { slug: 'wohnungsgeber-nachweis', asks: ['landlordProof'] },
  {
    slug: 'wohnungsgeber',
    asks: ['landlord.name', 'landlord.ownerDiffers', 'landlord.ownerName', 'landlord.refusalReason'],
    when: a => a.landlordProof !== 'ownerOccupier',
  },
  { slug: 'wohnungsgeber-anschrift', asks: ['landlord.address'], when: a => a.landlordProof !== 'ownerOccupier' },
  { slug: 'auskunftssperre', asks: ['informationBlockWish'] },
  { slug: 'kontakt', asks: ['contact'] },
  {
    slug: 'pruefen',
    asks: ['declarations'],
    notices: [
      { id: 'noticeFamilyData', when: a => (a.persons ?? []).length > 1 },
      'noticeDuty',
      'noticeTruth',
      'noticePrivacy',
    ],
  },
]
