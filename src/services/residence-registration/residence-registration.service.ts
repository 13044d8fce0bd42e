// Registration of a residence (Anmeldung einer Wohnung), BMG section 17(1).
import { defineService } from '../../forms/service.ts'
import { registrationDeadline } from '../../law/deadlines.ts'
import { formatDay, formatPartial } from '../../law/partial-date.ts'
import { addressLines, withHouseNumberParts } from '../shared/address.ts'
import { addresseeOf, fullNameOf, postalLines } from '../shared/envelope.ts'
import { examples } from './examples.ts'
import { fields, type Registrant, type Registration } from './fields.ts'
import { filesForSelf, isMinor } from './known.ts'
import { pages } from './pages.ts'
import { rules } from './rules.ts'

export default defineService({
  id: 'residence-registration',
  slug: 'anmeldung',
  office: 'residence',
  formVersion: '2026-11',
  fields,
  pages,
  rules,
  due: (a, filedOn) => registrationDeadline(a.moveInDate ?? filedOn),

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

  papers: a => [
    ...named(a).map(person => ({ id: paperOf(person, a), person: fullNameOf(person) })),
    ...(a.landlordProof === 'willFollow' ? [{ id: 'landlordConfirmation' }] : []),
    ...(a.landlordProof === 'ownerOccupier' ? [{ id: 'ownerSelfDeclaration' }] : []),
    ...(a.landlordProof === 'institution' ? [{ id: 'institutionConfirmation' }] : []),
    ...(filesForSelf(a) || a.authorisation?.kind === 'none' ? [] : [{ id: `authorisation.${a.authorisation?.kind}` }]),
    ...(a.neverLivedInGermany === 'yes' ? [{ id: 'certificates' }] : []),
  ],
  checklist: a => [
    ...named(a).flatMap(person =>
      ['identity', 'details'].map(text => ({ id: `${text}:${person.id}`, text, person: fullNameOf(person) })),
    ),
    { id: 'moveIn', text: 'moveIn' },
    { id: 'dwellings', text: 'dwellings' },
    { id: 'landlord', text: a.landlordProof === 'refused' ? 'landlordRefused' : 'landlord' },
    ...(filesForSelf(a) ? [] : [{ id: 'authorisation', text: 'authorisation' }]),
    { id: 'notices', text: 'notices' },
    { id: 'signature', text: 'signature' },
  ],
  returns: ['identity', 'landlordConfirmation', 'authorisation', 'certificates', 'dwellings', 'persons', 'other'],
  rejects: ['noMoveIn', 'other'],

  letters: [
    {
      kind: 'meldebestaetigung',
      template: 'src/services/residence-registration/meldebestaetigung.typ',
      // Exactly the eight items of BMG section 24(2); R-A18: the day of filing is the day it was completed at the counter.
      content: ({ answers: a }, completedOn) => ({
        recipient: recipientOf(a),
        persons: (a.persons ?? []).map(person => ({
          familyName: person.familyName ?? '',
          givenNames: person.givenNames ?? '',
          usualGivenName: person.usualGivenName ?? null,
          doctorate: person.doctorate?.join(' ') ?? null,
          birthDate: formatPartial(person.birthDate ?? '', 'de'),
          moveInDate: formatDay(a.moveInDate ?? '', 'de'),
          filedOn: formatDay(completedOn, 'de'),
          address: addressLines(a.newResidence ?? {}, 'de'),
          status: a.newResidenceStatus ?? '',
        })),
      }),
    },
  ],
  examples,
})

/** At the counter somebody may be on a case before their name is. */
function named(a: Registration): Registrant[] {
  return (a.persons ?? []).filter(person => fullNameOf(person) !== '')
}

/** Children need no identity document. */
function paperOf(person: Registrant, a: Registration): string {
  return isMinor(person, a) && !person.idDocuments ? 'identityChild' : 'identity'
}

/** Where the letter goes: to the first person, at the post address they gave or at the new dwelling. */
function recipientOf(a: Registration): string[] {
  const [first] = a.persons ?? []
  const name = [first?.doctorate?.join(' '), fullNameOf(first)].filter(Boolean).join(' ')
  return [name, ...postalLines(a.contact, a.newResidence)]
}

/** What follows from other answers and is not asked twice. */
function completePerson(person: Registrant, a: Registration): Record<string, unknown> {
  const personRole = person.personRole ?? (a.filerRole === 'self' ? 'filer' : 'otherFamilyMember')
  const kind = person.familyStatus === 'LP' ? 'lifePartnership' : 'marriage'
  return { ...person, personRole, ...(person.spouse && { spouse: { kind, ...person.spouse } }) }
}
