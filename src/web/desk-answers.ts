// The left side of a case: the answers by person, what was sent before a correction, what it left open.
import type { Item, Section } from '../forms/in-words.ts'
import type { Journey, Step } from '../forms/journey.ts'
import type { Words } from '../forms/words.ts'
import { openSteps } from '../office/correct.ts'
import type { Held } from '../office/queue.ts'
import type { Revealed } from '../office/reveal.ts'
import { isLike, keyOf, originalOf, sentOf } from './as-sent.ts'
import { type Done, noPlace, onceEach, placeOf } from './desk-rows.ts'
import { stepTitle } from './members-pages.ts'

type CaseFile = Held['caseFile']

/**
 * Whether the clerk may correct, what they have asked to see of what is hidden, what they may not see. Answers are
 * German; buttons speak the clerk's language.
 */
type Look = {
  caseFile: CaseFile
  mayCorrect: boolean
  revealed: Revealed | null
  isGuarded: (control: string) => boolean
  done: Done | null
  /** What a page asks and of whom, in few words. */
  titleOf: (step: string) => string | undefined
  words: Words
  german: Words
}

/** The same section as it was sent, and with nothing hidden. */
type Beside = { before: Section | undefined; clear: Section | undefined }

/** What was sent stands beside what a clerk has corrected, added or struck out; the holder may correct more. */
export function sectionsOf(look: Look) {
  const { caseFile } = look
  const sections = caseFile.words as unknown as Section[]
  const sent = look.revealed?.sent ?? asSent(caseFile)
  const declarations = sections.at(-1)?.items.at(-1)?.step
  const present = sections.map(section => {
    const before = sent.find(isLike(section))
    const clear = look.revealed?.now.find(isLike(section))
    const pages = [...Map.groupBy(section.items, ({ step }) => step)]
    const items = pages.flatMap(([step, asked]) => {
      const own = { ...look, mayCorrect: look.mayCorrect && step !== declarations }
      return pageRows(section, asked, { before, clear }, own)
    })
    return {
      heading: headingOf(section, before, look.german),
      items: [...items, ...goneFrom(before, section, look)],
    }
  })
  const struck = sent
    .filter(before => !sections.some(isLike(before)))
    .map(before => ({
      heading: look.german.say('common:desk.struck', { name: before.heading }),
      items: goneFrom(before, null, look),
    }))
  const first = present.flatMap(({ items }) => items).find(({ isRevealed }) => isRevealed)
  const marked = [...present, ...struck].map(({ heading, items }) => ({
    heading,
    items: items.map(item => ({ ...item, id: item === first ? 'vertraulich' : item.id })),
  }))
  return onceEach(marked.filter(({ items }) => items.length > 0))
}

function asSent(caseFile: CaseFile): Section[] {
  return (caseFile.wordsAsSent ?? caseFile.words) as unknown as Section[]
}

function headingOf(section: Section, before: Section | undefined, words: Words): string {
  return before ? section.heading : words.say('common:desk.added', { name: section.heading })
}

/** What one page asks stands together, with one button; at its end what was left blank, in one row. */
function pageRows(section: Section, asked: Item[], beside: Beside, look: Look) {
  const isBlank = (item: Item) => item.value?.length === 0 && !sentOf(item, beside.before)?.value?.length
  const given = asked.filter(item => !isBlank(item))
  const isOwn = section.member === null || asked.some(({ step }) => step.includes(`/${section.member}/`))
  const blank = isOwn ? asked.filter(item => isBlank(item) && !look.isGuarded(item.control)) : []
  const buttonOf = (items: Item[], text: 'correct' | 'supplement') =>
    look.mayCorrect ? changeButton(items, text, look) : null
  const rows = given.map(item => itemView(item, section, beside, look))
  const blankRow = {
    label: labelsOf(blank, section, look),
    lines: [look.german.say('common:apply.notAnswered')],
    original: null,
    isRevealed: false,
    isBlank: true,
    change: buttonOf(blank, 'supplement'),
  }
  const corrected = rows.map((row, index) => ({ ...row, change: index === 0 ? buttonOf(given, 'correct') : null }))
  return [...corrected, ...(blank.length > 0 ? [blankRow] : [])].map((row, index) => ({
    ...row,
    joins: index > 0,
    ...(index === 0 ? placeOf(asked, look.done) : noPlace),
  }))
}

