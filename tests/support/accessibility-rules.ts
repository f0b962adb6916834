/** What axe looks for: WCAG 2.2 A and AA, and what its makers hold to be good practice besides. */
export const accessibilityRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
