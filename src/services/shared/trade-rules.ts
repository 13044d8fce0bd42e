// Rules that all trade notifications share; their words are texts `rules.<id>` (GewO sections 14, 15, 38, 55c).
import { rulesFor, rulesForEach } from '../../forms/rules.ts'
import { addDays, type Day } from '../../law/dates.ts'
import { isGermanRegisterNumber, legalForm } from '../../law/lists/legal-forms.ts'
import { ageOn, isAfter } from '../../law/partial-date.ts'
import { streetFault } from './address.ts'
import {
  birthOfTrader,
  craftsOf,
  hasRepresentatives,
  isFilerTrader,
  isPartnership,
  matchesOf,
  permitsOf,
  servesAlcohol,
} from './trade-facts.ts'
import type { ProofFields, Trade, TradeFields } from './trade-fields.ts'

const { error, warning, info } = rulesFor<TradeFields>()
const ofProofs = rulesFor<ProofFields>()
const ofRepresentatives = rulesForEach<TradeFields, 'additionalRepresentatives'>('additionalRepresentatives')

const isFuture = (day: string | undefined, today: Day) => day !== undefined && isAfter(day, today)
const isMinor = (birth: string | undefined, today: Day) =>
  birth !== undefined && !birth.startsWith('0000') && !isFuture(birth, today) && ageOn(birth, today) < 18
/** Who files for the business must be able to: nobody is the owner of a GmbH, a sole trader has no managing director. */
const roleFits = (a: Trade) => {
  const about = legalForm(a.legalForm)?.about
  if (a.filerRole === 'self') return about === 'owner' || about === 'partner'
  return a.filerRole !== 'executiveOfLegalPerson' || about !== 'owner'
}

/** Whose birth date it is: of who files for their own business, else of the person named. */
const isMinorAt = (control: 'filer.birthDate' | 'owner.birthDate', a: Trade, today: Day) =>
  isFilerTrader(a) === (control === 'filer.birthDate') && isMinor(birthOfTrader(a), today)

type Named = { familyName?: string | undefined; givenNames?: string | undefined; birthDate?: string | undefined }
const isSamePerson = (one: Named | undefined, other: Named) =>
  other.birthDate !== undefined &&
  one?.birthDate === other.birthDate &&
  one.familyName === other.familyName &&
  one.givenNames === other.givenNames

/** A company that is not registered yet says so in its name: GmbH i. G. */
const isNamedInFormation = ({ registeredName = '' }: Trade) =>
  /\bi\. ?Gr?\.|\biG$|\bin Gründung(?!\p{L})/u.test(registeredName)

const placeOf = ({ establishment }: Trade) => establishment?.address ?? {}
/** Of a craft that goes on elsewhere nobody is told (HwO section 18(1)). */
const begunCrafts = (a: Trade) => craftsOf({ ...a, continuedActivity: undefined }, 'B')

export const tradeRules = [
  error('roleForm', 'filerRole', a => a.filerRole !== undefined && a.legalForm !== undefined && !roleFits(a)),
  error('filerBornLate', 'filer.birthDate', (a, { filedOn }) => isFuture(a.filer?.birthDate, filedOn)),
  error('R-P01', 'owner.birthDate', (a, { filedOn }) => isFuture(a.owner?.birthDate, filedOn)),
  ofRepresentatives.error('R-P01', 'birthDate', (person, _, { filedOn }) => isFuture(person.birthDate, filedOn)),
  ...(['filer.birthDate', 'owner.birthDate'] as const).flatMap(control => [
    warning('R-G20', control, (a, { filedOn }) => isMinorAt(control, a, filedOn) && !hasRepresentatives(a)),
    warning(
      'minorRepresentative',
      control,
      (a, { filedOn }) => isMinorAt(control, a, filedOn) && hasRepresentatives(a),
    ),
  ]),
  ofRepresentatives.warning('minorRepresentative', 'birthDate', (person, _, { filedOn }) =>
    isMinor(person.birthDate, filedOn),
  ),
  ofRepresentatives.warning('sameRepresentative', 'birthDate', (person, a) => {
    const others = [isFilerTrader(a) ? a.filer : a.owner, ...(a.additionalRepresentatives ?? [])]
    return others.filter(other => isSamePerson(other, person)).length > 1
  }),
  warning(
    'registerNumber',
    'registerNumber',
    a =>
      a.registerNumber !== undefined &&
      a.registerKind !== 'foreign' &&
      a.legalForm !== 'foreign' &&
      a.legalForm !== 'stiftung' &&
      !isGermanRegisterNumber(a.registerNumber),
  ),
  warning(
    'formationNotNamed',
    'registeredName',
    a => a.inFormation === 'yes' && a.registeredName !== undefined && !isNamedInFormation(a),
  ),
  warning('extractNotYet', 'inFormation', a => a.inFormation === 'yes' && a.authorisation?.kind === 'registerExtract'),
  warning('formationNamed', 'registeredName', a => a.inFormation === 'no' && isNamedInFormation(a)),
  info('R-G09', 'managingPersonsCount', a => isPartnership(a) && Number(a.managingPersonsCount ?? 1) > 1),
  error(
    'R-G04',
    'establishment.address.postalCode',
    (a, { town }) =>
      a.establishment?.address?.postalCode !== undefined &&
      !town.postalCodes.includes(a.establishment.address.postalCode),
  ),
  warning('streetUnknown', 'establishment.address.street', (a, facts) => streetFault(placeOf(a), facts) === 'unknown'),
  warning(
    'streetElsewhere',
    'establishment.address.postalCode',
    (a, facts) => streetFault(placeOf(a), facts) === 'elsewhere',
  ),
]

