import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe looks for: WCAG 2.2 A and AA, and what its makers hold to be good practice besides. */
const accessibilityRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Axe on a page, by all these rules. It runs in the page alone ("legacy"): its other way opens a second window for its report
 * and costs twice the time, for frames of other origins, which no page of ours has.
 */
export const axeOn = (page: Page): AxeBuilder =>
  new AxeBuilder({ page })
    .options({ resultTypes: ['violations', 'incomplete'] })
    .withTags(accessibilityRules)
    .setLegacyMode()
