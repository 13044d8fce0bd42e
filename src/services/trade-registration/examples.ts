// Complete, invented registrations of trades; dates relative to the day of filing; together they visit every page.
import type { Example, Typed } from '../../forms/example.ts'
import { addDays, type Day } from '../../law/dates.ts'
import { activity, ending, establishment, filer, home, noStaff, ownerBorn } from '../shared/trade-examples.ts'

export const examples = (today: Day): Example[] => [
  { name: 'candles', typed: candles(addDays(today, 10)), desk: { wzCode: '32994' } },
  { name: 'software', typed: software(addDays(today, -2)) },
  { name: 'partners', typed: partners(addDays(today, -1)), desk: { wzCode: '81210' } },
  { name: 'corporation', typed: corporation(addDays(today, 3)) },
  { name: 'hairdresser', typed: hairdresser(addDays(today, -3)), desk: { wzCode: '96021' } },
  { name: 'electrician', typed: electrician(addDays(today, 5)) },
  { name: 'restaurant', typed: restaurant(addDays(today, -7)), desk: ofRestaurant },
  { name: 'taxAdviser', typed: represented(addDays(today, -12)) },
]

/** A permit for the gaming machines is needed and not there; the receipt is certified all the same (GewO section 15(2)). */
const ofRestaurant: Typed = {
  permitRequired: 'yes',
  permitKinds: ['gamingMachines'],
  overseenTrade: 'no',
  wzCode: '56101',
  customsIndication: 'no',
  note: 'Erlaubnis ist beantragt, Ordnungsamt ist unterrichtet.',
}

/** A sole trader at home, beside other work; nothing needs a permit. */
function candles(start: Day): Typed {
  return {
    registrationReason: 'newFoundation',
    legalForm: 'soleTrader',
    filerRole: 'self',
    ...filer('Quendel', 'Frieda', '8.8.1990'),
    businessName: 'Wachsstube Quendel',
    ...activity(
      'Herstellung von Kerzen aus Bienenwachs (nicht handwerksmäßig) und Versandhandel damit über das Internet',
    ),
    activitiesOther: ['Durchführung von Kerzenkursen'],
    businessTypes: ['commerce', 'other'],
    startDate: start,
    sideBusiness: 'yes',
    ...ownerBorn('Husum', 'w', ['DE']),
    ...home('Ahornprobe', '23', '65549', 'Limburg a. d. Lahn'),
    'owner.website': 'https://wachsstube.example',
    ...establishment('Ahornprobe', '23', '65549'),
    ...noStaff,
    ...ending,
    'contact.email': 'frieda.quendel@example.org',
  }
}

/** A GmbH with a second managing director and five people. */
function software(start: Day): Typed {
  return {
    registrationReason: 'newFoundation',
    legalForm: 'gmbh',
    filerRole: 'executiveOfLegalPerson',
    ...filer('Yıldırım-Holm', 'Ayşe', '27.4.1979'),
    'authorisation.kind': 'registerExtract',
    inFormation: 'no',
    registeredName: 'Reineclaude Software GmbH',
    registerPlace: 'Limburg a. d. Lahn',
    registerNumber: '87654',
    ...activity('Entwicklung und Vertrieb von Software für Obstbaubetriebe'),
    activitiesOther: ['IT-Beratung', 'Hosting von Anwendungen'],
    businessTypes: ['other'],
    startDate: start,
    sideBusiness: 'no',
    ...ownerBorn('Frankfurt am Main', 'w', ['DE', 'TR']),
    'owner.birthName': 'Yıldırım',
    ...home('Erfinderprobe', '70', '60311', 'Frankfurt am Main'),
    additionalRepresentatives: [
      {
        familyName: 'van der Meer',
        givenNames: 'Piet',
        birthDate: '15.1.1983',
        birthPlace: 'Groningen',
        birthCountry: 'NL',
        gender: 'm',
        nationalities: ['NL'],
        'homeAddress.countryCode': 'DE',
        'homeAddress.street': 'Kanalprobe',
        'homeAddress.houseNumber': '11',
        'homeAddress.postalCode': '65549',
        'homeAddress.city': 'Limburg a. d. Lahn',
      },
    ],
    publicParticipation: 'no',
    ...establishment('Werkprobe', '100', '65549'),
    'establishment.address.floorOrFlat': 'Halle 3',
    'establishment.phone': '+49 69 90009 456',
    'establishment.email': 'info@reineclaude.example',
    'establishment.website': 'reineclaude.example',
    staffFullTime: '4',
    staffPartTime: '1',
    travelTrade: 'no',
    'permit.required': 'no',
    ...ending,
  }
}

