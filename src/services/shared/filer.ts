// Who files for whom in residence matters, and what follows from it.
import { fullNameOf, type Named } from './envelope.ts'

export const filerRoles = [
  'self',
  'familyMember',
  'householderUnder16',
  'legalGuardian',
  'carer',
  'authorizedRepresentative',
  'institution',
] as const

type Role = { filerRole?: (typeof filerRoles)[number] }
const representing: readonly string[] = ['legalGuardian', 'carer', 'authorizedRepresentative', 'institution']

/** Whether somebody files for themselves, perhaps with family. */
export const filesForSelf = (a: Role) => a.filerRole === 'self' || a.filerRole === 'familyMember'

/** Only where family files together each person has a role. */
export const asksPersonRole = (a: Role) => a.filerRole !== 'self' && !representing.includes(a.filerRole ?? '')

/** Is this person the one who types? */
export const isFiler = (person: { personRole?: string }, a: Role) =>
  a.filerRole === 'self' || (filesForSelf(a) && person.personRole === 'filer')

/** "For me and my family", and only one person so far. */
export const isAlone = (a: Role & { persons?: unknown[] }) => a.filerRole === 'familyMember' && a.persons?.length === 1

/** What a person need not say again who has said it as filer (WCAG 3.3.7). */
export const ofFiler = {
  familyName: 'filer.familyName',
  givenNames: 'filer.givenNames',
  singleName: 'filer.singleName',
  birthDate: 'filer.birthDate',
} as const

/** The role of a person who was not asked for one. */
export const personRoleOf = (person: { personRole?: string }, a: Role) =>
  person.personRole ?? (a.filerRole === 'self' ? 'filer' : 'otherFamilyMember')

/** At the counter somebody may be on a case before their name is. */
export const named = <P extends Named>(persons: P[] = []) => persons.filter(person => fullNameOf(person) !== '')

/** Their names for the clerk's list. */
export const identityOfEach = <P extends Named & { id: string }>(persons: P[] | undefined) =>
  named(persons).map(person => ({ id: `identity:${person.id}`, text: 'identity', person: fullNameOf(person) }))

/** The paper that shows that somebody may act for others. */
export const authorisationPapers = (isForSelf: boolean, { kind }: { kind?: string } = {}) =>
  isForSelf || kind === 'none' ? [] : [{ id: `authorisation.${kind}`, seenBy: 'authorisation' }]

/** One of each, seen by the item of `identityOfEach`. */
export const identityPapers = <P extends Named & { id: string }>(persons: P[] = [], idOf: (person: P) => string) =>
  persons.map(person => ({ id: idOf(person), person: fullNameOf(person), seenBy: `identity:${person.id}` }))
