import { foldWord } from './search-options.ts'

/** A stretch of text, marked when it is what was searched for. */
export interface Stretch {
  text: string
  isMarked: boolean
}

/**
 * Divides a text so that the words that were found can be marked. `found` are words as the index holds them.
 * @example markWords('Skog och stål', ['stål']) // [{ text: 'Skog och ', isMarked: false }, { text: 'stål', isMarked: true }]
 */
export const markWords = (text: string, found: readonly string[]): Stretch[] => {
  const stretches: Stretch[] = []
  for (const piece of text.split(/([\p{L}\p{N}]+)/u)) {
    if (!piece) continue
    const isMarked = found.includes(foldWord(piece))
    const last = stretches.at(-1)
    if (last && last.isMarked === isMarked) last.text += piece
    else stretches.push({ text: piece, isMarked })
  }
  return stretches
}

const lengthBefore = 60
const lengthShown = 220

/** The part of a text around the first word that was found, cut between words. */
export const excerptOf = (text: string, found: readonly string[]): string => {
  if (text.length <= lengthShown) return text
  const before = markWords(text, found)
  const first = before[0]?.isMarked ? 0 : (before[0]?.text.length ?? 0)
  const hasHit = before.some(({ isMarked }) => isMarked)
  const start = hasHit && first > lengthBefore ? text.indexOf(' ', first - lengthBefore) + 1 : 0
  const rest = text.slice(start)
  const shown = rest.length > lengthShown ? `${rest.slice(0, lengthShown).replace(/\s\S*$/, '')} …` : rest
  return start > 0 ? `… ${shown}` : shown
}
