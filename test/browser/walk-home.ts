// Start page, pages of information, pages about services: what anybody sees before beginning.
import type { Language } from '../../src/language.ts'
import { informationPages } from '../../src/web/house.ts'
import { saying, visitorIn, type Walk } from './walk.ts'

export async function walkHome(walk: Walk, language: Language): Promise<void> {
  const visitor = await visitorIn(walk, language)
  const keep = saying(walk, 'citizen', language)
  keep('start', 'fresh', await visitor.request('/'))
  for (const slug of informationPages) keep(`information/${slug}`, 'fresh', await visitor.request(`/${slug}`))
  for (const service of walk.services)
    keep(`${service.id}/about`, 'fresh', await visitor.request(`/leistungen/${service.slug}`))
  keep('case/find', 'fresh', await visitor.request('/vorgang'))
}
