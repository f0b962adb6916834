import type { Language } from 'shared/languages'
import { searchFilePath, searchIndexPath } from './index-paths.ts'
import { editDistance } from './edit-distance.ts'
import {
  type Directory,
  type DocumentsFile,
  type Searchable,
  type SearchSentences,
  spellingGroup,
  type SpellingsFile,
  type WordsFile,
  weightsPerNumber,
  worths,
} from './index-format.ts'
import { isSmallWord, keysOf, wordsOf } from './words.ts'

const leastPrefix = 2 // letters; what begins with a single one is everything and nothing
const mostFilesForPrefix = 4
const mostWordsAsked = 10
const leastMisspelt = 4 // letters
const longestEnding = 5
const mostSpellings = 4 // of a word that is not there
const worthOfBeginning = 0.6
const worthOfSpelling = 0.5

/** What was found. */
export interface Found {
  total: number
  /** Whether all words stand in what was found as they were asked for; if not, some of them do, or others spelled nearly so. */
  how: 'exactly' | 'similar' | 'some'
  /** Stems of the words that were found, to be marked. */
  words: ReadonlySet<string>
  /** The best ones from one place on. */
  documents: (from: number, amount: number) => Promise<Searchable[]>
}

/** The search of one language. What it fetches it keeps. */
export interface SearchIndex {
  sentences: () => Promise<SearchSentences>
  find: (question: string) => Promise<Found>
}

/** Fetches a file of the index; rejects with `MissingFileError` when it is no longer there. */
export type FetchFile = (path: string) => Promise<unknown>

/** A release has gone live meanwhile, and the index with it is another one. */
export class MissingFileError extends Error {}

/** Opens the search of one language; nothing is fetched before it is asked. */
export const openSearch = (language: Language, fetchFile: FetchFile): SearchIndex => {
  let snapshot: Snapshot | undefined
  const current = () => (snapshot ??= createSnapshot(language, fetchFile))

  /** Once more from the beginning, when what the directory named is gone by now. */
  const withCurrent = async <Result>(task: (snapshot: Snapshot) => Promise<Result>): Promise<Result> => {
    const used = current()
    try {
      return await task(used)
    } catch (error) {
      if (snapshot === used) snapshot = undefined
      if (!(error instanceof MissingFileError)) throw error
      return task(current())
    }
  }
  return {
    sentences: () => withCurrent(async ({ directory }) => (await directory()).sentences),
    find: (question) =>
      withCurrent(async (used) => {
        const found = await findIn(used, question)
        return {
          ...found,
          documents: (from, amount) =>
            withCurrent(async (now) => {
              const numbers = now === used ? found.numbers : (await findIn(now, question)).numbers
              return now.documents(numbers.slice(from, from + amount))
            }),
        }
      }),
  }
}

/** The files of one index, each fetched once. */
interface Snapshot {
  language: Language
  directory: () => Promise<Directory>
  /** The files that may have words that begin so; when these would be too many, the one that would have the word itself. */
  wordsFrom: (beginning: string) => Promise<WordsFile[]>
  spellingsOf: (word: string) => Promise<SpellingsFile>
  documents: (numbers: number[]) => Promise<Searchable[]>
}

const createSnapshot = (language: Language, fetchFile: FetchFile): Snapshot => {
  const files = new Map<string, Promise<unknown>>()
  const fetched = (path: string): Promise<unknown> => {
    const known = files.get(path)
    if (known) return known
    const fetching = fetchFile(path)
    files.set(path, fetching)
    fetching.catch(() => files.delete(path)) // the next question tries anew
    return fetching
  }
  // The files are ours and are taken as they are; see `index-format.ts`.
  const directory = async () => (await fetched(searchIndexPath(language))) as Directory
  const part = async <File extends WordsFile | SpellingsFile | DocumentsFile>(name: string): Promise<File> =>
    (await fetched(searchFilePath(language, name))) as File

  const documentAt = async (number: number): Promise<Searchable[]> => {
    const { documents, space } = await directory()
    const name = documents[Math.floor((number / space) * documents.length)]
    const document = name === undefined ? undefined : (await part<DocumentsFile>(name))[number]
    if (!document) return []
    const [kind, title, path, trail, text] = document
    return [{ kind, title, path, trail, text }]
  }
  return {
    language,
    directory,
    wordsFrom: async (beginning) => {
      const { words } = await directory()
      const start = Math.max(
        0,
        words.findLastIndex(([first]) => first <= beginning),
      )
      const after = words.findIndex(([first], at) => at > start && !first.startsWith(beginning))
      const all = words.slice(start, after < 0 ? words.length : after)
      const some = all.length > mostFilesForPrefix ? all.slice(0, 1) : all
      return Promise.all(some.map(([, name]) => part<WordsFile>(name)))
    },
    spellingsOf: async (word) => {
      const name = (await directory()).spellings[spellingGroup(word)]
      return name === undefined ? [] : part<SpellingsFile>(name)
    },
    documents: async (numbers) => (await Promise.all(numbers.map(documentAt))).flat(),
  }
}

