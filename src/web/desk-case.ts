// A case on the desk as finished values: warnings on top, answers by person, checklist, decision, history.
import { planOf } from '../forms/plan.ts'
import { hasSensitive, isGuarded } from '../forms/sensitive.ts'
import type { Words } from '../forms/words.ts'
import { daysBetween } from '../law/dates.ts'
import { longDay } from '../law/partial-date.ts'
import { journeyOf } from '../office/correct.ts'
import { queriesOf } from '../office/decide.ts'
import { accountOf } from '../office/fees.ts'
import { historyOf } from '../office/history.ts'
import { lettersOf } from '../office/letters.ts'
import { type Held, held } from '../office/queue.ts'
import { findRejection } from '../office/reject.ts'
import type { Revealed } from '../office/reveal.ts'
import { type Desk, mayReveal, maySee } from './desk.ts'
import { listButtons, openButtons, sectionsOf } from './desk-answers.ts'
import { conflictOf } from './desk-conflict.ts'
import { decisionOf, problemHref, type Typed } from './desk-decision.ts'
import { historyInWords, stamp, takeOverInWords } from './desk-history.ts'
import { linkedViews } from './desk-linked.ts'
import { doneOf, jumpsIn, maskedIn } from './desk-notices.ts'
import { officialView } from './desk-official.ts'
import { lettersInWords, toldInWords } from './desk-told.ts'
import { warningsOf } from './desk-warnings.ts'
import { accountView } from './fees-view.ts'
import { forClerks, frame, sessionBinding, tokenFor, wordsFor } from './house.ts'
import { deskNavigation } from './queue-page.ts'
import { dueInWords } from './queue-row.ts'
import { recipientsView } from './recipients-view.ts'

type Shown = { typed?: Typed; isKept?: boolean; conflict?: boolean; problem?: string; revealed?: Revealed }
type Paper = Awaited<ReturnType<typeof papersOf>>

export async function showCase(desk: Desk, { typed, isKept, conflict, problem, revealed }: Shown): Promise<void> {
  const { house, request, response, caseFile, service } = desk
  const words = wordsFor(house, response)
  const papers = await papersOf(desk)
  const { holder, isMine } = papers
  const journey = isMine ? journeyOf(house.office, service, caseFile) : null
  const isHidden = !maySee(desk)
  const title = `${words.say(`${service.id}:short`)} ${caseFile.number}`
  response.render('queue/case', {
    it: {
      frame: frame(house, request, response, {
        title: `${problem ? words.say('common:errorPrefix') : ''}${title}`,
        desk: true,
        personal: true,
        nav: deskNavigation(words, null),
      }),
      heading: isHidden ? words.say('common:queue.masked') : caseFile.name,
      caption: title,
      facts: factsOf(desk, holder, words),
      masked: caseFile.masked ? maskedIn(words) : null,
      jump: isMine ? jumpsIn(service, words) : null,
      linked: await linkedViews(desk, words),
      problemsHeading: words.say('common:problemsHeading'),
      problems: problem
        ? [{ href: problemHref(problem, service, caseFile), text: words.say(`common:desk.${problem}`) }]
        : [],
      errorPrefix: words.say('common:errorPrefix'),
      conflict: conflict ? conflictOf({ service, caseFile, isHidden }, holder, words, typed) : null,
      ...doneOf(request, caseFile, words),
      form: {
        action: `/amt/vorgang/${caseFile.number}`,
        csrf: tokenFor(house, sessionBinding(request)),
        version: String(caseFile.version),
      },
      ...handling(desk, papers, words, typed, problem),
      open: {
        heading: words.say('common:desk.open'),
        items: journey ? openButtons(caseFile, journey, forClerks(words)) : [],
      },
      warnings: isHidden
        ? null
        : {
            heading: words.say('common:desk.warnings'),
            none: words.say('common:desk.noWarnings'),
            items: warningsOf(caseFile, service, words),
          },
      told: isHidden ? [] : toldInWords(desk, papers, words),
      answers: {
        heading: words.say('common:desk.answers'),
        lang: words.locale === 'de' ? null : 'de',
        hidden: isHidden
          ? words.say(caseFile.closedAt ? 'common:desk.answersClosed' : 'common:desk.answersHidden')
          : null,
        sections: isHidden
          ? []
          : sectionsOf({
              caseFile,
              mayCorrect: isMine,
              revealed: revealed ?? null,
              isGuarded: control => !mayReveal(desk) && isGuarded(planOf(service), control),
              words,
              german: house.words.de,
            }),
        lists: journey ? listButtons(journey, words) : [],
      },
      reveal:
        isMine && !revealed && hasSensitive(planOf(service))
          ? { label: words.say('common:desk.reveal'), text: words.say('common:desk.revealText') }
          : null,
      decision: isMine ? decisionOf(desk, words, typed, problem) : null,
      kept: isMine && isKept ? words.say('common:desk.unsent') : null,
      recipients: isHidden ? null : recipientsView(desk, papers.history, words, problem),
      fees: isHidden ? null : feesOnCase(desk, papers, words),
      official: isHidden ? null : officialView(desk, isMine, papers.history, words),
      letters: isHidden ? { heading: '', items: [] } : lettersInWords(desk, papers, words),
      history: historyInWords(service, papers.history, words),
    },
  })
}

