// What follows from the answers of a trade notification: who is who, what the law wants to see.
import { matchActivities } from '../../law/activities.ts'
import { isEuEeaCh } from '../../law/lists/countries.ts'
import { legalForm } from '../../law/lists/legal-forms.ts'
import { permitKinds } from '../../law/lists/permits.ts'
import type { Trade } from './trade-fields.ts'

const formOf = (a: Trade) => legalForm(a.legalForm)

export const isRepresented = (a: Trade) => a.filerRole === 'authorizedRepresentative'
/** Fields 4 to 11 are about the person who files: their name and birth date are known. */
export const isFilerTrader = (a: Trade) => a.filerRole !== undefined && !isRepresented(a) && hasTrader(a)
/** Of a German AG fields 4 to 11 stay blank. */
export const hasTrader = (a: Trade) => formOf(a) !== undefined && formOf(a)?.about !== 'nobody'
export const isPartnership = (a: Trade) => formOf(a)?.about === 'partner'
export const hasRepresentatives = (a: Trade) => formOf(a)?.about === 'representative'
export const mustBeRegistered = (a: Trade) => formOf(a)?.isRegistered === true
export const isRegistered = (a: Trade) => mustBeRegistered(a) && a.inFormation !== 'yes'
export const hasRegisteredName = (a: Trade) => (formOf(a)?.registers ?? []).length > 0
export const hasSeveralRegisters = (a: Trade) => isRegistered(a) && (formOf(a)?.registers ?? []).length > 1
export const isBranch = (a: Trade) => a.establishmentKind === 'branch' || a.establishmentKind === 'dependentBranch'
/** Field 14: a person who manages the place (R-G10, R-G11). */
export const needsManager = (a: Trade) => isBranch(a) || (formOf(a) !== undefined && !hasTrader(a))
/** One person's business: the public hand cannot take part. */
export const isOnePerson = (a: Trade) => formOf(a)?.about === 'owner'
const nationalitiesOfEach = (a: Trade) =>
  [a.owner, ...(a.additionalRepresentatives ?? [])]
    .map(person => person?.nationalities ?? [])
    .filter(nationalities => nationalities.length > 0)
/** Somebody neither German nor of the EU, the EEA or Switzerland (R-G18). */
export const needsResidenceTitle = (a: Trade) =>
  nationalitiesOfEach(a).some(nationalities => !nationalities.some(isEuEeaCh))
export const isForeigner = (a: Trade) => nationalitiesOfEach(a).some(nationalities => !nationalities.includes('DE'))
export const birthOfTrader = (a: Trade) => (isFilerTrader(a) ? a.filer?.birthDate : a.owner?.birthDate)

/** `legalForm` only so that any trade's answers fit. */
type Activities = {
  legalForm?: string
  activityMain?: string
  activitiesOther?: string[]
  newActivity?: string
  continuedActivity?: string
  businessTypes?: string[]
}
/** What the words of the activity point to. */
export const matchesOf = (a: Activities) =>
  matchActivities([a.activityMain, ...(a.activitiesOther ?? []), a.newActivity, a.continuedActivity])
export const craftsOf = (a: Activities, annex: 'A' | 'B') =>
  matchesOf(a).crafts.filter(craft => craft.annex.startsWith(annex))
/** Needs no permit in Hesse but a notice six weeks ahead (R-G22). */
export const servesAlcohol = (a: Activities) => matchesOf(a).permits.some(({ key }) => key === 'alcohol')
/** Without alcohol: it needs no permit but a notice (R-G22). */
export const permitsOf = (a: Activities) =>
  matchesOf(a).permits.filter(({ key }) => permitKinds.some(kind => kind === key))
export const mayNeedPermit = (a: Activities) => permitsOf(a).length > 0
/** A craft that needs the register of craftsmen, or one that the lists do not know. */
export const mayNeedCraftCard = (a: Activities) =>
  craftsOf(a, 'A').length > 0 || (a.businessTypes?.includes('craft') === true && matchesOf(a).crafts.length === 0)