/** What one asked word has found: documents with how much they are worth for it. */
interface Matched {
  worths: Map<number, number>
  words: string[]
  isSimilar: boolean
}

const findIn = async (
  snapshot: Snapshot,
  question: string,
): Promise<Pick<Found, 'total' | 'how' | 'words'> & { numbers: number[] }> => {
  const { language } = snapshot
  const all = [...new Set(wordsOf(question))].slice(0, mostWordsAsked)
  const large = all.filter((word) => !isSmallWord(word, language))
  const asked = large.length > 0 ? large : all
  const { count } = await snapshot.directory()
  const matched = await Promise.all(asked.map((word) => matchWord(snapshot, word, count)))
  const total = new Map<number, { worth: number; matched: number }>()
  for (const { worths: found } of matched) {
    for (const [number, worth] of found) {
      const known = total.get(number)
      if (known) {
        known.worth += worth
        known.matched += 1
      } else total.set(number, { worth, matched: 1 })
    }
  }
  const most = Math.max(0, ...[...total.values()].map((each) => each.matched))
  const numbers = [...total]
    .filter(([, each]) => each.matched === most)
    .toSorted(([one, { worth }], [other, { worth: otherWorth }]) => otherWorth - worth || one - other)
    .map(([number]) => number)
  return {
    total: numbers.length,
    how: most < asked.length ? 'some' : matched.some(({ isSimilar }) => isSimilar) ? 'similar' : 'exactly',
    words: new Set(matched.flatMap(({ words }) => words)),
    numbers,
  }
}

/** A word as it is, as a beginning, and only if there is nothing of the kind as a misspelling or a compound of others. */
const matchWord = async (snapshot: Snapshot, word: string, count: number): Promise<Matched> => {
  const { stem, parts } = keysOf(word, snapshot.language)
  const matched: Matched = { worths: new Map(), words: [], isSimilar: false }
  const beginning = word.startsWith(stem) && stem.length >= 4 ? stem : word
  const [withBeginning, withStem] = await Promise.all([
    beginning.length >= leastPrefix ? snapshot.wordsFrom(beginning) : [],
    snapshot.wordsFrom(stem),
  ])
  for (const words of withBeginning) {
    for (const [each, places] of Object.entries(words)) {
      if (each === stem || !each.startsWith(beginning)) continue
      addWord(matched, each, places, count, worthOfBeginning * Math.sqrt(beginning.length / each.length))
    }
  }
  for (const words of withStem) addIfThere(matched, words, stem, count, 1)
  if (matched.worths.size > 0 || word.length < leastMisspelt) return matched
  for (const { spelled, distance } of await findSpellings(snapshot, word, stem)) {
    for (const words of await snapshot.wordsFrom(spelled))
      addIfThere(matched, words, spelled, count, worthOfSpelling / (1 + distance))
  }
  if (matched.worths.size === 0) {
    for (const part of parts.filter(({ isPlain }) => isPlain)) {
      for (const words of await snapshot.wordsFrom(part.stem))
        addIfThere(matched, words, part.stem, count, worthOfSpelling / 2)
    }
  }
  matched.isSimilar = matched.worths.size > 0
  return matched
}

const addIfThere = (matched: Matched, words: WordsFile, word: string, count: number, worth: number): void => {
  const places = Object.hasOwn(words, word) ? words[word] : undefined
  if (places) addWord(matched, word, places, count, worth)
}

const addWord = (matched: Matched, word: string, places: number[], count: number, worth: number): void => {
  const rarity = Math.log(1 + count / places.length)
  let number = 0
  for (const place of places) {
    number += Math.floor(place / weightsPerNumber)
    const value = worth * rarity * (worths[place % weightsPerNumber] ?? 1)
    matched.worths.set(number, Math.max(matched.worths.get(number) ?? 0, value))
  }
  matched.words.push(word)
}

/** When the ending is what is misspelt, it is not taken off: the index has `recruit`, and somebody asks for `recruitmnet`. */
const distanceOfBeginning = (word: string, spelled: string, most: number): number => {
  const rest = word.length - spelled.length
  if (rest < 1 || rest > longestEnding || spelled.length <= leastMisspelt) return most + 1
  return 1 + editDistance(word.slice(0, spelled.length), spelled, most)
}

/** Words of the index that are spelled nearly like this one, the nearest ones only. */
const findSpellings = async (
  snapshot: Snapshot,
  word: string,
  stem: string,
): Promise<{ spelled: string; distance: number }[]> => {
  const most = stem.length > 6 ? 2 : 1
  for (const beginsLike of new Set([word, word.slice(1)])) {
    const near = (await snapshot.spellingsOf(beginsLike)).flatMap((spelled) => {
      const distance = Math.min(
        editDistance(stem, spelled, most),
        editDistance(word, spelled, most),
        distanceOfBeginning(word, spelled, most),
      )
      return distance <= most ? [{ spelled, distance }] : []
    })
    if (near.length === 0) continue
    const least = Math.min(...near.map(({ distance }) => distance))
    return near.filter(({ distance }) => distance === least).slice(0, mostSpellings)
  }
  return []
}