/** What the words of the activity point to. Nothing of it blocks: the notification is accepted (GewO section 15(2)). */
export const proofRules = [
  ofProofs.warning(
    'R-G14',
    'permit.required',
    a => permitsNamed(a).length > 0 && a.permit?.required !== undefined && a.permit.present !== 'yes',
    permitsNamed,
  ),
  {
    ...ofProofs.warning(
      'permitMissing',
      'permit.required',
      a => a.permit?.required === 'yes' && a.permit.present === 'no' && permitsNamed(a).length === 0,
    ),
    settledBy: 'permit',
    goesOn: true,
  },
  ofProofs.warning(
    'R-G17',
    'permit.required',
    a => matchesOf(a).overseen.length > 0,
    a => matchesOf(a).overseen.map(({ key }) => `overseen.${key}`),
  ),
  ofProofs.warning(
    'R-G15',
    'craftCard.present',
    a => craftsOf(a, 'A').length > 0 && a.craftCard?.present === 'no',
    a => craftsOf(a, 'A').map(({ name }) => name),
  ),
  {
    ...ofProofs.warning(
      'craftCardMissing',
      'craftCard.present',
      a => a.craftCard?.present === 'no' && craftsOf(a, 'A').length === 0,
    ),
    settledBy: 'craftCard',
    goesOn: true,
  },
  ofProofs.info(
    'R-G16',
    'travelTrade',
    a => begunCrafts(a).length > 0,
    a => begunCrafts(a).map(({ name }) => name),
  ),
  ofProofs.info('R-G22', 'travelTrade', servesAlcohol),
  ofProofs.info('R-G28', 'travelTrade', a => a.travelTrade === 'yes'),
  ofProofs.warning('R-G19', 'residenceTitle.present', a => a.residenceTitle?.present === 'no'),
  ofProofs.warning('R-G19', 'residenceTitle.restricted', a => a.residenceTitle?.restricted === 'yes'),
  ofProofs.error('issuedLater', 'permit.issueDate', (a, { filedOn }) => isFuture(a.permit?.issueDate, filedOn)),
  ofProofs.error('issuedLater', 'craftCard.issueDate', (a, { filedOn }) => isFuture(a.craftCard?.issueDate, filedOn)),
  ofProofs.error('issuedLater', 'residenceTitle.issueDate', (a, { filedOn }) =>
    isFuture(a.residenceTitle?.issueDate, filedOn),
  ),
]

/** Windows of R-G01 to R-G03: the law says "at the same time", practice takes two weeks ahead and some weeks back. */
export const isEarly = (day: Day | undefined, filedOn: Day) => day !== undefined && day > addDays(filedOn, 14)
export const isLate = (day: Day | undefined, filedOn: Day, days: number) =>
  day !== undefined && day < addDays(filedOn, -days)

/** Says too little, or is perhaps no trade at all (R-G21). */
export const isShort = (activity: string | undefined) => activity !== undefined && activity.length < 10
export const doubtsNamed = (a: Parameters<typeof matchesOf>[0]) =>
  matchesOf(a).doubtful.map(({ key }) => `doubtful.${key}`)

function permitsNamed(a: Parameters<typeof permitsOf>[0]): string[] {
  return permitsOf(a).map(({ key }) => `permits.${key}`)
}
