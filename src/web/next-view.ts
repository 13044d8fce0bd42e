// What comes after sending, as finished values: whether to come, or to hand in, until when, with what, and where to.
import type { Finding } from '../forms/findings.ts'
import type { Service } from '../forms/service.ts'
import { ruleText, sentText, type Words } from '../forms/words.ts'
import type { Day } from '../law/dates.ts'
import { longDay } from '../law/partial-date.ts'
import { hoursInWords, placeInWords } from '../town.ts'
import type { House } from './house.ts'

/** `asked`: given back, this is still to be handed in; `ticks`: what the office has seen. What the rules inform about comes first. */
type Filing = {
  service: Service
  answers: Record<string, unknown>
  dueOn: Day
  findings?: Finding[]
  asked?: string[] | undefined
  ticks?: string[]
  askedUntil?: Day | undefined
  isSent?: boolean
}
type NextView = {
  isVisit: boolean
  text: string[]
  papers: { heading: string; items: string[]; text: string | null } | null
  hours: { heading: string; place: string; lines: string[] } | null
}

/** A service may say it in words of its own, `next.visit`, `next.visitLate`, `next.visitAsked`, `next.noVisit`; without a visit it is those alone. */
export function nextView(house: House, filing: Filing, words: Words): NextView {
  const next = stepView(house, filing, words)
  return { ...next, text: [...informations(filing, words), ...next.text, ...lawStays(house, filing, words)] }
}

/** What the office asks for by a later day does not move the deadline of the law. */
function lawStays(house: House, filing: Filing, words: Words): string[] {
  return isLawEarlier(house, filing)
    ? [words.say('common:next.lawStays', { day: longDay(filing.dueOn, words.locale) })]
    : []
}

/** Not of a period that only the office has (`runsOn`): it is nobody else's. */
function isLawEarlier(house: House, { service, dueOn, askedUntil }: Filing): boolean {
  const isCitizens = service.deadlineFrom !== undefined && !service.runsOn
  return isCitizens && askedUntil !== undefined && dueOn < askedUntil && dueOn >= house.office.facts().filedOn
}

function stepView(house: House, filing: Filing, words: Words): NextView {
  const { service, answers, dueOn, asked } = filing
  const isVisit = service.visit?.(answers as never) ?? true
  const isLate = dueOn < house.office.facts().filedOn
  const visit = isLate ? 'visitLate' : 'visit'
  const kind = isVisit ? (asked ? 'visitAsked' : visit) : 'noVisit'
  const day = longDay(dueOn, words.locale)
  const text = words.find([`${service.id}:next.${kind}`, `common:next.${kind}`], { day }) ?? ''
  if (!isVisit && asked) return handIn(house, words)
  const items = papersInWords(filing, words)
  if (!isVisit) return { isVisit, text: [text], ...(items.length > 0 ? toShow(house, items, words) : nothing) }
  const papers = items.length > 0 ? { heading: words.say('common:apply.papersHeading'), items, text: null } : null
  return { isVisit, text: [text], papers, hours: hoursView(house, words) }
}

const nothing = { papers: null, hours: null }

/** Nobody has to come, but there are papers: they may be shown or sent, for nothing can be uploaded. */
function toShow(house: House, items: string[], words: Words): Pick<NextView, 'papers' | 'hours'> {
  const [heading, text] = [words.say('common:next.papersHeading'), words.say('common:next.papers')]
  return { papers: { heading, items, text }, hours: hoursView(house, words) }
}

/** When all is done, what is left to do elsewhere; null where there is nothing. */
export function remindersView(filing: Pick<Filing, 'service' | 'findings'>, words: Words): NextView | null {
  const text = filing.service.isRemembered ? informations({ ...filing, isSent: true }, words) : []
  return text.length > 0 ? { isVisit: false, text, ...nothing } : null
}

/** What the rules have to say that stops nobody, each once; after sending also what remains of a warning (texts `sent.<id>`). */
function informations(
  { service, findings = [], isSent }: Pick<Filing, 'service' | 'findings' | 'isSent'>,
  words: Words,
): string[] {
  const found = findings.filter(finding => finding.severity === 'info')
  const warned = isSent ? findings.filter(finding => finding.severity === 'warning') : []
  const remains = warned.flatMap(finding => sentText(service.id, finding, words) ?? [])
  return [...new Set([...found.map(finding => ruleText(service.id, finding, words)), ...remains])]
}

/** Where nobody had to come, what is missing may be brought or sent. */
function handIn(house: House, words: Words): NextView {
  return { isVisit: false, text: [words.say('common:next.handIn')], papers: null, hours: hoursView(house, words) }
}

function hoursView(house: House, words: Words) {
  return {
    heading: words.say('common:case.hoursHeading'),
    place: placeInWords(house.town, words.locale),
    lines: hoursInWords(house.town, words.locale),
  }
}

/** Of its service, else as papers of every service are called. */
export function paperText({ id }: Service, paper: string, values: Record<string, unknown>, words: Words): string {
  return words.find([`${id}:papers.${paper}`], values) ?? words.say(`shared:papers.${paper}`, values)
}

/** Of a case given back without what was seen and what stands among the things asked for. */
function papersInWords({ service, answers, asked, ticks = [] }: Filing, words: Words): string[] {
  const isDone = (id: string, seenBy = '') => asked && (ticks.includes(seenBy) || asked.includes(id))
  const papers = service.papers(answers as never).filter(({ id, seenBy }) => !isDone(id, seenBy))
  return papers.map(({ id, person }) => paperText(service, id, { person }, words))
}
