// The front door: start page, the pages about services, and the pages of information.
import { type Request, type Response, Router } from 'express'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { momentInWords } from '../language.ts'
import { openApplication, serviceAt } from './application.ts'
import { deadlineOn } from './deadline.ts'
import { askDiscard, beginForm, discard } from './discard.ts'
import { anyone, applicants } from './doors.ts'
import { draftsHere, endings, endView } from './end-session.ts'
import { possibleFees } from './fees-view.ts'
import { showGuide } from './guide.ts'
import { frame, type House, informationPages, tokenFor, wordsFor } from './house.ts'
import { bodyOf, onlyNames } from './posted.ts'
import { servicesBySituation } from './situations.ts'

export function homeRouter(house: House): Router {
  const router = Router()
  const guard = applicants(house)
  router.get('/', anyone, (request, response) => start(house, request, response))
  router.get('/leistungen/:slug', guard, (request, response) => about(house, request, response))
  router.post('/leistungen/:slug', guard, (request, response) => begin(house, request, response))
  router.get('/leistungen/:slug/vorab', anyone, (request, response) => showGuide(house, request, response))
  router.get('/leistungen/:slug/loeschen', guard, (request, response) => askDiscard(house, request, response))
  router.post('/leistungen/:slug/loeschen', guard, (request, response) => discard(house, request, response))
  for (const slug of informationPages)
    router.get(`/${slug}`, anyone, (request, response) => information(house, slug, request, response))
  return router
}

async function start(house: House, request: Request, response: Response): Promise<void> {
  const words = wordsFor(house, response)
  const drafts = await draftsHere(house, request)
  const unfinished = newestOfEach(drafts).flatMap(draft => draftView(house, draft, words))
  const end = endView(house, request, drafts, words)
  response.render('home/start', {
    it: {
      frame: frame(house, request, response, {
        title: words.say('common:start.title'),
        personal: drafts.length > 0 || end !== null,
      }),
      notice: endedNotice(request, words),
      open: end && {
        heading: words.say('common:start.open'),
        href: '/vorgang',
        label: words.say('common:start.caseLink'),
        end,
      },
      heading: words.say('common:start.heading', { town: house.town.name }),
      intro: words.say('common:start.intro'),
      draftsHeading: words.say(`common:start.${unfinished.length > 1 ? 'draftsMany' : 'drafts'}`),
      drafts: unfinished,
      servicesHeading: words.say('common:start.services'),
      situations: servicesBySituation(house.services, words),
      case: {
        heading: words.say('common:start.caseHeading'),
        text: words.say('common:start.caseText'),
        href: '/vorgang',
        label: words.say('common:start.caseLink'),
      },
      letter: {
        heading: words.say('verify:start.heading'),
        text: words.say('verify:start.text'),
        href: '/pruefen',
        label: words.say('verify:start.link'),
      },
    },
  })
}

function draftView({ services }: House, draft: { serviceId: string; updatedAt: Date }, words: Words) {
  const found = services.find(({ id }) => id === draft.serviceId)
  if (!found) return []
  return {
    name: words.say(`${found.id}:name`),
    saved: savedOn(draft.updatedAt, words.locale, words.say),
    goOn: { href: `/antrag/${found.slug}`, label: words.say('common:about.goOn') },
    forget: { href: `/leistungen/${found.slug}/loeschen`, label: words.say('common:start.forget') },
  }
}

function endedNotice({ query }: Request, words: Words) {
  const ending = Object.entries(endings).find(([, said]) => said === query.sitzung)?.[0]
  if (!ending) return null
  const notice = success(words.say(`common:start.ended.${ending}`))
  return ending === 'ask' ? { ...notice, kind: 'warning' as const } : notice
}

/** What has just become of a form of this service. */
function noticeOf({ query }: Request, isBegun: boolean, words: Words) {
  const told = (key: string) => ({ ...success(words.say(`common:about.${key}`)), kind: 'info' as const })
  if (query.begonnen === '1' && isBegun) return told('begunAlready')
  if (query.geloescht !== '1') return null
  return isBegun ? told('discardedOne') : success(words.say('common:about.discarded'))
}

function success(text: string) {
  return { kind: 'success' as const, heading: null, text: [text] }
}

/** A form goes on with the newest draft of its service. */
function newestOfEach<D extends { serviceId: string }>(drafts: D[]): D[] {
  return drafts.filter((draft, index) => drafts.findIndex(other => other.serviceId === draft.serviceId) === index)
}

/** "Am 16. November 2026 um 10:42 Uhr gespeichert". */
function savedOn(at: Date, locale: string, say: (key: string, parameters: Record<string, unknown>) => string): string {
  const day = momentInWords(at, locale, { dateStyle: 'long' })
  const time = momentInWords(at, locale, { timeStyle: 'short' })
  return say('common:start.savedOn', { day, time })
}

