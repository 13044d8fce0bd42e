// Calendar days as text, so that no clock and no time zone can move them.
/** A calendar day, YYYY-MM-DD. */
export type Day = string

const oneDay = 86_400_000
const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' })

export function addDays(day: Day, count: number): Day {
  return dayOf(atMidnight(day) + count * oneDay)
}

/** Negative when the second day comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (atMidnight(to) - atMidnight(from)) / oneDay
}

let latest = { minute: Number.NaN, day: '' }

/** The day in Germany at this instant: it decides every deadline (R-T08). Days begin with a minute, so one is asked once. */
export function berlinDay(instant: Date): Day {
  const minute = Math.floor(instant.getTime() / 60_000)
  if (minute !== latest.minute) latest = { minute, day: berlin.format(instant) }
  return latest.day
}

/** Does this day exist in the calendar? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  return month >= 1 && month <= 12 && day >= 1 && day <= lastOfMonth(year, month)
}

function lastOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function atMidnight(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** Of a moment in milliseconds, or of a day as the database gives it: at midnight UTC. */
export function dayOf(time: number | Date): Day {
  return new Date(time).toISOString().slice(0, 10)
}
