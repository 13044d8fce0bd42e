// The periods of registration law and trade law; all days are days in Germany.
import { addDays, type Day } from './dates.ts'
import { rollForward } from './holidays.ts'

/** R-T01: two weeks after the event, which does not count itself (BMG section 17(1), (2); BGB sections 187(1), 188(2), 193). */
export function registrationDeadline(moved: Day): Day {
  return rollForward(addDays(moved, 14))
}

/** R-T09: a trade notification is certified within three days (GewO section 15(1)). */
export function receiptDue(received: Day): Day {
  return rollForward(addDays(received, 3))
}

/** By when the office wants missing items: two weeks unless a clerk says otherwise (VwVfG section 31(2), (3)). */
export function requestDeadline(asked: Day): Day {
  return rollForward(addDays(asked, 14))
}

/** R-D01: one week before moving out, on any day of the week (BMG section 17(2)). */
export function earliestDeregistration(moveOut: Day): Day {
  return addDays(moveOut, -7)
}
