const exceptions: Record<string, string> = {
  skis: 'ski',
  skies: 'sky',
  dying: 'die',
  lying: 'lie',
  tying: 'tie',
  news: 'news',
  early: 'earli',
  only: 'onli',
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
}

const step2: [string, string][] = [
  ['ization', 'ize'],
  ['isation', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['iser', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
]
const step3: [string, string][] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['alise', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
]
const step4 = [
  'ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize', 'ise', 'al',
  'er', 'ic',
] // prettier-ignore

const regionAfter = (word: string, from: number): number => {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(from))
  return found ? from + found.index + 2 : word.length
}

const endsShort = (word: string): boolean => /(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/.test(word)

/**
 * What the forms of an English word have in common, after the Snowball stemmer for English. British and American spellings
 * come out alike.
 * @param given in small letters, without apostrophes
 * @example stemEnglish('organisations') // 'organ'
 */
export const stemEnglish = (given: string): string => {
  if (given.length < 3) return given
  const exception = exceptions[given]
  if (exception) return exception
  let word = given.replace(/^y|(?<=[aeiouy])y/g, 'Y')
  const prefix = /^(?:gener|commun|arsen)/.exec(word)
  const first = prefix ? prefix[0].length : regionAfter(word, 0)
  const second = regionAfter(word, first)
  const isIn = (region: number, ending: string) => word.endsWith(ending) && word.length - ending.length >= region
  const cut = (length: number) => word.slice(0, -length)

  // plurals
  if (word.endsWith('sses')) word = cut(2)
  else if (/ie[ds]$/.test(word)) word = word.length > 4 ? cut(2) : cut(1)
  else if (/[aeiouy].*[^us]s$/.test(word) && /[aeiouy].+s$/.test(word)) word = cut(1)

  // -ed and -ing
  const eed = /eed(?:ly)?$/.exec(word)
  const past = /(?:ed|edly|ing|ingly)$/.exec(word)
  if (eed) {
    if (isIn(first, eed[0])) word = `${cut(eed[0].length)}ee`
  } else if (past && /[aeiouy]/.test(cut(past[0].length))) {
    word = cut(past[0].length)
    if (/(?:at|bl|iz|is)$/.test(word)) word += 'e'
    else if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) word = cut(1)
    else if (endsShort(word) && first >= word.length) word += 'e'
  }
  word = word.replace(/(?<=.[^aeiouy])[yY]$/, 'i')

  const second2 = step2.find(([ending]) => word.endsWith(ending))
  if (second2) {
    if (isIn(first, second2[0])) word = cut(second2[0].length) + second2[1]
  } else if (/(?<=l)ogi$/.test(word) && isIn(first, 'ogi')) word = cut(1)
  else if (/[cdeghkmnrt]li$/.test(word) && isIn(first, 'li')) word = cut(2)

  const third = step3.find(([ending]) => word.endsWith(ending))
  if (third) {
    if (isIn(first, third[0])) word = cut(third[0].length) + third[1]
  } else if (isIn(second, 'ative')) word = cut(5)

  const fourth = step4.find((ending) => word.endsWith(ending))
  if (fourth) {
    if (isIn(second, fourth)) word = cut(fourth.length)
  } else if (/[st]ion$/.test(word) && isIn(second, 'ion')) word = cut(3)

  if (isIn(second, 'e') || (isIn(first, 'e') && !endsShort(cut(1)))) word = cut(1)
  else if (isIn(second, 'l') && word.endsWith('ll')) word = cut(1)
  return word.toLowerCase()
}