async function papersOf({ house, service, clerk, caseFile }: Desk) {
  const [{ holder }, queries, rejection, letters, history, account] = await Promise.all([
    held(house.office, clerk, caseFile, false),
    queriesOf(house.office, caseFile),
    findRejection(house.office, caseFile),
    lettersOf(house.office, caseFile),
    historyOf(house.office, caseFile),
    accountOf(house.office, service, caseFile),
  ])
  const isMine = holder?.id === clerk.id && caseFile.closedAt === null
  return { holder, queries, rejection, letters, history, account, isMine }
}

/** Which of claim, take over and release this clerk is offered. */
function handling({ caseFile }: Desk, { holder, isMine }: Paper, words: Words, typed?: Typed, problem?: string) {
  const isOpen = caseFile.closedAt === null
  return {
    claim: isOpen && !holder ? { label: words.say('common:queue.claim') } : null,
    takeOver: isOpen && holder && !isMine ? takeOverInWords(holder.name, typed?.takeOverReason, problem, words) : null,
    release: isMine ? { label: words.say('common:desk.release') } : null,
  }
}

function factsOf({ house, caseFile, clerk }: Desk, holder: Held['holder'], words: Words) {
  const due = caseFile.dueOn.toISOString().slice(0, 10)
  const day = longDay(due, words.locale)
  const days = dueInWords(daysBetween(house.office.facts().filedOn, due), words)
  const nobody = words.say('common:queue.nobody')
  const facts: [string, string][] = [
    ['number', caseFile.number],
    ['status', statusInWords(caseFile, words)],
    ['received', stamp(caseFile.filedAt, words)],
    ['due', caseFile.closedAt === null ? `${days} (${day})` : day],
    [
      caseFile.closedAt === null ? 'holder' : 'decidedBy',
      holder?.id === clerk.id ? words.say('common:queue.you') : (holder?.name ?? nobody),
    ],
  ]
  return facts.map(([column, text]) => ({ label: words.say(`common:queue.columns.${column}`), text }))
}

/** What is typed into the decision stays, so its holder leaves by a button of that form. */
function feesOnCase({ service, caseFile }: Desk, { account, isMine }: Paper, words: Words) {
  const view = accountView(service, account, words)
  const label = words.say(`common:fees.${account.openCents > 0 ? 'toEnter' : 'toEntries'}`)
  return (
    view && { ...view, when: null, link: { label, href: isMine ? null : `/amt/vorgang/${caseFile.number}/gebuehr` } }
  )
}

function statusInWords({ status, effectiveOn }: Held['caseFile'], words: Words): string {
  if (status !== 'scheduled' || !effectiveOn) return words.say(`common:deskStatus.${status}`)
  return words.say('common:desk.scheduled', { day: longDay(effectiveOn.toISOString().slice(0, 10), words.locale) })
}
