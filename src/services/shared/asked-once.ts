// Asked once: what an earlier filing of the same person says that the next one would ask again (WCAG 3.3.7).
import type { Fields, Member } from '../../forms/service.ts'
import { comparable } from './address.ts'
import { type filerRoles, filesForSelf } from './filer.ts'
import type { Registrant, Registration } from './move-in/fields.ts'

type Address = Record<string, string | undefined>
type Dwelling = { address?: Address; statusAfter?: string }
type Stored = {
  filerRole?: (typeof filerRoles)[number]
  filer?: { familyName?: string; givenNames?: string; singleName?: string; birthDate?: string }
  singleName?: string
  contact?: { email?: string; phone?: string }
  persons?: Member<Fields>[]
  newResidence?: Address
  newResidenceStatus?: string
  otherResidences?: Dwelling[]
  remainingResidences?: Dwelling[]
  mainResidence?: Address
}

/** Nothing where somebody filed for others. `dwelling` is the one they live in here, `main` their main or sole one. */
export function earlier(answers: Record<string, unknown>) {
  // A border: the answers of another service.
  const stored = answers as Stored
  if (!filesForSelf(stored)) return undefined
  const { filerRole, filer, singleName, contact: { email, phone } = {}, persons = [] } = stored
  const dwelling = typedAddress(stored.newResidence ?? stored.mainResidence)
  return {
    filerRole,
    filer: { singleName, ...filer },
    contact: { email, phone },
    persons,
    dwelling,
    status: stored.newResidenceStatus,
    main: mainOf(stored),
  }
}

/**
 * What a trade says that moves along with who files: of the persons only their own entry, of the dwellings the previous
 * one and the new one. Nothing where they are not among those who move, or moved to the same address. Anybody may be
 * told the premises (GewO section 14(5)): who wants a disclosure block types them.
 */
export function movedAlong(answers: Record<string, unknown>, moveKind: Registration['moveKind']) {
  // A border: the answers of another service.
  const { persons = [], previousResidence, newResidence, ...move } = answers as Registration
  const isGuarded = move.informationBlockWish === 'yes'
  const [own, ...others] = persons.filter(({ personRole }) => personRole === 'filer')
  const known = earlier(answers)
  if (!known || !own || others.length > 0 || move.moveKind !== moveKind) return undefined
  if (comparable(previousResidence) === comparable(newResidence)) return undefined
  return {
    filerRole: 'self',
    filer: known.filer,
    contact: known.contact,
    owner: { ...aboutSelf(own), homeAddress: homeOf(known.main) },
    establishment: isGuarded ? undefined : premisesIn(newResidence),
    formerEstablishment: isGuarded ? undefined : { address: typedAddress(previousResidence) },
  }
}

/** Unlike other addresses it says where a house has no number. */
function premisesIn(dwelling: Registration['newResidence']) {
  return { address: { ...typedAddress(dwelling), noHouseNumber: dwelling?.noHouseNumber } }
}

function aboutSelf({ birthName, birthPlace, bornAbroad, birthCountry, gender, nationalities }: Registrant) {
  return { birthName, birthPlace, birthCountry: bornAbroad === 'no' ? 'DE' : birthCountry, gender, nationalities }
}

/** As a form asks for an address anywhere, which has no district. */
function homeOf({ district, ...home }: Address = {}): Address | undefined {
  return home.street ? { countryCode: 'DE', ...home } : undefined
}

function mainOf({ newResidence, newResidenceStatus, ...stored }: Stored): Address | undefined {
  const others = [...(stored.otherResidences ?? []), ...(stored.remainingResidences ?? [])]
  const own = newResidenceStatus !== 'secondary' ? newResidence : undefined
  const found = own ?? others.find(dwelling => dwelling.statusAfter !== 'secondary')?.address
  return found && typedAddress(found)
}

/** As a person types an address: without what the system adds. */
function typedAddress({ ags, noHouseNumber, ...typed }: Address = {}): Address {
  return typed
}
