// The scripts that checked pages carry; axe among them.
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const viaBuilder = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
export const scripts = {
  axe: viaBuilder.resolve('axe-core/axe.min.js'),
  structure: fileURLToPath(new URL('in-page.js', import.meta.url)),
  boxes: fileURLToPath(new URL('in-page-boxes.js', import.meta.url)),
  look: fileURLToPath(new URL('in-page-look.js', import.meta.url)),
}

/** A builder for pages that carry axe already: left to itself it puts it there twice for each check. */
export function axeOn(tab: Page): AxeBuilder {
  const few = { resultTypes: ['violations' as const, 'incomplete' as const] }
  return new AxeBuilder({ page: tab, axeSource: ';' }).options(few).setLegacyMode(true)
}

/** Contrast costs half of axe's time: it is worth it where colours meet that have not met before. */
export async function hasNewColours(tab: Page, known: Set<string>): Promise<boolean> {
  const before = known.size
  for (const colour of await tab.evaluate<string[]>('gates.colours()')) known.add(colour)
  return known.size > before
}

export async function contrastFaults(tab: Page): Promise<string[]> {
  const builder = axeOn(tab).options({ runOnly: ['color-contrast'] })
  const { violations, incomplete } = await builder.analyze()
  return [...violations, ...incomplete].flatMap(({ nodes }) =>
    nodes.map(node => `${node.target.join(' ')} – ${node.failureSummary?.replaceAll('\n', ' ')}`),
  )
}