/** What a service may say about itself; `more` has headings of its own, `law` comes last. */
export const aboutParts = ['who', 'when', 'how', 'truth', 'bring', 'cost', 'duration', 'get', 'late', 'more', 'law']

function aboutView(house: House, service: Service, words: Words) {
  const place = `${service.id}:about`
  return aboutParts.flatMap(part => {
    if (part === 'more') return numbered(`${place}.more`, words, {})
    const fees = part === 'cost' ? possibleFees(house, service, words) : null
    const text = words.find([...(part === 'cost' && !fees ? [`${place}.free`] : []), `${place}.${part}`])
    return text ? [{ id: part, heading: words.say(`common:about.${part}`), paragraphs: paragraphsOf(text), fees }] : []
  })
}

/** Headings and texts under `1`, `2` …, as many as there are. */
function numbered(place: string, words: Words, values: Record<string, string>) {
  return Array.from({ length: 12 }, (_, index) =>
    headed(`${place}.${index + 1}`, `more-${index}`, words, values),
  ).flat()
}

function headed(place: string, id: string, words: Words, values: Record<string, string>) {
  const [heading, text] = [words.find([`${place}.heading`], values), words.find([`${place}.text`], values)]
  return heading && text ? [{ id, heading, paragraphs: paragraphsOf(text), fees: null }] : []
}

/** A section sign stays with its number. */
function paragraphsOf(text: string): string[] {
  return text.replaceAll('§ ', '§\u00a0').split('\n')
}

async function about(house: House, request: Request, response: Response): Promise<void> {
  const { service, draft, token, words } = await openApplication(house, request, response)
  const name = words.say(`${service.id}:name`)
  const deadline = deadlineOn(house, service, request, words)
  if (deadline?.field.error) response.status(422)
  response.render('home/service', {
    it: {
      frame: frame(house, request, response, {
        title: `${deadline?.field.error ? words.say('common:errorPrefix') : ''}${name}`,
        personal: draft !== null,
        query: deadline?.query,
      }),
      problemsHeading: words.say('common:problemsHeading'),
      problems: deadline?.field.error ? [{ href: `#${deadline.field.id}`, text: deadline.field.error }] : [],
      form: { action: `/leistungen/${service.slug}`, csrf: tokenFor(house, token ?? ''), draft: token },
      heading: name,
      summary: words.say(`${service.id}:summary`),
      notice: noticeOf(request, draft !== null, words),
      parts: aboutView(house, service, words),
      deadline,
      guide: service.guide
        ? { href: `/leistungen/${service.slug}/vorab`, label: words.say('common:about.begin') }
        : null,
      draft: draft && {
        heading: words.say('common:start.drafts'),
        saved: savedOn(draft.updatedAt, words.locale, words.say),
        goOn: { href: `/antrag/${service.slug}`, label: words.say('common:about.goOn') },
        discard: { href: `/leistungen/${service.slug}/loeschen`, label: words.say('common:about.discard') },
      },
      begin: words.say(service.guide ? 'common:about.beginAtOnce' : 'common:about.begin'),
      keptText: words.say('common:about.kept'),
      privacy: { href: '/datenschutz', label: words.say('common:about.privacy') },
    },
  })
}

async function begin(house: House, request: Request, response: Response): Promise<void> {
  const service = serviceAt(house, request.params.slug)
  onlyNames(bodyOf(request), ['_draft', 'action', ...(service.guide ?? []).map(({ id }) => id)])
  await beginForm(house, service, request, response)
}

function information(house: House, slug: string, request: Request, response: Response): void {
  const words = wordsFor(house, response)
  const { town } = house
  const { street, houseNumber, postalCode, city, phone, email, authority } = town.office
  const officer = town.dataProtectionOfficer
  const values = {
    town: town.name,
    authority,
    phone,
    email,
    address: `${street} ${houseNumber}, ${postalCode} ${city}`,
    officer: `${officer.name}, ${officer.address}, ${officer.phone}, ${officer.email}`,
    supervision: `${town.dataProtectionAuthority.name}, ${town.dataProtectionAuthority.city}`,
  }
  const place = `common:pages.${slug}`
  const title = words.say(`${place}.title`)
  response.render('home/information', {
    it: {
      frame: frame(house, request, response, { title }),
      heading: title,
      intro: words.find([`${place}.intro`], values) ?? null,
      sections: [
        ...numbered(place, words, values),
        ...(house.isDemo ? headed(`${place}.demo`, 'demo', words, values) : []),
      ],
    },
  })
}
