import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe looks for: WCAG 2.2 A and AA, and what its makers hold to be good practice besides. */
const accessibilityRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Axe on a page, by all these rules, when the page's scripts have taken over what they do: a form that puts its later steps
 * away while axe reads them looks as if its headings were in the wrong order. It runs in the page alone ("legacy"): its other way opens a second window for its report
 * and costs twice the time, for frames of other origins, which no page of ours has.
 */
export const axeOn = async (page: Page): Promise<AxeBuilder> => {
  await page.locator('astro-island[ssr], .signup-form .signup-later').first().waitFor({ state: 'detached' })
  return new AxeBuilder({ page })
    .options({ resultTypes: ['violations', 'incomplete'] })
    .withTags(accessibilityRules)
    .setLegacyMode()
}
