// Objecting to transmissions of one's data from the register, and taking it back (BMG sections 42(3), 50(5)).
import { defineService } from '../../forms/service.ts'
import { addDays } from '../../law/dates.ts'
import { rollForward } from '../../law/holidays.ts'
import { formatDay, formatPartial } from '../../law/partial-date.ts'
import { addressLines, withHouseNumberParts } from '../shared/address.ts'
import { addresseeOf, fullNameOf } from '../shared/envelope.ts'
import { authorisationPapers } from '../shared/filer.ts'
import { examples } from './examples.ts'
import { fields, isForSelf, type Objection } from './fields.ts'
import { official } from './official.ts'
import { rules } from './rules.ts'

const isRevoked = (a: Objection) => a.request === 'revoke'
const template = 'src/services/transmission-block/uebermittlungssperre.typ'

export default defineService({
  id: 'transmission-block',
  slug: 'uebermittlungssperre',
  office: 'residence',
  formVersion: '2026-11',
  situations: ['privacy'],
  guide: [
    {
      id: 'schutz',
      answers: [{ id: 'transmissions' }, { id: 'danger', stop: true }, { id: 'others', stop: true }],
    },
  ],
  fields,
  pages: [
    { slug: 'wer', asks: ['filerRole'] },
    { slug: 'name', asks: ['filer'] },
    { slug: 'nachweis', asks: ['authorisation'], when: a => !isForSelf(a) },
    {
      slug: 'person',
      asks: ['person.familyName', 'person.givenNames', 'person.singleName', 'person.birthDate'],
      when: a => !isForSelf(a),
    },
    { slug: 'geschlecht', asks: ['person.gender'] },
    { slug: 'anschrift', asks: ['residence'] },
    { slug: 'anliegen', asks: ['request'] },
    { slug: 'widerspruch', asks: ['blocks'], variant: a => (isRevoked(a) ? 'revoke' : undefined) },
    { slug: 'kontakt', asks: ['contact'] },
    { slug: 'pruefen', asks: ['declarations'], notices: ['noticeLimits', 'noticeTruth', 'noticePrivacy'] },
  ],
  rules,
  official,
  // No law sets a day; an objection is answered within a month (GDPR Art. 12(3)), and four weeks are never longer: both
  // end on the next working day (Regulation (EEC, Euratom) No 1182/71 Art. 3(4)).
  due: (_, filedOn) => rollForward(addDays(filedOn, 28)),

  complete: (a, { town }) =>
    withHouseNumberParts({
      ...a,
      action: a.request,
      person: personOf(a),
      residence: { ...a.residence, ags: town.ags },
    }),
  filerName: a => fullNameOf(a.filer),
  isForOthers: a => a.filerRole !== undefined && !isForSelf(a),
  isMasked: () => false,
  addressee: a => addresseeOf(a, a.residence),

  papers: a => [
    { id: 'identity', person: fullNameOf(a.filer), seenBy: 'identity' },
    ...authorisationPapers(isForSelf(a), a.authorisation),
  ],
  checklist: a => [
    { id: 'identity', text: 'identity', person: fullNameOf(a.filer) },
    ...(isForSelf(a) ? [] : [{ id: 'authorisation', text: 'authorisation' }]),
    { id: 'person', text: 'person' },
    // For every objection: which ones there are is confidential, and the list is not.
    ...(isRevoked(a) ? [] : [{ id: 'family', text: 'family' }]),
    { id: 'register', text: isRevoked(a) ? 'deleted' : 'entered' },
    { id: 'signature', text: 'signature' },
  ],
  returns: ['identity', 'authorisation', 'person', 'blocks', 'other'],
  // Parties and jubilees need no reason, so only what the law asks for can be missing; what that is, no id tells.
  rejects: ['requirement', 'notEntitled', 'other'],

  lettersReveal: () => true,
  letters: [
    { kind: 'sperre-geloescht', template, when: ({ answers }) => isRevoked(answers), content: confirmed },
    { kind: 'uebermittlungssperre', template, content: confirmed },
  ],
  examples,
})

/** Who files for themselves has said names and birth date already. */
function personOf(a: Objection) {
  const { familyName, givenNames, singleName, birthDate } = a.filer ?? {}
  const own = { familyName, givenNames, singleName, birthDate, ...a.person, personRole: 'filer' }
  return isForSelf(a) ? own : { ...a.person, personRole: isChildRole(a) ? 'child' : 'otherFamilyMember' }
}

const isChildRole = (a: Objection) => a.filerRole === 'custodialParent' || a.filerRole === 'legalGuardian'

/** Goes to who filed: a representative gets what concerns the person they speak for (VwVfG section 14(3)). */
function confirmed({ answers: a }: { answers: Objection }, completedOn: string) {
  return {
    recipient: addresseeOf(a, a.residence).lines,
    revoked: isRevoked(a),
    name: fullNameOf(a.person),
    birthDate: formatPartial(a.person?.birthDate ?? '', 'de'),
    address: addressLines(a.residence ?? {}, 'de'),
    since: formatDay(completedOn, 'de'),
    blocks: a.blocks ?? [],
  }
}
