import MiniSearch, { type SearchResult } from 'minisearch'
import { excerptOf, markWords } from './mark-words.ts'
import { type Searchable, searchOptions } from './search-options.ts'

const pauseMilliseconds = 250
const mostResults = 50

type Found = SearchResult & Searchable

/** Makes the search page search: at once when the address has a question, and then as the visitor types. */
const startSearch = (page: HTMLElement): void => {
  const form = requireElement(page, 'form', HTMLFormElement)
  const field = requireElement(page, 'input[name="q"]', HTMLInputElement)
  const status = requireElement(page, '[role="status"]', HTMLElement)
  const list = requireElement(page, '.search-results', HTMLElement)
  const heading = requireElement(page, 'h2', HTMLElement)
  const sentence = (name: string, values: Record<string, string> = {}): string =>
    (page.getAttribute(`data-${name}`) ?? '').replace(/\{(\w+)\}/g, (_, value: string) => values[value] ?? '')

  let index: Promise<MiniSearch<Searchable & { words: string }>> | undefined
  let latest = ''

  const show = (found: readonly Found[], said: string): void => {
    list.replaceChildren(...found.slice(0, mostResults).map((each) => resultItem(each, sentence(`kind-${each.kind}`))))
    heading.hidden = found.length === 0
    status.textContent = said
  }

  const search = async (question: string): Promise<void> => {
    latest = question
    if (!question) return show([], '')
    try {
      index ??= fetchIndex(page.getAttribute('data-index') ?? '')
      const found = (await index).search(question) as Found[]
      if (question !== latest) return // the visitor has typed on meanwhile
      const amount = found.length === 0 ? 'none' : found.length === 1 ? 'one' : 'many'
      show(found, sentence(amount, { query: question, number: String(found.length) }))
    } catch {
      index = undefined // the next try fetches anew
      show([], sentence('failed'))
    }
  }

  const ask = (): void => {
    const question = field.value.trim()
    const address = new URL(location.href)
    address.searchParams.set('q', question)
    history.replaceState(null, '', question ? address : location.pathname)
    void search(question)
  }

  let pause: ReturnType<typeof setTimeout> | undefined
  field.addEventListener('input', () => {
    clearTimeout(pause)
    pause = setTimeout(ask, pauseMilliseconds)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(pause)
    ask()
  })

  field.value = new URLSearchParams(location.search).get('q') ?? ''
  void search(field.value.trim())
}

const fetchIndex = async (address: string): Promise<MiniSearch<Searchable & { words: string }>> => {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`The search index answered ${response.status}.`)
  return MiniSearch.loadJSONAsync(await response.text(), searchOptions)
}

const resultItem = (found: Found, kind: string): HTMLElement => {
  const link = element('a', '', ...marked(found.title, found.terms))
  link.setAttribute('href', found.path)
  const title = element('h3', '', link)
  const trail = element('p', 'result-trail', `${kind} · ${found.trail}`)
  const text = element('p', '', ...marked(excerptOf(found.text, found.terms), found.terms))
  return element('li', 'search-result', title, trail, ...(found.text ? [text] : []))
}

const marked = (text: string, words: readonly string[]): (Node | string)[] =>
  markWords(text, words).map((stretch) => (stretch.isMarked ? element('mark', '', stretch.text) : stretch.text))

const element = (name: string, className: string, ...children: (Node | string)[]): HTMLElement => {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children)
  return made
}

const requireElement = <Kind extends Element>(page: Element, selector: string, kind: new () => Kind): Kind => {
  const found = page.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`The search page has no ${selector}.`)
  return found
}

const page = document.querySelector<HTMLElement>('[data-search-page]')
if (page) startSearch(page)
