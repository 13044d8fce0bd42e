// A visitor without JavaScript: cookies, links and forms over real HTTP.

import { isMembers, type Typed } from '../../src/forms/example.ts'
import { planOf } from '../../src/forms/plan.ts'
import type { Service } from '../../src/forms/service.ts'
import { loadServices } from '../../src/services.ts'

type Control = { name: string; kind: string; values: string[]; options: string[] }
export type Page = { url: string; status: number; html: string; headers: Headers }

export function openVisitor(baseUrl: string) {
  const jar = new Map<string, string>()
  const visited: Page[] = []

  async function request(path: string, init: RequestInit = {}): Promise<Page> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(path, baseUrl), {
      ...init,
      redirect: 'manual',
      headers: { 'accept-encoding': 'identity', ...(cookie && { cookie }), ...init.headers },
    })
    for (const set of response.headers.getSetCookie()) keep(jar, set)
    const location = response.headers.get('location')
    if (location && response.status === 303) return request(new URL(location, new URL(path, baseUrl)).href)
    const page = {
      url: new URL(path, baseUrl).pathname,
      status: response.status,
      html: await response.text(),
      headers: response.headers,
    }
    visited.push(page)
    return page
  }

  async function post(
    page: Page,
    values: Record<string, string | string[]>,
    action: string,
    formIndex = 0,
  ): Promise<Page> {
    const form = formsOf(page.html)[formIndex]
    if (!form) throw new Error(`no form on ${page.url}`)
    const body = new URLSearchParams()
    for (const control of form.controls)
      for (const value of values[control.name] ?? control.values) body.append(control.name, value)
    if (action) body.append('action', action)
    return request(form.action || page.url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: baseUrl },
    })
  }

  /** Fills the page's controls from an example and presses a button. */
  async function fill(page: Page, typed: Typed, action = 'next'): Promise<Page> {
    const values = Object.fromEntries(
      Object.entries(typed)
        .filter(([, value]) => !isMembers(value))
        .map(([name, value]) => [name, [value].flat() as string[]]),
    )
    const more = missingRow(page, values)
    return post(page, padded(page, values), more ?? action)
  }

  /** Types a whole example, page by page, up to the receipt. */
  async function file(slug: string, typed: Typed, service?: Service): Promise<Page> {
    const first = await post(await request(`/leistungen/${slug}`), {}, 'begin')
    return finish(first, typed, service ?? (await serviceWith(slug)))
  }

  /** The same from a page of a form that has begun. */
  async function finish(first: Page, typed: Typed, service: Service): Promise<Page> {
    let page = first
    const lists = listsOf(service, typed)
    for (let step = 0; step < 250; step++) {
      if (page.url.startsWith('/vorgang/')) return page
      const [, , , list = '', member] = page.url.split('/')
      if (page.status === 422) throw new Error(`${page.url}: ${summaryOf(page.html).join(' | ')}`)
      if (member) {
        const known = lists.get(list) ?? { members: [], ids: [] }
        if (!known.ids.includes(member)) known.ids.push(member)
        page = await fill(page, known.members[known.ids.indexOf(member)] ?? {})
      } else if (page.html.includes('id="members"')) {
        const { members, ids } = lists.get(list) ?? { members: [], ids: [] }
        const isDone = ids.length >= members.length
        page = await post(page, {}, isDone ? 'next' : 'add')
      } else if (list === 'pruefen') {
        page = await fill(page, typed, 'send')
      } else page = await fill(page, typed)
    }
    throw new Error(`no end: ${page.url}`)
  }

  return { request, post, fill, file, finish, visited, jar }
}

export type Visitor = ReturnType<typeof openVisitor>

async function serviceWith(slug: string): Promise<Service> {
  const found = (await loadServices({ servicesOff: [] })).find(service => service.slug === slug)
  if (!found) throw new Error(`no service ${slug}`)
  return found
}

