// Certificate of registration (Meldebescheinigung), simple or with chosen items (BMG section 18).
import { defineService } from '../../forms/service.ts'
import { addDays } from '../../law/dates.ts'
import { rollForward } from '../../law/holidays.ts'
import { withHouseNumberParts } from '../shared/address.ts'
import { earlier } from '../shared/asked-once.ts'
import { addresseeOf, fullNameOf } from '../shared/envelope.ts'
import { authorisationPapers } from '../shared/filer.ts'
import { recipientOf } from '../shared/meldebestaetigung.ts'
import { nameRefusals } from '../shared/person.ts'
import { basicItems, type Certified, certifying, chosenItems } from './certified.ts'
import { examples } from './examples.ts'
import { fields, isForSelf, isOnPaper, type Order } from './fields.ts'
import { official } from './official.ts'
import { pages } from './pages.ts'
import { rules } from './rules.ts'

const deliveryModes = { portal: 'electronic', post: 'paperPost', pickup: 'paperPickup' } as const
const rolesByProof: { [kind: string]: string } = { carerId: 'carer', custodyProof: 'legalGuardian' }
const template = 'src/services/registration-certificate/meldebescheinigung.typ'

export default defineService({
  id: 'registration-certificate',
  slug: 'meldebescheinigung',
  office: 'residence',
  formVersion: '2026-11',
  situations: ['certificate'],
  guide: [{ id: 'person', answers: [{ id: 'own' }, { id: 'represented' }, { id: 'somebodyElse', stop: true }] }],
  fields,
  refused: nameRefusals,
  pages,
  rules,
  official,
  startsFrom: {
    'residence-registration': afterMove,
    'residence-change': afterMove,
    'residence-deregistration': afterMove,
  },
  // The law sets no period; the office's own aim.
  due: (_, filedOn) => rollForward(addDays(filedOn, 14)),
  // Without an eID identity is seen at the counter (BMeldDigiV section 4(1)).
  visit: () => true,

  complete: (a, { town }) =>
    withHouseNumberParts({
      ...a,
      filerRole: filerRoleOf(a),
      filer: { familyName: a.familyName, givenNames: a.givenNames, birthDate: a.birthDate },
      mainResidence: {
        ...a.mainResidence,
        ...(town.postalCodes.includes(a.mainResidence?.postalCode ?? '') && { city: town.name, ags: town.ags }),
      },
      deliveryMode: deliveryModes[a.contact?.delivery ?? 'portal'],
    }),
  filerName: a => fullNameOf(a),
  isForOthers: a => a.subject !== undefined && !isForSelf(a),
  isMasked: () => false,
  addressee: a => addresseeOf({ filer: a, contact: a.contact }, a.mainResidence),
  fees: a => (isOnPaper(a) ? [{ id: 'paperCertificate', count: Number(a.copies ?? '1') }] : []),

  papers: a => [
    { id: 'identity', person: fullNameOf(a), seenBy: 'identity' },
    ...authorisationPapers(isForSelf(a), a.authorisation),
  ],
  checklist: a => [
    { id: 'identity', text: 'identity', person: fullNameOf(a) },
    ...(isForSelf(a) ? [] : [{ id: 'authorisation', text: 'authorisation' }]),
    { id: 'register', text: 'register' },
    { id: 'blocks', text: 'blocks' },
  ],
  returns: ['identity', 'authorisation', 'person', 'other'],
  rejects: ['identityUnclear', 'notRegisteredHere', 'other'],

  desk: certifying,
  lettersReveal: a => a.certificateType === 'extended',
  letters: [
    { kind: 'meldebescheinigung', template, when: ({ answers: a }) => a.certificateType === 'simple', content },
    { kind: 'erweiterte-meldebescheinigung', template, content },
  ],
  examples,
})

/** Exactly what section 18(1) lists, and of section 18(2) exactly what was chosen, as certified. */
function content({ answers: a, desk }: { answers: Order; desk: Certified }) {
  return {
    recipient: recipientOf(a, a.contact, a.mainResidence ?? {}),
    extended: a.certificateType === 'extended',
    paper: isOnPaper(a),
    ...basicItems(desk),
    chosen: chosenItems(a, desk),
  }
}

function filerRoleOf({ subject, authorisation }: Order): string {
  if (subject === 'self') return 'self'
  if (subject === 'minorChild') return 'custodialParent'
  return rolesByProof[authorisation?.kind ?? ''] ?? 'authorizedRepresentative'
}

/** Who has just moved often needs a certificate of the new main dwelling. */
function afterMove(answers: Record<string, unknown>) {
  const known = earlier(answers)
  if (!known?.main) return undefined
  return { subject: 'self', ...known.filer, mainResidence: known.main, contact: known.contact }
}
