// The pages in their order; a page is left out where its condition does not hold.
import type { MembersPage, Page } from '../../forms/service.ts'
import { addressLines } from '../shared/address.ts'
import { filesForSelf, isFiler } from '../shared/filer.ts'
import { personShortList } from '../shared/person-short.ts'
import type { Deregistration, Fields } from './fields.ts'

export const goesAbroad = (a: Deregistration) => a.deregistrationKind === 'movingAbroad'
export const keepsOthers = (a: Deregistration) => a.residenceStatus === 'main' || a.residenceStatus === 'secondary'
/** BMG section 23(6): a serial number speaks for the person whose document it was, and for nobody of their family. */
export const goesAlone = (a: Deregistration) =>
  a.persons?.length === 1 && filesForSelf(a) && a.persons.every(person => isFiler(person, a))

export const pages: (Page<Fields, [answers: Deregistration]> | MembersPage<Fields>)[] = [
  { slug: 'wer', asks: ['filerRole'] },
  { slug: 'name', asks: ['filer'] },
  { slug: 'nachweis', asks: ['authorisation'], when: a => !filesForSelf(a) },
  { slug: 'grund', asks: ['deregistrationKind'] },
  { slug: 'auszug', asks: ['moveOutDate'] },
  { slug: 'wohnung', asks: ['residence'] },
  { slug: 'status', asks: ['residenceStatus'] },
  {
    slug: 'weitere-wohnungen',
    members: 'remainingResidences',
    when: keepsOthers,
    title: dwelling => addressLines(dwelling.address ?? {}, 'de').join(', '),
    shows: 'statusAfter',
    pages: [
      { slug: 'anschrift', asks: ['address'] },
      { slug: 'status', asks: ['statusAfter'] },
    ],
  },
  { slug: 'ziel', asks: ['destinationCountry'], when: goesAbroad },
  {
    slug: 'zielanschrift',
    asks: ['destinationAddress'],
    when: a => goesAbroad(a) && a.destinationCountry !== 'unknown',
  },
  {
    slug: 'personen',
    members: 'persons',
    ...personShortList,
  },
  { slug: 'seriennummer', asks: ['idMatch.serialNumber'], when: a => goesAbroad(a) && goesAlone(a) },
  { slug: 'kontakt', asks: ['contact'] },
  {
    slug: 'pruefen',
    asks: ['declarations'],
    notices: [
      { id: 'noticeFamilyData', when: a => (a.persons ?? []).length > 1 },
      'noticeDuty',
      'noticeTruth',
      'noticePrivacy',
    ],
  },
]