/** A GbR of three; one of two managing partners files, a second and a third person are named. */
function partners(start: Day): Typed {
  return {
    registrationReason: 'partnerJoins',
    legalForm: 'gbr',
    filerRole: 'self',
    ...filer('Okonkwo', 'Adaeze', '3.2.1991'),
    'gbrPartners.0.familyName': 'Ferber',
    'gbrPartners.0.givenNames': 'Lutz',
    'gbrPartners.1.familyName': 'Sardana',
    'gbrPartners.1.singleName': 'yes',
    businessName: 'Blütenprobe',
    formerTraderName: 'Lutz Ferber, Gartenpflege',
    formerEstablishmentDiffers: 'yes',
    ...formerPlace('Hofprobe', '2', '65555', 'Limburg a. d. Lahn'),
    accidentInsurer: 'SVLFG',
    accidentInsuranceNumber: '123456789012345',
    ...activity('Gartenpflege und Verkauf von Schnittblumen'),
    businessTypes: ['commerce', 'other'],
    startDate: start,
    sideBusiness: 'no',
    ...ownerBorn('Enugu', 'w', ['NG'], 'NG'),
    ...home('Rosenprobe', '8', '65549', 'Limburg a. d. Lahn'),
    'residenceTitle.present': 'yes',
    'residenceTitle.issueDate': '4.5.2024',
    'residenceTitle.authority': 'Landkreis Limburg-Weilburg',
    'residenceTitle.restricted': 'no',
    managingPersonsCount: '2',
    publicParticipation: 'no',
    ...establishment('Gartenprobe', '1', '65555'),
    ...noStaff,
    ...ending,
    'contact.delivery': 'pickup',
  }
}

/** A branch of a stock corporation: nobody in fields 4 to 11, a manager in field 14, a head office elsewhere. */
function corporation(start: Day): Typed {
  return {
    registrationReason: 'newFoundation',
    legalForm: 'ag',
    filerRole: 'executiveOfLegalPerson',
    ...filer('Nordhaus', 'Wibke', '19.9.1970'),
    'authorisation.kind': 'registerExtract',
    inFormation: 'no',
    registeredName: 'Probewerk Logistik AG',
    registerPlace: 'Frankfurt am Main',
    registerNumber: '123456',
    businessName: 'Paketprobe',
    ...activity('Annahme und Ausgabe von Paketen, Verkauf von Verpackungen'),
    businessTypes: ['commerce', 'other'],
    startDate: start,
    sideBusiness: 'no',
    managingPersonsCount: '3',
    publicParticipation: 'unknown',
    ...establishment('Bahnprobe', '4', '65549'),
    establishmentKind: 'dependentBranch',
    'headOffice.address.countryCode': 'DE',
    'headOffice.address.street': 'Beispielallee',
    'headOffice.address.houseNumber': '1',
    'headOffice.address.postalCode': '60311',
    'headOffice.address.city': 'Frankfurt am Main',
    'headOffice.phone': '+49 69 90009 800',
    'authorisedManager.familyName': 'Salomon',
    'authorisedManager.givenNames': 'Rut',
    staffFullTime: '2',
    staffPartTime: '3',
    travelTrade: 'no',
    'permit.required': 'no',
    ...ending,
  }
}

/** A craft of annex A that comes from another town, with its card. */
function hairdresser(start: Day): Typed {
  return {
    registrationReason: 'relocation',
    legalForm: 'soleTrader',
    filerRole: 'self',
    ...filer('Kowalczyk-Berg', 'Sabine', '12.2.1977'),
    businessName: 'Schnittprobe',
    ...formerPlace('Seltersprobe', '77', '35390', 'Gießen'),
    accidentInsurer: 'BGW',
    accidentInsuranceNumberUnknown: 'yes',
    ...activity('Friseurhandwerk'),
    activitiesOther: ['Verkauf von Haarpflegemitteln'],
    businessTypes: ['craft', 'commerce'],
    startDate: start,
    sideBusiness: 'no',
    ...ownerBorn('Weilburg', 'w', ['DE']),
    'owner.birthName': 'Metz',
    ...home('Scherenprobe', '3', '65549', 'Limburg a. d. Lahn'),
    ...establishment('Marktprobe', '18', '65549'),
    staffFullTime: '1',
    staffPartTime: '2',
    travelTrade: 'no',
    'permit.required': 'no',
    'craftCard.present': 'yes',
    'craftCard.issueDate': '9.5.2011',
    'craftCard.chamber': 'Handwerkskammer Wiesbaden',
    ...ending,
    'contact.delivery': 'pickup',
  }
}

