import type { Language } from 'shared/languages'
import { isSearchPart } from './index-paths.ts'
import type { Searchable, SearchSentences } from './index-format.ts'
import { excerptOf, type FoundWords, markWords } from './mark-words.ts'
import { type Found, MissingFileError, openSearch } from './search-index.ts'

const pauseMilliseconds = 80 // after a keystroke; whoever types fast searches once
const quietMilliseconds = 500 // before the number is told, so that a screen reader is not interrupted by itself

/** Where a visitor searches. */
interface SearchBox {
  form: HTMLFormElement
  /** What the results come into. */
  place: HTMLElement
  language: Language
  /** Said when nothing can be fetched, as all other sentences would be. */
  failed: string
  /** How many results at first, and what follows those. */
  amount: number
  rest: 'button' | { address: (question: string) => string }
  /** The heading of the results, and of each: none where they are only a list of links. */
  heading?: HTMLElement
  /** Is told what is searched for. */
  asked?: (question: string) => void
  /** Is told when there is an answer, or nothing to answer. */
  answered?: () => void
}

/**
 * Makes a form search as the visitor types: how many there are is told, and the list follows the form in the order of
 * reading and of the Tab key.
 */
export const startSearchBox = (box: SearchBox): void => {
  const { form, place, language, failed, amount, rest, heading } = box
  const field = form.querySelector<HTMLInputElement>('input[name="q"]')
  if (!field) throw new Error('There is no field to search with.')
  const status = element('p', 'search-status')
  status.setAttribute('role', 'status')
  const list = element('ol', 'search-results')
  list.setAttribute('role', 'list') // without its numbers, Safari takes it for none
  const after = element('p', 'search-rest')
  place.append(status, list, after)

  const index = openSearch(language, fetchFile)
  let latest = ''
  let telling: ReturnType<typeof setTimeout> | undefined

  const tell = (text: string): void => {
    clearTimeout(telling)
    telling = setTimeout(() => (status.textContent = text), text ? quietMilliseconds : 0)
  }

  const items = (documents: Searchable[], sentences: SearchSentences, found: FoundWords) =>
    documents.map((each) => resultItem(each, sentences.kinds[each.kind], found, heading ? 'h3' : 'p'))

  const show = async (question: string, sentences: SearchSentences, found: Found): Promise<void> => {
    const words = { words: found.words, language }
    const first = await found.documents(0, amount)
    if (question !== latest) return // the visitor has typed on meanwhile
    list.replaceChildren(...items(first, sentences, words))
    after.replaceChildren()
    if (heading) heading.hidden = first.length === 0
    tell(saidOf(question, found, sentences, language))
    if (found.total <= amount) return
    if (rest !== 'button') {
      const link = element('a', '', said(sentences.all, question, found.total, language))
      link.setAttribute('href', rest.address(question))
      return after.replaceChildren(link)
    }
    const button = element('button', 'tool', sentences.more)
    button.setAttribute('type', 'button')
    const showMore = async (): Promise<void> => {
      const shown = list.childElementCount
      const more = await found.documents(shown, amount)
      if (question !== latest) return
      list.append(...items(more, sentences, words))
      if (list.childElementCount >= found.total) button.remove()
      list.children[shown]?.querySelector('a')?.focus() // the button may be gone, and this is what was asked for
    }
    button.addEventListener('click', () => void showMore().catch(() => tell(failed)))
    after.replaceChildren(button)
  }

  const search = async (question: string): Promise<void> => {
    latest = question
    try {
      const sentences = await index.sentences()
      if (question.length < 2) {
        if (question === latest) clear()
        return
      }
      const found = await index.find(question)
      if (question === latest) await show(question, sentences, found)
    } catch {
      if (question !== latest) return
      clear()
      tell(question ? failed : '')
      latest = '' // so that asking the same again tries again
    } finally {
      box.answered?.()
    }
  }

  const clear = (): void => {
    list.replaceChildren()
    after.replaceChildren()
    if (heading) heading.hidden = true
    tell('')
  }

  const ask = (): void => {
    clearTimeout(pause)
    const question = field.value.trim()
    if (question === latest) return
    box.asked?.(question)
    void search(question)
  }
  let pause: ReturnType<typeof setTimeout> | undefined
  field.addEventListener('input', () => {
    clearTimeout(pause)
    pause = setTimeout(ask, pauseMilliseconds)
  })
  if (rest === 'button')
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      ask()
    })
  void search(field.value.trim()) // what the address asks, or what was typed until this was loaded
}

/** The parts of an index never change; what leads to them is asked for anew, as a page may be open for long. */
const fetchFile = async (path: string): Promise<unknown> => {
  const response = await fetch(path, { cache: isSearchPart(path) ? 'default' : 'no-cache' })
  if (response.status === 404 || response.status === 410) throw new MissingFileError(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`)
  return response.json()
}

const said = (sentence: string, query: string, number: number, language: Language): string =>
  sentence.replace(/\{(query|number)\}/g, (_, name: string) =>
    name === 'query' ? query : new Intl.NumberFormat(language).format(number),
  )

const saidOf = (question: string, { total, how }: Found, sentences: SearchSentences, language: Language): string => {
  const exactly = total === 1 ? sentences.one : sentences.many
  const sentence = total === 0 ? sentences.none : how === 'exactly' ? exactly : sentences[how]
  return said(sentence, question, total, language)
}

const resultItem = (found: Searchable, kind: string, words: FoundWords, titleIn: 'h3' | 'p'): HTMLElement => {
  const link = element('a', '', ...marked(found.title, words))
  link.setAttribute('href', found.path)
  const title = element(titleIn, 'result-title', link)
  const trail = element('p', 'result-trail', [kind, found.trail].filter(Boolean).join(' · '))
  const text = element('p', '', ...marked(excerptOf(found.text, words), words))
  return element('li', 'search-result', title, trail, ...(found.text ? [text] : []))
}

const marked = (text: string, words: FoundWords): (Node | string)[] =>
  markWords(text, words).map((stretch) => (stretch.isMarked ? element('mark', '', stretch.text) : stretch.text))

const element = (name: string, className: string, ...children: (Node | string)[]): HTMLElement => {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children)
  return made
}
