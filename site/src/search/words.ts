import type { Language } from 'shared/languages'
import { divisionsOf } from './split-compound.ts'
import { stemEnglish } from './stem-english.ts'
import { stemSwedish } from './stem-swedish.ts'

const stems: Record<Language, (word: string) => string> = { sv: stemSwedish, en: stemEnglish }

/** Words that stand on every page. They are searched for when they stand in a title, or when nothing else is asked. */
const smallWords: Record<Language, ReadonlySet<string>> = {
  sv: new Set(
    'alla att av blir bli de dem den deras det detta dig din du där efter eller en er ert ett från för genom ha han har hon hur i in inte ja jag kan man med men mer mot ni nu när och också om oss på sig sin sina ska som så till under upp ut vad var vara vi vid vill vår vårt våra är än'.split(
      ' ',
    ),
  ),
  en: new Set(
    'a about all also an and are as at be been but by can do for from has have how if in into is it its more not of on or our so than that the their them there they this to up us was we what when where which who will with you your'.split(
      ' ',
    ),
  ),
}

const longestWord = 64 // letters; the longest compounds have forty, and what is longer is no word

/** A stretch of letters and figures, with the marks on them and the places where it may be hyphenated. */
export const wordPattern = /[\p{L}\p{N}\p{M}\u{ad}]+/u

/**
 * A word as it is compared: small letters, without accents, but å, ä and ö are letters of their own.
 * @example foldWord('Idé') // 'ide'
 */
export const foldWord = (word: string): string =>
  word
    .replaceAll('\u{ad}', '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-zåäö0-9]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .slice(0, longestWord)

/**
 * Every word of a text in its order, folded. What is only one sign is none.
 * @example wordsOf('IT-företag i Umeå') // ['it', 'företag', 'umeå']
 */
export const wordsOf = (text: string): string[] =>
  (text.match(new RegExp(wordPattern, 'gu')) ?? []).map(foldWord).filter((word) => word.length > 1)

/** Under what a word can be found: what its forms have in common, and the same of the words that may be inside it. */
export interface Keys {
  stem: string
  parts: Part[]
}

/** A word inside a Swedish compound; the compound's beginning needs none, for words are found by their beginnings. */
export interface Part {
  stem: string
  head: string // the stem of what stands before it
  isPlain: boolean // whether the sounds alone tell that it is a word
}

const known: Record<Language, Map<string, Keys>> = { sv: new Map(), en: new Map() }
const mostKnown = 200_000

/** @param word folded */
export const keysOf = (word: string, language: Language): Keys => {
  const had = known[language].get(word)
  if (had) return had
  const keys = { stem: stems[language](word), parts: language === 'sv' ? partsOf(word) : [] }
  if (known[language].size > mostKnown) known[language].clear()
  known[language].set(word, keys)
  return keys
}

const partsOf = (word: string): Part[] =>
  /^\p{L}+$/u.test(word)
    ? divisionsOf(word).map(({ head, tail, isPlain }) => ({
        stem: stemSwedish(tail),
        head: stemSwedish(head),
        isPlain,
      }))
    : []

/** @param word folded */
export const isSmallWord = (word: string, language: Language): boolean => smallWords[language].has(word)
