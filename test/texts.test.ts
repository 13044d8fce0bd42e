// Every word in every language: the same keys, the same blanks to fill, and every text that is asked for is there.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { refusals } from '../src/errors.ts'
import { describePage } from '../src/forms/describe.ts'
import { deskForm, deskWords } from '../src/forms/desk-form.ts'
import { rawOf } from '../src/forms/example.ts'
import { inWords } from '../src/forms/in-words.ts'
import { walk } from '../src/forms/journey.ts'
import { isMembers, leavesOf, planOf } from '../src/forms/plan.ts'
import { labelOf, optionLabel } from '../src/forms/words.ts'
import { languages, loadWords, readTexts } from '../src/language.ts'
import { feeOn } from '../src/law/fees.ts'
import { eventKinds } from '../src/office/history.ts'
import { loadServices } from '../src/services.ts'
import { readTown } from '../src/town.ts'
import { aboutParts } from '../src/web/home.ts'
import { paperText } from '../src/web/next-view.ts'
import { factsOn } from './helpers/facts.ts'

const texts = readTexts()
const words = await loadWords()
const town = readTown(undefined)
const services = await loadServices({ servicesOff: [] })
const facts = factsOn('2026-11-23')

function flat(value: unknown, key = ''): [string, string][] {
  if (typeof value === 'string') return [[key, value]]
  return Object.entries(value as object).flatMap(([name, inner]) => flat(inner, key ? `${key}.${name}` : name))
}

