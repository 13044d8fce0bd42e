// What a browser would send from a page of ours: one POST for each route, ready to be sent or forged.

import type { House } from '../../src/web/house.ts'
import { exampleOf, fileCase, houseOf, readyDraft } from './filings.ts'
import { bodyOf, hidden, openVisitorWith, press } from './press.ts'
import { unheard } from './refuse.ts'
import { hire, password, seat, settle } from './staff.ts'
import type { TownHall } from './town-hall.ts'
import { openVisitor, type Page, type Visitor } from './visitor.ts'

export type Post = { visitor: Visitor; path: string; body: URLSearchParams }
type Place = { hall: TownHall; house: House }

/** By route; each call makes what it needs: a draft, a case, a clerk. */
export const posts: Record<string, (hall: TownHall) => Promise<Post>> = Object.fromEntries(
  Object.entries(makers()).map(([route, make]) => [route, async hall => make({ hall, house: await houseOf(hall) })]),
)

function makers(): Record<string, (place: Place) => Promise<Post>> {
  return {
    '/leistungen/:slug': async ({ hall }) => {
      const visitor = openVisitor(hall.baseUrl)
      return posting(visitor, await visitor.request('/leistungen/anmeldung'), 'begin')
    },
    '/leistungen/:slug/loeschen': async ({ hall, house }) => {
      const { visitor } = await applicant({ hall, house })
      return posting(visitor, await visitor.request('/leistungen/anmeldung/loeschen'), 'discard')
    },
    '/antrag/:slug/:page': async ({ hall, house }) => {
      const { visitor } = await applicant({ hall, house })
      return posting(visitor, await visitor.request('/antrag/anmeldung/pruefen'), 'send')
    },
    '/antrag/:slug/:page/:member/:inner': async ({ hall, house }) => {
      const { visitor, member } = await applicant({ hall, house })
      const page = await visitor.request(`/antrag/anmeldung/personen/${member}/geschlecht`)
      return posting(visitor, page, 'next', { gender: 'd' })
    },
    '/antrag/:slug/:page/:member/entfernen': async ({ hall, house }) => {
      const { visitor, member } = await applicant({ hall, house })
      return posting(visitor, await visitor.request(`/antrag/anmeldung/personen/${member}/entfernen`), 'remove')
    },
    '/vorgang': async ({ hall, house }) => {
      const { number, id } = await fileCase(house)
      return plain(openVisitor(hall.baseUrl), '/vorgang', '/vorgang', {
        number,
        code: house.office.secrets.accessCode(id),
      })
    },
    '/vorgang/beenden': async ({ hall, house }) => {
      const { visitor } = await applicant({ hall, house })
      const receipt = await press(visitor, await visitor.request('/antrag/anmeldung/pruefen'), 'send')
      return plain(visitor, '/vorgang/beenden', receipt.url, { action: 'end' })
    },
    '/vorgang/:number/weiter': async ({ hall, house }) => {
      const { visitor } = await applicant({ hall, house })
      const receipt = await press(visitor, await visitor.request('/antrag/anmeldung/pruefen'), 'send')
      const path = `${receipt.url}/weiter`
      return { visitor, path, body: bodyOf(receipt, 'sperrmuell', {}, path) }
    },
    '/amt/anmelden': async ({ hall }) => {
      const { email } = await hire(hall, 'counter')
      return plain(openVisitor(hall.baseUrl), '/amt/anmelden', '/amt/anmelden', { email, password })
    },
    '/amt/abmelden': async ({ hall }) => plain((await seat(hall, 'counter')).visitor, '/amt/abmelden', '/amt', {}),
    '/amt': async ({ hall, house }) => {
      const { visitor } = await seat(hall, 'counter')
      await fileCase(house)
      return posting(visitor, await visitor.request('/amt'), 'next', {}, '/amt')
    },
    '/amt/vorgang/:number': async ({ hall, house }) => {
      const { visitor } = await seat(hall, 'counter')
      return posting(visitor, await visitor.request(`/amt/vorgang/${(await fileCase(house)).number}`), 'claim')
    },
    '/amt/vorgang/:number/berichtigen/:page': place =>
      correcting(place, () => 'kontakt', { 'contact.phone': '069 90009 12' }),
    '/amt/vorgang/:number/berichtigen/:page/:member/:inner': place =>
      correcting(place, person => `personen/${person}/geschlecht`, { gender: 'd' }),
    '/amt/vorgang/:number/berichtigen/:page/:member/entfernen': place =>
      correcting(place, person => `personen/${person}/entfernen`, {}, 'remove'),
    '/amt/vorgang/:number/amtlich/:page': async ({ hall, house }) => {
      const { visitor } = await seat(hall, 'counter')
      const { number } = await fileCase(house, exampleOf(house, 'abmeldung', 'toCanada').typed, 'abmeldung')
      await press(visitor, await visitor.request(`/amt/vorgang/${number}`), 'claim')
      return posting(visitor, await visitor.request(`/amt/vorgang/${number}/amtlich/register`), 'next')
    },
    '/amt/vorgang/:number/weitergabe': async ({ hall, house }) => {
      const { visitor, clerk } = await seat(hall, 'counter')
      const { typed } = exampleOf(house, 'gewerbeanmeldung', 'candles')
      const { number } = await settle(house, clerk, await fileCase(house, typed, 'gewerbeanmeldung'), 'confirm')
      const page = await visitor.request(`/amt/vorgang/${number}`)
      const path = `${page.url}/weitergabe`
      return { visitor, path, body: bodyOf(page, 'sentOn', { recipient: 'taxOffice' }, path) }
    },
    '/amt/vorgang/:number/ablehnen': async ({ hall, house }) => {
      const { visitor } = await seat(hall, 'counter')
      const page = await press(
        visitor,
        await visitor.request(`/amt/vorgang/${(await fileCase(house)).number}`),
        'claim',
      )
      const no = { decision: 'reject', rejectReason: 'noMoveIn', note: 'Dort wohnt niemand.' }
      return posting(visitor, await press(visitor, page, 'decide', no), 'reject', unheard)
    },
    '/amt/vorgang/:number/gebuehr': async ({ hall, house }) => {
      const { visitor } = await seat(hall, 'counter')
      const { typed } = exampleOf(house, 'gewerbeanmeldung', 'candles')
      const { number } = await fileCase(house, typed, 'gewerbeanmeldung')
      return posting(visitor, await visitor.request(`/amt/vorgang/${number}/gebuehr`), 'enter', { means: 'cash' })
    },
  }
}

async function applicant({ hall, house }: Place) {
  const { draft, token } = await readyDraft(house)
  const [member = ''] = (draft.raw as { persons: string[] }).persons
  return { visitor: openVisitorWith(hall.baseUrl, token), member }
}

async function correcting(
  { hall, house }: Place,
  pageFor: (person: string) => string,
  values: Record<string, string>,
  button = 'next',
): Promise<Post> {
  const { visitor } = await seat(hall, 'counter')
  const { number, answers } = await fileCase(house)
  await press(visitor, await visitor.request(`/amt/vorgang/${number}`), 'claim')
  const [person] = (answers as { persons: { id: string }[] }).persons
  const page = await visitor.request(`/amt/vorgang/${number}/berichtigen/${pageFor(person?.id ?? '')}`)
  return posting(visitor, page, button, values)
}

function posting(visitor: Visitor, page: Page, button: string, values = {}, action?: string): Post {
  return { visitor, path: page.url, body: bodyOf(page, button, values, action) }
}

async function plain(visitor: Visitor, path: string, from: string, values: Record<string, string>): Promise<Post> {
  return {
    visitor,
    path,
    body: new URLSearchParams({ _csrf: hidden(await visitor.request(from), '_csrf'), ...values }),
  }
}
