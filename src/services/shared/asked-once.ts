// Asked once: what an earlier filing of the same person says that the next one would ask again (WCAG 3.3.7).
import type { Fields, Member } from '../../forms/service.ts'
import { type filerRoles, filesForSelf } from './filer.ts'

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
