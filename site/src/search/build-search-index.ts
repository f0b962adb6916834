import { createHash } from 'node:crypto'
import type { Language } from 'shared/languages'
import { searchFilePath, searchIndexPath } from './index-paths.ts'
import { commonTails } from './common-tails.ts'
import {
  type Directory,
  type DocumentsFile,
  spellingGroup,
  type SpellingsFile,
  type WordsFile,
  weights,
  weightsPerNumber,
} from './index-format.ts'
import type { SearchEntry } from './search-entries.ts'
import { searchSentencesIn } from './search-sentences.ts'
import { isSmallWord, keysOf, wordsOf } from './words.ts'

/** The files of an index, by their paths on the site. */
export type SearchFiles = Map<string, string>

const documentsPerFile = 16 // at most, or nearly
const numbersPerDocument = 256 // so many that two documents seldom want the same one
const leastWordsFile = 6000 // characters
const mostWordsFile = 18_000
const cutsOneWordIn = 48 // of those that may begin a file
const leastKnownWord = 4 // letters

/**
 * The index of what can be found in one language. The same entries, in whatever order, give the same files; other ones give few
 * other files, as what is in a file depends on little but what stands in it.
 */
export const buildSearchIndex = (language: Language, entries: SearchEntry[]): SearchFiles => {
  const files: SearchFiles = new Map()
  const add = (content: WordsFile | SpellingsFile | DocumentsFile): string => {
    const text = JSON.stringify(content)
    const name = createHash('sha256').update(text).digest('hex').slice(0, 12)
    files.set(searchFilePath(language, name), text)
    return name
  }
  const { space, numbered } = giveNumbers(entries)
  const words = collectWords(numbered, language)
  const directory: Directory = {
    language,
    sentences: searchSentencesIn(language),
    count: entries.length,
    space,
    documents: divideDocuments(numbered, space).map(add),
    words: divideWords(words).map((some) => [some[0]?.[0] ?? '', add(Object.fromEntries(some))]),
    spellings: Object.fromEntries([...groupSpellings(words)].map(([group, some]) => [group, add(some)])),
  }
  files.set(searchIndexPath(language), JSON.stringify(directory))
  return files
}

interface Numbered {
  number: number
  entry: SearchEntry
}

const byCodeUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** 32 bits that look like chance (FNV-1a). */
const scatter = (text: string): number => {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  state ^= state >>> 15
  return Math.imul(state, 0x2c1b3c6d) >>> 0
}

/** Documents are numbered by their ids, not counted: so one that comes or goes does not change the numbers of the others. */
const giveNumbers = (entries: SearchEntry[]): { space: number; numbered: Numbered[] } => {
  const space = 2 ** Math.ceil(Math.log2(Math.max(entries.length, 1) * numbersPerDocument))
  const taken = new Map<number, SearchEntry>()
  for (const entry of entries.toSorted((one, other) => byCodeUnits(one.id, other.id))) {
    let number = scatter(entry.id) % space
    while (taken.has(number)) number = (number + 1) % space
    taken.set(number, entry)
  }
  const numbered = [...taken].map(([number, entry]) => ({ number, entry }))
  return { space, numbered: numbered.toSorted((one, other) => one.number - other.number) }
}

const divideDocuments = (numbered: Numbered[], space: number): DocumentsFile[] => {
  const amount = 2 ** Math.ceil(Math.log2(Math.max(numbered.length / documentsPerFile, 1)))
  const files = Array.from({ length: amount }, (): DocumentsFile => ({}))
  for (const { number, entry } of numbered) {
    const { kind, title, path, trail, text } = entry
    const file = files[Math.floor((number / space) * amount)]
    if (file) file[number] = [kind, title, path, trail, text]
  }
  return files
}

/** How often a word stands in a document, by itself or inside another one. */
interface Standing {
  inTitle: boolean
  insideTitle: boolean
  times: number
  inside: boolean
}

