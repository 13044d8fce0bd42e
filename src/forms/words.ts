// How the forms ask for texts, and where a field's own words are.
import { formatPartial } from '../law/partial-date.ts'
import type { Node } from './plan.ts'

export type Words = {
  locale: string
  /** Throws where a text is missing: no page leaves the house with a key on it. */
  say: (key: string, parameters?: Record<string, unknown>) => string
  /** The first of several texts that exists. */
  find: (keys: string[], parameters?: Record<string, unknown>) => string | undefined
}

const kept = new WeakMap<Node, Map<string, string[]>>()

/** Keys of one of a field's texts, nearest first (service, its groups, anyone's): `label`, `hint`, `errors.missing`, `options.sole`. Made once. */
export function keysOf(serviceId: string, node: Node, part: string): string[] {
  const ofNode = kept.get(node) ?? new Map<string, string[]>()
  const keys = ofNode.get(part) ?? makeKeys(serviceId, node, part)
  kept.set(node, ofNode.set(part, keys))
  return keys
}

function makeKeys(serviceId: string, node: Node, part: string): string[] {
  const places = node.words.map((place, index) => `${index === 0 ? serviceId : 'shared'}:${place}.${part}`)
  return [...places, `shared:anyone.${node.name}.${part}`]
}

export function labelOf(serviceId: string, node: Node, words: Words): string {
  const keys = keysOf(serviceId, node, 'label')
  return words.find(keys) ?? words.say(keys[0] ?? node.path)
}

export function optionLabel(serviceId: string, node: Node, option: string, words: Words): string {
  const keys = [...keysOf(serviceId, node, `options.${option}`), `common:options.${option}`]
  return words.find(keys) ?? words.say(keys[0] ?? option)
}

type Found = { rule: string; names?: string[] }

/** The message of a rule, with what it found filled in; `hints` are a clerk's own words for it where there are any. */
export function ruleText(
  serviceId: string,
  { rule, names = [] }: Found,
  words: Words,
  place: 'rules' | 'hints' = 'rules',
) {
  const filled = namesIn(serviceId, names, words)
  return words.find([`${serviceId}:${place}.${rule}`], filled) ?? words.say(`${serviceId}:rules.${rule}`, filled)
}

/** What remains of a warning after sending, where something does. */
export function sentText(serviceId: string, { rule, names = [] }: Found, words: Words): string | undefined {
  return words.find([`${serviceId}:sent.${rule}`], namesIn(serviceId, names, words))
}

/** Keys become words, and stored dates are written as people read them. */
function namesIn(serviceId: string, names: string[], words: Words) {
  const say = (name: string) => words.find([`${serviceId}:${name}`]) ?? datesIn(name, words.locale)
  return { names: names.map(say).join(', ') }
}

function datesIn(name: string, locale: string): string {
  return name.replace(/\d{4}-\d{2}-\d{2}/g, date => formatPartial(date, locale))
}
