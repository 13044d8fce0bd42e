// What the clerk certifies from the register, which is another system: the items of section 18(1), and each chosen one of 18(2).
import type { DeskForm } from '../../forms/around.ts'
import { list, rows } from '../../forms/containers.ts'
import { choice, confirm, longText, name, nationality, partialDate, text } from '../../forms/fields.ts'
import { taxId } from '../../forms/number-fields.ts'
import type { Answers } from '../../forms/service.ts'
import { nationalityName } from '../../law/lists/countries.ts'
import { genderKeys } from '../../law/lists/genders.ts'
import { registerReligionKeys, registerReligions, religionsOfRegisters } from '../../law/lists/religions.ts'
import { formatPartial } from '../../law/partial-date.ts'
import { dwellingStatuses } from '../../law/residences.ts'
import { addressInGermany, addressLines } from '../shared/address.ts'
import { doctorate } from '../shared/person.ts'
import { extendedItems, type Fields, type Order, personConcerned } from './fields.ts'

const basics = {
  familyName: name(),
  givenNames: name({ optional: 'ifAny' }),
  usualGivenName: name({ optional: 'ifAny' }),
  doctorate: doctorate(),
  birthDate: partialDate({ unknownAllowed: true }),
  addresses: rows(
    'certifiedAddress',
    { address: addressInGermany(), status: choice(dwellingStatuses) },
    { min: 1, max: 6 },
  ),
}
const chosen = {
  formerNames: longText(),
  religiousOrArtistName: text(),
  birthPlace: text(),
  gender: choice(genderKeys),
  taxId: taxId({ optional: 'ifAny', guarded: true }),
  legalRepresentatives: longText(),
  nationalities: list(nationality(), { min: 1, max: 5 }),
  religion: choice(registerReligionKeys, { kind: 'select', named: religionsOfRegisters, sensitive: true }),
  formerAddresses: longText({ max: 2000 }),
  moveDates: longText(),
  familyStatus: longText(),
  spouse: longText(),
  minorChildren: longText(),
  idDocuments: longText({ guarded: true }),
  noDeathDateStored: confirm(),
}
const fields = { ...basics, ...chosen }
export type Certified = Answers<typeof fields>

const isChosen = (item: (typeof extendedItems)[number]) => (_: Certified, order: Order) =>
  order.extendedItems?.includes(item) ?? false

export const certifying: DeskForm<Fields> = {
  fields,
  pages: [
    { slug: 'grundangaben', asks: Object.keys(basics) },
    { slug: 'weitere-angaben', asks: [...extendedItems], when: (_, order) => order.certificateType === 'extended' },
  ],
  shownWhen: Object.fromEntries(extendedItems.map(item => [item, isChosen(item)])),
  begin: order => {
    const { familyName, givenNames, birthDate } = personConcerned(order) ?? {}
    return { familyName, givenNames, birthDate, addresses: [{ address: order.mainResidence }] }
  },
  required: () => true,
}

/** Exactly the items of section 18(1). */
export function basicItems(certified: Certified) {
  return {
    familyName: certified.familyName ?? '',
    givenNames: certified.givenNames ?? '',
    usualGivenName: certified.usualGivenName ?? null,
    doctorate: certified.doctorate?.join(' ') ?? null,
    birthDate: formatPartial(certified.birthDate ?? '', 'de'),
    addresses: (certified.addresses ?? []).map(({ address = {}, status = '' }) => ({
      lines: addressLines(address, 'de'),
      status,
    })),
  }
}

/** Exactly the chosen items, in the order of section 18(2). */
export function chosenItems(order: Order, certified: Certified) {
  const wanted = order.certificateType === 'extended' ? (order.extendedItems ?? []) : []
  return extendedItems.filter(item => wanted.includes(item)).map(id => ({ id, value: certifiedValue(id, certified) }))
}

function certifiedValue(item: (typeof extendedItems)[number], certified: Certified): string {
  if (item === 'nationalities') return (certified.nationalities ?? []).map(key => nationalityName(key, 'de')).join(', ')
  if (item === 'religion') return registerReligions[certified.religion ?? ''] ?? ''
  return certified[item] ?? 'nicht gespeichert'
}
