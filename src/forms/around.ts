// What a service has around its form: its letters, what staff write, the official form, whom it tells, the way to it.
import type { Day } from '../law/dates.ts'
import type { Answers, Facts, Fields, Path } from './service.ts'
import type { Words } from './words.ts'

export type Filed<F extends Fields> = { answers: Answers<F>; desk: Record<string, unknown> }
export type LetterKind<F extends Fields> = {
  kind: string
  /** Path from the project's root of a .typ file. */
  template: string
  when?: (filing: Filed<F>) => boolean
  content: (filing: Filed<F>, completedOn: Day, german: Words) => Record<string, unknown>
}
/** `when` and `shownWhen` see the desk's answers, then what the citizen filed. */
export type DeskForm<F extends Fields> = {
  fields: Fields
  // biome-ignore lint/suspicious/noExplicitAny: a border: the desk's fields have their own shape
  pages: { slug: string; asks: string[]; when?: (desk: any, filed: Answers<F>) => boolean }[]
  // biome-ignore lint/suspicious/noExplicitAny: a border: the desk's fields have their own shape
  shownWhen?: { [name: string]: (desk: any, filed: Answers<F>) => boolean }
  /** Typed answers the form begins with, such as what the citizen stated. */
  begin?: (filed: Answers<F>, facts: Facts) => Record<string, unknown>
  /** What was saved, once the filing was corrected: about the same people, as they are called now. */
  // biome-ignore lint/suspicious/noExplicitAny: a border: the desk's fields have their own shape
  follow?: (saved: any, before: Answers<F>, filed: Answers<F>) => Record<string, unknown>
  /** Must it be complete before a case is confirmed? */
  required: (filed: Answers<F>) => boolean
}
/** `numbers` of the official form that this recipient gets; without, it is told by another system and only listed. */
export type Recipient = { id: string; numbers?: string[] }
/**
 * `ours` are paths of our fields; a field without any says in `why` (text key) why it was left out. With `when` it is
 * filled only where that holds.
 */
export type OfficialField<F extends Fields> = {
  number: string
  label: string
  ours?: (Path<F> | (string & {}))[]
  why?: string
  when?(answers: Answers<F>): boolean
}
export type OfficialForm<F extends Fields> = { name: string; source: string; fields: OfficialField<F>[] }
export const situations = [
  'movingIn',
  'movingWithin',
  'movingAway',
  'severalDwellings',
  'certificate',
  'business',
  'privacy',
] as const
export type Situation = (typeof situations)[number]
/**
 * One question with its answers; `stop` ends the way here with an explanation (texts `guide.<id>.…`), perhaps at another
 * service. With `begins` the form starts with what the answer says already, as it would have been typed.
 */
export type Guide = { id: string; answers: GuideAnswer[] }
type GuideAnswer = { id: string; stop?: boolean; instead?: string; begins?: { [control: string]: string | string[] } }
