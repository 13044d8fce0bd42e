// A case on the desk as finished values: warnings on top, answers by person, checklist, decision, history.
import type { Request, Response } from 'express'
import type { Finding } from '../forms/findings.ts'
import type { Item, Section } from '../forms/in-words.ts'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { momentInWords } from '../language.ts'
import { daysBetween } from '../law/dates.ts'
import { longDay } from '../law/partial-date.ts'
import { checklistOf, lettersOf, queriesOf } from '../office/decide.ts'
import { historyOf } from '../office/history.ts'
import { type Held, held } from '../office/queue.ts'
import type { Revealed } from '../office/reveal.ts'
import { urlOf } from './correct.ts'
import { clerkOf } from './doors.ts'
import { frame, type House, sessionBinding, tokenFor, wordsFor } from './house.ts'
import { deskNavigation, dueInWords } from './queue-page.ts'

type CaseFile = Held['caseFile']
export type Typed = {
  action: string
  version: number
  ticks: string[]
  decision: string
  reasons: string[]
  note: string
}
type Shown = {
  caseFile: CaseFile
  service: Service
  typed?: Typed
  conflict?: boolean
  problem?: string
  sensitive?: Revealed[]
}

export async function showCase(house: House, request: Request, response: Response, shown: Shown): Promise<void> {
  const { caseFile, service } = shown
  const words = wordsFor(house, response)
  const clerk = clerkOf(response)
  const [{ holder }, queries, letters, history] = await Promise.all([
    held(house.office, clerk, caseFile, false),
    queriesOf(house.office, caseFile),
    lettersOf(house.office, caseFile),
    historyOf(house.office, caseFile),
  ])
  const isMine = holder?.id === clerk.id && caseFile.closedAt === null
  const name = caseFile.masked && !isMine ? words.say('common:queue.masked') : caseFile.name
  const hasProblem = shown.problem !== undefined
  const title = `${words.say(`${service.id}:short`)} ${caseFile.number}`
  response.render('queue/case', {
    it: {
      frame: frame(house, request, response, {
        title: `${hasProblem ? words.say('common:errorPrefix') : ''}${title}`,
        desk: true,
        personal: true,
        nav: deskNavigation(words, null),
      }),
      heading: name,
      caption: title,
      facts: factsOf(house, caseFile, holder, clerk.id, words),
      problemsHeading: words.say('common:problemsHeading'),
      problems: hasProblem
        ? [
            {
              href: problemHref(shown.problem ?? '', service, caseFile),
              text: words.say(`common:desk.${shown.problem}`),
            },
          ]
        : [],
      errorPrefix: words.say('common:errorPrefix'),
      conflict: shown.conflict ? conflictOf(caseFile, holder, shown.typed, words, service) : null,
      notice: doneNotice(request, words),
      form: {
        action: `/amt/vorgang/${caseFile.number}`,
        csrf: tokenFor(house, sessionBinding(request)),
        version: String(caseFile.version),
      },
      claim: caseFile.closedAt === null && !holder ? { label: words.say('common:queue.claim') } : null,
      takeOver:
        caseFile.closedAt === null && holder && !isMine
          ? {
              label: words.say('common:desk.takeOver'),
              text: words.say('common:desk.takeOverText', { name: holder.name }),
            }
          : null,
      release: isMine ? { label: words.say('common:desk.release') } : null,
      warnings: {
        heading: words.say('common:desk.warnings'),
        none: words.say('common:desk.noWarnings'),
        items: warningsOf(caseFile, service, house.words.de),
      },
      queries: {
        heading: words.say('common:desk.queries'),
        items: queries.map(query => ({
          at: stamp(query.at, words),
          reasons: query.reasons.map(reason => words.say(`${service.id}:returns.${reason}`)),
          note: query.note,
        })),
      },
      answers: {
        heading: words.say('common:desk.answers'),
        lang: words.locale === 'de' ? null : 'de',
        hidden: caseFile.masked && !isMine ? words.say('common:desk.answersHidden') : null,
        sections: caseFile.masked && !isMine ? [] : sectionsOf(caseFile, isMine, words),
      },
      reveal:
        isMine && !shown.sensitive
          ? { label: words.say('common:desk.reveal'), text: words.say('common:desk.revealText') }
          : null,
      sensitive: shown.sensitive
        ? {
            heading: words.say('common:desk.sensitive'),
            persons: shown.sensitive.map(person => ({
              person: person.person,
              items: person.items.map(item => ({
                label: item.label,
                text: (item.value ?? []).join(', ') || words.say('common:apply.notAnswered'),
              })),
            })),
          }
        : null,
      decision: isMine ? decisionOf(service, caseFile, shown, words) : null,
      letters: {
        heading: words.say('common:case.lettersHeading'),
        items: letters.map(letter => ({
          href: `/amt/vorgang/${caseFile.number}/${letter.kind}.pdf`,
          label: words.say('common:case.letterLink', { name: words.say(`${service.id}:letters.${letter.kind}`) }),
          sha256: letter.sha256,
        })),
      },
      history: {
        heading: words.say('common:desk.history'),
        items: history.map(event => ({
          at: stamp(event.at, words),
          text: words.say(`common:events.${event.kind}`),
          who:
            event.clerk?.name ??
            words.say(
              event.kind === 'received' || event.kind.includes('Citizen') || event.kind === 'letterRead'
                ? 'common:desk.citizen'
                : 'common:desk.system',
            ),
        })),
      },
    },
  })
}

