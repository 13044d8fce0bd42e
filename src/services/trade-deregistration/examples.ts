// Complete, invented deregistrations of trades; dates relative to the day of filing; together they visit every page.
import type { Example, Typed } from '../../forms/example.ts'
import { addDays, type Day } from '../../law/dates.ts'
import { activity, ending, establishment, filer, home, noStaff, ownerBorn } from '../shared/trade-examples.ts'

export const examples = (today: Day): Example[] => [
  { name: 'age', typed: age(addDays(today, -18)), desk: { wzCode: '81101' } },
  { name: 'handover', typed: handover(addDays(today, 7)) },
  { name: 'branchClosed', typed: branchClosed(addDays(today, -2)) },
  { name: 'partnerLeaves', typed: partnerLeaves(addDays(today, -1)) },
]

/** A caretaker stops for age. */
function age(end: Day): Typed {
  return {
    endReason: 'completeEnd',
    endCause: 'Alter',
    endDate: end,
    legalForm: 'soleTrader',
    filerRole: 'self',
    ...filer('Schüßler-Probst', 'Ottmar', '6.1.1955'),
    ...activity('Hausmeisterdienste ohne erlaubnispflichtige Tätigkeiten'),
    businessTypes: ['other'],
    sideBusiness: 'yes',
    ...ownerBorn('Elz', 'm', ['DE']),
    ...home('Ruheprobe', '5', '65549', 'Limburg a. d. Lahn'),
    ...establishment('Ruheprobe', '5', '65549'),
    ...noStaff,
    futureEstablishmentPlanned: 'no',
    ...ending,
  }
}

/** A GmbH hands its shop over and starts again abroad; an adviser files. */
function handover(end: Day): Typed {
  return {
    endReason: 'handover',
    handoverReason: 'handover',
    futureTraderName: 'Quittenladen Nowak e. K.',
    endDate: end,
    legalForm: 'gmbh',
    filerRole: 'authorizedRepresentative',
    ...filer('Lorenz', 'Birgit', '5.5.1968'),
    'authorisation.kind': 'powerOfAttorney',
    inFormation: 'no',
    registeredName: 'Quittenladen GmbH',
    registerPlace: 'Limburg a. d. Lahn',
    registerNumber: '11223',
    businessName: 'Quittenladen',
    ...activity('Einzelhandel mit Obst und Gemüse'),
    activitiesOther: ['Lieferung nach Hause'],
    businessTypes: ['commerce'],
    sideBusiness: 'no',
    'owner.familyName': 'Mbeki',
    'owner.givenNames': 'Thandi',
    'owner.birthDate': '11.1979',
    ...ownerBorn('Durban', 'w', ['ZA'], 'ZA'),
    ...home('Lahnprobe', '3', '65549', 'Limburg a. d. Lahn'),
    additionalRepresentatives: [
      {
        familyName: 'Nowak',
        givenNames: 'Iga',
        birthDate: '3.3.1983',
        birthPlace: 'Opole',
        birthCountry: 'PL',
        gender: 'w',
        nationalities: ['PL'],
        'homeAddress.countryCode': 'PL',
        'homeAddress.lines': ['ul. Próbna 4'],
        'homeAddress.city': 'Opole',
      },
    ],
    publicParticipation: 'no',
    ...establishment('Marktprobe', '2', '65549'),
    staffFullTime: '1',
    staffPartTime: '3',
    travelTrade: 'no',
    futureEstablishmentPlanned: 'yes',
    'futureEstablishment.address.countryCode': 'AT',
    'futureEstablishment.address.lines': ['Probegasse 1'],
    'futureEstablishment.address.postalCode': '1010',
    'futureEstablishment.address.city': 'Wien',
    ...ending,
    'contact.delivery': 'post',
    'contact.postalAddressDiffers': 'no',
  }
}

/** A stock corporation closes a branch. */
function branchClosed(end: Day): Typed {
  return {
    endReason: 'completeEnd',
    endCause: 'Zu wenig Kundschaft an diesem Ort',
    endDate: end,
    legalForm: 'ag',
    filerRole: 'executiveOfLegalPerson',
    ...filer('Nordhaus', 'Wibke', '19.9.1970'),
    'authorisation.kind': 'registerExtract',
    inFormation: 'no',
    registeredName: 'Probewerk Logistik AG',
    registerPlace: 'Frankfurt am Main',
    registerNumber: '123456',
    ...activity('Annahme und Ausgabe von Paketen'),
    businessTypes: ['other'],
    sideBusiness: 'no',
    managingPersonsCount: '3',
    publicParticipation: 'no',
    ...establishment('Brückenprobe', '4', '65549'),
    establishmentKind: 'branch',
    'headOffice.address.countryCode': 'DE',
    'headOffice.address.street': 'Beispielallee',
    'headOffice.address.houseNumber': '1',
    'headOffice.address.postalCode': '60311',
    'headOffice.address.city': 'Frankfurt am Main',
    'authorisedManager.familyName': 'Salomon',
    'authorisedManager.givenNames': 'Rut',
    ...noStaff,
    staffPartTime: '2',
    futureEstablishmentPlanned: 'no',
    ...ending,
    'contact.delivery': 'pickup',
  }
}

/** One partner leaves a GbR; the other goes on. */
function partnerLeaves(end: Day): Typed {
  return {
    endReason: 'handover',
    handoverReason: 'partnerLeaves',
    futureTraderName: 'Adaeze Okonkwo',
    endDate: end,
    legalForm: 'gbr',
    filerRole: 'self',
    ...filer('Ferber', 'Lutz', '2.7.1972'),
    'gbrPartners.0.familyName': 'Okonkwo',
    'gbrPartners.0.givenNames': 'Adaeze',
    businessName: 'Blütenprobe',
    ...activity('Gartenpflege und Verkauf von Schnittblumen'),
    businessTypes: ['commerce', 'other'],
    sideBusiness: 'no',
    ...ownerBorn('Hadamar', 'm', ['DE']),
    ...home('Hofprobe', '2', '65555', 'Limburg a. d. Lahn'),
    managingPersonsCount: '2',
    publicParticipation: 'no',
    ...establishment('Gartenprobe', '1', '65555'),
    ...noStaff,
    futureEstablishmentPlanned: 'no',
    ...ending,
  }
}
