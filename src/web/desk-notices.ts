// What stands on top of a case: that it is confidential, what has just been done, the way down.
import type { Request } from 'express'
import type { Words } from '../forms/words.ts'
import { everything, servicesOf } from '../office/queue.ts'
import type { Desk } from './desk.ts'
import { nextOf } from './queue-page.ts'

const decisions = ['confirm', 'return', 'reject']
const doings = [...decisions, 'tick', 'correct', 'unchanged', 'official', 'fee', 'feeUndone', 'sentOn', 'sentOnUndone']

/** BMG section 51. */
export function maskedIn(words: Words) {
  return { kind: 'warning', heading: null, text: [words.say('common:desk.masked')] }
}

/** What has just been done, where it was done; after a decision with the way to the next case, of those that the clerk's list shows. */
export function doneOf({ house, request, clerk, caseFile: { status } }: Desk, words: Words) {
  const done = doings.find(value => value === request.query.fertig)
  const what = done === 'confirm' && status === 'scheduled' ? status : done
  const isDecided = done !== undefined && decisions.includes(done)
  const notice = { kind: 'success', heading: null, text: what ? [words.say(`common:desk.done.${what}`)] : [] }
  return {
    notice: what && what !== 'tick' ? notice : null,
    ticksSaved: what === 'tick' ? notice : null,
    next: isDecided ? nextOf(servicesOf(clerk, house.services), request.session.filter ?? everything, words) : null,
  }
}

/** The same at the answers of the page that was saved. */
export function doneOn({ query }: Request, words: Words) {
  const done = ['correct', 'unchanged'].find(value => value === query.fertig)
  return done && query.seite ? { page: String(query.seite), text: words.say(`common:desk.done.${done}`) } : null
}

/** Checklist and decision stand far below, or behind a link to each answer. */
export function jumpsIn(words: Words, { hasOfficial }: { hasOfficial: boolean }) {
  return {
    label: words.say('common:desk.jump'),
    links: [
      ...(hasOfficial ? [{ href: '#amtlich', label: words.say('common:desk.toOfficial') }] : []),
      { href: '#pruefliste', label: words.say('common:desk.toChecklist') },
      { href: '#entscheiden', label: words.say('common:desk.toDecision') },
    ],
  }
}
