import { isLanguage } from 'shared/languages'
import { startSearchBox } from './search-box.ts'

/** Makes the search page search: at once when the address has a question, and then as the visitor types. */
const startSearchPage = (page: HTMLElement): void => {
  const form = page.querySelector('form')
  const field = page.querySelector<HTMLInputElement>('input[name="q"]')
  const place = page.querySelector<HTMLElement>('.search-found')
  const heading = page.querySelector('h2')
  const language = document.documentElement.lang
  if (!form || !field || !place || !heading || !isLanguage(language)) return
  field.value = new URLSearchParams(location.search).get('q') ?? ''
  startSearchBox({
    form,
    place,
    heading,
    language,
    failed: page.dataset['failed'] ?? '',
    amount: 10,
    rest: 'button',
    answered: () => document.documentElement.classList.add('has-searched'),
    asked: (question) => {
      const address = new URL(location.href)
      address.searchParams.set('q', question)
      history.replaceState(null, '', question ? address : location.pathname)
    },
  })
}

const page = document.querySelector<HTMLElement>('[data-search-page]')
if (page) startSearchPage(page)