/** A craft of annex A without its card yet: a warning, and the notification is accepted. */
function electrician(start: Day): Typed {
  return {
    registrationReason: 'newFoundation',
    legalForm: 'eK',
    filerRole: 'self',
    ...filer('Dahl', 'Jesper', '1.11.1988'),
    inFormation: 'no',
    registeredName: 'Elektro Dahl e. K.',
    registerPlace: 'Limburg a. d. Lahn',
    registerNumber: '4321',
    ...activity('Elektroinstallationen in Wohnhäusern'),
    businessTypes: ['craft'],
    startDate: start,
    sideBusiness: 'no',
    ...ownerBorn('Aarhus', 'm', ['DK'], 'DK'),
    ...home('Turmprobe', '12', '65549', 'Limburg a. d. Lahn'),
    'owner.phone': '+49 69 90009 321',
    ...establishment('Turmprobe', '12', '65549'),
    ...noStaff,
    'craftCard.present': 'no',
    ...ending,
  }
}

/** A take-over by lease; a restaurant with alcohol and gaming machines, a title with a condition. */
function restaurant(start: Day): Typed {
  return {
    registrationReason: 'takeover',
    takeoverKind: 'lease',
    legalForm: 'ug',
    filerRole: 'executiveOfLegalPerson',
    ...filer('Haddad', 'Nour', '30.6.1985'),
    'authorisation.kind': 'none',
    inFormation: 'yes',
    registeredName: 'Zedernprobe UG (haftungsbeschränkt) i. G.',
    formerTraderName: 'Gasthaus zur alten Probe, Inhaber Emil Rettich',
    formerEstablishmentDiffers: 'no',
    accidentInsurerUnknown: 'yes',
    accidentInsuranceNumberUnknown: 'yes',
    ...activity('Restaurant mit Alkoholausschank, Aufstellen von Spielautomaten'),
    businessTypes: ['other'],
    startDate: start,
    sideBusiness: 'no',
    ...ownerBorn('Beirut', 'm', ['LB'], 'LB'),
    'owner.homeAddress.countryCode': 'LB',
    'owner.homeAddress.lines': ['Probe Street 4'],
    'owner.homeAddress.city': 'Beirut',
    publicParticipation: 'no',
    ...establishment('Domprobe', '9', '65549'),
    staffFullTime: '3',
    staffPartTime: '0',
    travelTrade: 'no',
    'permit.required': 'yes',
    'permit.present': 'yes',
    'permit.issueDate': addDays(start, -20),
    'permit.authority': 'Ordnungsamt der Stadt Limburg a. d. Lahn',
    'residenceTitle.present': 'yes',
    'residenceTitle.issueDate': '2.9.2025',
    'residenceTitle.authority': 'Landkreis Limburg-Weilburg',
    'residenceTitle.restricted': 'yes',
    'residenceTitle.restrictionText': 'Selbständige Tätigkeit nur als Gastronom gestattet.',
    ...ending,
    'contact.delivery': 'post',
    'contact.postalAddressDiffers': 'no',
  }
}

/** Somebody with a power of attorney files for the owner, who travels. */
function represented(start: Day): Typed {
  return {
    registrationReason: 'newFoundation',
    legalForm: 'soleTrader',
    filerRole: 'authorizedRepresentative',
    ...filer('Lorenz', 'Birgit', '5.5.1968'),
    'authorisation.kind': 'powerOfAttorney',
    ...activity('Haustürverkauf von Bürsten'),
    businessTypes: ['commerce'],
    startDate: start,
    sideBusiness: 'yes',
    'owner.familyName': 'Suharto',
    'owner.singleName': 'yes',
    'owner.birthDate': '1961',
    ...ownerBorn('Bandung', 'm', ['ID', 'DE'], 'ID'),
    ...home('Elbprobe', '6', '65556', 'Limburg a. d. Lahn'),
    ...establishment('Elbprobe', '6', '65556'),
    ...noStaff,
    travelTrade: 'yes',
    ...ending,
    'contact.delivery': 'post',
    'contact.postalAddressDiffers': 'yes',
    'contact.postalAddress.countryCode': 'DE',
    'contact.postalAddress.street': 'Schulprobe',
    'contact.postalAddress.houseNumber': '2',
    'contact.postalAddress.postalCode': '65549',
    'contact.postalAddress.city': 'Limburg a. d. Lahn',
  }
}

const formerPlace = (street: string, houseNumber: string, postalCode: string, city: string): Typed => ({
  'formerEstablishment.address.street': street,
  'formerEstablishment.address.houseNumber': houseNumber,
  'formerEstablishment.address.postalCode': postalCode,
  'formerEstablishment.address.city': city,
})
