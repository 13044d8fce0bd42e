// What the office puts on every letter besides its content, for tests that render a template by themselves.
import { verificationOf } from '../../src/office/verify.ts'
import { readTown } from '../../src/town.ts'

const town = readTown(undefined)
const { office, name, letterhead, administrativeCourt, procedureAct } = town

export const head = {
  town: { ...office, name, letterhead, administrativeCourt, procedureAct },
  demo: false,
  number: 'LM-2026-000871-K',
  date: '23.11.2026',
  officer: 'Jens Probst-Adler',
  verification: verificationOf('https://portal.example', 'K7M2QX9T4VBD8RHS'),
}
