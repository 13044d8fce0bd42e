// Contrast by axe, and the scripts that checked pages carry.
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const viaBuilder = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
export const axeFile = viaBuilder.resolve('axe-core/axe.min.js')
export const inPageFile = fileURLToPath(new URL('in-page.js', import.meta.url))
export const scripts = [inPageFile, fileURLToPath(new URL('in-page-look.js', import.meta.url)), axeFile]

/** A builder for pages that carry axe already: left to itself it puts it there twice for each check. */
export function axeOn(tab: Page): AxeBuilder {
  const few = { resultTypes: ['violations' as const, 'incomplete' as const] }
  return new AxeBuilder({ page: tab, axeSource: ';' }).options(few).setLegacyMode(true)
}

export async function contrastFaults(tab: Page): Promise<string[]> {
  const builder = axeOn(tab).options({ runOnly: ['color-contrast'] })
  const { violations, incomplete } = await builder.analyze()
  return [...violations, ...incomplete].flatMap(({ nodes }) =>
    nodes.map(node => `${node.target.join(' ')} – ${node.failureSummary?.replaceAll('\n', ' ')}`),
  )
}
