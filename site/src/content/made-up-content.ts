import { type Page, pageSchema } from 'shared/content/page'
import type { LanguageContent } from 'shared/content/site-content'
import { siteSettingsSchema } from 'shared/content/site-settings'

/** Content of one language for tests: nothing but what is given. Page 1 is the start page and page 7 the news page. */
export const madeUpContent = (given: Partial<LanguageContent>): LanguageContent => ({
  settings: siteSettingsSchema.parse({ name: 'Klustret', startPage: '1', newsPage: '7' }),
  menus: { main: [], footer: [] },
  pages: [],
  news: [],
  quotes: [],
  factBoxes: [],
  contacts: [],
  glossaryTerms: [],
  media: [],
  redirects: [],
  signupForms: [],
  plans: [],
  members: [],
  ...given,
})

/** A page for tests, below `parent` or at the top. */
export const madeUpPage = (
  id: string,
  title: string,
  slug: string,
  parent: string | null = null,
  blocks: unknown[] = [],
): Page => pageSchema.parse({ id, title, slug, parent, blocks, updatedAt: '2026-11-01T00:00:00Z' })
