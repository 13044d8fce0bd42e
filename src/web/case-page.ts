// The citizen's case as finished values: the receipt, and later how far it is, what to do, the letter.
import type { Request, Response } from 'express'
import { Refused } from '../errors.ts'
import { type Finding, unsettled } from '../forms/findings.ts'
import type { Item, Section } from '../forms/in-words.ts'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { momentInWords } from '../language.ts'
import { formatAccessCode, spelled } from '../law/case-number.ts'
import { dayOf } from '../law/dates.ts'
import type { findForCitizen } from '../office/citizen.ts'
import { accountOf } from '../office/fees.ts'
import { type IssuedLetter, lettersOf } from '../office/letters.ts'
import { isLike, originalOf, sentOf } from './as-sent.ts'
import { startViews } from './asked-once.ts'
import { correctedView } from './case-corrected.ts'
import { askedView, dayInWords, rejectedView } from './case-told.ts'
import { draftsHere, endView } from './end-session.ts'
import { accountView } from './fees-view.ts'
import { frame, type House, sessionBinding, tokenFor, wordsFor } from './house.ts'
import { letterLinks } from './letter-links.ts'
import { nextView, remindersView } from './next-view.ts'

export type CaseFile = NonNullable<Awaited<ReturnType<typeof findForCitizen>>>

const door = { place: '/vorgang', text: 'common:case.letterLink' }

/** As a receipt with its access code to whoever has sent it in this session; the heading says how far the case is. */
export async function showOwnCase(
  house: House,
  request: Request,
  response: Response,
  caseFile: CaseFile,
): Promise<void> {
  const words = wordsFor(house, response)
  const service = house.services.find(other => other.id === caseFile.serviceId)
  if (!service) throw new Refused('notFound')
  const status = statusView(caseFile, service, words)
  const isReceipt = request.session.sent?.includes(caseFile.id) ?? false
  const asked = await askedView(house, caseFile, service, words)
  const rejected = await rejectedView(house, caseFile, service, words)
  response.render('case/show', {
    it: {
      frame: frame(house, request, response, {
        title: `${status.heading} – ${words.say(`${service.id}:short`)}`,
        personal: true,
      }),
      service: words.say(`${service.id}:name`),
      status,
      told: asked ?? rejected,
      starts: await startsView(house, request, caseFile, words),
      letters: letterViews(caseFile, await lettersOf(house.office, caseFile), words),
      post: postView(service, caseFile, words),
      keys: keysView(house, caseFile, isReceipt, words),
      fees: accountView(service, await accountOf(house.office, service, caseFile), words),
      ...openViews(house, caseFile, service, words, asked),
      corrected: await correctedView(house, caseFile, service, words),
      answersHeading: words.say('common:case.answersHeading'),
      answersShow: words.say('common:apply.answersShow'),
      answersLang: words.locale === caseFile.locale ? null : 'de',
      sections: sectionViews(house, caseFile, words),
      end: endView(house, request, await draftsHere(house, request), words),
    },
  })
}

/** Where the state does not say so already. */
function postView(service: Service, { status, answers }: CaseFile, words: Words): string | null {
  const isSaid = words.find([`${service.id}:status.${status}_post`]) !== undefined
  return service.addressee(answers as never).byPost && !isSaid ? words.say('common:case.byPost') : null
}

/** The latest is what counts now; of the earlier ones the page says so less loudly. */
function letterViews(caseFile: CaseFile, letters: IssuedLetter[], words: Words) {
  const links = letterLinks(door, caseFile, letters, words)
  return links.map((link, index) => ({ ...link, kind: index === 0 ? 'primary' : 'secondary' }))
}

async function startsView(house: House, request: Request, caseFile: CaseFile, words: Words) {
  return {
    heading: words.say('common:case.startsHeading'),
    carried: words.say('common:case.startsText'),
    action: `/vorgang/${caseFile.number}/weiter`,
    csrf: tokenFor(house, sessionBinding(request)),
    items: await startViews(house, request, caseFile, words),
  }
}

function keysView(house: House, caseFile: CaseFile, isReceipt: boolean, words: Words) {
  return {
    isFirst: caseFile.status === 'received',
    heading: words.say(`common:case.${isReceipt ? 'keysHeading' : 'numberHeading'}`),
    number: spokenView('number', caseFile.number, words),
    code: isReceipt ? codeView(house, caseFile, words) : null,
  }
}

