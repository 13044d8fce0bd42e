// "Amtliche Angaben" on a case: what only staff write, what of it is still to be filled in, who has written when.
import { questionOf } from '../forms/describe.ts'
import { deskWords } from '../forms/desk-form.ts'
import { type Item, inWords } from '../forms/in-words.ts'
import type { Journey } from '../forms/journey.ts'
import { planOf } from '../forms/plan.ts'
import { isGuarded } from '../forms/sensitive.ts'
import type { Words } from '../forms/words.ts'
import { deskJourney, isSaved } from '../office/desk-form.ts'
import type { Line } from '../office/history.ts'
import { type Desk, mayReveal } from './desk.ts'
import { historyInWords } from './desk-history.ts'
import { forClerks } from './house.ts'

/** Null where the form asks nothing of this filing. Buttons are for who holds the case. */
export function officialView(
  desk: Desk,
  { isMine, history }: { isMine: boolean; history: Line[] },
  words: Words,
  sensitive: 'shown' | 'hidden',
) {
  const { house, service, caseFile } = desk
  if (!service.desk) return null
  const own = deskWords(service, forClerks(words))
  const journey = deskJourney(house.office, service, caseFile)
  const pages = pagesOf(desk, journey, own)
  if (pages.length === 0) return null
  const hidden = words.say('common:desk.guarded')
  const isHidden = ({ control }: Item) => !mayReveal(desk) && isGuarded(planOf(journey.service), control)
  const items = inWords(journey, own, sensitive)
    .flatMap(section => section.items)
    .map(item => (isHidden(item) && item.value?.length ? { ...item, value: [hidden] } : item))
  const written = history.filter(({ kind }) => kind === 'deskWritten')
  return {
    heading: words.say('common:desk.official'),
    text: words.say(
      `common:desk.${service.desk.required(caseFile.answers as never) ? 'officialFirst' : 'officialMay'}`,
    ),
    open: {
      heading: words.say('common:desk.officialOpen'),
      items: pages
        .filter(page => !page.isSaved && caseFile.closedAt === null)
        .map(({ title, path }) => ({ label: title, value: isMine ? `official:${path}?von=liste` : null })),
    },
    sections: pages
      .filter(page => page.isSaved)
      .map(({ title, path }) => ({ heading: title, items: itemsOf(items, path, isMine, words) })),
    history: historyInWords(service, written, words, { heading: 'officialHistory' }),
  }
}

function pagesOf({ house, caseFile }: Desk, journey: Journey, words: Words) {
  return journey.steps.slice(0, -1).flatMap(step => {
    if (step.kind !== 'page') return []
    const title = questionOf(journey, step, words)
    return [{ title, path: step.path, isSaved: isSaved(house.office, caseFile, step.page) }]
  })
}

function itemsOf(items: Item[], path: string, isMine: boolean, words: Words) {
  const text = words.say('common:desk.officialChange')
  return items
    .filter(({ step }) => step === path)
    .map(({ label, value }) => ({
      label,
      lines: linesOf(value, words),
      change: isMine ? { value: `official:${path}`, text, name: label, of: null } : null,
    }))
}

function linesOf(value: string[] | null, words: Words): string[] {
  if (value === null) return [words.say('common:case.notShown')]
  return value.length > 0 ? value : [words.say('common:apply.notAnswered')]
}
