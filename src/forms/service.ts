// What a service is: fields, pages, rules, the desk's checklist. Misspelt fields and options do not compile.
import type { z } from 'zod'
import type { Day } from '../law/dates.ts'
import type { DeskForm, Filed, Guide, LetterKind, OfficialForm, Recipient, Situation } from './around.ts'
import type { Example } from './example.ts'

export type Leaf = z.ZodType
// biome-ignore lint/suspicious/noExplicitAny: a border: a group holds fields of any shape
export type Group<F extends Fields = any> = { type: 'group'; words: string; fields: F; summary?: Summary } & Extra<F>
/** A small list inside a page: at least one row, one empty more for who asks. */
// biome-ignore lint/suspicious/noExplicitAny: a border: rows hold fields of any shape
export type Rows<F extends Fields = any> = { type: 'rows' } & Several<F>
/** Several values of one kind that repeat the control's name. */
export type List<L extends Leaf = Leaf> = { type: 'list'; item: L; min: number; max: number }
/** People or dwellings with pages of their own. */
// biome-ignore lint/suspicious/noExplicitAny: a border: members hold fields of any shape
export type Members<F extends Fields = any> = { type: 'members' } & Several<F>
type Several<F extends Fields> = { words: string; fields: F; min: number; max: number } & Extra<F>
export type Field = Leaf | Group | Rows | List | Members
export type Fields = { [name: string]: Field }

/** Turns a group's answer into lines, where single labels would only disturb (an address). */
export type Summary = (value: Record<string, string | string[] | undefined>, locale: string) => string[]

type Answer<F> =
  F extends Group<infer G>
    ? Answers<G>
    : F extends Rows<infer R>
      ? Answers<R>[]
      : F extends Members<infer M>
        ? Member<M>[]
        : F extends List<infer L>
          ? z.output<L>[]
          : F extends z.ZodType<infer Output>
            ? Output
            : never
/** Typed answers that count; what was not answered is absent. */
export type Answers<F extends Fields> = { [K in keyof F]?: Answer<F[K]> }
export type Member<F extends Fields> = Answers<F> & { id: string }
export type Conditions<F extends Fields> = {
  // biome-ignore lint/suspicious/noExplicitAny: a border: a group does not know the service it is used in
  [K in keyof F]?: (siblings: Answers<F>, answers: Record<string, any>) => boolean
}
export type Refusals<F extends Fields> = { [K in keyof F]?: (siblings: Answers<F>) => string | undefined }
export type Extra<F extends Fields> = { shownWhen?: Conditions<F>; refused?: Refusals<F> }

export type Path<F extends Fields> = {
  [K in keyof F & string]: K | (F[K] extends Group<infer G> ? `${K}.${Path<G>}` : never)
}[keyof F & string]
export type MembersOf<F extends Fields> = { [K in keyof F & string]: F[K] extends Members ? K : never }[keyof F &
  string]
type FieldsOf<F> = F extends Members<infer M> ? M : never

/** What the town knows and rules need. */
export type Facts = { filedOn: Day; town: TownFacts }
type TownFacts = {
  name: string
  ags: string
  postalCodes: string[]
  recipientsOff: string[]
  knowsStreet: (code: string, street: string) => boolean
}

/**
 * Offers to take over what is known already (WCAG 3.3.7); the values are typed answers of the field `into`. One that was
 * taken keeps its place and is not shown, so that a button pressed twice is never taken for the next one.
 */
export type Offer = { label: string; values: Record<string, unknown>; isTaken?: boolean }
type Offers<Context extends unknown[]> = { into: string; known: (...context: Context) => Offer[] }

export type Page<F extends Fields, Context extends unknown[]> = {
  slug: string
  asks: Path<F>[]
  when?: (...context: Context) => boolean
  offers?: Offers<Context>
  /** Legal notices shown on this page; their words are texts `notices.<id>`. */
  notices?: (string | { id: string; when: (...context: Context) => boolean })[]
  /** `partner`: the texts `title_partner`, `intro_partner` … go before the plain ones. */
  variant?: (...context: Context) => string | undefined
}
export type MembersPage<F extends Fields> = {
  [K in MembersOf<F>]: {
    slug: string
    members: K
    pages: Page<FieldsOf<F[K]>, [member: Member<FieldsOf<F[K]>>, answers: Answers<F>]>[]
    when?: (answers: Answers<F>) => boolean
    /** What a new member starts with. */
    begin?: (answers: Answers<F>) => Record<string, unknown>
    /** Where exactly one member counts: the answers that tell it from others. Then no list is shown. */
    only?: (answers: Answers<F>) => Record<string, unknown> | undefined
    /** Fields of a member that were asked elsewhere, and where: taken from there, not asked again (WCAG 3.3.7). */
    sameAs?: (member: Member<FieldsOf<F[K]>>, answers: Answers<F>) => { [field: string]: Path<F> }
    /** Known dwellings or persons that can be added whole. */
    known?: (answers: Answers<F>) => Offer[]
    /** Is this member the person who types? Then pages say "you". */
    isSelf?: (member: Member<FieldsOf<F[K]>>, answers: Answers<F>) => boolean
    title: (member: Member<FieldsOf<F[K]>>) => string
    /** A field whose answer stands beside the title in the list: which dwelling is the main one. */
    shows?: Path<FieldsOf<F[K]>>
  }
}[MembersOf<F>]