describe('texts', () => {
  const german = flat(texts.de)
  for (const language of languages.filter(other => other !== 'de')) {
    const other = new Map(flat(texts[language]))
    it(`every text is there in ${language}, and no other`, () => {
      assert.deepEqual([...other.keys()].sort(), german.map(([key]) => key).sort())
    })
    it(`the same blanks are filled in ${language}`, () => {
      const blanks = (text: string) =>
        [...text.matchAll(/\{\{\w+\}\}/g)]
          .map(match => match[0])
          .sort()
          .join()
      assert.deepEqual(
        german.filter(([key, text]) => blanks(text) !== blanks(other.get(key) ?? '')).map(([key]) => key),
        [],
      )
    })
    it(`nothing is left in German in ${language}`, () => {
      const same = german.filter(
        ([key, text]) =>
          text === other.get(key) && text.length > 12 && !/^\{\{|^Person \{|example|language\./.test(text + key),
      )
      assert.deepEqual(
        same.map(([key]) => key),
        [],
      )
    })
  }

  it('messages of errors name what to do, never "ungültig", "verboten" or "bitte"', () => {
    const messages = german.filter(([key]) => /\.errors\.|\.rules\./.test(key))
    assert.deepEqual(
      messages.filter(([, text]) => /ungültig|verboten|\bbitte\b/i.test(text)).map(([key]) => key),
      [],
    )
  })

  it('every event, reason and state of the office has words', () => {
    for (const language of languages) {
      for (const kind of eventKinds) words[language].say(`common:events.${kind}`)
      for (const reason of Object.keys(refusals))
        words[language].say(`common:refused.${reason}.title`) && words[language].say(`common:refused.${reason}.text`)
    }
  })
})

for (const service of services) {
  describe(`words of ${service.id}`, () => {
    for (const language of languages) {
      const say = words[language]
      it(`every field, option and rule has words in ${language}`, () => {
        const top = planOf(service).top
        const leaves = top.flatMap(node => leavesOf(node.kind === 'members' ? node.children : [node]))
        for (const leaf of leaves) {
          labelOf(service.id, leaf, say)
          for (const option of leaf.look.named ? [] : (leaf.look.options ?? []))
            optionLabel(service.id, leaf, option, say)
        }
        for (const rule of service.rules) say.say(`${service.id}:rules.${rule.id}`)
        for (const reason of service.returns) say.say(`${service.id}:returns.${reason}`)
        for (const reason of service.rejects ?? []) say.say(`${service.id}:rejects.${reason}`)
        for (const { kind } of service.letters) say.say(`${service.id}:letters.${kind}`)
      })
      it(`its fees are in the table of the demo town, and have words in ${language}`, () => {
        for (const example of service.examples(facts.filedOn)) {
          const { answers } = walk(service, rawOf(example), facts)
          for (const { id } of service.fees?.(answers as never) ?? []) {
            assert.ok(feeOn(town.fees, id, facts.filedOn), id)
            say.say(`${service.id}:fees.${id}`)
          }
        }
      })
      it(`everybody who is told has a name in ${language}, and extracts have a heading`, () => {
        for (const example of service.examples(facts.filedOn)) {
          const answers = service.complete(walk(service, rawOf(example), facts).answers as never, facts)
          for (const { id, numbers } of service.recipients?.({ answers, desk: { customsIndication: 'yes' } }, facts) ??
            []) {
            say.say(`${service.id}:recipients.${id}`)
            if (numbers) say.say(`${service.id}:extract.title`) && say.say(`${service.id}:extract.text`)
          }
        }
      })
      it(`all it says about itself, and about states, is shown in ${language}`, () => {
        for (const place of ['name', 'short', 'summary', 'send', ...(service.deadlineFrom ? ['deadline.label'] : [])])
          say.say(`${service.id}:${place}`)
        const own = texts[language][service.id] as Record<string, Record<string, unknown>>
        const states = Object.keys((texts[language].common as Record<string, Record<string, unknown>>).statusText ?? {})
        assert.deepEqual(
          Object.keys(own.about ?? {}).filter(part => ![...aboutParts, 'free'].includes(part)),
          [],
        )
        assert.deepEqual(
          Object.keys(own.status ?? {}).filter(state => !states.includes(state.replace(/_(portal|post|pickup)$/, ''))),
          [],
        )
      })
      it(`every page asks, and says why, in ${language}`, () => {
        for (const page of planOf(service).pages) {
          const place = `${service.id}:pages.${page.slug}`
          say.say(`${place}.title`)
          say.say(`${place}.why`)
          for (const inner of isMembers(page) ? page.pages : [])
            say.say(`${place}.${inner.slug}.title`, { name: 'X' }) && say.say(`${place}.${inner.slug}.why`)
        }
      })
      it(`every page and question of what only staff write has words in ${language}, also where nothing is answered`, () => {
        const own = deskWords(service, say)
        for (const example of service.examples(facts.filedOn)) {
          const form = deskForm(service, walk(service, rawOf(example), facts).answers)
          const journey = walk(form, rawOf({ name: '', typed: example.desk ?? {} }), facts)
          inWords(journey, own, 'shown')
          for (const step of journey.steps.slice(0, -1))
            if (step.kind === 'page')
              assert.ok(describePage(journey, step, step.problems, own).why, `${step.path} says what it is for`)
        }
        const { top } = planOf(deskForm(service, {}))
        for (const node of top) labelOf(service.id, node, own)
        for (const leaf of leavesOf(top))
          for (const option of leaf.look.named ? [] : (leaf.look.options ?? []))
            optionLabel(service.id, leaf, option, own)
      })
      it(`every problem of an empty form and every answer of the examples has words in ${language}`, () => {
        for (const example of service.examples(facts.filedOn)) {
          const journey = walk(service, rawOf(example), facts)
          inWords(journey, say, 'shown')
          const blank = walk(
            service,
            Object.fromEntries(
              Object.entries(rawOf(example)).map(([key, value]) => [
                key,
                Array.isArray(value) && isMembersKey(service, key) ? value : '',
              ]),
            ),
            facts,
          )
          for (const step of [...journey.steps, ...blank.steps])
            if (step.kind !== 'members') describePage(journey, step, step.problems, say)
          for (const item of service.checklist(journey.answers as never))
            say.say(`${service.id}:checklist.${item.text}`, { person: 'X' })
          for (const paper of service.papers(journey.answers as never))
            paperText(service, paper.id, { person: 'X' }, say)
        }
      })
    }
  })
}

it('no text names a tool, a session of work or an issue', () => {
  for (const file of ['README.md', 'CHANGELOG.md'])
    assert.doesNotMatch(readFileSync(file, 'utf8'), /\bissue \d|session \d|registry\.npmjs/i)
})

function isMembersKey(service: (typeof services)[number], key: string): boolean {
  return planOf(service).pages.some(page => isMembers(page) && page.node.name === key)
}
