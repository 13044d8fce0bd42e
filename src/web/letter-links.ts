// The letters of a case as links, and what a kind of letter is called: by its service, else as letters of every service are.
import type { Words } from '../forms/words.ts'
import { dayOf } from '../law/dates.ts'
import { formatDay } from '../law/partial-date.ts'
import { type IssuedLetter, nameOf } from '../office/letters.ts'

/** Where cases are at this door, and the key of what a link says there. */
type Door = { place: string; text: string }

export function letterLinks(
  { place, text }: Door,
  caseFile: { number: string; serviceId: string },
  letters: IssuedLetter[],
  words: Words,
) {
  return letters.map(letter => ({
    href: `${place}/${caseFile.number}/${nameOf(letter)}.pdf`,
    label: words.say(text, {
      name: numbered(letter, kindInWords(caseFile.serviceId, letter.kind, words)),
      day: formatDay(dayOf(letter.issuedOn), words.locale),
    }),
  }))
}

export function kindInWords(serviceId: string, kind: string, words: Words): string {
  return words.find([`${serviceId}:letters.${kind}`]) ?? words.say(`common:letters.${kind}`)
}

function numbered({ number }: IssuedLetter, name: string): string {
  return number === 1 ? name : `${name} (${number})`
}
