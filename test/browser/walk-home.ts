// Start page, pages of information, pages about services: what anybody sees before beginning.
import type { Language } from '../../src/language.ts'
import { informationPages } from '../../src/web/house.ts'
import { saying, visitorIn, type Walk } from './walk.ts'

export async function walkHome(walk: Walk, language: Language): Promise<void> {
  const visitor = await visitorIn(walk, language)
  const keep = saying(walk, 'citizen', language)
  keep('start', 'fresh', await visitor.request('/'))
  keep('start', 'session ended', await visitor.request('/?sitzung=beendet'))
  for (const slug of informationPages) keep(`information/${slug}`, 'fresh', await visitor.request(`/${slug}`))
  for (const service of walk.services)
    for (const [state, query] of Object.entries({ fresh: '', deleted: '?geloescht=1' }))
      keep(`${service.id}/about`, state, await visitor.request(`/leistungen/${service.slug}${query}`))
  keep('case/find', 'fresh', await visitor.request('/vorgang'))
}
