// Complete, invented filings; dates relative to the day of filing; together they visit every page.
import type { Example, Typed } from '../../forms/service.ts'
import { addDays, type Day } from '../../law/dates.ts'

export const examples = (today: Day): Example[] => [
  { name: 'single', typed: single(addDays(today, -4)) },
  { name: 'family', typed: family(addDays(today, -12)) },
  { name: 'oneName', typed: oneName(addDays(today, -9)) },
  { name: 'returning', typed: returning(addDays(today, -15)) },
  { name: 'commuter', typed: commuter(addDays(today, -2)) },
  { name: 'child', typed: child(addDays(today, -13)) },
  { name: 'inCare', typed: inCare(addDays(today, -6)) },
  { name: 'protected', typed: shielded(addDays(today, -5)) },
]

const german = { nationalities: ['DE'], bornAbroad: 'no', otherNames: 'no' }
const alone = { familyStatus: 'LD', hasCarer: 'no', hasMinorChildren: 'no' }
const identityCard = (serial: string, authority: string): Typed => ({
  'idDocuments.0.type': 'PA',
  'idDocuments.0.serialNumber': serial,
  'idDocuments.0.issuingAuthority': authority,
  'idDocuments.0.issueDate': '14.3.2022',
  'idDocuments.0.expiryDate': '13.3.2032',
})
const passport = (serial: string, authority: string): Typed => ({ ...identityCard(serial, authority), 'idDocuments.0.type': 'RP' })
const filer = (familyName: string, givenNames: string, birthDate: string): Typed => ({
  'filer.familyName': familyName,
  'filer.givenNames': givenNames,
  'filer.birthDate': birthDate,
})
const dwelling = (street: string, houseNumber: string): Typed => ({
  'newResidence.street': street,
  'newResidence.houseNumber': houseNumber,
  'newResidence.postalCode': '65549',
  'newResidence.city': 'Limburg a. d. Lahn',
})
const previous = (street: string, houseNumber: string, postalCode: string, city: string): Typed => ({
  'previousResidence.street': street,
  'previousResidence.houseNumber': houseNumber,
  'previousResidence.postalCode': postalCode,
  'previousResidence.city': city,
  previousResidenceStatus: 'sole',
  previousResidenceKept: 'no',
})
const landlord = (name: string, street: string, houseNumber: string): Typed => ({
  landlordProof: 'willFollow',
  'landlord.name': name,
  'landlord.ownerDiffers': 'no',
  'landlord.address.countryCode': 'DE',
  'landlord.address.street': street,
  'landlord.address.houseNumber': houseNumber,
  'landlord.address.postalCode': '65549',
  'landlord.address.city': 'Limburg a. d. Lahn',
})
const ending: Typed = {
  informationBlockWish: 'no',
  'contact.delivery': 'portal',
  'declarations.truth': 'yes',
  'declarations.privacyRead': 'yes',
  'declarations.portalNotification': 'yes',
}

function single(moveIn: Day): Typed {
  return {
    filerRole: 'self',
    ...filer('Westerbrink', 'Jana Maria', '17.6.1994'),
    moveInDate: moveIn,
    ...dwelling('Am Probierstein', '17a'),
    'newResidence.floorOrFlat': '2. OG links',
    moveKind: 'fromOtherMunicipality',
    ...previous('Beispielgasse', '4', '60311', 'Frankfurt am Main'),
    previousMoveOutDate: addDays(moveIn, -1),
    newResidenceStatus: 'sole',
    persons: [
      {
        familyName: 'Westerbrink', givenNames: 'Jana Maria', usualGivenName: 'Jana', ...german, birthDate: '17.6.1994', birthPlace: 'Osnabrück', gender: 'w',
        religionKey: 'vd', ...alone, ...identityCard('LZ0T5KX8R', 'Stadt Frankfurt am Main'), transmissionBlocks: ['parties', 'jubilees'],
      },
    ],
    ...landlord('Ilse Kratzenberg', 'Probeplatz', '1'),
    ...ending,
    'contact.email': 'jana.westerbrink@example.org',
  }
}