/** Where a letter goes, in lines, and whether the person wished for post. */
type Addressee = { lines: string[]; byPost: boolean }
export type Severity = 'error' | 'warning' | 'info' | 'clerkOnly'
/** What a rule found, for the blank `{{names}}` of its message: keys of the service's texts, or names as they are. */
export type Named<F extends Fields> = (answers: Answers<F>) => string[]
/** `holds` true means: the rule's message applies. With `members` it is asked of each member. */
export type Rule<F extends Fields> =
  | {
      id: string
      severity: Severity
      field: Path<F>
      members?: undefined
      /** The item of the checklist that settles the matter: once it is ticked, nobody is told any more. */
      settledBy?: string
      /** The usual answer: its page goes on at once, and what there is to say is read where the form is checked. */
      goesOn?: boolean
      /** The service that is the right one where this holds: its page is a link away. */
      instead?: string
      holds: (answers: Answers<F>, facts: Facts) => boolean
      names?: Named<F> | undefined
    }
  | {
      [K in MembersOf<F>]: {
        id: string
        severity: Severity
        members: K
        settledBy?: string
        goesOn?: boolean
        instead?: string
        field: Path<FieldsOf<F[K]>>
        holds: (member: Member<FieldsOf<F[K]>>, answers: Answers<F>, facts: Facts) => boolean
        names?: ((member: Member<FieldsOf<F[K]>>, answers: Answers<F>) => string[]) | undefined
      }
    }[MembersOf<F>]

export type Definition<F extends Fields> = {
  id: string
  slug: string
  /** Whose desk: residence or trade clerks; counter and supervisor see both. */
  office: 'residence' | 'trade'
  formVersion: string
  fields: F
  /** Answers that follow from having chosen this service: never asked, seen by every condition, stored. */
  settled?: Answers<F>
  shownWhen?: Conditions<F>
  refused?: Refusals<F>
  pages: (Page<F, [answers: Answers<F>]> | MembersPage<F>)[]
  rules: Rule<F>[]
  /** The legal deadline of the filing, shown to everybody. */
  due: (answers: Answers<F>, filedOn: Day) => Day
  /** It goes on while a case waits for its person, who need not act for it: such a case keeps its place in the queue. */
  runsOn?: boolean
  /** What the system adds at sending: keys of places, answers that follow from others. */
  complete: (answers: Answers<F>, facts: Facts) => Record<string, unknown>
  filerName: (answers: Answers<F>) => string
  /** Whether somebody files for another person: then pages say "the person", texts `title_other`. */
  isForOthers: (answers: Answers<F>) => boolean
  isMasked: (answers: Answers<F>) => boolean
  /** Name and address for letters such as a request, in lines; and whether the person wished for post. */
  addressee: (answers: Answers<F>) => Addressee
  /** The same for a rejection, where that goes elsewhere. */
  rejectedAt?: (answers: Answers<F>) => Addressee
  /** What the rules have told the citizen still holds once the case is confirmed: duties towards others. */
  isRemembered?: boolean
  /** Whether somebody must come to the office afterwards; without it, always. */
  visit?: (answers: Answers<F>) => boolean
  /**
   * Ids of the papers to bring to that visit, or without one to show or to send; words are texts `papers.<id>`. Once the
   * item of the checklist is ticked that it is `seenBy`, a paper is not asked for again.
   */
  papers: (answers: Answers<F>) => { id: string; person?: string; seenBy?: string }[]
  /** Ids of what a clerk ticks before deciding; words are texts `checklist.<id>`. */
  checklist: (answers: Answers<F>) => { id: string; text: string; person?: string }[]
  /** Ids of the reasons for returning a case; words are texts `returns.<id>`. */
  returns: string[]
  /** What confirming issues: the first whose `when` holds. Words of a kind are texts `letters.<kind>`. */
  letters: LetterKind<F>[]
  /** Whether letters of the case say what is sealed or guarded: then not every clerk of the office opens them. */
  lettersReveal?: (answers: Answers<F>) => boolean
  /** What only staff write or certify: pages of the same engine, answers of their own (texts below `desk.`). */
  desk?: DeskForm<F>
  /** Ids of the town's fees for this filing; `count` where one is paid several times (copies). */
  fees?: (answers: Answers<F>) => { id: string; count?: number }[]
  /** From when a decision holds: later than the day it is made, the case is scheduled (R-D04). */
  effectiveOn?: (answers: Answers<F>) => Day | undefined
  /** Ids of the reasons for which a filing may be rejected; words are texts `rejects.<id>`. Absent: it cannot be. */
  rejects?: string[]
  /** Who else is told, and exactly which fields of the official form they get. */
  recipients?: (filing: Filed<F>, facts: Facts) => Recipient[]
  /** The official form, field by field: what `npm run fields` prints and what extracts are made of. */
  official?: OfficialForm<F>
  /** Life situations of the start page under which it stands. */
  situations?: Situation[]
  /** Where it stands among its neighbours there: small numbers first. */
  place?: number
  /** Questions before the form that keep people from a needless filing. */
  guide?: Guide[]
  /** The legal deadline counted from a day somebody types on the page about the service. */
  deadlineFrom?: (day: Day) => Day
  /** The first day on which it may be sent, counted from the same day, where the law lets nobody be earlier. */
  opensOn?: (day: Day) => Day
  /** Asked once: typed answers to start with after another filing of the same person, by that service's id. */
  startsFrom?: { [serviceId: string]: (answers: Record<string, unknown>) => Record<string, unknown> | undefined }
  /** After all of these filings, or those named, offered once they are decided: what it changes or ends must exist. */
  startsOnceDecided?: boolean | string[]
  /** Complete, invented filings; dates relative to the day of filing; together they visit every page. */
  examples: (today: Day) => Example[]
}

/** A service as the engine sees it; the definition's own types end here. */
// biome-ignore lint/suspicious/noExplicitAny: a border: the engine works on any service
export type Service = Definition<any>

export function defineService<const F extends Fields>(definition: Definition<F>): Service {
  return definition as unknown as Service
}
