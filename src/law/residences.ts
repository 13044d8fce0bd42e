// Sole, main and secondary residence (BMG sections 21 and 22); the office decides, this only checks and hints.

export const dwellingStatuses = ['sole', 'main', 'secondary'] as const

/** R-H01: one dwelling in Germany is the sole one; of several exactly one is the main, all others are secondary. */
export function statusesAreConsistent(statuses: readonly string[]): boolean {
  if (statuses.length <= 1) return statuses.every(status => status === 'sole')
  const main = statuses.filter(status => status === 'main')
  return main.length === 1 && statuses.every(status => status === 'main' || status === 'secondary')
}

/** What the office knows of a person; what is absent is not so. */
export type ResidenceFacts = {
  /** Dwellings abroad do not count (R-H05). */
  dwellingsInGermany: number
  age: number
  isMarriedOrPartner?: boolean
  permanentlySeparated?: boolean
  familyUseUnclear?: boolean
  centreOfLifeUnclear?: boolean
  custodiansLiveApart?: boolean
  asksForMinorRuleInDisabledHome?: boolean
  useDoubtful?: boolean
}
export type MainResidenceHint =
  | 'sole'
  | 'familyResidence'
  | 'custodialResidence'
  | 'custodialResidenceUsedMost'
  | 'disabledHomeRequest'
  | 'centreOfLife'
  | 'predominantUse'

/** R-H02: which rule points to the main residence. A hint to the clerk, never a decision (R-H04). */
export function hintForMainResidence(facts: ResidenceFacts): MainResidenceHint {
  if (facts.dwellingsInGermany <= 1) return 'sole' // section 21(1)
  if (facts.isMarriedOrPartner && !facts.permanentlySeparated) return hintForFamily(facts)
  if (facts.age < 18) return facts.custodiansLiveApart ? 'custodialResidenceUsedMost' : 'custodialResidence' // section 22(2)
  if (facts.age < 25 && facts.asksForMinorRuleInDisabledHome) return 'disabledHomeRequest' // section 22(5)
  return facts.useDoubtful ? 'centreOfLife' : 'predominantUse' // sections 22(3), 21(2)
}

/** Section 22(1); where the family's use is not clear its centre of life (3), and after that the person's own use (4). */
function hintForFamily(facts: ResidenceFacts): MainResidenceHint {
  if (!facts.familyUseUnclear) return 'familyResidence'
  return facts.centreOfLifeUnclear ? 'predominantUse' : 'centreOfLife'
}