/** What to do, until when, with what, where, and what remains of what the rules have found: while the case is open. */
function openViews(
  house: House,
  caseFile: CaseFile,
  service: Service,
  words: Words,
  asked: Awaited<ReturnType<typeof askedView>>,
) {
  if (caseFile.closedAt !== null) return { masked: null, next: laterView(caseFile, service, words) }
  const dueOn = dayOf(caseFile.dueOn)
  const answers = caseFile.answers as Record<string, unknown>
  const findings = unsettled(service, caseFile.findings as Finding[], caseFile.ticks)
  const { ticks } = caseFile
  const told = { asked: asked?.ids, askedUntil: asked?.day, ticks, isSent: true }
  const next = nextView(house, { service, answers, dueOn, findings, ...told }, words)
  const wanted = asked ? [words.say('common:case.papersAsked')] : []
  return {
    masked: caseFile.masked ? words.say('common:case.masked', { phone: house.town.office.phone }) : null,
    next: {
      ...next,
      heading: words.say(next.isVisit || asked ? 'common:case.nextHeading' : 'common:case.waitHeading'),
      text: [...next.text, ...(next.isVisit ? [words.say('common:case.bringNumber')] : [])],
      papers: next.papers && { ...next.papers, items: [...wanted, ...next.papers.items] },
    },
  }
}

/** A case that was confirmed; what was rejected brings no duties. */
function laterView({ status, findings }: CaseFile, service: Service, words: Words) {
  const next = status === 'rejected' ? null : remindersView({ service, findings: findings as Finding[] }, words)
  return next && { ...next, heading: words.say('common:case.laterHeading') }
}

function spokenView(label: string, text: string, words: Words) {
  return { label: words.say(`common:case.${label}`), text, spoken: spelled(text, words.locale) }
}

function codeView(house: House, caseFile: CaseFile, words: Words) {
  const code = formatAccessCode(house.office.secrets.accessCode(caseFile.id))
  const keep = words.say('common:case.codeKeep', { address: `${house.office.publicUrl}/vorgang` })
  return { ...spokenView('code', code, words), keep, print: words.say('common:case.print') }
}

const kinds: Record<string, string> = {
  received: 'success',
  returned: 'warning',
  scheduled: 'success',
  confirmed: 'success',
  closed: 'success',
}

/** The service's words for a state, perhaps for the way of its letter (`confirmed_post`), or those that are true of every case. */
function statusView(caseFile: CaseFile, service: Service, words: Words) {
  const { status, filedAt } = caseFile
  const own = status === 'received' ? `${service.id}:receipt.title` : ''
  const { contact } = caseFile.answers as { contact?: { delivery?: string } }
  const byDelivery = contact?.delivery ? [`${service.id}:status.${status}_${contact.delivery}`] : []
  const day = dayInWords(caseFile.effectiveOn, words)
  const first = (keys: string[]) => words.find(keys, { day }) ?? words.say(keys.at(-1) ?? '')
  const at = momentInWords(filedAt, words.locale, { dateStyle: 'long', timeStyle: 'short' })
  return {
    kind: kinds[status] ?? 'info',
    heading: first([own, `common:case.headings.${status}`]),
    text: first([...byDelivery, `${service.id}:status.${status}`, `common:statusText.${status}`]),
    received: words.say('common:case.received', { at }),
  }
}

/** In the citizen's language where the page is in it, else in German, beside it what was sent; declarations and blanks left out. */
function sectionViews(house: House, caseFile: CaseFile, words: Words) {
  const isOwn = words.locale === caseFile.locale
  const sections = (isOwn ? caseFile.wordsOfCitizen : caseFile.words) as Section[]
  const sent = ((isOwn ? caseFile.wordsOfCitizenAsSent : caseFile.wordsAsSent) ?? sections) as Section[]
  return sections
    .map(section => ({
      heading: section.heading,
      items: section.items
        .filter(item => item.step !== 'pruefen')
        .map(item => itemView(item, sent.find(isLike(section)), isOwn ? words : house.words.de))
        .filter(({ lines }) => lines.length > 0),
    }))
    .filter(section => section.items.length > 0)
}

/** A person who was added at the counter has sent nothing; what was taken out says so, what was always blank is left out. */
function itemView(item: Item, before: Section | undefined, words: Words) {
  const original = before ? originalOf(item.value, sentOf(item, before), words) : null
  const lines = item.value ?? [words.say('common:case.notShown')]
  const isTakenOut = lines.length === 0 && original !== null
  return { label: item.label, lines: isTakenOut ? [words.say('common:apply.notAnswered')] : lines, original }
}
