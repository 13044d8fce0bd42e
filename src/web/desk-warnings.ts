// What the rules found on a case, in words for clerks: each matter once, with the names of all it is about.
import { type Finding, findingsForClerks } from '../forms/findings.ts'
import type { Section } from '../forms/in-words.ts'
import type { Service } from '../forms/service.ts'
import { ruleText, type Words } from '../forms/words.ts'
import type { Held } from '../office/queue.ts'

type CaseFile = Held['caseFile']

/** Clerks have words of their own where the citizen's address the citizen: `hints.<id>`, else `rules.<id>`. */
export function warningsOf(caseFile: CaseFile, service: Service, words: Words): string[] {
  const headings = new Map((caseFile.words as unknown as Section[]).map(({ member, heading }) => [member, heading]))
  const namesIn = (findings: Finding[]) => findings.flatMap(({ member }) => headings.get(member ?? null) ?? [])
  const { findings, ticks } = caseFile
  const texts = findingsForClerks(service, findings as unknown as Finding[], ticks).map(finding => ({
    finding,
    text: ruleText(service.id, finding, words, 'hints'),
  }))
  return [...Map.groupBy(texts, ({ text }) => text)].map(([text, found]) => {
    const names = [...new Set(namesIn(found.map(({ finding }) => finding)))].join(', ')
    return found[0]?.finding.member && names ? `${names}: ${text}` : text
  })
}
