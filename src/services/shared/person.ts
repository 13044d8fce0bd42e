// The person block of the registration form (domain: person, spouse, childRef, legalRepresentative; BMG section 3).
import { group, list, rows } from '../../forms/containers.ts'
import {
  choice,
  choices,
  code,
  confirm,
  country,
  date,
  name,
  nationality,
  partialDate,
  text,
  yesNo,
} from '../../forms/fields.ts'
import { taxId } from '../../forms/number-fields.ts'
import { familyStatusKeys } from '../../law/lists/family-status.ts'
import { genderKeys } from '../../law/lists/genders.ts'
import { idDocumentKeys, needsIssueDate } from '../../law/lists/id-documents.ts'
import { religionKeys } from '../../law/lists/religions.ts'
import { ageOn, hasYear } from '../../law/partial-date.ts'
import { addressAnywhere, addressAnywhereAsKnown, addressAsKnown } from './address.ts'

type Names = { familyName?: string; givenNames?: string; singleName?: 'yes'; usualGivenName?: string }
const doctorates = [
  { value: 'Dr.', label: 'Dr.' },
  { value: 'Dr.hc.', label: 'Dr. h. c.' },
  { value: 'Dr.eh.', label: 'Dr. E. h.' },
]
export const doctorate = () => choices(['Dr.', 'Dr.hc.', 'Dr.eh.'], { optional: 'ifAny', named: () => doctorates })
const gender = () => choice(genderKeys)

/** Either both names, or one name and the tick that there is no other (R-N03). */
const fullName = {
  familyName: name(),
  givenNames: name({ optional: 'depends' }),
  singleName: confirm({ optional: true }),
}
export const nameRefusals = {
  givenNames: (names: Names) => (!names.givenNames && names.singleName !== 'yes' ? 'missing' : undefined),
  singleName: (names: Names) => (names.givenNames && names.singleName === 'yes' ? 'contradiction' : undefined),
}

const spouse = group(
  'spouse',
  {
    ...fullName,
    birthName: name({ optional: 'ifAny' }),
    doctorate: doctorate(),
    birthDate: partialDate({ unknownAllowed: true }),
    gender: gender(),
    movesAlong: yesNo(),
    address: addressAnywhereAsKnown(),
    permanentlySeparated: yesNo(),
  },
  {
    shownWhen: { address: spouse => spouse.movesAlong === 'no' },
    refused: nameRefusals,
  },
)

const legalRepresentative = {
  relation: choice(['E', 'V', 'P', 'B']),
  organisation: text({ spellcheck: false, optional: 'ifAny' }),
  ...fullName,
  doctorate: doctorate(),
  birthDate: partialDate(),
  gender: gender(),
  livesElsewhere: yesNo(),
  address: addressAnywhere(),
  hasCustody: yesNo({ optional: true }),
}
/** A youth office can be guardian: then its name stands for a person (R-F03). */
type Representative = { relation?: string; organisation?: string; livesElsewhere?: string }
const isPerson = (representative: Representative) => !representative.organisation
const representativeConditions = {
  organisation: (representative: Representative) => representative.relation === 'V',
  familyName: isPerson,
  givenNames: isPerson,
  singleName: isPerson,
  doctorate: isPerson,
  birthDate: isPerson,
  gender: isPerson,
  hasCustody: isPerson,
  address: (representative: Representative) => representative.livesElsewhere === 'yes',
}

const childRef = {
  ...fullName,
  birthDate: partialDate(),
  gender: gender(),
  address: addressAsKnown(),
}

/** German serials: nine characters without vowels; others up to twenty (Personalausweisgesetz, ICAO 9303). */
const idDocument = {
  type: choice(idDocumentKeys, { kind: 'select' }),
  serialNumber: code(/^[A-Za-z0-9<-]{1,20}$/, { width: 20, guarded: true }),
  issuingAuthority: text({ max: 100, spellcheck: false }),
  issueDate: date({ optional: 'depends' }),
  expiryDate: date(),
}

export const personRole = () => choice(['filer', 'spouse', 'lifePartner', 'child', 'otherFamilyMember'])

