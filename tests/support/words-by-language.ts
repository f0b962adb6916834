/** Something that a page says, and the language that its markup says it is in. */
export interface SaidWords {
  words: string
  language: string
}

const voidElements = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
])
/** Elements within a sentence; every other tag ends one. */
const withinSentences = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'dfn',
  'em',
  'i',
  'mark',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
])
const spokenAttributes = /\s(?:alt|aria-label|placeholder|title)="([^"]*)"/g

const namedCharacters: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', nbsp: ' ' }
const decode = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => namedCharacters[name] ?? whole)

/** All that a page of HTML says to who reads or hears it, each part in the language that the nearest `lang` names. */
export const wordsByLanguage = (html: string): SaidWords[] => {
  const said: SaidWords[] = []
  const open: { name: string; language: string }[] = []
  let words = ''
  const language = () => open.at(-1)?.language ?? ''
  const say = (text: string) => {
    const trimmed = decode(text).replace(/\s+/g, ' ').trim()
    if (trimmed) said.push({ words: trimmed, language: language() })
  }
  const end = () => {
    say(words)
    words = ''
  }
  const silent = /<!--[\s\S]*?-->|<(script|style|template)\b[^>]*>[\s\S]*?<\/\1>/gi
  for (const [, slash, name = '', attributes = '', text = ''] of html
    .replace(silent, '')
    .matchAll(/<(\/?)([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>([^<]*)/gi)) {
    const own = /\s(?:xml:)?lang="([^"]*)"/.exec(attributes)?.[1]
    if (!withinSentences.has(name) || own !== undefined || (slash && open.at(-1)?.language !== open.at(-2)?.language))
      end()
    if (slash) {
      const place = open.findLastIndex((each) => each.name === name)
      if (place >= 0) open.length = place
    } else {
      const inside = own ?? language()
      open.push({ name, language: inside })
      for (const [, spoken = ''] of attributes.matchAll(spokenAttributes)) say(spoken)
      if (name === 'meta' && /\sname="description"/.test(attributes))
        say(/\scontent="([^"]*)"/.exec(attributes)?.[1] ?? '')
      if (voidElements.has(name) || attributes.endsWith('/')) open.pop()
    }
    words += text
  }
  end()
  return said
}
