// Legal forms of a business and the registers they stand in (forms GewA 1 to 3, fields 1 and 2).

/** Kinds of register as field 2 of the forms names them. */
export const registerKinds = ['HRA', 'HRB', 'GnR', 'GsR', 'PR', 'VR', 'StiftungsV', 'foreign', 'kraftGesetz'] as const
type RegisterKind = (typeof registerKinds)[number]

/** Who fields 4 to 11 are about; of a German AG nobody, field 14 names a person instead. */
type FieldsAbout = 'owner' | 'partner' | 'representative' | 'nobody'
export type LegalForm = {
  key: (typeof legalFormKeys)[number]
  about: FieldsAbout
  /** Where it may stand; several are asked for, one follows. */
  registers: RegisterKind[]
  /** Place and number of the entry are needed. */
  isRegistered: boolean
}

export const legalFormKeys = [
  'soleTrader',
  'eK',
  'gbr',
  'egbr',
  'ohg',
  'kg',
  'gmbhCoKg',
  'gmbh',
  'ug',
  'ag',
  'kgaA',
  'se',
  'eG',
  'eV',
  'stiftung',
  'partG',
  'publicLaw',
  'foreign',
] as const

export const legalForms: LegalForm[] = [
  { key: 'soleTrader', about: 'owner', registers: [], isRegistered: false },
  { key: 'eK', about: 'owner', registers: ['HRA'], isRegistered: true },
  { key: 'gbr', about: 'partner', registers: [], isRegistered: false },
  { key: 'egbr', about: 'partner', registers: ['GsR'], isRegistered: true },
  { key: 'ohg', about: 'partner', registers: ['HRA'], isRegistered: true },
  { key: 'kg', about: 'partner', registers: ['HRA'], isRegistered: true },
  { key: 'gmbhCoKg', about: 'representative', registers: ['HRA'], isRegistered: true },
  { key: 'gmbh', about: 'representative', registers: ['HRB'], isRegistered: true },
  { key: 'ug', about: 'representative', registers: ['HRB'], isRegistered: true },
  { key: 'ag', about: 'nobody', registers: ['HRB'], isRegistered: true },
  { key: 'kgaA', about: 'representative', registers: ['HRB'], isRegistered: true },
  { key: 'se', about: 'representative', registers: ['HRB'], isRegistered: true },
  { key: 'eG', about: 'representative', registers: ['GnR'], isRegistered: true },
  { key: 'eV', about: 'representative', registers: ['VR'], isRegistered: true },
  { key: 'stiftung', about: 'representative', registers: ['StiftungsV'], isRegistered: true },
  { key: 'partG', about: 'partner', registers: ['PR'], isRegistered: true },
  { key: 'publicLaw', about: 'representative', registers: ['kraftGesetz'], isRegistered: false },
  { key: 'foreign', about: 'representative', registers: ['foreign', 'HRB'], isRegistered: true },
]

const byKey = new Map<string, LegalForm>(legalForms.map(form => [form.key, form]))

export function legalForm(key: string | undefined): LegalForm | undefined {
  return byKey.get(key ?? '')
}

/** Numbers in German registers: digits, perhaps with letters behind them that tell former courts apart. */
export function isGermanRegisterNumber(number: string): boolean {
  return /^\d{1,6}[A-Z]{0,3}$/i.test(number)
}
