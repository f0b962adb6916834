import { Idiomorph } from 'idiomorph'

/** Milliseconds between two pictures while somebody types. */
const pause = 120
const retryMilliseconds = 3000

/** Where the editor is, if this page is shown beside it or was opened from it. */
const editor: Window | null = window.parent === window ? window.opener : window.parent

const bar = (): HTMLElement | null => document.querySelector('#preview-bar')
const sentence = (name: string): string => bar()?.dataset[name] ?? ''

const tell = (text: string): void => {
  const place = document.querySelector('#preview-trouble')
  if (place && place.textContent !== text) place.textContent = text
}

const isIsland = (node: Node): node is HTMLElement => node instanceof HTMLElement && node.localName === 'astro-island'

/**
 * An island is React's: it is left alone while it is the same, and put in anew when it is not. What this script has told is its
 * own, and no answer of the server says it.
 */
const morphUnlessOurs = (old: Node, next: Node): boolean => {
  if (old instanceof Element && old.id === 'preview-trouble') return false
  if (!isIsland(old) || !isIsland(next)) return true
  if (old.getAttribute('uid') !== next.getAttribute('uid')) old.replaceWith(document.importNode(next, true))
  return false
}

/** A picture that came ends what was wrong with the one before. That a form was not sent stays true. */
const endTrouble = (): void => {
  const isAboutForm = document.querySelector('#preview-trouble')?.textContent === sentence('notSent')
  if (!isAboutForm) tell('')
}

let isFirst = true

/** Brings the part that changed into view, when it is out of it. */
const showChanged = (changes: MutationRecord[]): void => {
  const isAtHome = (node: Node) => document.querySelector('main')?.contains(node)
  const changed = changes.find(({ target }) => isAtHome(target))
  const added = changed && [...changed.addedNodes].find((node) => node instanceof Element)
  const place = added ?? (changed?.target instanceof Element ? changed.target : changed?.target.parentElement)
  if (!(place instanceof Element) || place.localName === 'main') return
  const { top, bottom } = place.getBoundingClientRect()
  if (bottom > (bar()?.offsetHeight ?? 0) && top < window.innerHeight) return
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  place.scrollIntoView({ block: 'center', behavior: isCalm ? 'instant' : 'smooth' })
}

const showPage = (html: string): void => {
  const next = new DOMParser().parseFromString(html, 'text/html')
  const observer = new MutationObserver(() => {})
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  Idiomorph.morph(document.body, next.body, {
    morphStyle: 'outerHTML',
    callbacks: { beforeNodeMorphed: morphUnlessOurs },
  })
  document.title = next.title
  endTrouble()
  if (!isFirst) showChanged(observer.takeRecords())
  observer.disconnect()
  isFirst = false
}

const noteOf = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'note' in answer && typeof answer.note === 'string'
    ? answer.note
    : sentence('away')

/** Shows an answer; false: it is worth another try. */
const showAnswer = async (response: Response): Promise<boolean> => {
  if (response.ok) showPage(await response.text())
  else if (response.status === 422) tell(noteOf(await response.json()))
  else if (response.status === 413) tell(sentence('tooLarge'))
  else if (response.status === 403 || response.status === 410) tell(sentence('expired'))
  else {
    tell(sentence('away'))
    return false
  }
  return true
}

let waiting: string | null = null // the newest draft that has not been shown
let last = ''
let isAsking = false

const askForPicture = async (): Promise<void> => {
  if (isAsking) return
  isAsking = true
  while (waiting !== null) {
    const body = waiting
    waiting = null
    const started = performance.now()
    const isSettled = await fetch(window.location.href, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
      .then(showAnswer)
      .catch(() => {
        tell(sentence('away'))
        return false
      })
    if (!isSettled) waiting ??= body // unless something newer came meanwhile
    const left = (isSettled ? pause : retryMilliseconds) - (performance.now() - started)
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
  }
  isAsking = false
}

const showSaved = async (): Promise<void> => {
  const response = await fetch(window.location.href).catch(() => null)
  if (response?.ok) showPage(await response.text())
}

/** What the editor says with every change of its form, and when it has saved. */
const hear = ({ origin, source, data }: MessageEvent<unknown>): void => {
  if (origin !== window.location.origin || source !== editor || typeof data !== 'object' || data === null) return
  const message: Record<string, unknown> = { ...data }
  const isSameDocument =
    message['collectionSlug'] === bar()?.dataset['collection'] && message['locale'] === bar()?.dataset['language']
  if (message['type'] === 'payload-live-preview' && message['data'] && isSameDocument) {
    const body = JSON.stringify({ data: message['data'] })
    if (body === last) return
    last = body
    waiting = body
    void askForPicture()
  } else if (message['type'] === 'payload-document-event' && last === '') {
    void showSaved() // this page shows the other language than the editor
  }
}

/** Nothing is sent from a preview; a search is shown on the site. */
const keepForms = (event: SubmitEvent): void => {
  const form = event.target
  if (!(form instanceof HTMLFormElement)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (form.method !== 'get') return tell(sentence('notSent'))
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') query.set(name, value)
  window.open(`${form.action}?${query}`, '_blank', 'noopener')
}

window.addEventListener('submit', keepForms, { capture: true })
if (editor) {
  document.documentElement.classList.add('is-beside-editor')
  window.addEventListener('message', hear)
  editor.postMessage({ type: 'payload-live-preview', ready: true }, window.location.origin)
}
