// The one error class, and every reason with its status; the words are texts `common:refused.<reason>`.
export const refusals = {
  badRequest: 400,
  notSignedIn: 401,
  forged: 403,
  notAllowed: 403,
  notFound: 404,
  alreadySent: 409,
  draftGone: 410,
  tooLarge: 413,
  tooMany: 429,
  fault: 500,
  unavailable: 503,
} as const

export type Reason = keyof typeof refusals

/** The only error thrown on purpose. Anything else that is thrown is a bug. */
export class Refused extends Error {
  readonly reason: Reason
  constructor(reason: Reason) {
    super(reason)
    this.name = 'Refused'
    this.reason = reason
  }
}
