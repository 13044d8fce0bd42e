// The pages in their order; a page is left out where its condition does not hold.
import type { Page } from '../../forms/service.ts'
import { type Fields, isForSelf, isOnPaper, type Order } from './fields.ts'

export const pages: Page<Fields, [answers: Order]>[] = [
  { slug: 'fuer-wen', asks: ['subject'] },
  { slug: 'name', asks: ['familyName', 'givenNames', 'singleName', 'birthDate'] },
  { slug: 'nachweis', asks: ['authorisation'], when: a => !isForSelf(a) },
  { slug: 'person', asks: ['subjectPerson'], when: a => !isForSelf(a) },
  { slug: 'wohnung', asks: ['mainResidence'] },
  { slug: 'art', asks: ['certificateType'] },
  { slug: 'angaben', asks: ['extendedItems'], when: a => a.certificateType === 'extended' },
  { slug: 'form', asks: ['contact.delivery'] },
  { slug: 'anzahl', asks: ['copies'], when: isOnPaper },
  {
    slug: 'post',
    asks: ['contact.postalAddressDiffers', 'contact.postalAddress'],
    when: a => a.contact?.delivery === 'post',
  },
  { slug: 'kontakt', asks: ['contact.email', 'contact.phone'] },
  { slug: 'pruefen', asks: ['declarations'], notices: ['noticeTruth', 'noticePrivacy'] },
]