/** Where it was asked, in the desk's words; with the person it belongs to, in the person's. */
function labelsOf(items: Item[], { member }: Section, { caseFile, german }: Look): string {
  return items.map(item => (member ? undefined : german.find(deskLabels(caseFile, item))) ?? item.label).join(', ')
}

function itemView(item: Item, section: Section, beside: Beside, look: Look) {
  const { german, isGuarded } = look
  const { before, clear } = beside
  const sent = sentOf(item, before)
  const label = labelsOf([item], section, look)
  if (isGuarded(item.control))
    return { label, lines: [german.say('common:desk.guarded')], original: null, isRevealed: false, isBlank: false }
  const shown = item.value === null ? clear?.items.find(other => other.control === item.control) : undefined
  const value = shown?.value ?? item.value
  const blank = [german.say(value ? 'common:apply.notAnswered' : 'common:case.notShown')]
  const lines = value?.length ? value : blank
  const original = before ? originalOf(value, sent, german) : null
  return { label, lines, original, isRevealed: shown !== undefined, isBlank: false }
}

function deskLabels({ serviceId }: CaseFile, { control }: Item): string[] {
  return [`${serviceId}:fields.${control}.label_desk`, `shared:${control}.label_desk`]
}

/** What was sent and is not asked any more. */
function goneFrom(before: Section | undefined, section: Section | null, { german, isGuarded }: Look) {
  const present = new Set(section?.items.map(keyOf))
  const gone = before?.items.filter(item => !present.has(keyOf(item)) && item.value && item.value.length > 0) ?? []
  return gone.map(item => ({
    label: item.label,
    lines: [],
    isRevealed: false,
    isBlank: false,
    joins: false,
    original: {
      label: german.say('common:desk.original'),
      lines: isGuarded(item.control) ? [german.say('common:desk.guarded')] : (item.value ?? []),
    },
    change: null,
    ...noPlace,
  }))
}

function changeButton([item]: Item[], text: 'correct' | 'supplement', look: Look) {
  const step = item?.step ?? ''
  return {
    value: `correct:${step}`,
    text: look.words.say(`common:desk.${text}`),
    name: look.titleOf(step) ?? item?.label,
    of: null,
  }
}

/** Persons and dwellings can be added and struck out. */
export function listButtons({ service, steps }: Journey, words: Words) {
  const lists = steps.filter(step => step.kind === 'members')
  return lists.map(({ path }) => ({
    value: `correct:${path}`,
    label: words.say(`${service.id}:pages.${path}.edit`),
  }))
}

/** What a correction has left open; of a person or dwelling the first page, which leads on to the others. */
export function openButtons(caseFile: CaseFile, journey: Journey, words: Words) {
  const open = openSteps(journey)
  const first = open.filter(
    step => step.memberId === null || step === open.find(other => other.memberId === step.memberId),
  )
  return first.map(step => ({
    value: `correct:${openPath(caseFile, step)}`,
    label: stepTitle(journey, step, words),
  }))
}

export function openUrl(caseFile: CaseFile, step: Step): string {
  return urlOf(caseFile, { path: openPath(caseFile, step) })
}

/** Who or what is new is asked page by page, everything else only what is missing. */
function openPath(caseFile: CaseFile, step: Step): string {
  const isNew = step.memberId !== null && !asSent(caseFile).some(section => section.member === step.memberId)
  return `${step.path}?von=${isNew ? 'liste' : 'offen'}`
}

/** Where an answer of a case is corrected, or one of the desk's own written. */
export function urlOf(caseFile: { number: string }, step: { path: string }, place = 'berichtigen'): string {
  return `/amt/vorgang/${caseFile.number}/${place}/${step.path}`
}
