// Who a trade notification is about: the owner or whoever represents the firm (forms GewA 1 to 3, fields 4 to 12 and 14).
import { group, list, members, rows } from '../../forms/containers.ts'
import {
  choice,
  code,
  confirm,
  country,
  email,
  name,
  nationality,
  partialDate,
  phone,
  text,
  wholeNumber,
} from '../../forms/fields.ts'
import { genderKeys } from '../../law/lists/genders.ts'
import { addressAnywhere } from './address.ts'
import { nameRefusals, personRefusals } from './person.ts'

const asWords = { spellcheck: false, optional: true } as const
const isWebsite = /^(https?:\/\/)?[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(:\d+)?([/?#]\S*)?$/iu
/** Somebody else's contact data: nothing for a browser to fill in. */
export const contactOf = () => ({
  phone: phone({ optional: true, autocomplete: 'off' }),
  fax: phone({ optional: true, autocomplete: 'off' }),
  email: email({ optional: true, autocomplete: 'off' }),
  website: code(isWebsite, { max: 200, width: 20, ...asWords }),
})

const names = {
  familyName: name(),
  givenNames: name({ optional: 'depends' }),
  singleName: confirm({ optional: true }),
}
const trader = (section: string) => ({
  ...names,
  birthDate: partialDate({ unknownAllowed: true }),
  birthName: name({ optional: 'ifAny' }),
  birthPlace: text({ max: 120, spellcheck: false }),
  birthCountry: country(),
  gender: choice(genderKeys, section ? { autocomplete: 'sex' } : {}),
  nationalities: list(nationality(), { min: 1, max: 5 }),
  homeAddress: addressAnywhere(section),
})
const refused = { ...nameRefusals, nationalities: personRefusals.nationalities }

export const owner = group('owner', { ...trader('section-home'), ...contactOf() }, { refused })
/** The supplement to the form: further legal representatives. */
export const additionalRepresentatives = members(
  'owner',
  { ...trader(''), ...contactOf() },
  { min: 0, max: 12, refused },
)
export const managingPersonsCount = wholeNumber({ min: 1, most: 999 })
/** Field 1 of the form names the other partners of a GbR. */
export const gbrPartners = rows('gbrPartner', names, { min: 1, max: 15, refused: nameRefusals })
export const authorisedManager = group('authorisedManager', names, { refused: nameRefusals })
