// Complete, invented filings; dates relative to the day of filing; together they visit every page.
import type { Example, Typed } from '../../forms/example.ts'
import { addDays, type Day } from '../../law/dates.ts'

export const examples = (today: Day): Example[] => [
  { name: 'toCanada', typed: toCanada(addDays(today, 6)), desk: { 'entries.0.usualGivenName': 'Felix' } },
  { name: 'familyAbroad', typed: familyAbroad(addDays(today, -3)) },
  { name: 'noDwelling', typed: noDwelling(addDays(today, -8)) },
  { name: 'secondary', typed: secondary(addDays(today, -12)) },
  { name: 'inCare', typed: inCare(addDays(today, -1)) },
]

const filer = (familyName: string, givenNames: string, birthDate: string): Typed => ({
  'filer.familyName': familyName,
  'filer.givenNames': givenNames,
  'filer.birthDate': birthDate,
})
const person = (familyName: string, givenNames: string, birthDate: string, gender: string): Typed => ({
  familyName,
  givenNames,
  birthDate,
  gender,
})
const dwelling = (street: string, houseNumber: string): Typed => ({
  'residence.street': street,
  'residence.houseNumber': houseNumber,
  'residence.postalCode': '65549',
  'residence.city': 'Limburg a. d. Lahn',
})
const ending: Typed = {
  'contact.delivery': 'portal',
  'declarations.truth': 'yes',
  'declarations.privacyRead': 'yes',
  'declarations.portalNotification': 'yes',
}

function toCanada(moveOut: Day): Typed {
  return {
    filerRole: 'self',
    ...filer('Amrein', 'Felix', '2.11.1988'),
    deregistrationKind: 'movingAbroad',
    moveOutDate: moveOut,
    ...dwelling('Holzprobe', '31'),
    'residence.floorOrFlat': 'DG',
    residenceStatus: 'sole',
    destinationCountry: 'CA',
    'destinationAddress.lines': ['128 Invented Road, Unit 5'],
    'destinationAddress.postalCode': 'K1A 0A0',
    'destinationAddress.city': 'Ottawa',
    'destinationAddress.region': 'ON',
    persons: [{ personRole: 'filer', gender: 'm' }],
    'idMatch.serialNumber': 'L7X2MKP9T',
    ...ending,
    'contact.email': 'felix.amrein@example.com',
  }
}

function familyAbroad(moveOut: Day): Typed {
  return {
    filerRole: 'familyMember',
    ...filer('Kastner-Ødegård', 'Silje', '14.2.1985'),
    deregistrationKind: 'movingAbroad',
    moveOutDate: moveOut,
    ...dwelling('Lahnprobe', '7a'),
    residenceStatus: 'sole',
    destinationCountry: 'unknown',
    persons: [
      { personRole: 'filer', gender: 'w' },
      { personRole: 'child', ...person('Kastner', 'Emil', '30.8.2016', 'm') },
    ],
    ...ending,
    'contact.delivery': 'pickup',
    'declarations.familyEntitlement': 'yes',
  }
}

function noDwelling(moveOut: Day): Typed {
  return {
    filerRole: 'self',
    ...filer('Wendland', 'Ruth', '5.5.1962'),
    deregistrationKind: 'noNewDwelling',
    moveOutDate: moveOut,
    ...dwelling('Turmprobe', '19'),
    residenceStatus: 'sole',
    persons: [{ personRole: 'filer', gender: 'w' }],
    ...ending,
    'contact.delivery': 'post',
    'contact.postalAddressDiffers': 'yes',
    'contact.postalAddress.countryCode': 'DE',
    'contact.postalAddress.street': 'Postlagernd',
    'contact.postalAddress.postalCode': '65549',
    'contact.postalAddress.city': 'Limburg a. d. Lahn',
  }
}

function secondary(moveOut: Day): Typed {
  return {
    filerRole: 'self',
    'filer.familyName': 'Thandiwe',
    'filer.singleName': 'yes',
    'filer.birthDate': '1991',
    deregistrationKind: 'secondaryGivenUp',
    moveOutDate: moveOut,
    ...dwelling('Campusprobe', '2'),
    residenceStatus: 'secondary',
    remainingResidences: [
      {
        'address.street': 'Fuldaweg',
        'address.houseNumber': '55',
        'address.postalCode': '34117',
        'address.city': 'Kassel',
        statusAfter: 'sole',
      },
    ],
    persons: [{ personRole: 'filer', gender: 'x' }],
    ...ending,
  }
}

function inCare(moveOut: Day): Typed {
  return {
    filerRole: 'carer',
    ...filer('Lindqvist', 'Sören', '8.8.1970'),
    'authorisation.kind': 'carerId',
    deregistrationKind: 'noNewDwelling',
    moveOutDate: moveOut,
    ...dwelling('Löwenprobe', '40'),
    residenceStatus: 'sole',
    persons: [person('Vorbeck', 'Hannelore', '24.12.1939', 'w')],
    ...ending,
    'contact.phone': '+49 69 90009 321',
  }
}
