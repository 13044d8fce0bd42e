// The left side of a case: what the rules found, the answers by person, what was sent before a correction, what it left open.
import { describePage } from '../forms/describe.ts'
import type { Finding } from '../forms/findings.ts'
import type { Item, Section } from '../forms/in-words.ts'
import type { Journey, Step } from '../forms/journey.ts'
import type { Service } from '../forms/service.ts'
import { ruleText, type Words } from '../forms/words.ts'
import { openSteps } from '../office/correct.ts'
import type { Held } from '../office/queue.ts'
import { pageTitle } from './apply-pages.ts'
import { listTitle } from './members-pages.ts'

type CaseFile = Held['caseFile']

/** What the rules found on the day of filing, with the name of whom it is about. */
export function warningsOf(caseFile: CaseFile, service: Service, german: Words): string[] {
  const findings = (caseFile.findings as unknown as Finding[]).filter(finding => finding.severity !== 'info')
  const names = new Map((caseFile.words as unknown as Section[]).map(section => [section.member, section.heading]))
  const lines = findings.map(finding => {
    const { member } = finding
    const text = ruleText(service.id, finding, german)
    return member ? `${names.get(member) ?? ''}: ${text}` : text
  })
  return [...new Set(lines)]
}

/** What was sent stands beside what a clerk has corrected, added or struck out; the holder may correct more. */
export function sectionsOf(caseFile: CaseFile, mayCorrect: boolean, words: Words) {
  const sections = caseFile.words as unknown as Section[]
  const sent = asSent(caseFile)
  const declarations = sections.at(-1)?.items.at(-1)?.step
  const changeOf = (section: Section, item: Item) =>
    mayCorrect && item.step !== declarations ? changeLink(caseFile, section, item, words) : null
  const present = sections.map(section => {
    const before = sent.find(isLike(section))
    const items = section.items.flatMap(item => itemView(item, before, changeOf(section, item), words))
    return { heading: headingOf(section, before, words), items: [...items, ...goneFrom(before, section, words)] }
  })
  const struck = sent
    .filter(before => !sections.some(isLike(before)))
    .map(before => ({
      heading: words.say('common:desk.struck', { name: before.heading }),
      items: goneFrom(before, null, words),
    }))
  return [...present, ...struck].filter(section => section.items.length > 0)
}

function asSent(caseFile: CaseFile): Section[] {
  return (caseFile.wordsAsSent ?? caseFile.words) as unknown as Section[]
}

/** A person stays the same when their name, and so the heading, is corrected. */
function isLike(section: Section): (other: Section) => boolean {
  return other =>
    section.member === null
      ? other.member === null && other.heading === section.heading
      : other.member === section.member
}

function headingOf(section: Section, before: Section | undefined, words: Words): string {
  return before ? section.heading : words.say('common:desk.added', { name: section.heading })
}

function itemView(item: Item, before: Section | undefined, change: ReturnType<typeof changeLink> | null, words: Words) {
  const sent = before?.items.find(other => keyOf(other) === keyOf(item))
  if (item.value?.length === 0 && !sent?.value?.length) return []
  const lines = item.value ?? [words.say('common:case.notShown')]
  return [{ label: item.label, lines, original: before ? originalOf(item, sent, words) : null, change }]
}

/** What was sent and is not asked any more. */
function goneFrom(before: Section | undefined, section: Section | null, words: Words) {
  const present = new Set(section?.items.map(keyOf))
  const gone = before?.items.filter(item => !present.has(keyOf(item)) && item.value && item.value.length > 0) ?? []
  return gone.map(item => ({
    label: item.label,
    lines: [],
    original: { label: words.say('common:desk.original'), lines: item.value ?? [] },
    change: null,
  }))
}

function keyOf(item: Item): string {
  return `${item.step} ${item.control} ${item.label}`
}

function originalOf(item: Item, sent: Item | undefined, words: Words): { label: string; lines: string[] } | null {
  if (item.value === null || item.value.join() === (sent?.value ?? []).join()) return null
  const lines = sent?.value?.length ? sent.value : [words.say('common:apply.notAnswered')]
  return { label: words.say('common:desk.original'), lines }
}

function changeLink(caseFile: CaseFile, section: Section, item: Item, words: Words) {
  const href = urlOf(caseFile, { path: item.step })
  return { href, text: words.say('common:desk.correct'), name: item.label, of: section.member ? section.heading : null }
}

/** Persons and dwellings can be added and struck out. */
export function listLinks(caseFile: CaseFile, { service, steps }: Journey, words: Words) {
  const lists = steps.filter(step => step.kind === 'members')
  return lists.map(step => ({
    href: urlOf(caseFile, step),
    label: words.say(`${service.id}:pages.${step.path}.edit`),
  }))
}

/** What a correction has left open; of a person or dwelling the first page, which leads on to the others. */
export function openLinks(caseFile: CaseFile, journey: Journey, words: Words) {
  const open = openSteps(journey)
  const first = open.filter(
    step => step.memberId === null || step === open.find(other => other.memberId === step.memberId),
  )
  return first.map(step => ({ href: openUrl(caseFile, step), label: openTitle(journey, step, words) }))
}

function openTitle(journey: Journey, step: Step, words: Words): string {
  if (step.kind === 'members') return listTitle({ service: journey.service, journey, words }, step)
  return pageTitle(journey, step, describePage(journey, step, [], words).title, words)
}

/** Who or what is new is asked page by page, everything else only what is missing. */
export function openUrl(caseFile: CaseFile, step: Step): string {
  const isNew = step.memberId !== null && !asSent(caseFile).some(section => section.member === step.memberId)
  return `${urlOf(caseFile, step)}?von=${isNew ? 'liste' : 'offen'}`
}

/** Where an answer of a case is corrected. */
export function urlOf(caseFile: { number: string }, step: { path: string }): string {
  return `/amt/vorgang/${caseFile.number}/berichtigen/${step.path}`
}
