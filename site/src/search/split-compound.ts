const vowel = /[aeiouyåäö]/
const leastHead = 3
const leastTail = 4

/** Words of three letters that end many compounds: klimatmål, järnväg, styrelseråd. */
const shortTails = new Set(['båt', 'bil', 'dag', 'hus', 'lag', 'lån', 'län', 'mål', 'råd', 'tåg', 'väg'])

/** What a Swedish word begins with. */
const beginning =
  /^(?:(?:b[jlr]|d[jrv]|f[jlnr]|g[jlnr]|hj|k[jlnrv]|lj|m[jn]|nj|p[jlrs]|s[cjklmnptv]|sk[jrv]|sp[jlr]|st[jr]|t[jrv]|vr|ch|ph|th|sch)|[^aeiouyåäö])?[aeiouyåäö]/

/** No Swedish word ends so: a compound is not divided after it. */
const noEnd = /[bdfgkpstv][jlmnrv]$|[^aeiouyåäö]{4}$|[jhq]$/

/** What makes words out of others and is none itself. */
const noWord =
  /^(?:[aeiou]?tion|sion|[ae]nde|else|ning|ling|skap|aktig|mässig|artad|isk|iser|ering|eras|erad|lighet|ighet|barhet)/

/** A compound divided in two. */
export interface Division {
  head: string
  tail: string
  /** Nothing but two words can sound so: the first one ends in an `s` that joins, or no word begins as the rest otherwise would. */
  isPlain: boolean
}

/**
 * Every way to divide a Swedish word in two that could be words by their sounds.
 * @param word in small letters
 * @example divisionsOf('testbädd') // [{ head: 'test', tail: 'bädd', isPlain: true }]
 */
export const divisionsOf = (word: string): Division[] => {
  const divisions: Division[] = []
  for (let at = leastHead; at <= word.length - leastHead; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    if (tail.length < leastTail ? !shortTails.has(tail) : !beginning.test(tail) || noWord.test(tail)) continue
    if (!vowel.test(head) || noEnd.test(head)) continue
    divisions.push({ head, tail, isPlain: isJoined(head, tail) })
  }
  return divisions
}

const isJoined = (head: string, tail: string): boolean => {
  if (/[^aeiouyåäös]s$/.test(head) && !/^[ptk]/.test(tail)) return true
  const last = head.at(-1) ?? ''
  return !vowel.test(last) && !vowel.test(tail.charAt(0)) && !beginning.test(last + tail) && last !== tail.charAt(0)
}
