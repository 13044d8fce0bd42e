// The left side of a case: what the rules found, the answers by person, and what was sent before a correction.
import type { Finding } from '../forms/findings.ts'
import type { Item, Section } from '../forms/in-words.ts'
import type { Service } from '../forms/service.ts'
import { ruleText, type Words } from '../forms/words.ts'
import type { Held } from '../office/queue.ts'

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

/** Corrected answers carry what was sent beside them; the holder may correct more. */
export function sectionsOf(caseFile: CaseFile, mayCorrect: boolean, words: Words) {
  const sections = caseFile.words as unknown as Section[]
  const sent = itemsAsSent(caseFile)
  const declarations = sections.at(-1)?.items.at(-1)?.step
  return sections
    .map(section => ({
      heading: section.heading,
      items: section.items
        .map(item => ({ item, before: sent.get(keyOf(section, item)) }))
        .filter(({ item, before }) => item.value === null || item.value.length > 0 || before?.value?.length)
        .map(({ item, before }) => ({
          label: item.label,
          lines: item.value ?? [words.say('common:case.notShown')],
          original: caseFile.wordsAsSent ? originalOf(item, before, words) : null,
          change: mayCorrect && item.step !== declarations ? changeLink(caseFile, section, item, words) : null,
        })),
    }))
    .filter(section => section.items.length > 0)
}

function itemsAsSent(caseFile: CaseFile): Map<string, Item> {
  const sections = (caseFile.wordsAsSent ?? []) as unknown as Section[]
  return new Map(sections.flatMap(section => section.items.map(item => [keyOf(section, item), item])))
}

function keyOf(section: Section, item: Item): string {
  return `${section.member ?? ''} ${item.step} ${item.control} ${item.label}`
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

/** Where an answer of a case is corrected. */
export function urlOf(caseFile: { number: string }, step: { path: string }): string {
  return `/amt/vorgang/${caseFile.number}/berichtigen/${step.path}`
}
