// What every filing has: who files, how to reach them, what they declare.
import { group } from '../../forms/containers.ts'
import { choice, confirm, email, name, partialDate, phone, text } from '../../forms/fields.ts'
import { addressAnywhere, addressLines } from './address.ts'
import { nameRefusals } from './person.ts'

export const filer = group(
  'filer',
  {
    organisation: text({ autocomplete: 'organization', spellcheck: false }),
    familyName: name({ autocomplete: 'family-name' }),
    givenNames: name({ autocomplete: 'given-name', optional: 'depends' }),
    singleName: confirm({ optional: true }),
    birthDate: partialDate({ unknownAllowed: true, autocomplete: 'bday' }),
  },
  {
    shownWhen: {
      organisation: (_, answers) => answers.filerRole === 'institution',
      birthDate: (_, answers) => answers.filerRole !== 'institution',
    },
    refused: nameRefusals,
  },
)

export const authorisation = group('authorisation', {
  kind: choice(['powerOfAttorney', 'custodyProof', 'consentOtherParent', 'carerId', 'institutionStatus', 'none']),
})

export const contact = group(
  'contact',
  {
    email: email({ optional: true }),
    phone: phone({ optional: true }),
    delivery: choice(['portal', 'post', 'pickup']),
    postalAddressDiffers: choice(['yes', 'no']),
    postalAddress: addressAnywhere(),
  },
  {
    shownWhen: {
      postalAddressDiffers: contact => contact.delivery === 'post',
      postalAddress: contact => contact.delivery === 'post' && contact.postalAddressDiffers === 'yes',
    },
  },
)

export const declarations = group(
  'declarations',
  {
    familyEntitlement: confirm(),
    // VwVfG section 41(2a): notified by retrieval only with consent; who does not give it chooses another delivery.
    portalNotification: confirm(),
    privacyRead: confirm(),
    truth: confirm(),
  },
  {
    shownWhen: {
      familyEntitlement: (_, answers) => (answers.persons?.length ?? 0) > 1,
      portalNotification: (_, answers) => answers.contact?.delivery === 'portal',
    },
  },
)

export type Named = { familyName?: string; givenNames?: string }

/** Given names before the family name; a one-name person has one. */
export function fullNameOf(named: Named | undefined): string {
  return [named?.givenNames, named?.familyName].filter(Boolean).join(' ')
}

type Address = Record<string, string | string[] | undefined>
export type Contact = { delivery?: string; postalAddressDiffers?: string; postalAddress?: Address }
type Filing = { filer?: Named & { organisation?: string }; contact?: Contact }

/** Where letters to who files go: the post address they gave, else `home`. */
export function addresseeOf({ filer, contact }: Filing, home: Address | undefined) {
  const lines = [filer?.organisation ?? '', fullNameOf(filer), ...postalLines(contact, home)]
  return { lines: lines.filter(Boolean), byPost: contact?.delivery === 'post' }
}

export function postalLines(contact: Contact | undefined, home: Address | undefined): string[] {
  const isElsewhere = contact?.delivery === 'post' && contact.postalAddressDiffers === 'yes'
  return addressLines((isElsewhere ? contact.postalAddress : home) ?? {}, 'de')
}
