// Complete, invented filings; dates relative to the day of filing; together they visit every page.
import type { Example, Typed } from '../../forms/example.ts'
import { addDays, type Day } from '../../law/dates.ts'

export const examples = (today: Day): Example[] => [
  { name: 'single', typed: single(addDays(today, -3)) },
  { name: 'family', typed: family(addDays(today, -10)) },
  {
    name: 'twoDwellings',
    typed: twoDwellings(addDays(today, -20)),
    desk: { 'azrNumbers.0.azrNumber': '260101123456' },
  },
  { name: 'guardian', typed: guardian(addDays(today, -5)) },
]

const german = { nationalities: ['DE'], bornAbroad: 'no', otherNames: 'no' }
const filer = (familyName: string, givenNames: string, birthDate: string): Typed => ({
  'filer.familyName': familyName,
  'filer.givenNames': givenNames,
  'filer.birthDate': birthDate,
})
const identityCard = (serial: string): Typed => ({
  'idDocuments.0.type': 'PA',
  'idDocuments.0.serialNumber': serial,
  'idDocuments.0.issuingAuthority': 'Stadt Limburg a. d. Lahn',
  'idDocuments.0.issueDate': '14.3.2022',
  'idDocuments.0.expiryDate': '13.3.2032',
})
const address = (name: string, street: string, houseNumber: string): Typed => ({
  [`${name}.street`]: street,
  [`${name}.houseNumber`]: houseNumber,
  [`${name}.postalCode`]: '65549',
  [`${name}.city`]: 'Limburg a. d. Lahn',
})
const landlord = (name: string): Typed => ({
  landlordProof: 'willFollow',
  'landlord.name': name,
  'landlord.ownerDiffers': 'no',
  'landlord.address.countryCode': 'DE',
  ...address('landlord.address', 'Verwalterweg', '1'),
})
const ending: Typed = {
  informationBlockWish: 'no',
  'contact.delivery': 'portal',
  'declarations.privacyRead': 'yes',
  'declarations.truth': 'yes',
  'declarations.portalNotification': 'yes',
}

function single(moveIn: Day): Typed {
  return {
    filerRole: 'self',
    ...filer('Ruppert', 'Anke', '4.4.1979'),
    moveInDate: moveIn,
    ...address('newResidence', 'Rosenprobe', '9'),
    ...address('previousResidence', 'Domprobe', '3'),
    previousResidenceStatus: 'sole',
    previousResidenceKept: 'no',
    previousMoveOutDate: addDays(moveIn, -1),
    newResidenceStatus: 'sole',
    persons: [
      {
        personRole: 'filer',
        familyName: 'Ruppert',
        givenNames: 'Anke',
        ...german,
        birthDate: '4.4.1979',
        birthPlace: 'Weilburg',
        gender: 'w',
        religionKey: 'vd',
        familyStatus: 'GS',
        familyStatusEndDate: '12.2019',
        hasCarer: 'no',
        hasMinorChildren: 'no',
        ...identityCard('L6R3TXW9K'),
      },
    ],
    ...landlord('Hausverwaltung Probestein'),
    ...ending,
  }
}

function family(moveIn: Day): Typed {
  const marriage = { 'marriage.date': '9.9.2017', 'marriage.place': 'Diez', 'marriage.abroad': 'no' }
  const parent = (row: number, givenNames: string, birthDate: string): Typed => ({
    [`legalRepresentatives.${row}.relation`]: 'E',
    [`legalRepresentatives.${row}.familyName`]: 'Öztürk-Hansen',
    [`legalRepresentatives.${row}.givenNames`]: givenNames,
    [`legalRepresentatives.${row}.birthDate`]: birthDate,
    [`legalRepresentatives.${row}.gender`]: 'w',
    [`legalRepresentatives.${row}.livesElsewhere`]: 'no',
  })
  const adult = (own: [string, string], other: [string, string], serial: string): Typed => ({
    familyName: 'Öztürk-Hansen',
    givenNames: own[0],
    ...german,
    birthDate: own[1],
    birthPlace: 'Limburg a. d. Lahn',
    gender: 'w',
    religionKey: 'vd',
    familyStatus: 'VH',
    ...marriage,
    'spouse.familyName': 'Öztürk-Hansen',
    'spouse.givenNames': other[0],
    'spouse.birthDate': other[1],
    'spouse.gender': 'w',
    'spouse.movesAlong': 'yes',
    ...identityCard(serial),
    hasCarer: 'no',
    hasMinorChildren: 'no',
  })
  const elif: [string, string] = ['Elif', '1.6.1990']
  const maren: [string, string] = ['Maren', '22.10.1988']
  return {
    filerRole: 'familyMember',
    ...filer('Öztürk-Hansen', 'Elif', '1.6.1990'),
    moveInDate: moveIn,
    ...address('newResidence', 'Mühlenprobe', '14'),
    ...address('previousResidence', 'Brückenprobe', '2'),
    previousResidenceStatus: 'sole',
    previousResidenceKept: 'no',
    newResidenceStatus: 'sole',
    persons: [
      { personRole: 'filer', ...adult(elif, maren, 'L4K8NPV2X') },
      { personRole: 'spouse', ...adult(maren, elif, 'L9C3FGH7J') },
      {
        personRole: 'child',
        familyName: 'Öztürk-Hansen',
        givenNames: 'Juna',
        ...german,
        birthDate: '17.1.2021',
        birthPlace: 'Limburg a. d. Lahn',
        gender: 'w',
        religionKey: 'vd',
        familyStatus: 'LD',
        ...parent(0, ...elif),
        ...parent(1, ...maren),
      },
    ],
    landlordProof: 'ownerOccupier',
    ...ending,
    'declarations.familyEntitlement': 'yes',
  }
}

