import type { Language } from 'shared/languages'
import { translateTo } from 'shared/translations/translate'
import type { SearchSentences } from './index-format.ts'

/** What the browser says about a search in one language; it comes with the index, so that no page bears it. */
export const searchSentencesIn = (language: Language): SearchSentences => {
  const t = translateTo(language)
  return {
    none: t('search.results.none'),
    one: t('search.results.one'),
    many: t('search.results.many'),
    similar: t('search.results.similar'),
    some: t('search.results.some'),
    more: t('search.results.more'),
    all: t('search.results.all'),
    kinds: {
      page: t('search.kind.page'),
      news: t('search.kind.news'),
      term: t('search.kind.term'),
      member: t('search.kind.member'),
    },
  }
}
