// What a person says they do, in their own words, against the lists of the law: it only points, it never decides.
import { allCrafts, type Craft } from './lists/crafts.ts'
import { doubtfulActivities, overseenTrades, permits } from './lists/permits.ts'
import { plainLetters } from './names.ts'

export type ActivityMatches = {
  permits: (typeof permits)[number][]
  crafts: Craft[]
  overseen: (typeof overseenTrades)[number][]
  doubtful: (typeof doubtfulActivities)[number][]
}

type Stem = { text: string; at: 'anywhere' | 'start' | 'whole' }
type Wanted<Entry> = { entry: Entry; any: Stem[][]; unless: string[] }
/** One statement: the words it says, and those it denies ("ohne Alkohol", "nicht handwerksmäßig"). */
type Statement = { words: string[]; denied: string }

const denial =
  /\b(?:ohne|kein\w*|nicht(?! nur)|ausser|ausgenommen|ausgeschlossen|without|no|not(?! only)|except|excluding)\b[^,()]*?(?=$|[,()]| sondern | aber | jedoch | mit | but | with )|\b[a-z]+[ -]free\b/g
/** Goods and services for a trade are not the trade: "Software für Friseure". A "Fachbetrieb für Heizungsbau" is one. */
const forOthers =
  /\b(?<!(?:betrieb|werkstatt|salon|studio|service|dienst|dienste|laden|geschaeft|mechaniker|meister|shop|workshop|business|company) )(?:fuer|for) [^,()]*/g
const onlyGoods = /(?:bedarf|zubehoer|artikeln?|produkte?n?|software|apps?|maschinen?|verlag|messen?)$/
/** The same in English, where such words stand apart; and what only sounds like a trade. */
const goodsOf = /\b[a-z]+ (?:supplies|accessories|products|software|apps?)\b|\btailor[- ]made\b/g

const wantedPermits = permits.map(wanted)
const wantedCrafts = allCrafts.map(wanted)
const wantedOverseen = overseenTrades.map(wanted)
const wantedDoubtful = doubtfulActivities.map(wanted)

const kept = new Map<string, ActivityMatches>()

/** Case, umlauts and compound words do not matter. Asked several times for one page, so the last answers are kept. */
export function matchActivities(texts: readonly (string | undefined)[]): ActivityMatches {
  const key = texts.join('\n')
  const known = kept.get(key)
  if (known) return known
  if (kept.size > 200) kept.clear()
  const matches = matched(key)
  kept.set(key, matches)
  return matches
}

function matched(text: string): ActivityMatches {
  const statements = plainLetters(text)
    .split(/[.;!?\n]+/)
    .map(statementOf)
  const handmade = statements.filter(({ denied }) => !/handwerk|craft/.test(denied))
  return {
    permits: found(wantedPermits, statements),
    crafts: found(wantedCrafts, handmade),
    overseen: found(wantedOverseen, statements),
    doubtful: found(wantedDoubtful, statements),
  }
}

function found<Entry>(list: Wanted<Entry>[], statements: Statement[]): Entry[] {
  return list.filter(item => statements.some(statement => fits(item, statement))).map(({ entry }) => entry)
}

function fits({ any, unless }: Wanted<unknown>, { words, denied }: Statement): boolean {
  if (unless.some(stem => denied.includes(stem) || words.some(word => word.includes(`${stem}frei`)))) return false
  return any.some(stems => stems.every(stem => words.some(word => occurs(stem, word))))
}

function occurs({ text, at }: Stem, word: string): boolean {
  if (at === 'whole') return word === text
  return at === 'start' ? word.startsWith(text) : word.includes(text)
}

function statementOf(text: string): Statement {
  const denied: string[] = []
  const affirmed = text
    .replace(denial, part => {
      denied.push(part)
      return ' '
    })
    .replace(forOthers, ' ')
    .replace(goodsOf, ' ')
  const words = (affirmed.match(/[a-z0-9]+/g) ?? []).filter(word => !onlyGoods.test(word))
  return { words, denied: denied.join(' ') }
}

function wanted<Entry extends { words: string; english?: string | undefined; unless?: string }>(
  entry: Entry,
): Wanted<Entry> {
  const alternatives = [entry.words, entry.english].filter(Boolean).join(' ').split(' ')
  const any = alternatives.map(alternative => alternative.split('+').map(stemOf))
  return { entry, any, unless: entry.unless ? entry.unless.split(' ').map(plainLetters) : [] }
}

function stemOf(typed: string): Stem {
  const text = plainLetters(typed.replace(/^[=^]/, ''))
  return { text, at: typed.startsWith('=') ? 'whole' : typed.startsWith('^') ? 'start' : 'anywhere' }
}
