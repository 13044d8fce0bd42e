// What all trade services do alike: deadlines, names, papers, checklists, what follows from other answers.
import type { Situation } from '../../forms/around.ts'
import type { Facts } from '../../forms/service.ts'
import type { Day } from '../../law/dates.ts'
import { receiptDue } from '../../law/deadlines.ts'
import { legalForm } from '../../law/lists/legal-forms.ts'
import { withHouseNumberParts } from './address.ts'
import { fullNameOf } from './envelope.ts'
import { recipientOf } from './receipt.ts'
import * as facts from './trade-facts.ts'
import type { Trade } from './trade-fields.ts'

type Proofs = {
  permit?: { present?: string }
  craftCard?: { present?: string }
  residenceTitle?: { present?: string }
}
type Item = { id: string; text: string; person?: string }

const situations: Situation[] = ['business']

export const tradeService = {
  office: 'trade' as const,
  formVersion: '2026-11',
  due: (_: unknown, filedOn: Day) => receiptDue(filedOn),
  runsOn: true,
  isRemembered: true,
  /** The law asks for the notification together with the event (GewO section 14(1)). */
  deadlineFrom: (day: Day) => day,
  filerName: (a: Trade) => [fullNameOf(a.filer), a.registeredName].filter(Boolean).join(', '),
  isForOthers: facts.isRepresented,
  isMasked: () => false,
  addressee: (a: Trade) => ({ lines: recipientOf(a), byPost: a.contact?.delivery === 'post' }),
  /** GewO section 15(1): the receipt is due in three days, whoever comes or not. */
  visit: () => false,
  situations,
  fees: () => [{ id: 'tradeNotification' }, { id: 'tradeReceipt' }],
}

/** Not asked twice, or nobody's to type. */
export function completeTrade<Answers extends Trade>(a: Answers, { town, filedOn }: Facts): Record<string, unknown> {
  const [register, ...others] = legalForm(a.legalForm)?.registers ?? []
  const isKnownRegister = register !== undefined && others.length === 0 && a.inFormation !== 'yes'
  const isAlone = Number(a.staffFullTime ?? 0) + Number(a.staffPartTime ?? 0) === 0
  return withHouseNumberParts({
    ...a,
    municipalityKey: town.ags,
    filingDate: filedOn,
    ...(isAlone && { staffNone: 'yes' }),
    ...(isKnownRegister && { registerKind: register }),
    ...(facts.isOnePerson(a) && { publicParticipation: 'no' }),
    ...(facts.isFilerTrader(a) && { owner: { ...a.owner, ...identityOf(a) } }),
    ...(a.filerRole === 'executiveOfLegalPerson' && { filer: { ...a.filer, organisation: a.registeredName } }),
    ...(facts.hasRepresentatives(a) && { managingPersonsCount: countOf(a) }),
    establishment: { ...a.establishment, address: { ...a.establishment?.address, ags: town.ags } },
  })
}

function identityOf({ filer }: Trade): Record<string, string | undefined> {
  const { familyName, givenNames, singleName, birthDate } = filer ?? {}
  return { familyName, givenNames, singleName, birthDate }
}

/** R-G10: the first one and those of the supplement. */
function countOf({ additionalRepresentatives = [] }: Trade): string {
  return String(1 + additionalRepresentatives.length)
}

export function tradePapers(a: Trade & Proofs): { id: string }[] {
  const proof = a.authorisation?.kind
  return [
    ...(facts.isRegistered(a) ? [{ id: 'registerExtract' }] : []),
    ...(a.inFormation === 'yes' ? [{ id: 'foundingDeed' }] : []),
    ...(facts.isRepresented(a) && proof === 'powerOfAttorney' ? [{ id: 'powerOfAttorney' }] : []),
    ...(a.permit?.present === 'yes' ? [{ id: 'permit' }] : []),
    ...(a.craftCard?.present === 'yes' ? [{ id: 'craftCard' }] : []),
    ...(a.residenceTitle?.present === 'yes' ? [{ id: 'residenceTitle' }] : []),
  ]
}

export function tradeChecklist(a: Trade & Proofs): Item[] {
  const ids = [
    'complete',
    'district',
    'activity',
    ...(facts.hasRegisteredName(a) ? ['register'] : []),
    ...(a.filerRole === 'self' ? [] : ['authorisation']),
    ...(a.permit ? ['permit'] : []),
    ...(a.craftCard ? ['craftCard'] : []),
    ...(a.residenceTitle ? ['residenceTitle'] : []),
  ]
  return ids.map(id => ({ id, text: id }))
}

/** Never for a missing permit, craft card or partner's form: the receipt does not depend on them (GewO section 15(1), (2)). */
export const tradeReturns = ['activity', 'register', 'authorisation', 'address', 'person', 'other']

/** What another notification of the same business starts with; never anything about a person but the filer's own. */
export function businessOf(a: Record<string, unknown>): Record<string, unknown> {
  return picked(a, [
    'legalForm',
    'inFormation',
    'registeredName',
    'registerKind',
    'registerPlace',
    'registerNumber',
    'businessName',
    'managingPersonsCount',
    'publicParticipation',
    'establishmentKind',
    'establishment',
    'headOffice',
    'authorisedManager',
    'activityMain',
    'activitiesOther',
    'sideBusiness',
    'businessTypes',
    'staffFullTime',
    'staffPartTime',
    'travelTrade',
  ])
}

/** The same person's business, with what they said about themselves. */
export function sameBusiness(a: Record<string, unknown>): Record<string, unknown> {
  const own = ['filerRole', 'filer', 'authorisation', 'owner', 'gbrPartners', 'additionalRepresentatives', 'contact']
  return { ...businessOf(a), ...picked(a, own) }
}

/** GewA 2 has no main activity: what goes on and what is new are the activity from now on. */
export function activityAfterChange(a: Record<string, unknown>): Record<string, unknown> {
  const activityMain = joined([a.continuedActivity, a.newActivity])
  return { ...a, ...(activityMain && { activityMain }) }
}

/** Several activities as one text. "keine", as the form asks to write where nothing goes on, is none. */
export function joined(activities: unknown[]): string {
  const isOne = (activity: unknown) => typeof activity === 'string' && !/^\s*(keine|none)[.!]?\s*$/i.test(activity)
  return activities.filter(isOne).join('\n')
}

function picked(a: Record<string, unknown>, names: string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter(name => a[name] !== undefined).map(name => [name, a[name]]))
}