function family(moveIn: Day): Typed {
  const wedding = { familyStatus: 'VH', 'marriage.date': '30.6.2012', 'marriage.place': 'Köln', 'marriage.abroad': 'no', hasCarer: 'no', hasMinorChildren: 'no' }
  const parent = (row: number, givenNames: string, birthDate: string, gender: string): Typed => ({
    [`legalRepresentatives.${row}.relation`]: 'E', [`legalRepresentatives.${row}.familyName`]: 'Bergmann', [`legalRepresentatives.${row}.givenNames`]: givenNames,
    [`legalRepresentatives.${row}.birthDate`]: birthDate, [`legalRepresentatives.${row}.gender`]: gender, [`legalRepresentatives.${row}.livesElsewhere`]: 'no',
  })
  const parents = { ...parent(0, 'Thomas', '9.10.1984', 'm'), ...parent(1, 'Aylin', '21.7.1986', 'w') }
  const son = { personRole: 'child', familyName: 'Bergmann', ...german, birthPlace: 'Köln', religionKey: 'ev', familyStatus: 'LD', ...parents }
  return {
    filerRole: 'familyMember',
    ...filer('Bergmann', 'Thomas', '9.10.1984'),
    moveInDate: moveIn,
    ...dwelling('Musterallee', '203'),
    'newResidence.houseNumberPart': '1/2',
    moveKind: 'fromOtherMunicipality',
    ...previous('Rheinprobe', '88', '50667', 'Köln'),
    newResidenceStatus: 'sole',
    persons: [
      {
        personRole: 'filer', familyName: 'Bergmann', givenNames: 'Thomas', ...german, birthDate: '9.10.1984', birthPlace: 'Siegen', gender: 'm', religionKey: 'ev', ...wedding,
        'spouse.familyName': 'Bergmann', 'spouse.givenNames': 'Aylin', 'spouse.birthName': 'Yıldırım', 'spouse.birthDate': '21.7.1986', 'spouse.gender': 'w', 'spouse.movesAlong': 'yes',
        ...identityCard('L3H8NTV2K', 'Stadt Köln'),
      },
      {
        personRole: 'spouse', familyName: 'Bergmann', givenNames: 'Aylin', ...german, otherNames: 'yes', birthName: 'Yıldırım', birthDate: '21.7.1986', birthPlace: 'Köln', gender: 'w',
        nationalities: ['DE', 'TR'], religionKey: 'vd', ...wedding,
        'spouse.familyName': 'Bergmann', 'spouse.givenNames': 'Thomas', 'spouse.birthDate': '9.10.1984', 'spouse.gender': 'm', 'spouse.movesAlong': 'yes',
        ...identityCard('L9P4RWX7C', 'Stadt Köln'),
      },
      { ...son, givenNames: 'Mira Sofie', birthDate: '2.4.2015', gender: 'w', ...passport('C4K7MNP2R', 'Stadt Köln') },
      { ...son, givenNames: 'Jonas', birthDate: '23.9.2019', gender: 'm', ...passport('C8T3VWX5Z', 'Stadt Köln') },
    ],
    ...landlord('Wohnbau Probelahn GmbH', 'Marktprobe', '9'),
    'landlord.ownerDiffers': 'yes',
    'landlord.ownerName': 'Erbengemeinschaft Probst',
    ...ending,
    'declarations.familyEntitlement': 'yes',
  }
}

function oneName(moveIn: Day): Typed {
  return {
    filerRole: 'self',
    'filer.familyName': 'Suparman',
    'filer.singleName': 'yes',
    'filer.birthDate': '1990',
    moveInDate: moveIn,
    ...dwelling('Eschenprobe', '8'),
    moveKind: 'fromAbroad',
    arrivalCountry: 'ID',
    neverLivedInGermany: 'yes',
    newResidenceStatus: 'sole',
    persons: [
      {
        familyName: 'Suparman', singleName: 'yes', otherNames: 'no', birthDate: '1990', birthPlace: 'Surakarta', bornAbroad: 'yes', birthCountry: 'ID', gender: 'm', nationalities: ['ID'],
        religionKey: 'vd', ...alone,
        'idDocuments.0.type': 'NPASS', 'idDocuments.0.serialNumber': 'X1234567', 'idDocuments.0.issuingAuthority': 'Kantor Imigrasi Surakarta', 'idDocuments.0.issueDate': '1.2.2023', 'idDocuments.0.expiryDate': '1.2.2033',
      },
    ],
    landlordProof: 'institution',
    'landlord.name': 'Studierendenwerk Probelahn',
    'landlord.ownerDiffers': 'no',
    'landlord.address.countryCode': 'DE',
    'landlord.address.street': 'Campusprobe',
    'landlord.address.houseNumber': '2',
    'landlord.address.postalCode': '65549',
    'landlord.address.city': 'Limburg a. d. Lahn',
    ...ending,
    'contact.delivery': 'pickup',
  }
}

