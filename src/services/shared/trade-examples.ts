// Parts of the invented trade filings, typed as people type.
import type { Typed } from '../../forms/example.ts'

export const filer = (familyName: string, givenNames: string, birthDate: string): Typed => ({
  'filer.familyName': familyName,
  'filer.givenNames': givenNames,
  'filer.birthDate': birthDate,
})

export const ownerBorn = (place: string, gender: string, nationalities: string[], country = 'DE'): Typed => ({
  'owner.birthPlace': place,
  'owner.birthCountry': country,
  'owner.gender': gender,
  'owner.nationalities': nationalities,
})

export const home = (street: string, houseNumber: string, postalCode: string, city: string): Typed => ({
  'owner.homeAddress.countryCode': 'DE',
  'owner.homeAddress.street': street,
  'owner.homeAddress.houseNumber': houseNumber,
  'owner.homeAddress.postalCode': postalCode,
  'owner.homeAddress.city': city,
})

export const establishment = (street: string, houseNumber: string, postalCode: string): Typed => ({
  establishmentKind: 'headOffice',
  'establishment.address.street': street,
  'establishment.address.houseNumber': houseNumber,
  'establishment.address.postalCode': postalCode,
  'establishment.address.city': 'Limburg a. d. Lahn',
})

export const activity = (main: string): Typed => ({ activityMain: main })

export const noStaff: Typed = {
  staffFullTime: '0',
  staffPartTime: '0',
  travelTrade: 'no',
  'permit.required': 'no',
}

export const ending: Typed = {
  'contact.delivery': 'portal',
  'declarations.truth': 'yes',
  'declarations.privacyRead': 'yes',
  'declarations.portalNotification': 'yes',
}