interface Word {
  places: number[] // as in the files
  last: number // the number of the document that was added last
  isWhole: boolean // stands somewhere by itself
}

/** The words that stand somewhere by themselves, which make it likely that they are words inside others too. */
const knownWords = (numbered: Numbered[], language: Language): Set<string> => {
  const known = new Set([...commonTails].map((word) => keysOf(word, language).stem))
  for (const { entry } of numbered) {
    for (const word of wordsOf(`${entry.title} ${entry.words}`)) {
      if (word.length >= leastKnownWord) known.add(keysOf(word, language).stem)
    }
  }
  return known
}

const collectWords = (numbered: Numbered[], language: Language): [string, Word][] => {
  const known = knownWords(numbered, language)
  const isKnown = (stem: string) => stem.length >= leastKnownWord - 1 && known.has(stem)
  const insideOf = new Map<string, string[]>()
  const partsOf = (word: string): string[] => {
    const had = insideOf.get(word)
    if (had) return had
    const { stem, parts } = keysOf(word, language)
    const likely = parts.filter((part) => part.isPlain || isKnown(part.stem) || isKnown(part.head))
    const stems = [...new Set(likely.map((part) => part.stem))].filter((part) => part !== stem && part.length > 2)
    insideOf.set(word, stems)
    return stems
  }

  const words = new Map<string, Word>()
  for (const { number, entry } of numbered) {
    const standings = new Map<string, Standing>()
    const at = (stem: string): Standing => {
      const standing = standings.get(stem) ?? { inTitle: false, insideTitle: false, times: 0, inside: false }
      standings.set(stem, standing)
      return standing
    }
    const inTitle = wordsOf(entry.title)
    for (const word of inTitle) {
      at(keysOf(word, language).stem).inTitle = true
      for (const part of partsOf(word)) at(part).insideTitle = true
    }
    for (const word of wordsOf(entry.words)) {
      if (isSmallWord(word, language)) continue
      at(keysOf(word, language).stem).times += 1
      for (const part of partsOf(word)) at(part).inside = true
    }
    for (const [stem, standing] of standings) {
      const word = words.get(stem) ?? { places: [], last: 0, isWhole: false }
      words.set(stem, word)
      word.places.push(weightsPerNumber * (number - word.last) + weightOf(standing, inTitle.length))
      word.last = number
      word.isWhole ||= standing.inTitle || standing.times > 0
    }
  }
  return [...words].toSorted(([one], [other]) => byCodeUnits(one, other))
}

const weightOf = ({ inTitle, insideTitle, times, inside }: Standing, wordsInTitle: number): number => {
  if (inTitle) return wordsInTitle === 1 ? weights.isTitle : weights.inTitle
  if (insideTitle) return times > 0 || inside ? weights.insideWordOfTitleAndInText : weights.insideWordOfTitle
  if (times > 3) return weights.manyTimesInText
  if (times > 1) return weights.someTimesInText
  return times === 1 ? weights.onceInText : weights.insideWordOfText
}

/**
 * The words in their order, divided. Where, the words themselves say as far as they can, so that a new word moves no more than
 * the boundaries beside it.
 */
const divideWords = (words: [string, Word][]): [string, number[]][][] => {
  const files: [string, number[]][][] = []
  let file: [string, number[]][] = []
  let size = 0
  for (const [word, { places }] of words) {
    const cuts = size >= leastWordsFile && (size >= mostWordsFile || scatter(word) % cutsOneWordIn === 0)
    if (file.length === 0 || cuts) {
      file = []
      files.push(file)
      size = 0
    }
    file.push([word, places])
    size += JSON.stringify([word, places]).length
  }
  return files
}

const groupSpellings = (words: [string, Word][]): Map<string, string[]> => {
  const whole = words.filter(([word, { isWhole }]) => isWhole && /^\p{L}{3,}$/u.test(word)).map(([word]) => word)
  return Map.groupBy(whole, spellingGroup)
}