function returning(moveIn: Day): Typed {
  return {
    filerRole: 'self',
    ...filer('Żółć-Đặng', 'Łucja Thị', '3.1958'),
    moveInDate: moveIn,
    ...dwelling('Kornprobe', '5'),
    moveKind: 'fromAbroad',
    arrivalCountry: 'ES',
    neverLivedInGermany: 'no',
    'lastResidenceInGermany.street': 'Altgasse',
    'lastResidenceInGermany.postalCode': '34117',
    'lastResidenceInGermany.city': 'Kassel',
    lastDepartureDate: '2009',
    newResidenceStatus: 'sole',
    persons: [
      {
        familyName: 'Żółć-Đặng', givenNames: 'Łucja Thị', doctorate: ['Dr.'], ...german, otherNames: 'yes', birthName: 'Żółć', marriedName: 'Đặng',
        'formerNames.0.kind': 'family', 'formerNames.0.name': 'Kowalczyk', artistName: 'Lucia Dang', birthDate: '3.1958', birthPlace: 'unbekannt', bornAbroad: 'yes', birthCountry: 'PL', gender: 'w',
        religionKey: 'rk', familyStatus: 'VW', familyStatusEndDate: '5.2021', hasCarer: 'no', hasMinorChildren: 'no', ...identityCard('L7X2MKP9T', 'Deutsche Botschaft Madrid'), taxIdNumber: '86095742719',
      },
    ],
    landlordProof: 'ownerOccupier',
    ...ending,
    'contact.delivery': 'post',
    'contact.postalAddressDiffers': 'no',
  }
}

function commuter(moveIn: Day): Typed {
  return {
    filerRole: 'self',
    ...filer('O’Brien-Fassbinder', 'Kilian', '11.5.1981'),
    moveInDate: moveIn,
    ...dwelling('Bahnprobe', '12'),
    moveKind: 'additionalResidence',
    ...previous('Fuldaweg', '55', '34117', 'Kassel'),
    previousResidenceKeptAs: 'main',
    newResidenceStatus: 'secondary',
    otherResidences: [
      { 'address.street': 'Fuldaweg', 'address.houseNumber': '55', 'address.postalCode': '34117', 'address.city': 'Kassel', statusAfter: 'main' },
    ],
    mainResidenceReason: 'familyResidence',
    mainResidenceDaysPerYear: '200',
    persons: [
      {
        familyName: 'O’Brien-Fassbinder', givenNames: 'Kilian', ...german, birthDate: '11.5.1981', birthPlace: 'Kassel', gender: 'm', religionKey: 'ak',
        familyStatus: 'VH', 'marriage.date': '1.8.2010', 'marriage.place': 'Cork', 'marriage.abroad': 'yes', 'marriage.country': 'IE',
        'spouse.familyName': 'O’Brien', 'spouse.givenNames': 'Aoife', 'spouse.birthDate': '2.2.1983', 'spouse.gender': 'w', 'spouse.movesAlong': 'no',
        'spouse.address.countryCode': 'IE', 'spouse.address.lines': ['12 Invented Quay', 'Flat 3'], 'spouse.address.postalCode': 'T12 X4Y5', 'spouse.address.city': 'Cork', 'spouse.address.region': 'Munster',
        'spouse.permanentlySeparated': 'no',
        ...identityCard('L5N7PRT4H', 'Stadt Kassel'), hasCarer: 'no', hasMinorChildren: 'yes',
        'minorChildren.0.familyName': 'O’Brien', 'minorChildren.0.givenNames': 'Niamh', 'minorChildren.0.birthDate': '6.6.2014', 'minorChildren.0.gender': 'w',
        'minorChildren.0.address.street': 'Fuldaweg', 'minorChildren.0.address.houseNumber': '55', 'minorChildren.0.address.postalCode': '34117', 'minorChildren.0.address.city': 'Kassel',
      },
    ],
    ...landlord('Gästehaus Probelahn', 'Bahnprobe', '12'),
    ...ending,
    'contact.phone': '+49 69 90009 456',
  }
}

