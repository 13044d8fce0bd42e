// Identity documents that a registration names (BMG section 3(1) No. 17; DSMeld 1700 to 1717).

/** ID card, provisional and replacement ID card, passports, eID card, foreign papers, residence card, proof of arrival. */
export const idDocumentKeys = [
  'PA',
  'VPA',
  'EPA',
  'RP',
  'KRP',
  'VRP',
  'PE',
  'EID',
  'NPASS',
  'NID',
  'RAUSW',
  'EAT',
  'ANK',
] as const

/** Serial of a German ID card or passport: nine characters without vowels, B, D, O, Q and S. */
const germanSerial = /^[CFGHJKLMNPRTVWXYZ0-9]{9}$/
const otherSerial = /^[A-Z0-9][A-Z0-9 /-]{0,19}$/

/** Capitals expected. Provisional and foreign papers have serials of their own making. */
export function isSerial(type: string, serial: string): boolean {
  return (type === 'PA' || type === 'RP' ? germanSerial : otherSerial).test(serial)
}

/** The eID card tells no day of issue. */
export function needsIssueDate(type: string): boolean {
  return type !== 'EID'
}
