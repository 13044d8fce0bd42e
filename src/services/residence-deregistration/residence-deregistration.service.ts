// Giving up a dwelling (Abmeldung): moving abroad, no new dwelling in Germany, a secondary residence (BMG sections 17(2), 21(4)).
import { defineService } from '../../forms/service.ts'
import { earliestDeregistration, registrationDeadline } from '../../law/deadlines.ts'
import { withHouseNumberParts } from '../shared/address.ts'
import { earlier } from '../shared/asked-once.ts'
import { addresseeOf, fullNameOf } from '../shared/envelope.ts'
import { authorisationPapers, filesForSelf, identityOfEach, identityPapers, personRoleOf } from '../shared/filer.ts'
import { confirmationOf, meldebestaetigung, recipientOf } from '../shared/meldebestaetigung.ts'
import { shortened } from '../shared/person-short.ts'
import { registerForm, withRegisterNames } from '../shared/register-form.ts'
import { examples } from './examples.ts'
import { type Deregistration, fields } from './fields.ts'
import { official } from './official.ts'
import { goesAbroad, goesAlone, keepsOthers, pages } from './pages.ts'
import { rules } from './rules.ts'

/** The serial number itself is sealed; what was made of it at sending is not. */
type Identified = Deregistration & { identification?: { method?: string } }
/** BMG section 23(6): abroad, names, day of birth and serial number identify a person; nobody has to come. */
const isIdentified = (a: Identified) =>
  goesAlone(a) && (a.idMatch?.serialNumber !== undefined || a.identification?.method === 'idSerialMatch')

export default defineService({
  id: 'residence-deregistration',
  slug: 'abmeldung',
  office: 'residence',
  formVersion: '2026-11',
  situations: ['movingAway', 'severalDwellings'],
  place: 1,
  guide: [
    {
      id: 'wohin',
      answers: [
        { id: 'abroad', begins: { deregistrationKind: 'movingAbroad' } },
        { id: 'noNewDwelling', begins: { deregistrationKind: 'noNewDwelling' } },
        { id: 'secondary', begins: { deregistrationKind: 'secondaryGivenUp' } },
        { id: 'otherTown', stop: true },
        { id: 'withinTown', stop: true, instead: 'residence-change' },
      ],
    },
  ],
  fields,
  pages,
  rules,
  official,
  startsOnceDecided: true,
  startsFrom: { 'residence-registration': afterMovingIn, 'residence-change': afterMovingIn },
  due: (a, filedOn) => registrationDeadline(a.moveOutDate ?? filedOn),
  deadlineFrom: registrationDeadline,
  opensOn: earliestDeregistration,
  effectiveOn: a => a.moveOutDate,
  visit: a => !isIdentified(a),

  complete: (a, { town }) =>
    withHouseNumberParts({
      ...a,
      residence: {
        ...a.residence,
        ...(town.postalCodes.includes(a.residence?.postalCode ?? '') && { city: town.name, ags: town.ags }),
      },
      ...(a.destinationAddress && { destinationAddress: destinationOf(a) }),
      ...(isIdentified(a) && { identification: { method: 'idSerialMatch', level: 'low' } }),
      persons: (a.persons ?? []).map(person => ({ ...person, personRole: personRoleOf(person, a) })),
    }),
  filerName: a => fullNameOf(a.filer),
  isForOthers: a => a.filerRole !== undefined && !filesForSelf(a),
  isMasked: () => false,
  addressee: a => addresseeOf(a, homeOf(a)),

  papers: a => [
    ...(isIdentified(a) ? [] : identityPapers(a.persons, () => paperOf(a))),
    ...authorisationPapers(filesForSelf(a), a.authorisation),
  ],
  checklist: a => [
    ...(isIdentified(a) ? [{ id: 'serialNumber', text: 'serialNumber' }] : identityOfEach(a.persons)),
    { id: 'moveOut', text: 'moveOut' },
    ...(goesAbroad(a) ? [{ id: 'destination', text: 'destination' }] : []),
    ...(keepsOthers(a) ? [{ id: 'dwellings', text: 'dwellings' }] : []),
    ...(filesForSelf(a) ? [] : [{ id: 'authorisation', text: 'authorisation' }]),
    { id: 'register', text: 'register' },
    ...(isIdentified(a) || a.residenceStatus === 'secondary' ? [] : [{ id: 'documents', text: 'documents' }]),
    ...(isIdentified(a) ? [] : [{ id: 'signature', text: 'signature' }]),
  ],
  returns: ['identity', 'serialNumber', 'authorisation', 'dwellings', 'persons', 'other'],

  recipients: ({ answers: a }, { town }) => [
    ...(keepsOthers(a) || !town.postalCodes.includes(a.residence?.postalCode ?? '')
      ? [{ id: 'otherAuthorities' }]
      : []),
    { id: 'taxOffice' },
    { id: 'pensionFund' },
    { id: 'foreignersRegister' },
    { id: 'religiousSocieties' },
    { id: 'municipalOffices' },
    { id: 'stateRecipients' },
  ],
  desk: registerForm,
  letters: [
    {
      ...meldebestaetigung,
      content: ({ answers: a, desk }, completedOn) => {
        const { moveOutDate = '', residence: address = {}, residenceStatus: status = '' } = a
        const persons = withRegisterNames(a.persons ?? [], desk)
        const confirmed = persons.map(person => ({ person, move: { moveOutDate }, address, status }))
        return confirmationOf('Abmeldung', recipientOf(persons[0], a.contact, homeOf(a) ?? {}), confirmed, completedOn)
      },
    },
  ],
  examples,
})

/** Where letters go: abroad, to the dwelling that is kept, else to the one that is given up. */
function homeOf(a: Deregistration) {
  const kept = keepsOthers(a)
    ? a.remainingResidences?.find(({ statusAfter }) => statusAfter !== 'secondary')
    : undefined
  return destinationOf(a) ?? kept?.address ?? a.residence
}

/** Who gives up a secondary residence keeps the place in both documents (R-D10). */
const paperOf = ({ residenceStatus }: Deregistration) =>
  residenceStatus === 'secondary' ? 'identity' : 'identityToChange'

/** Where somebody lives who moves abroad, as far as they have said. */
function destinationOf({ destinationCountry, destinationAddress }: Deregistration) {
  return destinationAddress && { countryCode: destinationCountry, ...destinationAddress }
}

/** The dwelling that was registered is the one given up now; the people are those the same filer named. */
function afterMovingIn(answers: Record<string, unknown>) {
  const known = earlier(answers)
  if (!known) return undefined
  const { filerRole, filer, contact, dwelling: residence, status: residenceStatus, persons } = known
  return { filerRole, filer, contact, residence, residenceStatus, persons: persons.map(shortened) }
}
