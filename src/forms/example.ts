// An example filing as it would stand in a draft: every control typed, members with ids of their own.
import type { Raw } from './input.ts'
import type { Journey, Step } from './journey.ts'
import { leavesOf } from './plan.ts'
import { unsavedControls } from './saved.ts'

/** What somebody types, by control name; members as lists. `desk`: what a clerk types into the desk's form. */
export type Example = { name: string; typed: Typed; desk?: Typed }
export type Typed = { [control: string]: string | string[] | Typed[] }

export function rawOf(example: Example): Raw {
  const entries = Object.entries(example.typed).flatMap(([control, value]): [string, string | string[]][] => {
    if (!isMembers(value)) return [[control, value]]
    const ids = value.map((_, index) => `${control}${index}`)
    return [[control, ids], ...value.flatMap((member, index) => memberEntries(`${control}.${ids[index]}.`, member))]
  })
  return Object.fromEntries(entries)
}

/** The draft of a journey whose pages were all saved: what was left as it was is written down as well. */
export function withBlanks({ raw, steps }: Journey): Raw {
  const left = steps.flatMap(step => unsavedControls(raw, step).map(control => [control, initial(step, control)]))
  return { ...raw, ...Object.fromEntries(left) }
}

function initial(step: Step, control: string): string {
  const leaves = step.page ? leavesOf(step.page.nodes) : []
  return leaves.find(leaf => control.endsWith(leaf.path))?.look.initial ?? ''
}

export function isMembers(value: Typed[string]): value is Typed[] {
  return Array.isArray(value) && value.some(item => typeof item === 'object')
}

function memberEntries(prefix: string, member: Typed): [string, string | string[]][] {
  return Object.entries(member).map(([control, value]) => [prefix + control, value as string | string[]])
}
