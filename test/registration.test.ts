// Every example of every service, typed page by page without JavaScript, arrives as it was typed.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { rawOf } from '../src/forms/example.ts'
import { walk } from '../src/forms/journey.ts'
import { isMembers, planOf } from '../src/forms/plan.ts'
import type { Service } from '../src/forms/service.ts'
import { loadWords } from '../src/language.ts'
import { berlinDay } from '../src/law/dates.ts'
import { loadServices } from '../src/services.ts'
import { factsOn } from './helpers/facts.ts'
import { openTownHall, type TownHall } from './helpers/town-hall.ts'
import { headingOf, openVisitor, type Page } from './helpers/visitor.ts'

const services = await loadServices({ servicesOff: [] })
const { de } = await loadWords()

describe('filing', () => {
  let hall: TownHall
  before(async () => {
    hall = await openTownHall()
  })
  after(() => hall.close())

  for (const service of services) {
    const seen = new Set<string>()
    for (const example of service.examples(berlinDay(new Date()))) {
      it(`${service.id}: ${example.name}`, async () => {
        const visitor = openVisitor(hall.baseUrl)
        const receipt = await visitor.file(service.slug, example.typed, service)
        const title = de.find([`${service.id}:receipt.title`, 'common:case.headings.received'])
        assert.equal(headingOf(receipt.html), title)
        for (const page of visitor.visited.filter(({ html }) => html.includes('id="members"')))
          assert.ok(mustAdd(service, page) || hasWayOn(page), page.url)
        for (const page of visitor.visited)
          seen.add(page.url.replace(`/antrag/${service.slug}/`, '').replace(/\/[0-9a-f]{12}\//, '/'))
        const caseFile = await hall.database.caseFile.findUniqueOrThrow({
          where: { number: receipt.url.split('/').at(-1) ?? '' },
        })
        assert.equal(caseFile.status, 'received')
        assert.equal(await hall.database.draft.count(), 0, 'the draft is gone')
        const facts = factsOn(berlinDay(new Date()))
        const typed = walk(service, rawOf(example), facts)
        assert.deepEqual(
          typed.steps.flatMap(step => step.problems.map(problem => `${step.path} ${problem.control} ${problem.code}`)),
          [],
        )
      })
    }
    it(`${service.id}: the examples visit every page`, () => {
      const pages = planOf(service).pages.flatMap(page =>
        isMembers(page) ? [page.slug, ...page.pages.map(inner => `${page.slug}/${inner.slug}`)] : [page.slug],
      )
      assert.deepEqual(
        pages.filter(page => !seen.has(page)),
        [],
      )
    })
  }
})

/** An empty list that must not stay empty: the way on is to add somebody. */
function mustAdd(service: Service, { url, html }: Page): boolean {
  const list = planOf(service).pages.find(({ slug }) => url.endsWith(`/${slug}`))
  return list !== undefined && isMembers(list) && list.node.min > 0 && !html.includes('<li class="member">')
}

function hasWayOn({ html }: Page): boolean {
  return html.includes('<button class="kern-btn kern-btn--primary" name="action" value="next">')
}
