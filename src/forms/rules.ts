// One function a severity, so that a rule is a line: `error('R-A01', 'moveInDate', (answers, facts) => …)`.
import type { Fields, MembersOf, Named, Path, Rule, Severity } from './service.ts'

type Filing<F extends Fields> = Extract<Rule<F>, { members?: undefined }>
type Each<F extends Fields, K extends MembersOf<F>> = Extract<Rule<F>, { members: K }>

/** `error('R-A01', 'moveInDate', (answers, facts) => …)`: one function a severity. */
export function rulesFor<F extends Fields>() {
  const of =
    (severity: Severity) =>
    (id: string, field: Path<F>, holds: Filing<F>['holds'], names?: Named<F>): Rule<F> => ({
      id,
      severity,
      field,
      holds,
      names,
    })
  return { error: of('error'), warning: of('warning'), info: of('info'), clerkOnly: of('clerkOnly') }
}

/** The same for rules that are asked of each member of a list. */
export function rulesForEach<F extends Fields, K extends MembersOf<F>>(members: K) {
  const of =
    (severity: Severity) =>
    (id: string, field: Each<F, K>['field'], holds: Each<F, K>['holds'], names?: Each<F, K>['names']): Rule<F> =>
      ({ id, severity, members, field, holds, names }) as Rule<F>
  return { error: of('error'), warning: of('warning'), info: of('info'), clerkOnly: of('clerkOnly') }
}
