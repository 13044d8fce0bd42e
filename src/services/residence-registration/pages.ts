// The pages in their order; a page is left out where its condition does not hold.
import type { MembersPage, Offer, Page } from '../../forms/service.ts'
import { needsEndDate, needsSpouse } from '../../law/lists/family-status.ts'
import { addressLines } from '../shared/address.ts'
import { fullNameOf } from '../shared/envelope.ts'
import { isMinorOn } from '../shared/person.ts'
import type { Dwelling, Fields, Registrant, Registration } from './fields.ts'

const representing = ['legalGuardian', 'carer', 'authorizedRepresentative', 'institution']
const hasPrevious = (a: Registration) =>
  ['fromOtherMunicipality', 'withinMunicipality', 'additionalResidence'].includes(a.moveKind ?? '')
export const keepsPrevious = (a: Registration) =>
  a.moveKind === 'additionalResidence' || a.previousResidenceKept === 'yes'
const hasSeveral = (a: Registration) => a.newResidenceStatus === 'main' || a.newResidenceStatus === 'secondary'
const isMarried = (p: Registrant) => needsSpouse(p.familyStatus)
const unionOf = (p: Registrant) => (p.familyStatus === 'LP' ? 'partner' : undefined)
const wasMarried = (p: Registrant) => needsEndDate(p.familyStatus)
export const isMinor = (p: Registrant, a: Registration) => isMinorOn(p.birthDate, a.moveInDate)

/** Whether somebody files for themselves, perhaps with family. */
export const filesForSelf = (a: Registration) => a.filerRole === 'self' || a.filerRole === 'familyMember'

/** Is this person the one who types? */
export const isFiler = (p: Registrant, a: Registration) =>
  a.filerRole === 'self' || (a.filerRole === 'familyMember' && p.personRole === 'filer')
const hasSeveralGivenNames = (p: Registrant) => (p.givenNames ?? '').includes(' ')
const ofFiler = {
  familyName: 'filer.familyName',
  givenNames: 'filer.givenNames',
  singleName: 'filer.singleName',
  birthDate: 'filer.birthDate',
} as const

type RegistrationPage = Page<Fields, [answers: Registration]> | MembersPage<Fields>
type PersonPage = Extract<RegistrationPage, { members: 'persons' }>['pages'][number]

const personPages: PersonPage[] = [
  {
    slug: 'rolle',
    asks: ['personRole'],
    when: (_, a) => a.filerRole !== 'self' && !representing.includes(a.filerRole ?? ''),
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
  { slug: 'eheschliessung', asks: ['marriage'], when: isMarried, variant: unionOf },
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

/** The first person is the one who types, unless they file for somebody else; the next may be the spouse already named. */
function nextPerson(a: Registration): Record<string, unknown> {
  const persons = a.persons ?? []
  if (persons.length === 0) return filesForSelf(a) ? { personRole: 'filer' } : {}
  const married = persons.find(person => person.spouse?.movesAlong === 'yes')
  const isThere = persons.some(
    person => person.familyName === married?.spouse?.familyName && person.givenNames === married?.spouse?.givenNames,
  )
  return married?.spouse && !isThere ? spouseAsPerson(married) : {}
}

function spouseAsPerson({ spouse = {}, familyStatus, marriage }: Registrant): Record<string, unknown> {
  const { familyName, givenNames, singleName, doctorate, birthDate, gender, birthName } = spouse
  const personRole = familyStatus === 'LP' ? 'lifePartner' : 'spouse'
  const otherNames = birthName ? 'yes' : undefined
  return {
    personRole,
    familyName,
    givenNames,
    singleName,
    doctorate,
    birthDate,
    gender,
    birthName,
    otherNames,
    familyStatus,
    marriage,
  }
}

function knownSpouses(person: Registrant, a: Registration): Offer[] {
  return (a.persons ?? [])
    .filter(other => other.id !== person.id && other.birthDate && !isMinor(other, a))
    .map(other => ({
      label: fullNameOf(other),
      values: { ...identityOf(other), birthName: other.birthName, movesAlong: 'yes' },
    }))
}

/** What the filer is to a person they file for. */
const ownRelations: Record<string, string> = { householderUnder16: 'E', legalGuardian: 'V', carer: 'B' }

function knownRepresentatives(person: Registrant, a: Registration): Offer[] {
  const adults = (a.persons ?? []).filter(other => other.id !== person.id && other.birthDate && !isMinor(other, a))
  const parents = adults.map(other => ({ relation: 'E', livesElsewhere: 'no', ...identityOf(other) }))
  const relation = ownRelations[a.filerRole ?? '']
  const own = relation && a.filer ? [{ relation, ...identityOf({ id: '', ...a.filer }) }] : []
  return [...parents, ...own].map(values => ({ label: fullNameOf(values), values }))
}

function identityOf({ familyName, givenNames, singleName, doctorate, birthDate, gender }: Registrant) {
  return { familyName, givenNames, singleName, doctorate, birthDate, gender }
}

function knownDwellings(a: Registration): Offer[] {
  if (!hasPrevious(a) || !keepsPrevious(a) || !a.previousResidence) return []
  const label = addressLines(a.previousResidence, 'de').join(', ')
  const taken = (a.otherResidences ?? []).some(
    (dwelling: Dwelling) => addressLines(dwelling.address ?? {}, 'de').join(', ') === label,
  )
  return taken ? [] : [{ label, values: { address: a.previousResidence, statusAfter: a.previousResidenceKeptAs } }]
}
