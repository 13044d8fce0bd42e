// Public holidays in Hesse, and the working day on which a period may end.
import { addDays, type Day } from './dates.ts'

const known = new Map<number, Set<Day>>()

/** Easter Sunday, by the anonymous Gregorian algorithm. */
export function easter(year: number): Day {
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const golden = year % 19
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const count = epact + weekday - 7 * correction + 114
  return `${year}-${twoDigits(Math.floor(count / 31))}-${twoDigits((count % 31) + 1)}`
}

/** R-T04, Hessian holiday act: the ten days that are holidays in every town of Hesse. */
export function holidaysOfHesse(year: number): Set<Day> {
  const holidays = known.get(year) ?? new Set([...fixed(year), ...movable(easter(year))])
  known.set(year, holidays)
  return holidays
}

/** R-T02: a period whose last day is a Saturday, a Sunday or a holiday ends with the next working day (BGB section 193). */
export function rollForward(day: Day): Day {
  return isWorkingDay(day) ? day : rollForward(addDays(day, 1))
}

function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !isHoliday(day)
}

export function isHoliday(day: Day): boolean {
  return holidaysOfHesse(Number(day.slice(0, 4))).has(day)
}

function fixed(year: number): Day[] {
  return ['01-01', '05-01', '10-03', '12-25', '12-26'].map(day => `${year}-${day}`)
}

/** Good Friday, Easter Monday, Ascension, Whit Monday, Corpus Christi. */
function movable(easterSunday: Day): Day[] {
  return [-2, 1, 39, 50, 60].map(distance => addDays(easterSunday, distance))
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0')
}