function factsOf(house: House, caseFile: CaseFile, holder: Held['holder'], clerkId: string, words: Words) {
  const due = caseFile.dueOn.toISOString().slice(0, 10)
  const days = daysBetween(house.office.facts().filedOn, due)
  const isOpen = caseFile.closedAt === null
  const facts: [string, string][] = [
    ['number', caseFile.number],
    ['status', words.say(`common:deskStatus.${caseFile.status}`)],
    ['received', stamp(caseFile.filedAt, words)],
    ['due', isOpen ? `${dueInWords(days, words)} (${longDay(due, words.locale)})` : longDay(due, words.locale)],
    [
      'holder',
      holder ? (holder.id === clerkId ? words.say('common:queue.you') : holder.name) : words.say('common:queue.nobody'),
    ],
  ]
  return facts.map(([column, text]) => ({ label: words.say(`common:queue.columns.${column}`), text }))
}

function decisionOf(service: Service, caseFile: CaseFile, { typed, problem }: Shown, words: Words) {
  const checklist = checklistOf(service, caseFile)
  const isTicked = (id: string, stored: boolean) => (typed ? typed.ticks.includes(id) : stored)
  const error = (code: string) => (problem === code ? words.say(`common:desk.${code}`) : null)
  return {
    checklistHeading: words.say('common:desk.checklist'),
    ticksError: error('ticksMissing'),
    items: checklist.map((item, index) => ({
      id: `tick-${index}`,
      value: item.id,
      label: words.say(`${service.id}:checklist.${item.text}`, { person: item.person }),
      checked: isTicked(item.id, item.ticked),
    })),
    saveTicks: words.say('common:desk.saveTicks'),
    heading: words.say('common:desk.decision'),
    decisionError: error('decisionMissing'),
    options: ['confirm', 'return'].map(value => ({
      id: `decision-${value}`,
      value,
      label: words.say(`common:desk.decide.${value}`),
      hint: words.say(`common:desk.decideHint.${value}`),
      checked: typed?.decision === value,
    })),
    reasonsHeading: words.say('common:desk.reasons'),
    reasonsError: error('reasonsMissing'),
    reasons: service.returns.map((reason, index) => ({
      id: `reason-${index}`,
      value: reason,
      label: words.say(`${service.id}:returns.${reason}`),
      checked: typed?.reasons.includes(reason) ?? false,
    })),
    note: { label: words.say('common:desk.note'), hint: words.say('common:desk.noteHint'), value: typed?.note ?? '' },
    button: words.say('common:desk.decideButton'),
  }
}

