// What all doors share, and the frame around every page.
import type { Request, Response } from 'express'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import type { Language } from '../language.ts'
import type { Limits } from '../limits.ts'
import type { Logger } from '../log.ts'
import type { Clerk } from '../office/clerks.ts'
import type { Office } from '../office/office.ts'
import { forgeryToken } from '../security.ts'
import { hoursInWords, type Town } from '../town.ts'
import { asset } from './assets.ts'

export type House = {
  office: Office
  services: Service[]
  town: Town
  words: Record<Language, Words>
  limits: Limits
  log: Logger
  isDemo: boolean
  isHttps: boolean
  /** Ends sessions and locks out at a chosen hour in tests. */
  now: () => number
}
/** What is typed in it stays when the language changes. Enter in a field presses `enter`; `apart`: the answer opens in a tab of its own. */
export type PageForm = {
  action: string
  id?: 'entscheidung' | 'anhoerung' | 'zahlung'
  enter: 'next' | 'send' | 'decide' | 'draft' | 'enter'
  apart?: true
}
type Page = {
  title: string
  desk?: boolean
  personal?: boolean
  /** What stays in the address when the language changes. */
  query?: Record<string, string> | undefined
  nav?: { href: string; label: string; current: boolean }[]
  form?: PageForm | undefined
  /** Where a form that was begun can be deleted, for who sits at somebody else's device. */
  discard?: string | null
}

const frameTexts = [
  'skip',
  'languages',
  'nav',
  'help',
  'phone',
  'email',
  'hours',
  'links',
  'signedInAs',
  'signOut',
  'errorPrefix',
]
export const informationPages = ['barrierefreiheit', 'datenschutz', 'impressum']

export function wordsFor(house: House, response: Response): Words {
  return house.words[(response.locals.language as Language | undefined) ?? 'de']
}

/** Clerks are asked about somebody else: their own text where one ends in `_desk`, else the one for who files for others. */
export function forClerks(words: Words): Words {
  const endings = ['_desk', '_other', '']
  const find: Words['find'] = (keys, parameters) =>
    words.find(
      keys.filter(key => !key.endsWith('_self')).flatMap(key => endings.map(ending => key + ending)),
      parameters,
    )
  return { locale: words.locale, find, say: (key, parameters) => find([key], parameters) ?? words.say(key, parameters) }
}

/** The frame as finished values; `title` is the page's own part of the title. */
export function frame(house: House, request: Request, response: Response, page: Page) {
  const words = wordsFor(house, response)
  const { office, name } = house.town
  return {
    lang: words.locale,
    title: `${page.title} – ${office.name} ${name}`,
    desk: page.desk ?? false,
    personal: page.personal ?? false,
    css: asset('style.css'),
    script: asset('enhance.js'),
    icon: asset('icons/emblem.svg'),
    ...onEveryPage(house, words),
    demo: house.isDemo ? words.say('common:frame.demo') : null,
    home: page.desk ? '/amt' : '/',
    languages: languagesOn(house, request, page, words),
    form: page.form ? { id: 'antrag', apart: false, ...page.form } : null,
    discard: page.discard ? { href: page.discard, label: words.say('common:start.forget') } : null,
    clerk: clerkInFrame(house, request, response),
    nav: page.nav ?? [],
  }
}

function languagesOn({ town }: House, { path }: Request, { query, form }: Page, words: Words) {
  const kept = query ? `${new URLSearchParams(query)}&` : ''
  const address = `${shownAt(path)}?${kept}lang=`
  return town.languages.map(code => ({
    code,
    label: words.say(`common:language.${code}`),
    lang: code,
    href: form ? null : address + code,
    post: form && code !== words.locale ? `${form.action}?lang=${code}` : null,
    current: code === words.locale,
  }))
}

/** Some addresses are only posted to, or not for everybody who got an answer from them: the address above them is. */
export function shownAt(path: string): string {
  return path.replace(/\/(weitergabe|weiter|beenden|abmelden|ablehnen)$/, '')
}

const kept = new WeakMap<Words, ReturnType<typeof wordsOnEveryPage>>()

/** Days in words are costly to make, so what every page of a language says is made once. */
function onEveryPage(house: House, words: Words) {
  const found = kept.get(words) ?? wordsOnEveryPage(house.town, words)
  kept.set(words, found)
  return found
}

function wordsOnEveryPage(town: Town, words: Words) {
  const { name, office } = town
  const hours = hoursInWords(town, words.locale)
  return {
    t: Object.fromEntries(frameTexts.map(key => [key, words.say(`common:frame.${key}`)])),
    town: { name, officeName: office.name, phone: office.phone, email: office.email, hours },
    links: informationPages.map(slug => ({ href: `/${slug}`, label: words.say(`common:pages.${slug}.title`) })),
  }
}

export function tokenFor(house: House, binding: string): string {
  return forgeryToken(house.office.secrets, binding)
}

/** What an own token of this session is bound to; people without one have the empty binding. */
export function sessionBinding(request: Request): string {
  return request.session?.startedAt ? request.sessionID : ''
}

function clerkInFrame(house: House, request: Request, response: Response) {
  const clerk = response.locals.clerk as Clerk | undefined
  return clerk
    ? { name: clerk.name, signOutAction: '/amt/abmelden', csrf: tokenFor(house, sessionBinding(request)) }
    : null
}
