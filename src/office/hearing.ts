// The hearing before a burdening decision: when and how the person could comment, or why that was not needed (VwVfG section 28).
import type { Day } from '../law/dates.ts'

export const heardWays = ['spoken', 'written'] as const
/** VwVfG section 28(2) numbers 1 to 3, and the circumstances of the case. */
export const unheardReasons = ['urgent', 'deadline', 'ownStatements', 'circumstances'] as const
export type Hearing =
  | { hearing: (typeof heardWays)[number]; day: Day }
  | { hearing: 'none'; unheard: (typeof unheardReasons)[number] }
