// Complete, invented filings; dates relative to the day of filing; together they visit every page.
import type { Example, Typed } from '../../forms/example.ts'
import { addDays, type Day } from '../../law/dates.ts'

export const examples = (today: Day): Example[] => [
  { name: 'student', typed: student(addDays(today, -8)) },
  { name: 'family', typed: family(addDays(today, -4)) },
  { name: 'child', typed: child(addDays(today, -2)) },
  { name: 'ahead', typed: ahead(addDays(today, 6)) },
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
const dwelling = (street: string, houseNumber: string, place: [string, string]): Typed => ({
  'address.street': street,
  'address.houseNumber': houseNumber,
  'address.postalCode': place[0],
  'address.city': place[1],
})
const limburg: [string, string] = ['65549', 'Limburg a. d. Lahn']
const becomesMain: Typed = { statusBefore: 'secondary', statusAfter: 'main' }
const becomesSecondary: Typed = { statusBefore: 'main', statusAfter: 'secondary' }
const ending: Typed = {
  'contact.delivery': 'portal',
  'declarations.truth': 'yes',
  'declarations.privacyRead': 'yes',
  'declarations.portalNotification': 'yes',
}

function student(day: Day): Typed {
  return {
    filerRole: 'self',
    ...filer('Friedrichsen', 'Lotta Eike', '11.5.2005'),
    persons: [{ personRole: 'filer', gender: 'd' }],
    statusChangeDate: day,
    residences: [
      { ...dwelling('Campusprobe', '2', limburg), 'address.floorOrFlat': 'Zimmer 114', ...becomesMain },
      { ...dwelling('Fuldaweg', '55', ['34117', 'Kassel']), ...becomesSecondary },
    ],
    mainResidenceReason: 'predominantUse',
    reasonText: 'Praxisphase in Limburg.',
    ...ending,
    'contact.delivery': 'pickup',
  }
}

function family(day: Day): Typed {
  return {
    filerRole: 'familyMember',
    ...filer('Asante-Böhm', 'Kofi', '19.2.1987'),
    persons: [
      { personRole: 'filer', gender: 'm' },
      { personRole: 'spouse', ...person('Asante-Böhm', 'Theres', '3.10.1989', 'w') },
    ],
    statusChangeDate: day,
    residences: [
      { ...dwelling('Mühlenprobe', '23', limburg), ...becomesMain },
      { ...dwelling('Erlenstraße', '8', ['35037', 'Marburg']), ...becomesSecondary },
      {
        ...dwelling('Ringprobe', '4', ['65550', 'Limburg a. d. Lahn']),
        statusBefore: 'secondary',
        statusAfter: 'secondary',
      },
    ],
    mainResidenceReason: 'familyResidence',
    ...ending,
    'declarations.familyEntitlement': 'yes',
  }
}

function child(day: Day): Typed {
  return {
    filerRole: 'householderUnder16',
    ...filer('Wójcik', 'Marta', '7.12.1984'),
    'authorisation.kind': 'consentOtherParent',
    persons: [{ personRole: 'child', ...person('Wójcik', 'Jan', '15.6.2017', 'm') }],
    statusChangeDate: day,
    residences: [
      { ...dwelling('Schulprobe', '12', limburg), ...becomesMain },
      { ...dwelling('Am Musterhang', '3', ['65550', 'Limburg a. d. Lahn']), ...becomesSecondary },
    ],
    mainResidenceReason: 'custodialResidence',
    ...ending,
    'contact.phone': '+49 69 90009 456',
  }
}

function ahead(day: Day): Typed {
  return {
    filerRole: 'carer',
    ...filer('Lindqvist', 'Sören', '8.8.1970'),
    'authorisation.kind': 'carerId',
    persons: [person('Ohlsen', 'Timo', '30.1.2004', 'x')],
    statusChangeDate: day,
    residences: [
      { ...dwelling('Ruheprobe', '1', limburg), ...becomesMain },
      { ...dwelling('Deichweg', '77a', ['26721', 'Emden']), ...becomesSecondary },
    ],
    mainResidenceReason: 'disabledHomeRequest',
    ...ending,
    'contact.delivery': 'post',
    'contact.postalAddressDiffers': 'yes',
    'contact.postalAddress.countryCode': 'DE',
    'contact.postalAddress.street': 'Betreuerweg',
    'contact.postalAddress.houseNumber': '6',
    'contact.postalAddress.postalCode': '60311',
    'contact.postalAddress.city': 'Frankfurt am Main',
  }
}
