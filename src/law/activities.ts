// What a person says they do, in their own words, against the lists of the law: it only points, it never decides.
import { allCrafts, type Craft } from './lists/crafts.ts'
import { otherThings } from './lists/other-things.ts'
import { doubtfulActivities, overseenTrades, permits } from './lists/permits.ts'
import { plainLetters } from './names.ts'

export type ActivityMatches = {
  permits: (typeof permits)[number][]
  crafts: Craft[]
  overseen: (typeof overseenTrades)[number][]
  doubtful: (typeof doubtfulActivities)[number][]
}

type Wanted<Entry> = { entry: Entry; any: string[][]; unless: string[] }
/** One statement: what it says, with a space around each word, and what it denies ("ohne Alkohol"). */
type Statement = { said: string; denied: string }

/** "Not- und Schlüsseldienst", "in Not und Krise", "Salon No 7" and "free of charge" deny nothing. */
const denying = [
  'ohne|kein\\w*|nicht(?! nur)|ausser|ausgenommen|ausgeschlossen|without|except|excluding',
  'no(?= [a-z])(?! name)|free (?:from|of)(?! charge)',
  '(?<!\\bin )not(?= )(?! (?:only|just|merely|limited|und|oder) )',
].join('|')
const denial = new RegExp(
  `\\b(?:${denying})\\b[^,()]*?(?=$|[,()]| sondern | aber | jedoch | mit | but | with )|\\b[a-z]+-free\\b|\\b(?:alcohol|gluten|sugar) free\\b`,
  'g',
)
/** Goods and services for a trade are not the trade: "Software für Friseure". A "Fachbetrieb für Heizungsbau" is one. */
const forOthers =
  /\b(?<!(?:betrieb|werkstatt|salon|studio|service|dienst|dienste|laden|geschaeft|mechaniker|meister|workshop|repair shop|^ *(?:an? |my )?(?:business|company)) )(?:fuer|for) [^,()]*/g
const onlyGoods = /(?:bedarf|zubehoer|artikeln?|produkte?n?|software|apps?|maschinen?|verlag|messen?)$/
/** The same in English, where such words stand apart. */
const goodsOf = /\b[a-z]+ (?:supply|supplies|equipment|accessories|products|software|apps?)\b/g
const otherThingsSaid = new RegExp(otherThings.map(things => `\\b(?:${things})\\b`).join('|'), 'g')
/** Who says one of these puts Windows on it and no windows into walls. */
const computers = /\b(?:it (?:services?|support|systems?)|pcs?|computers?|laptops?|linux|rechnern?|servers?|software)\b/

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
  const handmade = statements.filter(({ denied }) => !/handwerk|\b(?:handi)?craft(?! ?beer)/.test(denied))
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

function fits({ any, unless }: Wanted<unknown>, { said, denied }: Statement): boolean {
  if (unless.some(stem => denied.includes(stem) || said.includes(`${stem}frei`))) return false
  return any.some(stems => stems.every(stem => said.includes(stem)))
}

function statementOf(text: string): Statement {
  const denied: string[] = []
  const affirmed = text
    .replace(denial, part => {
      denied.push(part)
      return ' '
    })
    .replace(forOthers, ' ')
    .replace(otherThingsSaid, ' ')
    .replace(goodsOf, ' ')
  const onComputers = computers.test(text)
  const words = (affirmed.match(/[a-z0-9]+/g) ?? [])
    .filter(word => !onlyGoods.test(word))
    .filter(word => !(onComputers && word === 'windows'))
  return { said: ` ${words.join(' ')} `, denied: denied.join(' ') }
}

function wanted<Entry extends { words: string; english?: string | undefined; unless?: string }>(
  entry: Entry,
): Wanted<Entry> {
  const alternatives = [entry.words, entry.english].filter(Boolean).join(' ').split(' ')
  const any = alternatives.map(alternative => alternative.split('+').map(stemOf))
  return { entry, any, unless: entry.unless ? entry.unless.split(' ').map(plainLetters) : [] }
}

/** As it is looked for in what is said: the spaces around a word hold the stem to its beginning and end. */
function stemOf(typed: string): string {
  const text = plainLetters(typed.replace(/^[=^]/, '')).replaceAll('_', ' ')
  if (typed.startsWith('=')) return ` ${text} `
  return typed.startsWith('^') ? ` ${text}` : text
}
