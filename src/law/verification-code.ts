// The code on a letter with which anybody may ask whether it was issued: random, readable, with a check character.
import { crockfordCheck, readCrockford, toCrockford } from './check-digits.ts'

const randomCharacters = 15

/** `random`: 15 bytes or more; 75 bits of them count. 16 characters as they are stored. */
export function verificationCode(random: Uint8Array): string {
  const code = toCrockford(random, randomCharacters)
  return code + crockfordCheck(code)
}

/** XXXX-XXXX-XXXX-XXXX */
export function formatVerificationCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? ''
}

/** The code as it is stored; null when a character is missing, wrong or swapped. */
export function readVerificationCode(text: string): string | null {
  const code = readCrockford(text)
  if (code?.length !== randomCharacters + 1) return null
  return crockfordCheck(code.slice(0, -1)) === code.at(-1) ? code : null
}