export const person = {
  personRole: personRole(),
  familyName: name({ autocomplete: 'family-name' }),
  givenNames: name({ autocomplete: 'given-name', optional: 'depends' }),
  singleName: confirm({ optional: true }),
  usualGivenName: name({ optional: 'ifAny' }),
  doctorate: doctorate(),
  otherNames: yesNo(),
  birthName: name({ optional: 'ifAny' }),
  marriedName: name({ optional: 'ifAny' }),
  formerNames: rows('formerName', { kind: choice(['family', 'given']), name: name() }, { min: 0, max: 5 }),
  religiousName: name({ optional: 'ifAny' }),
  artistName: name({ optional: 'ifAny' }),
  birthDate: partialDate({ unknownAllowed: true, autocomplete: 'bday' }),
  birthPlace: text({ max: 120, spellcheck: false }),
  bornAbroad: yesNo(),
  birthCountry: country({ without: ['DE'] }),
  gender: choice(genderKeys, { autocomplete: 'sex' }),
  nationalities: list(nationality(), { min: 1, max: 5 }),
  religionKey: choice(religionKeys, { sensitive: true }),
  familyStatus: choice(familyStatusKeys),
  marriage: group(
    'marriage',
    {
      date: partialDate({ unknownAllowed: true }),
      place: text({ max: 120, spellcheck: false }),
      abroad: yesNo(),
      country: country({ without: ['DE'] }),
    },
    { shownWhen: { country: marriage => marriage.abroad === 'yes' } },
  ),
  familyStatusEndDate: partialDate({ unknownAllowed: true }),
  spouse,
  idDocuments: rows('idDocument', idDocument, {
    min: 0,
    max: 4,
    refused: {
      issueDate: document => (!document.issueDate && needsIssueDate(document.type ?? '') ? 'missing' : undefined),
      expiryDate: ({ issueDate = '', expiryDate }) =>
        expiryDate !== undefined && expiryDate < issueDate ? 'beforeIssue' : undefined,
    },
  }),
  hasCarer: yesNo(),
  legalRepresentatives: rows('legalRepresentative', legalRepresentative, {
    min: 1,
    max: 4,
    shownWhen: representativeConditions,
    refused: nameRefusals,
  }),
  hasMinorChildren: yesNo(),
  minorChildren: rows('childRef', childRef, { min: 1, max: 10, refused: nameRefusals }),
  taxIdNumber: taxId({ optional: 'ifAny', guarded: true }),
  transmissionBlocks: choices(['parties', 'jubilees', 'religiousSocieties'], { optional: true, sensitive: true }),
}

/** Known to be under 18; an unknown year is for a clerk to settle (R-T06). */
export const isMinorOn = (birth: string | undefined, day: string | undefined) =>
  day !== undefined && hasYear(birth) && ageOn(birth, day) < 18

/** Conditions inside the person's pages. */
type Known = { otherNames?: string; bornAbroad?: string; hasMinorChildren?: string; birthDate?: string }
const hasOther = (known: Known) => known.otherNames === 'yes'
export const personConditions = {
  doctorate: (known: Known, answers: { moveInDate?: string }) => !isMinorOn(known.birthDate, answers.moveInDate),
  birthName: hasOther,
  marriedName: hasOther,
  formerNames: hasOther,
  religiousName: hasOther,
  artistName: hasOther,
  birthCountry: (known: Known) => known.bornAbroad === 'yes',
  minorChildren: (known: Known) => known.hasMinorChildren === 'yes',
}
type OtherNames = {
  otherNames?: string
  birthName?: string
  marriedName?: string
  formerNames?: unknown[]
  religiousName?: string
  artistName?: string
}
export const personRefusals = {
  ...nameRefusals,
  otherNames: ({ otherNames, birthName, marriedName, formerNames, religiousName, artistName }: OtherNames) =>
    otherNames === 'yes' && !(birthName || marriedName || formerNames || religiousName || artistName)
      ? 'noneNamed'
      : undefined,
  usualGivenName: (names: Names) =>
    names.usualGivenName && !(names.givenNames ?? '').split(' ').includes(names.usualGivenName)
      ? 'notAGivenName'
      : undefined,
  nationalities: ({ nationalities = [] }: { nationalities?: string[] }) =>
    nationalities.includes('STATELESS') && nationalities.length > 1 ? 'statelessAlone' : undefined,
}
