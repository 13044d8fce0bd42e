// Complete, invented orders; together they visit every page.
import type { Example, Typed } from '../../forms/service.ts'

export const examples = (): Example[] => [
  { name: 'extended', typed: extended },
  { name: 'onPaper', typed: onPaper },
  { name: 'forChild', typed: forChild },
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
