import type { Language } from '../languages.ts'

/**
 * Small words that one of the languages is full of and the other has not. Words that both have (in, men, under, by, is,
 * all, era) tell nothing and are left out.
 */
const wordsOf: Record<Language, ReadonlySet<string>> = {
  sv: new Set(
    (
      'och att det är som för på av med till inte om ett har vi ni du jag kan ska eller från när hos blir finns vår våra ' +
      'vårt ert sin sitt sina detta dessa denna varje alla mer också bara här där efter över utan vid mellan genom vad ' +
      'hur vilka vilken vilket varför sig oss dig mig er deras dem dess så då nu måste vill får gör göra går komma kommer ' +
      'skulle kunde hade blev varit vara bli ingen inget inga någon något några andra samma ännu redan alltid aldrig ' +
      'medan innan eftersom både antingen varken läs mycket många flera minst högst endast ut upp ner nya vidare dag år ' +
      'din ditt dina sedan tillbaka saknas gäller visas behöver tillsammans eget egna egen ange välj skriv spara avbryt'
    ).split(' '),
  ),
  en: new Set(
    (
      'the and of to that with you your are this from or not we our it as an which who what how when where why can will ' +
      'have at on their they them more these those been were was would should could must does did its into than then ' +
      'there here about after before between through each every any some other only also because while whether both ' +
      'either neither no yes us my me she his her many much most least new years read see us own same yet already always ' +
      'never back again without within for but if be do so too out up please choose enter save cancel isn needs one'
    ).split(' '),
  ),
}

const swedishLetters = /[åäö]/
const mayHaveNoWords = /[@{]|:\/\/|www\./
const wordPattern = /\p{L}+(?:['’]\p{L}+)?/gu
/** What may be in any language: addresses, and what is put in while a sentence is said. */
const noWords = /\S+@\S+|https?:\/\/\S+|www\.\S+|\{\{?\w+\}?\}/g

const shortLabel = 4 // words; of two to four, one that tells is enough
const enough = 2
const most = 3 // times as many of one language as of the other

/** How many words of each language a text has. Capitalised words may be names and tell nothing by their letters. */
const countWords = (text: string): { words: number; sv: number; en: number } => {
  const count = { words: 0, sv: 0, en: 0 }
  const spoken = mayHaveNoWords.test(text) ? text.replace(noWords, ' ') : text // which most texts are spared
  for (const word of spoken.match(wordPattern) ?? []) {
    const small = word.toLowerCase()
    count.words += 1
    if (wordsOf.sv.has(small) || (word === small && swedishLetters.test(word))) count.sv += 1
    else if (wordsOf.en.has(small)) count.en += 1
  }
  return count
}

/**
 * The language that a sentence is written in, or null when it does not tell: a name, a number, a word both languages have.
 * @example tellLanguage('Ett kluster är ett nätverk.') // 'sv'
 */
export const tellLanguage = (sentence: string): Language | null => {
  const { words, sv, en } = countWords(sentence)
  const tells = (own: number, other: number) =>
    (other === 0 && (own >= enough || (own > 0 && words > 1 && words <= shortLabel))) ||
    (own > enough && own >= other * most)
  if (tells(sv, en)) return 'sv'
  return tells(en, sv) ? 'en' : null
}

/** The sentences of a text, one after another; a line break ends one too. */
export const sentencesIn = (text: string): string[] =>
  text.split(/(?<=[.!?…])\s+|\n+/).flatMap((sentence) => sentence.trim() || [])
