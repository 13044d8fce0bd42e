// What one field alone cannot know: `givenNames` may be blank only where `singleName` is ticked.
import { type Problem, problem, type Reading, type Source } from './input.ts'
import type { Node } from './plan.ts'

type Siblings = Record<string, unknown>

/** Adds the problems of fields that their siblings speak against; a field that is wrong by itself is left alone. */
export function refuse(children: Node[], source: Source, at: string, value: Siblings, reading: Reading): void {
  for (const child of children) {
    if (!child.refused) continue
    const { problems, shown } = reading
    const control = at + child.path
    if (!shown.includes(control) || problems.some(other => other.control === control)) continue
    const code = child.refused(problems.length > 0 ? { ...typedWrong(child, source, problems), ...value } : value)
    if (code) problems.push(problem(child, control, code))
  }
}

/** What cannot be read is an answer all the same: nobody is told that it is missing. */
function typedWrong(child: Node, { raw, prefix }: Source, problems: Problem[]): Siblings {
  const beside = problems.filter(({ node }) => node.kind === 'leaf' && node.groups.join() === child.groups.join())
  return Object.fromEntries(beside.map(({ node, control }) => [node.name, raw[prefix + control] || undefined]))
}
