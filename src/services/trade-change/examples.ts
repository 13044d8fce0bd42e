// Complete, invented changes of trades; dates relative to the day of filing; together they visit every page.
import type { Example, Typed } from '../../forms/example.ts'
import { addDays, type Day } from '../../law/dates.ts'
import { ending, establishment, filer, home, noStaff, ownerBorn } from '../shared/trade-examples.ts'

export const examples = (today: Day): Example[] => [
  { name: 'moves', typed: moves(addDays(today, -5)), desk: { wzCode: '47591' } },
  { name: 'marries', typed: marries(addDays(today, -9)) },
  { name: 'branchGrows', typed: branchGrows(addDays(today, 4)) },
  { name: 'companyGrows', typed: companyGrows(addDays(today, -1)) },
]

/** A shop moves within the town. */
function moves(day: Day): Typed {
  return {
    changeKinds: ['relocationWithinMunicipality'],
    changeDate: day,
    'formerEstablishment.address.street': 'Ahornprobe',
    'formerEstablishment.address.houseNumber': '23',
    'formerEstablishment.address.postalCode': '65549',
    'formerEstablishment.address.city': 'Limburg a. d. Lahn',
    legalForm: 'soleTrader',
    filerRole: 'self',
    ...filer('Quendel', 'Frieda', '8.8.1990'),
    businessName: 'Wachsstube Quendel',
    continuedActivity: 'Versandhandel mit Kerzen über das Internet, Durchführung von Kerzenkursen',
    ...ownerBorn('Husum', 'w', ['DE']),
    ...home('Ahornprobe', '23', '65549', 'Limburg a. d. Lahn'),
    ...establishment('Kornprobe', '7', '65549'),
    ...noStaff,
    ...ending,
  }
}

/** A partner of a GbR has another name and does something more; the title allows it. */
function marries(day: Day): Typed {
  return {
    changeKinds: ['traderNameChanged', 'activityExtended', 'other'],
    otherReason: 'Seit diesem Monat haben wir auch samstags geöffnet.',
    changeDate: day,
    previousName: 'Adaeze Okonkwo',
    legalForm: 'gbr',
    filerRole: 'self',
    ...filer('Ferber', 'Adaeze', '3.2.1991'),
    'gbrPartners.0.familyName': 'Ferber',
    'gbrPartners.0.givenNames': 'Lutz',
    businessName: 'Blütenprobe',
    newActivity: 'Pflasterarbeiten in Gärten',
    continuedActivity: 'Gartenpflege und Verkauf von Schnittblumen',
    ...ownerBorn('Enugu', 'w', ['NG'], 'NG'),
    'owner.birthName': 'Okonkwo',
    ...home('Rosenprobe', '8', '65549', 'Limburg a. d. Lahn'),
    managingPersonsCount: '2',
    publicParticipation: 'no',
    ...establishment('Gartenprobe', '1', '65555'),
    ...noStaff,
    'craftCard.present': 'yes',
    'craftCard.issueDate': addDays(day, -30),
    'craftCard.chamber': 'Handwerkskammer Wiesbaden',
    'residenceTitle.present': 'yes',
    'residenceTitle.issueDate': '4.5.2024',
    'residenceTitle.authority': 'Landkreis Limburg-Weilburg',
    'residenceTitle.restricted': 'no',
    ...ending,
  }
}

/** A branch of a stock corporation sells something else from now on. */
function branchGrows(day: Day): Typed {
  return {
    changeKinds: ['activityChanged'],
    changeDate: day,
    legalForm: 'ag',
    filerRole: 'executiveOfLegalPerson',
    ...filer('Nordhaus', 'Wibke', '19.9.1970'),
    'authorisation.kind': 'registerExtract',
    inFormation: 'no',
    registeredName: 'Probewerk Logistik AG',
    registerPlace: 'Frankfurt am Main',
    registerNumber: '123456',
    newActivity: 'Verkauf von Schreibwaren',
    continuedActivity: 'Annahme und Ausgabe von Paketen',
    managingPersonsCount: '3',
    publicParticipation: 'no',
    ...establishment('Bahnprobe', '4', '65549'),
    establishmentKind: 'branch',
    'headOffice.address.countryCode': 'DE',
    'headOffice.address.street': 'Beispielallee',
    'headOffice.address.houseNumber': '1',
    'headOffice.address.postalCode': '60311',
    'headOffice.address.city': 'Frankfurt am Main',
    'authorisedManager.familyName': 'Salomon',
    'authorisedManager.givenNames': 'Rut',
    ...noStaff,
    staffPartTime: '4',
    ...ending,
    'contact.delivery': 'pickup',
  }
}

/** A foreign company with a second director; an adviser files. */
function companyGrows(day: Day): Typed {
  return {
    changeKinds: ['activityGivenUp', 'sideBusinessChanged'],
    changeDate: day,
    legalForm: 'foreign',
    filerRole: 'authorizedRepresentative',
    ...filer('Lorenz', 'Birgit', '5.5.1968'),
    'authorisation.kind': 'powerOfAttorney',
    inFormation: 'no',
    registeredName: 'Sample Orchards Ltd',
    registerKind: 'foreign',
    registerPlace: 'Cardiff',
    registerNumber: 'SC123456',
    continuedActivity: 'Beratung von Obstbaubetrieben',
    'owner.familyName': 'Evans',
    'owner.givenNames': 'Rhys',
    'owner.birthDate': '14.7.1974',
    ...ownerBorn('Swansea', 'm', ['GB', 'IE'], 'GB'),
    ...home('Weinprobe', '4', '65551', 'Limburg a. d. Lahn'),
    additionalRepresentatives: [
      {
        familyName: 'Price',
        givenNames: 'Carys',
        birthDate: '1.1.1980',
        birthPlace: 'Cardiff',
        birthCountry: 'GB',
        gender: 'w',
        nationalities: ['GB'],
        'homeAddress.countryCode': 'GB',
        'homeAddress.lines': ['1 Sample Street'],
        'homeAddress.postalCode': 'CF10 1AA',
        'homeAddress.city': 'Cardiff',
      },
    ],
    publicParticipation: 'no',
    ...establishment('Feldprobe', '10', '65551'),
    ...noStaff,
    'residenceTitle.present': 'no',
    ...ending,
    'contact.delivery': 'post',
    'contact.postalAddressDiffers': 'no',
  }
}
