// Start page, pages of information, pages about services, questions before forms: what anybody sees before beginning.
import type { Guide } from '../../src/forms/around.ts'
import type { Service } from '../../src/forms/service.ts'
import type { Language } from '../../src/language.ts'
import { informationPages } from '../../src/web/house.ts'
import type { Visitor } from '../helpers/visitor.ts'
import { type Saying, saying, visitorIn, type Walk } from './walk.ts'

export async function walkHome(walk: Walk, language: Language): Promise<void> {
  const visitor = await visitorIn(walk, language)
  const keep = saying(walk, 'citizen', language)
  keep('start', 'fresh', await visitor.request('/'))
  keep('start', 'session ended', await visitor.request('/?sitzung=beendet'))
  for (const slug of informationPages) keep(`information/${slug}`, 'fresh', await visitor.request(`/${slug}`))
  for (const service of walk.services) {
    await seeAbout(visitor, keep, service)
    await seeGuide(visitor, keep, service, service.guide ?? [])
  }
  keep('case/find', 'fresh', await visitor.request('/vorgang'))
}

async function seeAbout(visitor: Visitor, keep: Saying, service: Service): Promise<void> {
  const path = `/leistungen/${service.slug}`
  const name = `${service.id}/about`
  keep(name, 'fresh', await visitor.request(path))
  keep(name, 'deleted', await visitor.request(`${path}?geloescht=1`))
  if (!service.deadlineFrom) return
  keep(name, 'deadline', await visitor.request(`${path}?tag=1.12.2030`))
  keep(name, 'deadline over', await visitor.request(`${path}?tag=1.12.2020`))
  keep(name, 'errors: blank', await visitor.request(`${path}?tag=`))
  keep(name, 'errors: wrong', await visitor.request(`${path}?tag=31.2.2026`))
}

/** Each question fresh and left blank, each answer that ends the way, and the way into the form. */
async function seeGuide(visitor: Visitor, keep: Saying, service: Service, guide: Guide[]): Promise<void> {
  const given: Record<string, string> = {}
  const ask = (query: Record<string, string>) =>
    visitor.request(`/leistungen/${service.slug}/vorab?${new URLSearchParams({ ...given, ...query })}`)
  for (const { id, answers } of guide) {
    const name = `${service.id}/guide/${id}`
    keep(name, 'fresh', await ask({}))
    keep(name, 'errors: blank', await ask({ frage: id }))
    for (const answer of answers.filter(other => other.stop))
      keep(`${name}/${answer.id}`, 'stop', await ask({ [id]: answer.id }))
    given[id] = answers.find(other => !other.stop)?.id ?? ''
  }
  if (guide.length > 0) keep(`${service.id}/guide`, 'ready', await ask({}))
}
