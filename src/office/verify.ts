// Verifying letters: what stands on each of them, code, address, both as a QR code; and what anybody may know who has one.
import { encode } from 'uqr'
import { formatVerificationCode } from '../law/verification-code.ts'
import type { Office } from './office.ts'

/** Any of the eight can be read; trying which is the fairest of them takes a tenth of the time of a letter. */
const maskPattern = 0

/** `qr` has a byte a module, row by row, 0 where it is dark, without the blank margin that belongs around it. */
export type Verification = { code: string; address: string; qr: { size: number; bytes: number[] } }

/** JSON for the letterhead. */
export function verificationOf(publicUrl: string, code: string): Verification {
  const written = formatVerificationCode(code)
  const address = `${publicUrl}/pruefen`
  const { size, data } = encode(`${address}/${written}`, { ecc: 'M', border: 0, maskPattern })
  const bytes = data.flatMap(row => row.map(isDark => (isDark ? 0 : 255)))
  return { code: written, address: address.replace(/^https?:\/\//, ''), qr: { size, bytes } }
}

/** What anybody may know of a letter whose code they have: nothing about the person, no case number. */
export async function findIssued(
  { database }: Office,
  code: string,
): Promise<{ kind: string; issuedOn: Date; serviceId: string } | null> {
  const select = { kind: true, issuedOn: true, caseFile: { select: { serviceId: true } } }
  const found = await database.letter.findUnique({ where: { code }, select })
  return found && { kind: found.kind, issuedOn: found.issuedOn, serviceId: found.caseFile.serviceId }
}
