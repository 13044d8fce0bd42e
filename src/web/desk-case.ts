// A case on the desk as finished values: warnings on top, answers by person, checklist, decision, history.
import type { Journey } from '../forms/journey.ts'
import { planOf } from '../forms/plan.ts'
import { hasSensitive, isGuarded } from '../forms/sensitive.ts'
import type { Words } from '../forms/words.ts'
import { journeyOf } from '../office/correct.ts'
import { queriesOf } from '../office/decide.ts'
import { accountOf } from '../office/fees.ts'
import { historyOf } from '../office/history.ts'
import { lettersOf } from '../office/letters.ts'
import { held } from '../office/queue.ts'
import { findRejection } from '../office/reject.ts'
import type { Revealed } from '../office/reveal.ts'
import { type Desk, mayReveal, maySee } from './desk.ts'
import { listButtons, openButtons, sectionsOf } from './desk-answers.ts'
import { conflictOf } from './desk-conflict.ts'
import { decisionOf, problemHref, problemText, stillAsked, type Typed } from './desk-decision.ts'
import { factsOf } from './desk-facts.ts'
import { historyInWords, takeOverInWords } from './desk-history.ts'
import { linkedViews } from './desk-linked.ts'
import { doneOf, doneOn, jumpsIn, maskedIn } from './desk-notices.ts'
import { officialView } from './desk-official.ts'
import { lettersInWords, settledInWords, toldInWords } from './desk-told.ts'
import { warningsOf } from './desk-warnings.ts'
import { accountView } from './fees-view.ts'
import { forClerks, sessionBinding, tokenFor, wordsFor } from './house.ts'
import { stepTitle } from './members-pages.ts'
import { deskFrame } from './queue-page.ts'
import { recipientsView } from './recipients-view.ts'

type Shown = { typed?: Typed; isKept?: boolean; conflict?: { also: string[] }; problem?: string; revealed?: Revealed }
type Paper = Awaited<ReturnType<typeof papersOf>>

/** What all parts of the page are made of. */
type Look = { desk: Desk; papers: Paper; words: Words; shown: Shown; official: ReturnType<typeof officialView> }

export async function showCase(desk: Desk, shown: Shown): Promise<void> {
  const { house, request, response, caseFile, service } = desk
  const { typed, problem } = shown
  const words = wordsFor(house, response)
  const papers = await papersOf(desk)
  const official = officialView(desk, papers, words, shown.revealed ? 'shown' : 'hidden')
  const look = { desk, papers, words, shown, official }
  const title = `${words.say(`${service.id}:short`)} ${caseFile.number}`
  const action = `/amt/vorgang/${caseFile.number}`
  response.render('queue/case', {
    it: {
      frame: deskFrame(desk, title, problem !== undefined, {
        form: papers.isMine ? { action, id: 'entscheidung', enter: 'decide' } : undefined,
      }),
      heading: maySee(desk) ? caseFile.name : words.say('common:queue.masked'),
      caption: title,
      facts: factsOf(desk, papers, words),
      masked: caseFile.masked ? maskedIn(words) : null,
      linked: await linkedViews(desk, words),
      ...problemsOf(look),
      ...doneOf(desk, words),
      form: {
        action,
        csrf: tokenFor(house, sessionBinding(request)),
        version: String(caseFile.version),
      },
      ...handling(desk, papers, words, typed, problem),
      ...filedViews(look),
      ...holderViews(look),
      ...(maySee(desk) ? officeViews(look) : nothingShown),
      history: historyInWords(service, papers.history, words, { journey: journeyToName(desk) }),
    },
  })
}

function problemsOf({ desk, papers, words, shown }: Look) {
  const { service, caseFile, clerk } = desk
  const { typed, conflict, problem } = shown
  const isHidden = !maySee({ caseFile, clerk })
  return {
    problemsHeading: words.say('common:problemsHeading'),
    problems: problem
      ? [{ href: problemHref(problem, service, caseFile), text: problemText(desk, problem, typed, words) }]
      : [],
    errorPrefix: words.say('common:errorPrefix'),
    conflict: conflict
      ? conflictOf({ service, caseFile, isHidden, isMine: papers.isMine }, papers.holder, words, { typed, ...conflict })
      : null,
  }
}

