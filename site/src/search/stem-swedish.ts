const vowel = /[aeiouyåäö]/

/** Endings that say nothing about what a word is about, the longest first. */
const endings = [
  'heterna', 'hetens', 'anden', 'andes', 'andet', 'arens', 'arnas', 'ernas', 'heten', 'heter', 'ornas', 'ades', 'ande',
  'aren', 'arna', 'arne', 'aste', 'enas', 'erna', 'erns', 'orna', 'ade', 'are', 'ast', 'ena', 'ens', 'ern', 'het', 'ad',
  'ar', 'as', 'at', 'en', 'er', 'es', 'et', 'or', 'a', 'e',
] // prettier-ignore

/** Where `et` belongs to the word: kvalitet, paket, staket. */
const etBelongs = /(?:h|u|fab|cit|dit|alit|ilit|mit|nit|pit|rit|sit|tit|ivit|kvit|xit|kom|rak|pak|stak)et$/

/** Words that change when they are inflected. */
const changed: Record<string, string> = {
  anmälan: 'anmälning',
  ansökan: 'ansökning',
  böcker: 'bok',
  bönder: 'bonde',
  bröder: 'broder',
  döttrar: 'dotter',
  fötter: 'fot',
  händer: 'hand',
  länder: 'land',
  män: 'man',
  männen: 'man',
  nätter: 'natt',
  rötter: 'rot',
  städer: 'stad',
  stränder: 'strand',
  söner: 'son',
  tänder: 'tand',
}

/**
 * What the forms of a Swedish word have in common, after the Snowball stemmer. It goes further than that one where the
 * forms of everyday words would part: klustret and kluster, områdena and område, medlemmar and medlem, digitalt and digital.
 * @param word in small letters
 * @example stemSwedish('företagarna') // 'företag'
 */
export const stemSwedish = (word: string): string => {
  const singular = changed[word] ?? changed[word.replace(/(?:na|s|nas)$/, '')]
  if (singular) return stemSwedish(singular)
  const first = /[aeiouyåäö][^aeiouyåäö]/.exec(word)
  const start = Math.max(3, first ? first.index + 2 : word.length) // endings are looked for from here on
  const cut = (text: string, ending: string) =>
    text.length - ending.length >= start ? text.slice(0, -ending.length) : text

  let stem = /[bcdfghjklmnoprtvy]s$/.test(word) ? cut(word, 's') : word
  const ending = endings.find((each) => stem.endsWith(each) && stem.length - each.length >= start)
  if (/[^b]bar$/.test(stem)) return stem // hållbar is no plural
  if (ending && !(ending === 'et' && etBelongs.test(stem))) stem = cut(stem, ending)
  else if (/(?:stri|gi|omi|emi|afi|ori|eri|ati)n$/.test(stem)) stem = cut(stem, 'n')
  else if (/(?:al|ell|iv|bar|sam|lös)t$/.test(stem)) stem = cut(stem, 't')
  else if (stem.endsWith('eln')) stem = cut(stem, 'n')
  if (/(?:dd|gd|nn|dt|gt|kt|tt)$/.test(stem)) stem = cut(stem, 't')
  const quality = ['lig', 'els', 'ig'].find((each) => stem.endsWith(each))
  if (quality) stem = cut(stem, quality)
  return stem
    .replace(/([bdfgkpst])el$/, (all, letter: string) => (stem.length > 4 ? `${letter}l` : all))
    .replace(/([bdfgkmpst])r$/, (all, letter: string) => (stem.length > 4 && vowel.test(stem) ? letter : all))
    .replace(/([bdfglmnprt])\1$/, '$1')
}
