// What a question page posted, sorted by the fields it asks.
import type { NextFunction, Request, Response } from 'express'
import { Refused } from '../errors.ts'
import type { Raw } from '../forms/input.ts'
import type { Step } from '../forms/journey.ts'
import { prefixOf } from '../forms/members.ts'
import { type LeafNode, type ListNode, leavesOf, type Node, ownControls } from '../forms/plan.ts'

export type Body = Record<string, string | string[] | undefined>
/** `unknown` holds names that this page does not ask: such a POST is refused, after what it does ask is saved. */
export type Posted = { typed: Raw; unknown: string[] }

/** Nobody can type U+0000, and PostgreSQL stores no text that holds it. Once for all who read the body. */
export function leaveOutNul(request: Request, _response: Response, next: NextFunction): void {
  const clean = (text: string) => text.replaceAll('\0', '')
  const body: Record<string, string | string[]> = request.body ?? {}
  for (const [name, value] of Object.entries(body)) body[name] = Array.isArray(value) ? value.map(clean) : clean(value)
  next()
}

export function bodyOf(request: Request): Body {
  return (request.body ?? {}) as Body
}

/** A value that may be there once. */
export function single(body: Body, name: string): string {
  const value = body[name] ?? ''
  if (Array.isArray(value)) throw new Refused('badRequest')
  return value
}

/** Refuses a body with other names than these. */
export function onlyNames(body: Body, names: string[]): void {
  if (Object.keys(body).some(name => !names.includes(name) && name !== '_csrf')) throw new Refused('badRequest')
}

/** `rendered` are the controls that were on the page: of these, what is absent was left blank. */
export function postedOn(step: Step & { kind: 'page' | 'member' }, rendered: Set<string>, body: Body): Posted {
  const prefix = prefixOf(step)
  const controls = controlsOf(step.page.nodes, '')
  const typed: Raw = {}
  for (const [name, leaf] of controls) {
    const value = body[name]
    if (value !== undefined) typed[prefix + name] = textsOf(leaf, value)
    else if (rendered.has(name)) typed[prefix + name] = isMultiple(leaf) ? [] : ''
  }
  return { typed, unknown: Object.keys(body).filter(name => !controls.has(name) && !ownControls.includes(name)) }
}

/** Every control a page can have; rows up to their maximum. */
function controlsOf(nodes: Node[], at: string): Map<string, LeafNode | ListNode> {
  const entries = nodes.flatMap((node): [string, LeafNode | ListNode][] => {
    if (node.kind === 'rows')
      return Array.from({ length: node.max }, (_, index) => [
        ...controlsOf(node.children, `${at}${node.path}.${index}.`),
      ]).flat()
    if (node.kind === 'group') return [...controlsOf(node.children, at)]
    return leavesOf([node]).map(leaf => [at + leaf.path, leaf])
  })
  return new Map(entries)
}

function textsOf(leaf: LeafNode | ListNode, value: string | string[]): string | string[] {
  if (isMultiple(leaf)) return [value].flat()
  if (Array.isArray(value)) throw new Refused('badRequest')
  return value
}

function isMultiple(leaf: LeafNode | ListNode): boolean {
  return leaf.kind === 'list' || leaf.look.kind === 'checkboxes'
}
