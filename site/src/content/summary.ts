const longestSummary = 200 // letters; search engines and networks cut what is longer, in the midst of a word

/**
 * What a page is about in a line or two: the first text that says anything, cut between words.
 * @example summaryOf([null, 'Ett kluster är …']) // 'Ett kluster är …'
 */
export const summaryOf = (texts: (string | null)[]): string | null => {
  const first = texts.map((text) => text?.replace(/\s+/g, ' ').trim()).find(Boolean)
  if (!first) return null
  if (first.length <= longestSummary) return first
  const cut = first.slice(0, longestSummary)
  return `${cut.replace(/[\s,.;:–-]+\S*$/, '') || cut}…`
}
