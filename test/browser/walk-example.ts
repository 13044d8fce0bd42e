// One example of one service, page by page: each fresh, sent blank, sent with nonsense, filled; up to the receipt.

import type { Example, Typed } from '../../src/forms/example.ts'
import { isMembers, planOf } from '../../src/forms/plan.ts'
import type { Service } from '../../src/forms/service.ts'
import type { Language } from '../../src/language.ts'
import { decoded, formsOf, headingOf, type Page, summaryOf, type Visitor } from '../helpers/visitor.ts'
import { type Filed, type Saying, saying, visitorIn, type Walk } from './walk.ts'

type Way = {
  visitor: Visitor
  service: Service
  typed: Typed
  keep: Saying
  lists: Map<string, { node: string; ids: string[] }>
  changed: boolean
}

export async function walkExample(walk: Walk, service: Service, example: Example, language: Language): Promise<Filed> {
  const visitor = await visitorIn(walk, language)
  const keep = saying(walk, 'citizen', language)
  const lists = new Map(
    planOf(service)
      .pages.filter(isMembers)
      .map(list => [list.slug, { node: list.node.name, ids: [] as string[] }]),
  )
  const way: Way = { visitor, service, typed: example.typed, keep, lists, changed: false }
  let page = await visitor.post(await visitor.request(`/leistungen/${service.slug}`), {}, 'begin')
  for (let step = 0; step < 250; step++) {
    if (page.url.startsWith('/vorgang/')) {
      keep('case/show', 'sent', page)
      return { service, example, language, number: page.url.split('/').at(-1) ?? '', visitor }
    }
    if (step === 3) await seeDraft(way)
    page = await goOn(way, page)
  }
  throw new Error(`no end of ${service.id}, ${example.name}: ${page.url}`)
}

async function goOn(way: Way, page: Page): Promise<Page> {
  const [, , , slug = '', member] = page.url.split('/')
  const list = way.lists.get(slug)
  if (list && !member) return passList(way, page, list)
  if (slug === 'pruefen') return check(way, page)
  if (!list || !member) return answer(way, page, way.typed)
  if (!list.ids.includes(member)) {
    list.ids.push(member)
    const unfinished = await way.visitor.request(`/antrag/${way.service.slug}/${slug}`)
    if (unfinished.url.endsWith(`/${slug}`)) way.keep(`${way.service.id}/${slug}`, 'unfinished', unfinished)
  }
  return answer(way, page, membersOf(way, list.node)[list.ids.indexOf(member)] ?? {})
}

/** A page that was met in this shape before is only filled. */
async function answer(way: Way, fresh: Page, typed: Typed): Promise<Page> {
  const { visitor, keep } = way
  const name = nameOf(way, fresh)
  const isNew = keep(name, 'fresh', fresh)
  if (isNew) await makeMistakes(way, fresh)
  let next = await visitor.fill(fresh, typed)
  for (let more = 0; next.url === fresh.url && next.status === 200; more++) {
    if (more > 9) throw new Error(`${fresh.url} goes on for ever`)
    const isNewShape = keep(name, isWarning(next) ? 'warning' : 'grown', next)
    if (isNewShape && !isWarning(next)) await makeMistakes(way, next)
    next = await visitor.fill(next, typed)
  }
  if (next.status !== 200)
    throw new Error(`${fresh.url} (${headingOf(next.html)}): ${summaryOf(next.html).join(' | ')}`)
  if (isNew) keep(name, 'filled', await visitor.request(fresh.url))
  return next
}

async function makeMistakes(way: Way, page: Page): Promise<void> {
  for (const [state, text] of [
    ['wrong', '?!'],
    ['blank', ''],
  ] as const) {
    const answer = await way.visitor.post(page, mistaken(page, text), page.url.endsWith('/pruefen') ? 'send' : 'next')
    if (answer.status === 422) way.keep(nameOf(way, page), `errors: ${state}`, answer)
  }
}

/** The same text in every line; nothing chosen. */
function mistaken(page: Page, text: string): Record<string, string[]> {
  const controls = formsOf(page.html)[0]?.controls.filter(control => !control.name.startsWith('_')) ?? []
  return Object.fromEntries(
    controls.map(({ name, kind }) => [
      name,
      kind === 'text' || kind === 'textarea' ? [text] : kind === 'select' ? [''] : [],
    ]),
  )
}

async function passList(way: Way, page: Page, list: { node: string; ids: string[] }): Promise<Page> {
  const { visitor, keep, service } = way
  const name = nameOf(way, page)
  if (list.ids.length === 0) {
    keep(name, 'empty', page)
    const none = await visitor.post(page, {}, 'next')
    if (none.status === 422) keep(name, 'errors: blank', none)
  } else keep(name, 'filled', page)
  if (list.ids.length < membersOf(way, list.node).length) return visitor.post(page, {}, 'add')
  if (list.ids[0])
    keep(
      `${name}/remove`,
      'fresh',
      await visitor.request(`/antrag/${service.slug}/${page.url.split('/')[3]}/${list.ids[0]}/entfernen`),
    )
  return visitor.post(page, {}, 'next')
}

async function check(way: Way, page: Page): Promise<Page> {
  const { visitor, keep } = way
  const isNew = keep(nameOf(way, page), 'fresh', page)
  if (isNew) await makeMistakes(way, page)
  const change = /href="([^"]*\?von=pruefen)/.exec(page.html)?.[1]
  if (isNew && change) keep(nameOf(way, { url: change }), 'changing', await visitor.request(decoded(change)))
  return visitor.fill(page, way.typed, 'send')
}

async function seeDraft({ visitor, service, keep }: Way): Promise<void> {
  keep('start', 'draft', await visitor.request('/'))
  keep(`${service.id}/about`, 'draft', await visitor.request(`/leistungen/${service.slug}`))
  keep(`${service.id}/discard`, 'draft', await visitor.request(`/leistungen/${service.slug}/loeschen`))
}

function membersOf(way: Way, node: string): Typed[] {
  return (way.typed[node] as Typed[] | undefined) ?? []
}

/** `residence-registration/personen/name`: without the member's id. */
function nameOf(way: Way, { url }: Pick<Page, 'url'>): string {
  return url
    .replace(`/antrag/${way.service.slug}`, way.service.id)
    .replace(/\/[0-9a-f]{12}(?=\/)/, '')
    .replace(/\?.*/, '')
}

function isWarning(page: Page): boolean {
  return page.html.includes('name="_seen"')
}