/** Who has it now; and what the clerk had typed, all of it, still there to be read and copied. */
function conflictOf(
  caseFile: CaseFile,
  holder: Held['holder'],
  typed: Typed | undefined,
  words: Words,
  service: Service,
) {
  const state = caseFile.closedAt
    ? words.say('common:desk.conflictDecided', { status: words.say(`common:deskStatus.${caseFile.status}`) })
    : holder
      ? words.say('common:desk.conflictHeld', { name: holder.name })
      : words.say('common:desk.conflictFree')
  const kept = typed
    ? [
        ...typed.ticks
          .map(id => checklistOf(service, caseFile).find(item => item.id === id))
          .filter(item => item !== undefined)
          .map(item => words.say(`${service.id}:checklist.${item.text}`, { person: item.person })),
        ...typed.reasons
          .filter(reason => service.returns.includes(reason))
          .map(reason => words.say(`${service.id}:returns.${reason}`)),
        ...(typed.note ? [typed.note] : []),
      ]
    : []
  return {
    heading: words.say('common:desk.conflictHeading'),
    text: state,
    keptHeading: words.say('common:desk.conflictKept'),
    kept,
  }
}

function problemHref(problem: string, service: Service, caseFile: CaseFile): string {
  if (problem === 'ticksMissing')
    return `#tick-${Math.max(
      0,
      checklistOf(service, caseFile).findIndex(item => !item.ticked),
    )}`
  return problem === 'reasonsMissing' ? '#reason-0' : '#decision-confirm'
}

function warningsOf(caseFile: CaseFile, service: Service, german: Words): string[] {
  const findings = caseFile.findings as unknown as Finding[]
  return [
    ...new Set(
      findings
        .filter(finding => finding.severity !== 'info')
        .map(finding => german.say(`${service.id}:rules.${finding.rule}`)),
    ),
  ]
}

/** Corrected answers carry what was sent beside them; the holder may correct more. */
function sectionsOf(caseFile: CaseFile, mayCorrect: boolean, words: Words) {
  const sections = caseFile.words as unknown as Section[]
  const sent = new Map(
    ((caseFile.wordsAsSent ?? []) as unknown as Section[]).flatMap(section =>
      section.items.map(item => [keyOf(section, item), item]),
    ),
  )
  const declarations = sections.at(-1)?.items.at(-1)?.step
  return sections
    .map(section => ({
      heading: section.heading,
      items: section.items
        .filter(item => item.value === null || item.value.length > 0 || sent.get(keyOf(section, item))?.value?.length)
        .map(item => ({
          label: item.label,
          lines: item.value ?? [words.say('common:case.notShown')],
          original: originalOf(item, sent.get(keyOf(section, item)), caseFile, words),
          change:
            mayCorrect && item.step !== declarations
              ? {
                  href: urlOf(caseFile, { path: item.step }),
                  text: words.say('common:desk.correct'),
                  name: item.label,
                  of: section.member ? section.heading : null,
                }
              : null,
        })),
    }))
    .filter(section => section.items.length > 0)
}

function keyOf(section: Section, item: Item): string {
  return `${section.member ?? ''} ${item.step} ${item.control} ${item.label}`
}

function originalOf(
  item: Item,
  sent: Item | undefined,
  caseFile: CaseFile,
  words: Words,
): { label: string; lines: string[] } | null {
  if (!caseFile.wordsAsSent || item.value === null || item.value.join() === sent?.value?.join()) return null
  return {
    label: words.say('common:desk.original'),
    lines: sent?.value?.length ? sent.value : [words.say('common:apply.notAnswered')],
  }
}

function doneNotice(request: Request, words: Words) {
  const done = ['confirm', 'return', 'tick', 'correct'].find(value => value === request.query.fertig)
  return done ? { kind: 'success' as const, heading: null, text: [words.say(`common:desk.done.${done}`)] } : null
}

function stamp(at: Date, words: Words): string {
  return momentInWords(at, words.locale, { dateStyle: 'medium', timeStyle: 'short' })
}
