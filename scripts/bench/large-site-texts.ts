import { type Language, languageLocales } from 'shared/languages'
import {
  actors,
  acts,
  aspects,
  groups,
  headings,
  places,
  type Said,
  sayings,
  sentences,
  times,
  topics,
  towns,
} from './large-site-words.ts'

/** Draws that look like chance and are the same every time. */
export interface Draw {
  /** A whole number from 0 up to, and without, the limit. */
  below: (limit: number) => number
  oneOf: <Item>(items: readonly Item[]) => Item
  /** Does what happens in so many of a hundred cases happen? */
  happens: (percent: number) => boolean
  /** 24 hexadecimal digits, as Payload gives to rows and links. */
  rowId: () => string
}

/** Two numbers make a sequence of its own, so that document 4711 is the same whatever was made before it. */
export const drawFrom = (seed: number, place: number): Draw => {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b)) >>> 0
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    oneOf: <Item>(items: readonly Item[]): Item => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('There is nothing to draw from.')
      return item
    },
    happens: (percent) => below(100) < percent,
    rowId: () =>
      Array.from({ length: 3 }, () =>
        below(2 ** 32)
          .toString(16)
          .padStart(8, '0'),
      ).join(''),
  }
}

/** The same for each language: `inBoth((language) => …)`. */
export const inBoth = <Value>(make: (language: Language) => Value): Record<Language, Value> => ({
  sv: make('sv'),
  en: make('en'),
})

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
export const capitalised = (said: Said): Said => inBoth((language) => capital(said[language]))

const amounts = inBoth((language) => new Intl.NumberFormat(languageLocales[language]))

/** Fills the gaps of a sentence, the same in both languages. */
const fill = (draw: Draw, sentence: Said, topic: Said): Said => {
  const [actor, act, place, time] = [draw.oneOf(actors), draw.oneOf(acts), draw.oneOf(places), draw.oneOf(times)]
  const [town, amount, count, share] = [
    draw.oneOf(towns),
    (draw.below(90) + 10) * 5000,
    draw.below(180) + 12,
    draw.below(70) + 20,
  ]
  return inBoth((language) => {
    const words: Record<string, string> = {
      topic: topic[language],
      actors: actor[language],
      verb: act.sv.verb,
      rest: act.sv.rest,
      act: act.en,
      place: place[language],
      time: time[language],
      town,
      number: amounts[language].format(amount),
      count: String(count),
      share: String(share),
    }
    return sentence[language].replace(/\{(\w+)\}/g, (_, gap: string) =>
      gap in words ? (words[gap] ?? '') : capital(words[gap.toLowerCase()] ?? ''),
    )
  })
}

/** A sentence, mostly about the topic, now and then about another. */
export const sentence = (draw: Draw, topic: Said): Said =>
  fill(draw, draw.oneOf(sentences), draw.happens(60) ? topic : draw.oneOf(topics))

const joined = (parts: Said[]): Said => inBoth((language) => parts.map((part) => part[language]).join(' '))
export const paragraphOf = (draw: Draw, topic: Said, count: number): Said =>
  joined(Array.from({ length: count }, () => sentence(draw, topic)))

export const heading = (draw: Draw, topic: Said): Said => fill(draw, draw.oneOf(headings), topic)
export const saying = (draw: Draw, topic: Said): Said => fill(draw, draw.oneOf(sayings), topic)

interface Titled {
  title: Said
  topic: Said
}

const shuffled = <Item>(draw: Draw, items: Item[]): Item[] => {
  const keyed = items.map((item) => ({ item, key: draw.below(2 ** 31) }))
  return keyed.toSorted((one, other) => one.key - other.key).map(({ item }) => item)
}

/** Every title there is, each once, in an order of the seed's. */
export const allTitles = (seed: number): Titled[] =>
  shuffled(
    drawFrom(seed, -1),
    topics.flatMap((topic) => [
      ...groups.map((group) => ({
        topic,
        title: capitalised({ sv: `${topic.sv} för ${group.sv}`, en: `${topic.en} for ${group.en}` }),
      })),
      ...towns.map((town) => ({
        topic,
        title: capitalised({ sv: `${topic.sv} i ${town}`, en: `${topic.en} in ${town}` }),
      })),
      ...aspects.map((aspect) => ({
        topic,
        title: capitalised({ sv: `${topic.sv}: ${aspect.sv}`, en: `${topic.en}: ${aspect.en}` }),
      })),
    ]),
  )

/** The title at a place of the list; when the list is used up it begins anew with a number behind. */
export const titleAt = (titles: Titled[], place: number): Titled => {
  const found = titles[place % titles.length]
  if (!found) throw new Error('There are no titles.')
  const round = Math.floor(place / titles.length)
  return round === 0 ? found : { ...found, title: inBoth((language) => `${found.title[language]}, ${round + 1}`) }
}

/** A text that was made in both languages, as long as it may be. */
export const cut = (said: Said, longest: number): Said =>
  inBoth((language) => {
    const text = said[language]
    return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest - 1))}…`
  })
