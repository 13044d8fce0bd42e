// Keys derived from SESSION_SECRET: the first of the list signs and encrypts, all of them verify and decrypt.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { toCrockford } from './law/check-digits.ts'

export type Secrets = {
  /** HMAC-SHA-256, base64url. */
  sign: (purpose: string, text: string) => string
  verify: (purpose: string, text: string, signature: string) => boolean
  /** AES-256-GCM; `context` must be the same when opening, so that a value cannot be moved elsewhere. */
  seal: (context: string, text: string) => string
  open: (context: string, sealed: string) => string
  /** Ten characters that belong to a case for ever; the same at each call. */
  accessCode: (caseId: string) => string
  isAccessCode: (caseId: string, code: string) => boolean
}

export function secretsFrom(list: string[]): Secrets {
  const keys = list.map(keyFrom)
  const [newest] = keys
  if (!newest) throw new Error('no secret')
  const code = (key: typeof newest, caseId: string) => toCrockford(hmac(key('access-code'), caseId), 10)
  return {
    sign: (purpose, text) => hmac(newest(purpose), text).toString('base64url'),
    verify: (purpose, text, signature) =>
      keys.some(key => isSame(hmac(key(purpose), text).toString('base64url'), signature)),
    seal: (context, text) => sealed(newest('seal'), context, text),
    open: (context, text) =>
      opened(
        keys.map(key => key('seal')),
        context,
        text,
      ),
    accessCode: caseId => code(newest, caseId),
    isAccessCode: (caseId, typed) => keys.some(key => isSame(code(key, caseId), typed)),
  }
}

/** A key of its own for each purpose, derived once (RFC 5869). */
function keyFrom(secret: string): (purpose: string) => KeyObject {
  const derived = new Map<string, KeyObject>()
  return purpose => {
    const key = derived.get(purpose) ?? createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)))
    derived.set(purpose, key)
    return key
  }
}

/** 192 random bits for a cookie; only its hash is stored. */
export function newToken(): string {
  return randomBytes(24).toString('base64url')
}

export function tokenHash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hash('sha256', token, 'buffer'))
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function hmac(key: KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function sealed(key: KeyObject, context: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

function opened(keys: KeyObject[], context: string, text: string): string {
  const bytes = Buffer.from(text, 'base64url')
  for (const key of keys) {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(12, 28))
    try {
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    } catch {
      // Sealed with another key of the list.
    }
  }
  throw new Error('no key opens a sealed value')
}
