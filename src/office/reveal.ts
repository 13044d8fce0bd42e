// Sensitive answers for a clerk who asked for them: every look is an event, without what was seen.
import type { Item } from '../forms/in-words.ts'
import { leavesOf, planOf } from '../forms/plan.ts'
import type { Service } from '../forms/service.ts'
import { labelOf, optionLabel, type Words } from '../forms/words.ts'
import type { CaseFile, Clerk } from '../generated/client.ts'
import { answersOf } from './decide.ts'
import { record } from './history.ts'
import type { Office } from './office.ts'

export type Revealed = { person: string; items: Pick<Item, 'label' | 'value'>[] }

/** Grouped by person; only for who holds the case. */
export async function reveal(
  office: Office,
  service: Service,
  clerk: Clerk,
  caseFile: CaseFile,
  words: Words,
): Promise<Revealed[]> {
  await record(office.database, caseFile.id, 'revealed', clerk)
  const answers = answersOf(office, caseFile)
  return planOf(service)
    .pages.filter(page => 'node' in page)
    .flatMap(page => {
      const leaves = leavesOf(page.node.children).filter(leaf => leaf.look.sensitive)
      const members = (answers[page.node.name] ?? []) as (Record<string, unknown> & { id: string })[]
      return leaves.length === 0
        ? []
        : members.map(member => ({
            person: page.title(member),
            items: leaves.map(leaf => ({
              label: labelOf(service.id, leaf, words),
              value: [member[leaf.path] ?? []]
                .flat()
                .map(option => optionLabel(service.id, leaf, String(option), words)),
            })),
          }))
    })
}