/** What was filed, and what a correction left open. */
function filedViews({ desk, papers: { isMine }, words, shown }: Look) {
  const { house, service, caseFile } = desk
  const journey = isMine ? journeyOf(house.office, service, caseFile) : null
  const hidden = caseFile.closedAt ? 'common:desk.answersClosed' : 'common:desk.answersHidden'
  const look = {
    caseFile,
    mayCorrect: isMine,
    revealed: shown.revealed ?? null,
    isGuarded: (control: string) => !mayReveal(desk) && isGuarded(planOf(service), control),
    done: doneOn(desk.request, words),
    titleOf: (path: string) => {
      const step = journey?.steps.find(other => other.path === path)
      return journey && step ? stepTitle(journey, step, forClerks(words)) : undefined
    },
    words,
    german: house.words.de,
  }
  return {
    open: {
      heading: words.say('common:desk.open'),
      items: journey ? openButtons(caseFile, journey, forClerks(words)) : [],
    },
    answers: {
      heading: words.say('common:desk.answers'),
      lang: words.locale === 'de' ? null : 'de',
      hidden: maySee(desk) ? null : words.say(hidden),
      sections: maySee(desk) ? sectionsOf(look) : [],
      lists: journey ? listButtons(journey, words) : [],
    },
  }
}

/** What only who holds the case can do; to look at what is sealed, also who decided it and supervisors. */
function holderViews({ desk, papers: { isMine, queries }, words, shown, official }: Look) {
  const { typed, problem, revealed, isKept } = shown
  const mayAsk = !revealed && mayReveal(desk) && hasSensitive(planOf(desk.service))
  const reveal = mayAsk ? { label: words.say('common:desk.reveal'), text: words.say('common:desk.revealText') } : null
  if (!isMine) return { jump: null, reveal, decision: null, kept: null }
  return {
    jump: jumpsIn(words, { hasOfficial: official !== null }),
    reveal,
    decision: decisionOf(desk, words, stillAsked(queries), typed, problem),
    kept: isKept ? words.say('common:desk.unsent') : null,
  }
}

/** What the rules found, and what the office has done or has to do; of a masked person nothing. */
function officeViews({ desk, papers, words, shown, official }: Look) {
  return {
    warnings: {
      heading: words.say('common:desk.warnings'),
      none: words.say('common:desk.noWarnings'),
      items: warningsOf(desk.caseFile, desk.service, words),
    },
    told: toldInWords(desk, papers, words),
    settled: settledInWords(desk, papers, words),
    recipients: recipientsView(desk, papers.history, words, shown.problem),
    fees: feesOnCase(desk, papers, words),
    official,
    letters: lettersInWords(desk, papers, words),
  }
}

/** Titles of pages may name a person; of a masked one nobody else reads them. */
function journeyToName(desk: Desk): Journey | undefined {
  return maySee(desk) ? journeyOf(desk.house.office, desk.service, desk.caseFile) : undefined
}

const nothingShown = {
  warnings: null,
  told: [],
  settled: null,
  recipients: null,
  fees: null,
  official: null,
  letters: { heading: '', isResult: false, post: null, items: [] },
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

/** What is typed into the decision stays, so its holder leaves by a button of that form. */
function feesOnCase({ service, caseFile }: Desk, { account, isMine }: Paper, words: Words) {
  const view = accountView(service, account, words)
  const label = words.say(`common:fees.${account.openCents > 0 ? 'toEnter' : 'toEntries'}`)
  return (
    view && { ...view, when: null, link: { label, href: isMine ? null : `/amt/vorgang/${caseFile.number}/gebuehr` } }
  )
}
