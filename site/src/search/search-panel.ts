import { isLanguage } from 'shared/languages'
import { startSearchBox } from './search-box.ts'

/** Makes the panel search as the visitor types. Enter, and the link below the results, lead to the search page. */
export const startSearchPanel = (panel: HTMLElement): void => {
  const form = panel.querySelector('form')
  const language = document.documentElement.lang
  if (!form || !isLanguage(language)) return
  const place = document.createElement('div')
  place.className = 'search-found'
  panel.append(place)
  startSearchBox({
    form,
    place,
    language,
    failed: panel.dataset['failed'] ?? '',
    amount: 5,
    rest: { address: (question) => `${form.action}?${new URLSearchParams({ q: question }).toString()}` },
  })
  // In a field for searching, Escape would first remove what was typed, and close nothing.
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    panel.hidePopover()
  })
  // What is found may be further down on this very page.
  place.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) panel.hidePopover()
  })
}