function child(moveIn: Day): Typed {
  return {
    filerRole: 'householderUnder16',
    ...filer('Thome', 'Markus', '19.9.1980'),
    'authorisation.kind': 'consentOtherParent',
    moveInDate: moveIn,
    ...dwelling('Schulprobe', '27'),
    moveKind: 'fromOtherMunicipality',
    ...previous('Mutterprobe', '9', '35390', 'Gießen'),
    previousResidenceKept: 'yes',
    previousResidenceKeptAs: 'secondary',
    newResidenceStatus: 'main',
    otherResidences: [
      { 'address.street': 'Mutterprobe', 'address.houseNumber': '9', 'address.postalCode': '35390', 'address.city': 'Gießen', statusAfter: 'secondary' },
    ],
    mainResidenceReason: 'custodialResidence',
    persons: [
      {
        personRole: 'child', familyName: 'Thome', givenNames: 'Elias', ...german, birthDate: '9.3.2014', birthPlace: 'Gießen', gender: 'm', religionKey: 'ev', familyStatus: 'LD',
        ...passport('C2M9KTX4V', 'Stadt Gießen'),
        'legalRepresentatives.0.relation': 'E', 'legalRepresentatives.0.familyName': 'Thome', 'legalRepresentatives.0.givenNames': 'Markus', 'legalRepresentatives.0.birthDate': '19.9.1980',
        'legalRepresentatives.0.gender': 'm', 'legalRepresentatives.0.livesElsewhere': 'no', 'legalRepresentatives.0.hasCustody': 'yes',
        'legalRepresentatives.1.relation': 'E', 'legalRepresentatives.1.familyName': 'Seibel', 'legalRepresentatives.1.givenNames': 'Katrin', 'legalRepresentatives.1.birthDate': '1.12.1982',
        'legalRepresentatives.1.gender': 'w', 'legalRepresentatives.1.livesElsewhere': 'yes', 'legalRepresentatives.1.hasCustody': 'yes',
        'legalRepresentatives.1.address.countryCode': 'DE', 'legalRepresentatives.1.address.street': 'Mutterprobe', 'legalRepresentatives.1.address.houseNumber': '9',
        'legalRepresentatives.1.address.postalCode': '35390', 'legalRepresentatives.1.address.city': 'Gießen',
      },
    ],
    ...landlord('Markus Thome', 'Schulprobe', '27'),
    ...ending,
    'contact.delivery': 'pickup',
  }
}

function inCare(moveIn: Day): Typed {
  return {
    filerRole: 'carer',
    ...filer('Lindqvist', 'Sören', '8.8.1970'),
    'authorisation.kind': 'carerId',
    moveInDate: moveIn,
    ...dwelling('Löwenprobe', '40'),
    moveKind: 'institution',
    newResidenceStatus: 'sole',
    persons: [
      {
        familyName: 'Vorbeck', givenNames: 'Hannelore', ...german, birthDate: '24.12.1939', birthPlace: 'Weilburg', gender: 'w', religionKey: 'ev', familyStatus: 'GS', familyStatusEndDate: 'unbekannt',
        hasCarer: 'yes', hasMinorChildren: 'no', ...identityCard('L2T4V6X8Z', 'Stadt Weilburg'),
        'legalRepresentatives.0.relation': 'B', 'legalRepresentatives.0.familyName': 'Lindqvist', 'legalRepresentatives.0.givenNames': 'Sören', 'legalRepresentatives.0.birthDate': '8.8.1970',
        'legalRepresentatives.0.gender': 'm', 'legalRepresentatives.0.livesElsewhere': 'no',
      },
    ],
    ...landlord('Haus Lahnblick', 'Löwenprobe', '40'),
    landlordProof: 'institution',
    ...ending,
    'contact.delivery': 'post',
    'contact.postalAddressDiffers': 'yes',
    'contact.postalAddress.countryCode': 'DE',
    'contact.postalAddress.street': 'Gerberprobe',
    'contact.postalAddress.houseNumber': '3',
    'contact.postalAddress.postalCode': '65549',
    'contact.postalAddress.city': 'Limburg a. d. Lahn',
  }
}

function shielded(moveIn: Day): Typed {
  return {
    filerRole: 'self',
    ...filer('Vertraulich', 'Renate', '30.1.1991'),
    moveInDate: moveIn,
    ...dwelling('Ahornprobe', '21'),
    moveKind: 'withinMunicipality',
    ...previous('Kanalprobe', '11', '65549', 'Limburg a. d. Lahn'),
    newResidenceStatus: 'sole',
    persons: [
      { familyName: 'Vertraulich', givenNames: 'Renate', ...german, birthDate: '30.1.1991', birthPlace: 'Diez', gender: 'w', religionKey: 'vd', ...alone, ...identityCard('L8C6F4G2H', 'Stadt Limburg a. d. Lahn') },
    ],
    ...landlord('Hausverwaltung Probestein', 'Kanalprobe', '1'),
    landlordProof: 'refused',
    'landlord.refusalReason': 'Er antwortet nicht auf meine Anrufe.',
    ...ending,
    informationBlockWish: 'yes',
  }
}
