// Verifying letters: what stands on each of them, code, address, both as a QR code; and what anybody may know who has one.
import { encode } from 'uqr'
import { formatVerificationCode } from '../law/verification-code.ts'
import type { Office } from './office.ts'

/** Any of the eight can be read; trying which is the fairest of them takes a tenth of the time of a letter. */
const maskPattern = 0

export type Verification = { code: string; address: string; qr: string }

/** JSON for the letterhead; `qr` is an SVG without the blank margin that belongs around it. */
export function verificationOf(publicUrl: string, code: string): Verification {
  const written = formatVerificationCode(code)
  const address = `${publicUrl}/pruefen`
  const { data } = encode(`${address}/${written}`, { ecc: 'M', border: 0, maskPattern })
  return { code: written, address: address.replace(/^https?:\/\//, ''), qr: svgOf(data) }
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

/** One path of strokes, one for each run of dark modules in a row. */
function svgOf(rows: boolean[][]): string {
  const size = rows.length
  const lines = rows.map(row => row.map(isDark => (isDark ? '#' : ' ')).join(''))
  const strokes = lines.flatMap((line, y) =>
    [...line.matchAll(/#+/g)].map(run => `M${run.index} ${y}h${run[0].length}`),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -.5 ${size} ${size}"><path stroke="#000" d="${strokes.join('')}"/></svg>`
}
