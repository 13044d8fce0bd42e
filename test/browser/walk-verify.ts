// The page that verifies letters: fresh, with a slip, unknown, and found for every kind that was issued on the walk.
import { languages } from '../../src/language.ts'
import { formatVerificationCode } from '../../src/law/verification-code.ts'
import { saying, visitorIn, type Walk } from './walk.ts'

export async function walkVerify(walk: Walk): Promise<void> {
  const letters = await walk.hall.database.letter.findMany({ distinct: ['kind'], select: { kind: true, code: true } })
  for (const language of languages) {
    const visitor = await visitorIn(walk, language)
    const keep = saying(walk, 'citizen', language)
    keep('verify/ask', 'fresh', await visitor.request('/pruefen'))
    keep('verify/ask', 'errors: blank', await visitor.request('/pruefen?code='))
    keep('verify/ask', 'errors: wrong', await visitor.request('/pruefen/K7M2-QX9T'))
    keep('verify/answer', 'unknown', await visitor.request('/pruefen/K7M2-QX9T-4VBD-8RHS'))
    for (const { kind, code } of letters)
      keep('verify/answer', `found: ${kind}`, await visitor.request(`/pruefen/${formatVerificationCode(code)}`))
  }
}
