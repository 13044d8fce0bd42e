// What moving into a dwelling is, from wherever somebody comes: one duty, one form, one letter (BMG sections 17(1), 23, 24).
import type { Definition } from '../../../forms/service.ts'
import { registrationDeadline } from '../../../law/deadlines.ts'
import { withHouseNumberParts } from '../address.ts'
import { addresseeOf, fullNameOf } from '../envelope.ts'
import { authorisationPapers, filesForSelf, identityPapers, named, personRoleOf } from '../filer.ts'
import { confirmationOf, meldebestaetigung, recipientOf } from '../meldebestaetigung.ts'
import { desk } from './desk.ts'
import type { Fields, Registrant, Registration } from './fields.ts'
import { isForeign, isMinor } from './known.ts'
import { recipients } from './recipients.ts'

export const moveIn = {
  office: 'residence',
  formVersion: '2026-11',
  due: (a, filedOn) => registrationDeadline(a.moveInDate ?? filedOn),
  deadlineFrom: registrationDeadline,
  opensOn: day => day,
  recipients,
  desk,

  complete: (a, { town }) =>
    withHouseNumberParts({
      ...a,
      newResidence: { ...a.newResidence, ags: town.ags },
      ...(a.moveKind === 'withinMunicipality' && { previousResidence: { ...a.previousResidence, ags: town.ags } }),
      ...(a.moveKind === 'additionalResidence' && { previousResidenceKept: 'yes' }),
      persons: (a.persons ?? []).map(person => completePerson(person, a)),
    }),
  filerName: a => fullNameOf(a.filer),
  isForOthers: a => a.filerRole !== undefined && !filesForSelf(a),
  isMasked: a => a.informationBlockWish === 'yes',
  addressee: a => addresseeOf(a, a.newResidence),
  rejectedAt: a => addresseeOf(a, a.previousResidence ?? a.newResidence), // nobody lives in the new one

  papers: a => [
    ...identityPapers(named(a.persons), person => paperOf(person, a)),
    ...(a.landlordProof === 'willFollow' ? [{ id: 'landlordConfirmation', seenBy: 'landlord' }] : []),
    ...(a.landlordProof === 'ownerOccupier' ? [{ id: 'ownerSelfDeclaration', seenBy: 'landlord' }] : []),
    ...(a.landlordProof === 'institution' ? [{ id: 'institutionConfirmation', seenBy: 'landlord' }] : []),
    ...authorisationPapers(filesForSelf(a), a.authorisation),
    ...(a.neverLivedInGermany === 'yes' ? [{ id: 'certificates' }] : []),
  ],
  checklist: a => [
    ...named(a.persons).flatMap(person =>
      ['identity', 'details'].map(text => ({ id: `${text}:${person.id}`, text, person: fullNameOf(person) })),
    ),
    { id: 'moveIn', text: 'moveIn' },
    { id: 'dwellings', text: 'dwellings' },
    { id: 'landlord', text: a.landlordProof === 'refused' ? 'landlordRefused' : 'landlord' },
    ...(filesForSelf(a) ? [] : [{ id: 'authorisation', text: 'authorisation' }]),
    ...(changesDocuments(a) ? [{ id: 'documents', text: 'documents' }] : []),
    { id: 'notices', text: 'notices' },
    { id: 'signature', text: 'signature' },
  ],
  returns: ['identity', 'landlordConfirmation', 'authorisation', 'certificates', 'dwellings', 'persons', 'other'],
  // An entry is refused only where facts show that nobody moved in.
  rejects: ['noMoveIn'],

  letters: [
    {
      ...meldebestaetigung,
      content: ({ answers: a }, completedOn) => {
        const { persons = [], moveInDate = '', newResidence: address = {}, newResidenceStatus: status = '' } = a
        const confirmed = persons.map(person => ({ person, move: { moveInDate }, address, status }))
        return confirmationOf('Anmeldung', recipientOf(persons[0], a.contact, address), confirmed, completedOn)
      },
    },
  ],
} satisfies Partial<Definition<Fields>>

/**
 * Children need no identity document. What is changed is brought (PAuswG section 27(1) no. 1): the address in the
 * identity card, the town in the passport as well; a secondary residence stands in neither. Who is no German
 * brings a passport or what stands for it (AufenthG section 3, FreizügG/EU section 8); foreign documents are not changed.
 */
function paperOf(person: Registrant, a: Registration): string {
  if (isMinor(person, a) && !person.idDocuments) return 'identityChild'
  if (isForeign(person)) return 'identityForeign'
  if ((person.nationalities ?? []).length === 0 || a.newResidenceStatus === 'secondary') return 'identity'
  return a.moveKind === 'withinMunicipality' ? 'identityCard' : 'identityToChange'
}

const changesDocuments = (a: Registration) =>
  named(a.persons).some(person => ['identityCard', 'identityToChange'].includes(paperOf(person, a)))

/** What follows from other answers and is not asked twice. */
function completePerson(person: Registrant, a: Registration): Record<string, unknown> {
  const personRole = personRoleOf(person, a)
  const kind = person.familyStatus === 'LP' ? 'lifePartnership' : 'marriage'
  return { ...person, personRole, ...(person.spouse && { spouse: { kind, ...person.spouse } }) }
}
