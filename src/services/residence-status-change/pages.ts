// The pages in their order; a page is left out where its condition does not hold.
import type { MembersPage, Page } from '../../forms/service.ts'
import { addressLines } from '../shared/address.ts'
import { filesForSelf } from '../shared/filer.ts'
import { personShortList } from '../shared/person-short.ts'
import type { Fields, StatusChange } from './fields.ts'

export const pages: (Page<Fields, [answers: StatusChange]> | MembersPage<Fields>)[] = [
  { slug: 'wer', asks: ['filerRole'] },
  { slug: 'name', asks: ['filer'] },
  { slug: 'nachweis', asks: ['authorisation'], when: a => !filesForSelf(a) },
  { slug: 'personen', members: 'persons', ...personShortList },
  { slug: 'aenderung', asks: ['statusChangeDate'] },
  {
    slug: 'wohnungen',
    members: 'residences',
    title: dwelling => addressLines(dwelling.address ?? {}, 'de').join(', '),
    shows: 'statusAfter',
    pages: [
      { slug: 'anschrift', asks: ['address'] },
      { slug: 'status', asks: ['statusBefore', 'statusAfter'] },
    ],
  },
  { slug: 'grund', asks: ['mainResidenceReason', 'reasonText'] },
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
