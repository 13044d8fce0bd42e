// Complete, invented filings; together they visit every page.
import type { Example, Typed } from '../../forms/example.ts'

export const examples = (): Example[] => [
  { name: 'objection', typed: objection },
  { name: 'child', typed: child },
  { name: 'revoked', typed: revoked },
]

const filer = (familyName: string, givenNames: string, birthDate: string): Typed => ({
  'filer.familyName': familyName,
  'filer.givenNames': givenNames,
  'filer.birthDate': birthDate,
})
const residence = (street: string, houseNumber: string): Typed => ({
  'residence.street': street,
  'residence.houseNumber': houseNumber,
  'residence.postalCode': '65549',
})
const ending: Typed = {
  'contact.delivery': 'portal',
  'declarations.truth': 'yes',
  'declarations.privacyRead': 'yes',
  'declarations.portalNotification': 'yes',
}

const objection: Typed = {
  filerRole: 'self',
  ...filer('von der Heydte', 'Konrad', '22.3.1949'),
  request: 'enter',
  blocks: ['parties', 'jubilees'],
  'person.gender': 'm',
  ...residence('Altprobe', '2'),
  ...ending,
}

const child: Typed = {
  filerRole: 'custodialParent',
  ...filer('Nakamura', 'Aiko', '9.9.1985'),
  'authorisation.kind': 'custodyProof',
  request: 'enter',
  blocks: ['religiousSocieties'],
  'person.familyName': 'Nakamura-Weiß',
  'person.givenNames': 'Leo',
  'person.birthDate': '4.2.2014',
  'person.gender': 'm',
  ...residence('Gerberprobe', '18b'),
  ...ending,
  'contact.delivery': 'pickup',
}

const revoked: Typed = {
  filerRole: 'self',
  'filer.familyName': 'Sukarno',
  'filer.singleName': 'yes',
  'filer.birthDate': '1958',
  request: 'revoke',
  blocks: ['jubilees'],
  'person.gender': 'w',
  ...residence('Ruheprobe', '27'),
  ...ending,
  'contact.delivery': 'post',
  'contact.postalAddressDiffers': 'no',
}
