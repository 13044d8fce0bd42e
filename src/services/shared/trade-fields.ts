// What the forms GewA 1 to 3 have in common: the firm, where it is, what it does, what the law wants to see.
import { group, list } from '../../forms/containers.ts'
import { choice, choices, code, confirm, date, longText, text, wholeNumber, yesNo } from '../../forms/fields.ts'
import type { Answers } from '../../forms/service.ts'
import { legalFormKeys, registerKinds } from '../../law/lists/legal-forms.ts'
import { addressAnywhere, addressInGermany, newAddress } from './address.ts'
import { contact, declarations, filer } from './envelope.ts'
import { hasSeveralRegisters } from './trade-facts.ts'
import {
  additionalRepresentatives,
  authorisedManager,
  contactOf,
  gbrPartners,
  managingPersonsCount,
  owner,
} from './trader.ts'

const filerRoles = ['self', 'executiveOfLegalPerson', 'authorizedRepresentative'] as const
const establishmentKinds = ['headOffice', 'branch', 'dependentBranch'] as const

/** Fields 1 to 16, and who files. Nobody is asked for `municipalityKey`, `staffNone` and `filingDate`: they follow. */
export const tradeFields = {
  legalForm: choice(legalFormKeys),
  filerRole: choice(filerRoles),
  filer,
  authorisation: group('authorisation', {
    kind: choice(['registerExtract', 'foundingDeed', 'powerOfAttorney', 'none']),
  }),
  inFormation: yesNo(),
  registeredName: text({ max: 250, spellcheck: false, autocomplete: 'organization' }),
  registerKind: choice(registerKinds, { options: ['HRB', 'foreign'] }),
  registerPlace: text({ max: 100, spellcheck: false }),
  registerNumber: code(/^[\p{L}\p{N}./-]{1,20}$/u, { width: 10 }),
  gbrPartners,
  businessName: text({ max: 150, spellcheck: false, optional: 'ifAny' }),
  owner,
  managingPersonsCount,
  additionalRepresentatives,
  publicParticipation: choice(['yes', 'no', 'unknown']),
  establishmentKind: choice(establishmentKinds),
  establishment: group('establishment', { address: newAddress(''), ...contactOf() }),
  headOffice: group('establishment', { address: addressAnywhere(), ...contactOf() }),
  authorisedManager,
  staffFullTime: wholeNumber({ min: 0, most: 99999 }),
  staffPartTime: wholeNumber({ min: 0, most: 99999 }),
  travelTrade: yesNo(),
  municipalityKey: text(),
  staffNone: confirm(),
  filingDate: date(),
  contact: { ...contact, words: 'tradeContact' },
  declarations: { ...declarations, words: 'tradeDeclarations' },
}

/** Up to ten more besides the main one. */
const moreActivities = () => list(text({ max: 500 }), { min: 0, max: 10 })
export const activityText = () => longText({ max: 2000 })
export const activityFields = {
  activityMain: activityText(),
  activitiesOther: moreActivities(),
  sideBusiness: yesNo(),
  businessTypes: choices(['industry', 'craft', 'commerce', 'other']),
}

/** What a permit, a craft card and a residence title say; asked of those who may need them. */
export const proofFields = {
  permit: group(
    'permit',
    { required: yesNo(), present: yesNo(), issueDate: date(), authority: text({ max: 150, spellcheck: false }) },
    {
      shownWhen: {
        present: permit => permit.required === 'yes',
        issueDate: permit => permit.required === 'yes' && permit.present === 'yes',
        authority: permit => permit.required === 'yes' && permit.present === 'yes',
      },
    },
  ),
  craftCard: group(
    'craftCard',
    { present: yesNo(), issueDate: date(), chamber: text({ max: 150, spellcheck: false }) },
    { shownWhen: { issueDate: card => card.present === 'yes', chamber: card => card.present === 'yes' } },
  ),
  residenceTitle: group(
    'residenceTitle',
    {
      present: yesNo(),
      issueDate: date(),
      authority: text({ max: 150, spellcheck: false }),
      restricted: yesNo(),
      restrictionText: longText({ max: 500 }),
    },
    {
      shownWhen: {
        issueDate: title => title.present === 'yes',
        authority: title => title.present === 'yes',
        restricted: title => title.present === 'yes',
        restrictionText: title => title.present === 'yes' && title.restricted === 'yes',
      },
    },
  ),
}

export const formerEstablishment = group('establishment', { address: addressInGermany(), ...contactOf() })
export const notKnown = () => confirm({ optional: true })

export const tradeConditions = {
  registerKind: hasSeveralRegisters,
}

export type TradeFields = typeof tradeFields
export type Trade = Answers<TradeFields>
export type ProofFields = TradeFields & typeof proofFields
