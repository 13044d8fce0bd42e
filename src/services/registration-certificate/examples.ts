// Complete, invented orders; together they visit every page.
import type { Example, Typed } from '../../forms/example.ts'

export const examples = (): Example[] => [
  { name: 'extended', typed: extended, desk: extendedCertified },
  { name: 'onPaper', typed: onPaper, desk: twoDwellings },
  { name: 'forChild', typed: forChild, desk: childCertified },
  { name: 'forMother', typed: forMother, desk: { 'addresses.0.status': 'sole' } },
]

const person = (familyName: string, givenNames: string, birthDate: string): Typed => ({
  familyName,
  givenNames,
  birthDate,
})
const home = (street: string, houseNumber: string): Typed => ({
  'mainResidence.street': street,
  'mainResidence.houseNumber': houseNumber,
  'mainResidence.postalCode': '65549',
  'mainResidence.city': 'Limburg a. d. Lahn',
})
const ending: Typed = {
  'declarations.truth': 'yes',
  'declarations.privacyRead': 'yes',
  'declarations.portalNotification': 'yes',
}

const extended: Typed = {
  subject: 'self',
  familyName: 'Suparman',
  singleName: 'yes',
  birthDate: '14.2.1990',
  ...home('Eschenprobe', '8'),
  certificateType: 'extended',
  extendedItems: ['birthPlace', 'nationalities', 'moveDates', 'familyStatus'],
  'contact.delivery': 'portal',
  ...ending,
}

const extendedCertified: Typed = {
  'addresses.0.status': 'sole',
  birthPlace: 'Surakarta, Indonesien',
  nationalities: ['ID'],
  moveDates: 'Eschenprobe 8: eingezogen am 14.11.2021',
  familyStatus: 'ledig',
}

const onPaper: Typed = {
  subject: 'self',
  ...person('Krüger', 'Wiebke Anna', '19.11.1967'),
  ...home('Kornprobe', '16'),
  certificateType: 'simple',
  'contact.delivery': 'post',
  copies: '2',
  'contact.postalAddressDiffers': 'no',
  'contact.email': 'wiebke.krueger@example.org',
  ...ending,
}

const twoDwellings: Typed = {
  usualGivenName: 'Wiebke',
  doctorate: ['Dr.'],
  'addresses.0.status': 'main',
  'addresses.1.address.street': 'Fuldaweg',
  'addresses.1.address.houseNumber': '55',
  'addresses.1.address.postalCode': '34117',
  'addresses.1.address.city': 'Kassel',
  'addresses.1.status': 'secondary',
}

const forChild: Typed = {
  subject: 'minorChild',
  ...person('Bergmann', 'Aylin', '21.7.1986'),
  'authorisation.kind': 'custodyProof',
  'subjectPerson.familyName': 'Bergmann',
  'subjectPerson.givenNames': 'Mira Sofie',
  'subjectPerson.birthDate': '2.4.2015',
  'subjectPerson.gender': 'w',
  ...home('Musterallee', '203'),
  certificateType: 'extended',
  extendedItems: ['legalRepresentatives', 'noDeathDateStored'],
  'contact.delivery': 'pickup',
  copies: '1',
  ...ending,
}

const childCertified: Typed = {
  'addresses.0.status': 'sole',
  legalRepresentatives: 'Aylin Bergmann, geboren am 21.07.1986',
  noDeathDateStored: 'yes',
}

const forMother: Typed = {
  subject: 'represented',
  ...person('Falk', 'Jonas', '3.5.1979'),
  'authorisation.kind': 'powerOfAttorney',
  'subjectPerson.familyName': 'Falk',
  'subjectPerson.givenNames': 'Irmgard',
  'subjectPerson.birthDate': '08.1941',
  'subjectPerson.gender': 'w',
  ...home('Domprobe', '4a'),
  certificateType: 'simple',
  'contact.delivery': 'post',
  copies: '1',
  'contact.postalAddressDiffers': 'yes',
  'contact.postalAddress.street': 'Fuldaweg',
  'contact.postalAddress.houseNumber': '12',
  'contact.postalAddress.postalCode': '34117',
  'contact.postalAddress.city': 'Kassel',
  'contact.phone': '0561 555 0199',
  ...ending,
}
