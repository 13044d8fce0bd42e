// The certificate of receipt: the copy of the accepted notification with its official numbers (GewO section 15(1)).
import { officialLines } from '../../forms/official-lines.ts'
import type { Service } from '../../forms/service.ts'
import type { Words } from '../../forms/words.ts'
import { formatDay } from '../../law/partial-date.ts'
import { fullNameOf, postalLines } from './envelope.ts'
import { isOnePerson } from './trade-facts.ts'
import type { Trade } from './trade-fields.ts'

export const receiptKind = 'empfangsbescheinigung'
export const receiptTemplate = 'src/services/shared/empfangsbescheinigung.typ'

/** `kind` is what a sentence calls the notification. */
export function receiptContent(service: Service, german: Words, kind: string, a: Trade): Record<string, unknown> {
  const lines = officialLines(service, asStated(a), german)
  return {
    recipient: recipientOf(a),
    kind,
    form: service.official?.name ?? '',
    ends: service.id === 'trade-deregistration',
    receivedOn: formatDay(a.filingDate ?? '', 'de'),
    fields: lines.filter(({ value }) => value.length > 0),
  }
}

/** What follows from the legal form was not asked, so it was not notified either. */
function asStated(a: Trade): Trade {
  const { publicParticipation, ...stated } = a
  return isOnePerson(a) ? stated : a
}

/** The firm or the owner, at the post address they gave or at the business premises. */
export function recipientOf(a: Trade): string[] {
  const names = [a.registeredName, a.businessName, fullNameOf(a.owner)].flatMap(name => name || [])
  return [...new Set(names)].slice(0, 2).concat(postalLines(a.contact, a.establishment?.address))
}