function twoDwellings(moveIn: Day): Typed {
  return {
    filerRole: 'self',
    ...filer('Nowak', 'Piotr', '13.3.1983'),
    moveInDate: moveIn,
    ...address('newResidence', 'Lindenprobe', '21'),
    ...address('previousResidence', 'Altprobe', '6'),
    previousResidenceStatus: 'sole',
    previousResidenceKept: 'yes',
    previousResidenceKeptAs: 'secondary',
    newResidenceStatus: 'main',
    otherResidences: [{ ...address('address', 'Altprobe', '6'), statusAfter: 'secondary' }],
    mainResidenceReason: 'predominantUse',
    persons: [
      {
        personRole: 'filer',
        familyName: 'Nowak',
        givenNames: 'Piotr',
        nationalities: ['PL'],
        bornAbroad: 'yes',
        birthCountry: 'PL',
        otherNames: 'no',
        birthDate: '13.3.1983',
        birthPlace: 'Opole',
        gender: 'm',
        religionKey: 'rk',
        familyStatus: 'VH',
        'marriage.date': '2009',
        'marriage.place': 'Opole',
        'marriage.abroad': 'yes',
        'marriage.country': 'PL',
        'spouse.familyName': 'Nowak',
        'spouse.givenNames': 'Ewa',
        'spouse.birthDate': '1984',
        'spouse.gender': 'w',
        'spouse.movesAlong': 'no',
        'spouse.address.countryCode': 'PL',
        'spouse.address.lines': ['ul. Wymyślona 7'],
        'spouse.address.postalCode': '45-000',
        'spouse.address.city': 'Opole',
        'spouse.permanentlySeparated': 'yes',
        'idDocuments.0.type': 'NID',
        'idDocuments.0.serialNumber': 'ABC123456',
        'idDocuments.0.issuingAuthority': 'Prezydent Miasta Opola',
        'idDocuments.0.issueDate': '1.2.2021',
        'idDocuments.0.expiryDate': '1.2.2031',
        hasCarer: 'no',
        hasMinorChildren: 'no',
      },
    ],
    ...landlord('Ilse Kratzenberg'),
    ...ending,
    'contact.delivery': 'post',
    'contact.postalAddressDiffers': 'no',
  }
}

function guardian(moveIn: Day): Typed {
  return {
    filerRole: 'legalGuardian',
    ...filer('Brandt', 'Helga', '7.7.1971'),
    'authorisation.kind': 'custodyProof',
    moveInDate: moveIn,
    ...address('newResidence', 'Fischerprobe', '5'),
    ...address('previousResidence', 'Schulprobe', '30'),
    previousResidenceStatus: 'sole',
    previousResidenceKept: 'no',
    newResidenceStatus: 'sole',
    persons: [
      {
        familyName: 'Sommer',
        givenNames: 'Lio',
        ...german,
        birthDate: '28.2.2012',
        birthPlace: 'Wetzlar',
        gender: 'x',
        religionKey: 'vd',
        familyStatus: 'LD',
        'legalRepresentatives.0.relation': 'V',
        'legalRepresentatives.0.familyName': 'Brandt',
        'legalRepresentatives.0.givenNames': 'Helga',
        'legalRepresentatives.0.birthDate': '7.7.1971',
        'legalRepresentatives.0.gender': 'w',
        'legalRepresentatives.0.livesElsewhere': 'no',
      },
    ],
    ...landlord('Wohnbau Probelahn GmbH'),
    ...ending,
    'contact.delivery': 'pickup',
  }
}
