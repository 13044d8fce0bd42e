// Who is told of a move (BMG sections 33, 42; 2. BMeldDÜV): the register's own system tells them, the case only lists them.
import type { Filed, Recipient } from '../../../forms/around.ts'
import type { Fields, Registration } from './fields.ts'
import { isForeign } from './known.ts'

export function recipients({ answers: a }: Filed<Fields>): Recipient[] {
  return [
    ...(comesFromElsewhere(a) ? [{ id: 'previousAuthority' }] : []),
    ...((a.otherResidences ?? []).length > 0 ? [{ id: 'otherAuthorities' }] : []),
    { id: 'taxOffice' },
    { id: 'pensionFund' },
    ...((a.persons ?? []).some(isForeign) ? [{ id: 'foreignersRegister' }] : []),
    // Listed for everybody: who belongs to one is confidential.
    { id: 'religiousSocieties' },
    { id: 'municipalOffices' },
    { id: 'stateRecipients' },
  ]
}

const comesFromElsewhere = (a: Registration) =>
  a.moveKind !== 'withinMunicipality' && (a.previousResidence ?? a.lastResidenceInGermany) !== undefined
