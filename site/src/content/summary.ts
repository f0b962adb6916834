const longestSummary = 200 // letters; search engines and networks cut what is longer, in the midst of a word

/**
 * What a page is about in a line or two: the first text that says anything, cut between words.
 * @example summaryOf([null, 'Ett kluster är …']) // 'Ett kluster är …'
 */
export const summaryOf = (texts: (string | null)[]): string | null => {
  const first = texts.map((text) => text?.replace(/\s+/g, ' ').trim()).find(Boolean)
  if (!first) return null
  return shortened(first, longestSummary)
}

/**
 * A text that is no longer than so many letters, cut between words.
 * @example shortened('En lång rubrik om skogen', 10) // 'En lång…'
 */
export const shortened = (text: string, longest: number): string => {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  return `${cut.replace(/[\s,.;:–-]+\S*$/, '') || cut}…`
}
