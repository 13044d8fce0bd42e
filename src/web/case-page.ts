// The citizen's case as finished values: the receipt, and later how far it is, what to do, the letter.
import type { Request, Response } from 'express'
import { Refused } from '../errors.ts'
import type { Section } from '../forms/in-words.ts'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { momentInWords } from '../language.ts'
import { formatAccessCode, spelled } from '../law/case-number.ts'
import { longDay } from '../law/partial-date.ts'
import type { findForCitizen } from '../office/citizen.ts'
import { lettersOf, queriesOf } from '../office/decide.ts'
import { hoursInWords, placeInWords } from '../town.ts'
import { startViews } from './asked-once.ts'
import { papersInWords } from './check-page.ts'
import { frame, type House, sessionBinding, tokenFor, wordsFor } from './house.ts'

export type CaseFile = NonNullable<Awaited<ReturnType<typeof findForCitizen>>>

/** As a receipt with its access code to whoever has sent it in this session. */
export async function showOwnCase(
  house: House,
  request: Request,
  response: Response,
  caseFile: CaseFile,
): Promise<void> {
  const words = wordsFor(house, response)
  const service = house.services.find(other => other.id === caseFile.serviceId)
  if (!service) throw new Refused('notFound')
  const isReceipt = request.session.sent?.includes(caseFile.id) ?? false
  const title = words.say(isReceipt ? `${service.id}:receipt.title` : 'common:case.title')
  response.render('case/show', {
    it: {
      frame: frame(house, request, response, {
        title: `${title} – ${words.say(`${service.id}:short`)}`,
        personal: true,
      }),
      heading: title,
      service: words.say(`${service.id}:name`),
      number: spokenView('number', caseFile.number, words),
      code: isReceipt ? codeView(house, caseFile, words) : null,
      print: words.say('common:case.print'),
      status: statusView(caseFile, words),
      asked: await askedView(house, caseFile, service, words),
      ...(caseFile.closedAt === null ? nextViews(house, caseFile, service, words) : noNext),
      starts: {
        heading: words.say('common:case.startsHeading'),
        carried: words.say('common:case.startsText'),
        action: `/vorgang/${caseFile.number}/weiter`,
        csrf: tokenFor(house, sessionBinding(request)),
        items: await startViews(house, request, caseFile, words),
      },
      lettersHeading: words.say('common:case.lettersHeading'),
      letters: await letterViews(house, caseFile, service, words),
      answersHeading: words.say('common:case.answersHeading'),
      answersShow: words.say('common:apply.answersShow'),
      answersLang: words.locale === caseFile.locale ? null : 'de',
      sections: sectionViews(caseFile, words),
      end: {
        action: '/vorgang/beenden',
        csrf: tokenFor(house, sessionBinding(request)),
        label: words.say('common:case.end'),
        text: words.say('common:case.endText'),
      },
    },
  })
}

const noNext = { masked: null, next: null, papers: null, hours: null }

/** What to do, until when, with what, where: while the case is open. */
function nextViews(house: House, caseFile: CaseFile, service: Service, words: Words) {
  const due = longDay(caseFile.dueOn.toISOString().slice(0, 10), words.locale)
  const answers = caseFile.answers as Record<string, unknown>
  const isLate = caseFile.dueOn < new Date(house.office.facts().filedOn)
  return {
    masked: caseFile.masked ? words.say('common:case.masked', { phone: house.town.office.phone }) : null,
    next: {
      heading: words.say('common:case.nextHeading'),
      text: [
        words.say(isLate ? 'common:case.nextLate' : 'common:case.nextText', { due }),
        words.say(`${service.id}:about.truth`),
      ],
    },
    papers: {
      heading: words.say('common:apply.papersHeading'),
      items: papersInWords({ service, words, journey: { answers } }),
    },
    hours: {
      heading: words.say('common:case.hoursHeading'),
      place: placeInWords(house.town),
      lines: hoursInWords(house.town, words.locale),
    },
  }
}

function spokenView(label: string, text: string, words: Words) {
  return { label: words.say(`common:case.${label}`), text, spoken: spelled(text, words.locale) }
}

function codeView(house: House, caseFile: CaseFile, words: Words) {
  const code = formatAccessCode(house.office.secrets.accessCode(caseFile.id))
  return { ...spokenView('code', code, words), keep: words.say('common:case.codeKeep') }
}

function statusView(caseFile: CaseFile, words: Words) {
  const at = momentInWords(caseFile.filedAt, words.locale, { dateStyle: 'long', timeStyle: 'short' })
  return {
    heading: words.say('common:case.statusHeading'),
    name: words.say(`common:status.${caseFile.status}`),
    text: words.say(`common:statusText.${caseFile.status}`),
    received: words.say('common:case.received', { at }),
  }
}

async function askedView(house: House, caseFile: CaseFile, service: Service, words: Words) {
  const queries = await queriesOf(house.office, caseFile)
  const query = queries.find(other => other.answeredAt === null)
  if (!query) return null
  const reasons = query.reasons.map(reason => words.say(`${service.id}:returns.${reason}`))
  return { heading: words.say('common:case.askedHeading'), reasons, note: query.note }
}

async function letterViews(house: House, caseFile: CaseFile, service: Service, words: Words) {
  const letters = await lettersOf(house.office, caseFile)
  return letters.map(({ kind }) => ({
    href: `/vorgang/${caseFile.number}/${kind}.pdf`,
    label: words.say('common:case.letterLink', { name: words.say(`${service.id}:letters.${kind}`) }),
  }))
}

/** In the citizen's language where the page is in it, else in German; declarations and blanks left out. */
function sectionViews(caseFile: CaseFile, words: Words) {
  const sections = (words.locale === caseFile.locale ? caseFile.wordsOfCitizen : caseFile.words) as Section[]
  return sections
    .map(section => ({
      heading: section.heading,
      items: section.items
        .filter(item => item.step !== 'pruefen' && item.value?.length !== 0)
        .map(item => ({ label: item.label, lines: item.value ?? [words.say('common:case.notShown')] })),
    }))
    .filter(section => section.items.length > 0)
}
