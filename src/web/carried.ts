// Asked once: a page says so where it still shows what an earlier case of the same person had.
import { type Raw, typedAgain } from '../forms/input.ts'
import { memberAnswers } from '../forms/journey.ts'
import type { Application } from './application.ts'
import type { PageStep } from './apply-pages.ts'

export function carriedNotices(application: Application, step: PageStep) {
  const { fromCase, words } = application
  if (!fromCase || !isCarried(application, step)) return []
  const text = [words.say('common:apply.carried', { number: fromCase.number })]
  return [{ kind: 'info' as const, heading: null, text }]
}

function isCarried(application: Application, step: PageStep): boolean {
  const { journey } = application
  const now = typedAgain(step.kind === 'member' ? memberAnswers(journey, step) : journey.answers)
  const known = knownOn(application, step)
  return step.shown.some(
    control => now[control] !== undefined && known.some(values => String(values[control]) === String(now[control])),
  )
}

/** What the case answered to these questions; of people one entry each. */
function knownOn({ fromCase, service }: Application, step: PageStep): Raw[] {
  const answers = service.startsFrom?.[fromCase?.serviceId ?? '']?.(fromCase?.answers as Record<string, unknown>) ?? {}
  const about = step.kind === 'member' ? ((answers[step.list.node.name] as object[] | undefined) ?? []) : [answers]
  return about.map(values => typedAgain(values))
}