/** The people and dwellings of an example, by the page that lists them. */
function listsOf(service: Service, typed: Typed): Map<string, { members: Typed[]; ids: string[] }> {
  const pages = planOf(service).pages.flatMap(page => ('node' in page ? [page] : []))
  return new Map(pages.map(({ slug, node }) => [slug, { members: (typed[node.name] ?? []) as Typed[], ids: [] }]))
}

/** The texts of the error summary. */
export function summaryOf(html: string): string[] {
  const summary = /<div class="error-summary[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
  return [...summary.matchAll(/<a [^>]*>([\s\S]*?)<\/a>/g)].map(match => decoded(match[1] ?? ''))
}

export function headingOf(html: string): string {
  return decoded((/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, '').trim())
}

/** The forms of a page but for signing out; a button may stand outside and name its form. */
export function formsOf(html: string): { action: string; controls: Control[]; buttons: string[] }[] {
  return [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)]
    .map(([, tag = '', body = '']) => ({ tag, body }))
    .filter(({ tag }) => /method="post"/.test(tag) && !/action="\/amt\/abmelden"/.test(tag))
    .map(({ tag, body }) => {
      const id = attribute(tag, 'id')
      const outside = id
        ? [...html.matchAll(new RegExp(`<button[^>]*form="${id}"[^>]*>`, 'g'))].map(match => match[0])
        : []
      const buttons = [body, ...outside].flatMap(part => [
        ...part.matchAll(/<button[^>]*name="action" value="([^"]*)"/g),
      ])
      return {
        action: attribute(tag, 'action'),
        controls: controlsOf(body),
        buttons: buttons.map(button => button[1] ?? ''),
      }
    })
}

function controlsOf(html: string): Control[] {
  const controls = new Map<string, Control>()
  const add = (name: string, kind: string, value: string | null, option: string) => {
    const control = controls.get(name) ?? { name, kind, values: [], options: [] }
    if (value !== null) control.values.push(value)
    control.options.push(option)
    controls.set(name, control)
  }
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const [name, type, value] = [attribute(tag, 'name'), attribute(tag, 'type'), decoded(attribute(tag, 'value'))]
    if (type === 'radio' || type === 'checkbox') add(name, type, / checked/.test(tag) ? value : null, value)
    else add(name, type, value, '')
  }
  for (const [, tag = '', body = ''] of html.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    add(attribute(tag, 'name'), 'select', decoded(/<option value="([^"]*)" selected/.exec(body)?.[1] ?? ''), '')
  }
  for (const [, tag = '', body = ''] of html.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    add(attribute(tag, 'name'), 'textarea', decoded(body.replace(/^\n/, '')), '')
  return [...controls.values()]
}

/** A row or value of the example that has no control yet asks for one more. */
function missingRow(page: Page, values: Record<string, string[]>): string | null {
  const form = formsOf(page.html)[0]
  for (const button of form?.buttons.filter(button => button.startsWith('more:')) ?? []) {
    const name = button.slice('more:'.length)
    const controls = form?.controls ?? []
    const rows = new Set(
      controls
        .filter(control => control.name.startsWith(`${name}.`))
        .map(control => control.name.slice(name.length + 1).split('.')[0]),
    )
    const wanted = new Set(
      Object.keys(values)
        .filter(key => key.startsWith(`${name}.`))
        .map(key => key.slice(name.length + 1).split('.')[0]),
    )
    if ([...wanted].some(index => !rows.has(index))) return button
    const list = controls.find(control => control.name === name)
    if (list && (values[name]?.length ?? 0) > list.options.length) return button
  }
  return null
}

/** Repeated selects post one value each. */
function padded(page: Page, values: Record<string, string[]>): Record<string, string[]> {
  const controls = formsOf(page.html)[0]?.controls ?? []
  return Object.fromEntries(
    controls.filter(control => values[control.name]).map(control => [control.name, values[control.name] ?? []]),
  )
}

function keep(jar: Map<string, string>, set: string): void {
  const [pair = ''] = set.split(';')
  const [name = '', value = ''] = pair.split('=')
  if (value === '' || /expires=thu, 01 jan 1970/i.test(set)) jar.delete(name)
  else jar.set(name, value)
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

export function decoded(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#34;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}
