import type { Route } from '../paths.ts'

/** What a page that is a preview knows about it, as `Astro.locals.preview`. */
export interface PreviewState {
  collection: string
  id: string
  route: Route // where the page is, or a made-up place
  otherLanguage: string // the address of the same preview in the other language
  expiresAt: string
  notes: string[] // sentences: what is not shown, and why
}
