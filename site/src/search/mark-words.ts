import type { Language } from 'shared/languages'
import { foldWord, keysOf, wordPattern } from './words.ts'

/** A stretch of text, marked when it is what was searched for. */
export interface Stretch {
  text: string
  isMarked: boolean
}

/** What was found, as the index holds it, and the language to compare words in. */
export interface FoundWords {
  words: ReadonlySet<string>
  language: Language
}

const betweenWords = new RegExp(`(${wordPattern.source})`, 'u')

const isFound = (piece: string, { words, language }: FoundWords): boolean => {
  const { stem, parts } = keysOf(foldWord(piece), language)
  return words.has(stem) || parts.some((part) => words.has(part.stem))
}

/**
 * Divides a text so that the words that were found can be marked, in whatever form they stand there, and the compounds that
 * they are part of.
 * @example markWords('Skog och stål', { words: new Set(['stål']), language: 'sv' })
 * // [{ text: 'Skog och ', isMarked: false }, { text: 'stål', isMarked: true }]
 */
export const markWords = (text: string, found: FoundWords): Stretch[] => {
  const stretches: Stretch[] = []
  for (const piece of text.split(betweenWords)) {
    if (!piece) continue
    const isMarked = isFound(piece, found)
    const last = stretches.at(-1)
    if (last && last.isMarked === isMarked) last.text += piece
    else stretches.push({ text: piece, isMarked })
  }
  return stretches
}

const lengthBefore = 60
const lengthShown = 220

/** The part of a text around the first word that was found, cut between words. */
export const excerptOf = (text: string, found: FoundWords): string => {
  if (text.length <= lengthShown) return text
  const before = markWords(text, found)
  const first = before[0]?.isMarked ? 0 : (before[0]?.text.length ?? 0)
  const hasHit = before.some(({ isMarked }) => isMarked)
  const start = hasHit && first > lengthBefore ? text.indexOf(' ', first - lengthBefore) + 1 : 0
  const rest = text.slice(start)
  const shown = rest.length > lengthShown ? `${rest.slice(0, lengthShown).replace(/\s\S*$/, '')} …` : rest
  return start > 0 ? `… ${shown}` : shown
}
