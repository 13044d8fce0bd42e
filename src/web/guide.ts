// A few questions before a form keep people from a filing that nobody needs: one a page, answers in the address, nothing stored.
import type { Request, Response } from 'express'
import type { Guide } from '../forms/around.ts'
import type { Raw } from '../forms/input.ts'
import type { Service } from '../forms/service.ts'
import type { Words } from '../forms/words.ts'
import { serviceAt } from './application.ts'
import { frame, type House, tokenFor, wordsFor } from './house.ts'
import { type Body, single } from './posted.ts'

type Given = { question: Guide; answer: Guide['answers'][number] }
type Here = { house: House; service: Service; words: Words; given: Given[]; request: Request; response: Response }

/** The first question without an answer, where an answer ends, or the way into the form. */
export function showGuide(house: House, request: Request, response: Response): void {
  const service = serviceAt(house, request.params.slug)
  const questions = service.guide ?? []
  if (questions.length === 0) return response.redirect(303, `/leistungen/${service.slug}`)
  const given = givenIn(questions, request.query as Body)
  const here = { house, service, words: wordsFor(house, response), given, request, response }
  const last = given.at(-1)
  const open = questions[given.length]
  if (last?.answer.stop) showStop(here, last)
  else if (open) showQuestion(here, open)
  else showReady(here)
}

/** Answers count up to the first that is missing or ends the way. */
function givenIn(questions: Guide[], answered: Body): Given[] {
  const given: Given[] = []
  for (const question of questions) {
    const value = single(answered, question.id)
    const answer = question.answers.find(other => other.id === value)
    if (!answer) return given
    given.push({ question, answer })
    if (answer.stop) return given
  }
  return given
}

/** What the answers say of the form that begins. */
export function typedBefore({ guide = [] }: Service, answered: Body): Raw {
  return Object.assign({}, ...givenIn(guide, answered).map(({ answer }) => answer.begins))
}

function showQuestion(here: Here, question: Guide): void {
  const { service, words, given, request, response } = here
  const place = `${service.id}:guide.${question.id}`
  const title = words.say(`${place}.title`)
  const hint = words.find([`${place}.hint`]) ?? null
  const wasAsked = request.query.frage === question.id
  const error = wasAsked ? words.say('common:guide.missing') : null
  if (error) response.status(422)
  response.render('home/guide', {
    it: {
      ...common(here, error ? `${words.say('common:errorPrefix')}${title}` : title),
      problemsHeading: words.say('common:problemsHeading'),
      problems: error ? [{ href: `#${question.id}-0`, text: error }] : [],
      action: urlOf(service),
      kept: [...pairsOf(given), ['frage', question.id]].map(([name, value]) => ({ name, value })),
      field: {
        kind: 'radios',
        name: question.id,
        label: title,
        asHeading: true,
        lead: { intro: [], notices: [] },
        optionalText: null,
        hint,
        id: question.id,
        error,
        errorPrefix: words.say('common:errorPrefix'),
        describedBy: describedBy(question, error, hint),
        options: question.answers.map(({ id }, index) => ({
          id: `${question.id}-${index}`,
          value: id,
          label: words.say(`${place}.answers.${id}`),
          hint: null,
          checked: id === request.query.zuletzt,
        })),
      },
      next: words.say('common:apply.next'),
    },
  })
}

function describedBy({ id }: Guide, error: string | null, hint: string | null): string | null {
  return [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || null
}

/** Why no filing is needed, and what to do instead. */
function showStop(here: Here, { question, answer }: Given): void {
  const { house, service, words, response } = here
  const place = `${service.id}:guide.${question.id}.stop.${answer.id}`
  const heading = words.say(`${place}.heading`)
  const instead = house.services.find(other => other.id === answer.instead)
  const { phone } = house.town.office
  response.render('home/guide-end', {
    it: {
      ...common(here, heading),
      heading,
      text: words.say(`${place}.text`).split('\n'),
      link: instead ? { href: `/leistungen/${instead.slug}`, label: words.say(`${instead.id}:name`) } : null,
      phone: words.say('common:guide.phone', { phone }),
      form: null,
    },
  })
}

function showReady(here: Here): void {
  const { house, service, words, given, response } = here
  const heading = words.say('common:guide.ready')
  response.render('home/guide-end', {
    it: {
      ...common(here, heading),
      heading,
      text: [words.say('common:about.kept')],
      link: null,
      phone: null,
      form: {
        action: `/leistungen/${service.slug}`,
        csrf: tokenFor(house, ''),
        kept: pairsOf(given).map(([name, value]) => ({ name, value })),
        begin: words.say('common:about.begin'),
      },
    },
  })
}

function common({ house, service, words, given, request, response }: Here, title: string) {
  const name = words.say(`${service.id}:name`)
  const query = Object.fromEntries(pairsOf(given))
  return {
    frame: frame(house, request, response, {
      title: `${title} – ${words.say('common:guide.part')} – ${words.say(`${service.id}:short`)}`,
      query,
    }),
    service: name,
    back: {
      href: given.length === 0 ? `/leistungen/${service.slug}` : backUrl(service, given),
      label: words.say('common:apply.back'),
    },
  }
}

function urlOf({ slug }: Service, pairs: [string, string][] = []): string {
  const query = new URLSearchParams(pairs).toString()
  return `/leistungen/${slug}/vorab${query && `?${query}`}`
}

/** The question before, with the answer that was given to it. */
function backUrl(service: Service, given: Given[]): string {
  return urlOf(service, [...pairsOf(given.slice(0, -1)), ['zuletzt', given.at(-1)?.answer.id ?? '']])
}

function pairsOf(given: Given[]): [string, string][] {
  return given.map(({ question, answer }) => [question.id, answer.id])
}
