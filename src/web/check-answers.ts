// All answers of a form to be checked: by section and person, one link a page to change them.
import { type Item, inWords, type Section } from '../forms/in-words.ts'
import { type Application, rowId } from './application.ts'

export function answersToCheck(application: Application) {
  const { journey, words } = application
  const paths = journey.steps.map(({ path }) => path)
  const sections = inWords(journey, words, 'shown')
    .map(section => ({ ...section, items: section.items.filter(item => item.step !== paths.at(-1)) }))
    .filter(section => section.items.length > 0)
  const isBefore = (list: string) => (item: Item) => paths.indexOf(item.step) < paths.indexOf(list)
  const placeOf = (list: string) =>
    sections.findLast(section => listOf(section) === list) ??
    sections.findLast(({ items }) => items.some(isBefore(list)))
  const links = listLinks(application).map(link => ({ ...link, section: placeOf(link.path) }))
  return {
    sections: sections.map(section => ({
      heading: section.heading,
      items: rowsOf(application, section),
      fold: foldOf(application, section, sections),
      edits: links.filter(link => link.section === section),
    })),
  }
}

/** Several people fill a page: each can be folded up once read, but opens unfolded, for the declaration covers them all. */
function foldOf({ words }: Application, section: Section, all: Section[]): string | null {
  if (!section.member || all.filter(other => listOf(other) === listOf(section)).length < 2) return null
  return words.say('common:apply.answersCount', { number: section.items.length })
}

/** `personen` for a section of `personen/<id>/name`. */
function listOf({ member, items }: Section): string | null {
  return (member && items.find(isOwn(member))?.step.split('/')[0]) || null
}

/** What a person has said as filer stands with the person as well; it is changed where it was asked. */
function isOwn(member: string | null) {
  return ({ step }: Item) => member === null || step.includes(`/${member}/`)
}

/** The first answer of a page carries the link and the place to come back to, for all that the page asks; the link is heard with its question and the person. */
function rowsOf({ service, words }: Application, { heading, member, items }: Section) {
  const isFirst = (item: Item, index: number) => items[index - 1]?.step !== item.step && isOwn(member)(item)
  return items.map((item, index) => ({
    label: item.label,
    lines: item.value?.length ? item.value : [words.say('common:apply.notAnswered')],
    isBlank: !item.value?.length,
    joins: !isFirst(item, index),
    id: isFirst(item, index) ? rowId(item.step) : null,
    change: isFirst(item, index)
      ? {
          href: `/antrag/${service.slug}/${item.step}?von=pruefen`,
          text: words.say('common:apply.change'),
          name: item.label,
          of: member ? heading : null,
        }
      : null,
  }))
}

/** Persons and dwellings can be added and struck out to the last: after those that are there, else after what was asked before them. */
function listLinks({ service, words, journey }: Application) {
  const lists = journey.steps.filter(step => step.kind === 'members')
  return lists.map(({ path }) => ({
    path,
    href: `/antrag/${service.slug}/${path}?von=pruefen`,
    label: words.say(`${service.id}:pages.${path}.edit`),
    id: rowId(path),
  }))
}
