// Another of several dwellings becomes the main one: told to the town of the new main residence (BMG sections 21(4), 22).
import { defineService } from '../../forms/service.ts'
import type { Day } from '../../law/dates.ts'
import { registrationDeadline } from '../../law/deadlines.ts'
import { withHouseNumberParts } from '../shared/address.ts'
import { earlier } from '../shared/asked-once.ts'
import { addresseeOf, fullNameOf } from '../shared/envelope.ts'
import {
  authorisationPapers,
  filesForSelf,
  identityOfEach,
  identityPapers,
  named,
  personRoleOf,
} from '../shared/filer.ts'
import { confirmationOf, meldebestaetigung, recipientOf } from '../shared/meldebestaetigung.ts'
import { isMinorOn } from '../shared/person.ts'
import { shortened } from '../shared/person-short.ts'
import { registerForm, withRegisterNames } from '../shared/register-form.ts'
import { examples } from './examples.ts'
import { fields, type StatusChange } from './fields.ts'
import { official } from './official.ts'
import { pages } from './pages.ts'
import { earliestFiling, newMain, rules } from './rules.ts'

export default defineService({
  id: 'residence-status-change',
  slug: 'hauptwohnung',
  office: 'residence',
  formVersion: '2026-11',
  situations: ['severalDwellings'],
  guide: [
    {
      id: 'anlass',
      answers: [
        { id: 'otherMain' },
        { id: 'intoTown', stop: true, instead: 'residence-registration' },
        { id: 'withinTown', stop: true, instead: 'residence-change' },
        { id: 'givenUp', stop: true, instead: 'residence-deregistration' },
      ],
    },
    { id: 'wo', answers: [{ id: 'here' }, { id: 'otherTown', stop: true }, { id: 'abroad', stop: true }] },
  ],
  fields,
  pages,
  rules,
  official,
  startsOnceDecided: true,
  startsFrom: { 'residence-registration': afterMovingIn, 'residence-change': afterMovingIn },
  due: (a, filedOn) => registrationDeadline(a.statusChangeDate ?? filedOn),
  deadlineFrom: registrationDeadline,
  opensOn: earliestFiling,
  effectiveOn: a => a.statusChangeDate,

  complete: (a, { town }) =>
    withHouseNumberParts({
      ...a,
      residences: (a.residences ?? []).map(dwelling => {
        const isHere = town.postalCodes.includes(dwelling.address?.postalCode ?? '')
        return isHere ? { ...dwelling, address: { ...dwelling.address, city: town.name, ags: town.ags } } : dwelling
      }),
      persons: (a.persons ?? []).map(person => ({ ...person, personRole: personRoleOf(person, a) })),
    }),
  filerName: a => fullNameOf(a.filer),
  isForOthers: a => a.filerRole !== undefined && !filesForSelf(a),
  isMasked: () => false,
  addressee: a => addresseeOf(a, newMain(a)?.address),

  papers: a => [
    ...identityPapers(named(a.persons), () => 'identityToChange'),
    ...authorisationPapers(filesForSelf(a), a.authorisation),
  ],
  checklist: a => [
    ...identityOfEach(a.persons),
    { id: 'dwellings', text: 'dwellings' },
    { id: 'reason', text: 'reason' },
    ...((a.persons ?? []).some(person => isMinorOn(person.birthDate, a.statusChangeDate))
      ? [{ id: 'custody', text: 'custody' }]
      : []),
    ...(filesForSelf(a) ? [] : [{ id: 'authorisation', text: 'authorisation' }]),
    { id: 'register', text: 'register' },
    { id: 'documents', text: 'documents' },
    { id: 'signature', text: 'signature' },
  ],
  returns: ['identity', 'authorisation', 'dwellings', 'reason', 'custody', 'other'],
  // R-H04: the citizen states, the office decides; who is decided against was heard before.
  rejects: ['otherMain', 'other'],

  recipients: ({ answers: a }, { town }) => [
    ...((a.residences ?? []).some(({ address }) => !town.postalCodes.includes(address?.postalCode ?? ''))
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
      content: ({ answers: a, desk }, completedOn) => confirmed(a, desk, completedOn),
    },
  ],
  examples,
})

/** The new main residence, the one this town answers for. */
function confirmed(a: StatusChange, desk: Record<string, unknown>, completedOn: Day) {
  const { statusChangeDate = '' } = a
  const { address = {}, statusAfter: status = '' } = newMain(a) ?? {}
  const persons = withRegisterNames(a.persons ?? [], desk)
  const items = persons.map(person => ({ person, move: { statusChangeDate }, address, status }))
  return confirmationOf('Änderung', recipientOf(persons[0], a.contact, address), items, completedOn)
}

type Dwelling = { address?: object; statusAfter?: string }

/** Only who moved in with several dwellings can make another one the main residence. */
function afterMovingIn(answers: Record<string, unknown>) {
  const known = earlier(answers)
  if (!known || known.status === 'sole') return undefined
  const { filerRole, filer, contact, dwelling, status, persons } = known
  const others = ((answers.otherResidences ?? []) as Dwelling[]).map(({ address, statusAfter }) => ({
    address,
    statusBefore: statusAfter,
  }))
  return {
    filerRole,
    filer,
    contact,
    persons: persons.map(shortened),
    residences: [{ address: dwelling, statusBefore: status }, ...others],
  }
}
