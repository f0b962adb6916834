import type { z } from 'zod'
import { contactSchema } from 'shared/content/contact'
import { factBoxSchema } from 'shared/content/fact-box'
import { glossaryTermSchema } from 'shared/content/glossary-term'
import { mediaSchema } from 'shared/content/media'
import { menusSchema } from 'shared/content/menu'
import { newsItemSchema } from 'shared/content/news-item'
import { pageSchema } from 'shared/content/page'
import { quoteSchema } from 'shared/content/quote'
import { redirectSchema } from 'shared/content/redirect'
import type { LanguageContent } from 'shared/content/site-content'
import { siteSettingsSchema } from 'shared/content/site-settings'
import type { Language } from 'shared/languages'
import { listedMemberSchema } from 'shared/membership/member'
import { planSchema } from 'shared/membership/plan'
import { signupFormSchema } from 'shared/membership/signup-form'

/** The kinds of content of which there is one of each: the CMS's globals. */
export const globalNames = ['settings', 'menus'] as const
export type GlobalName = (typeof globalNames)[number]
export type ListName = Exclude<keyof LanguageContent, GlobalName>
export type ContentName = GlobalName | ListName

type Documents = {
  [Name in ContentName]: LanguageContent[Name] extends (infer Document)[] ? Document : LanguageContent[Name]
}
/** A document of a kind, parsed. */
export type DocumentOf<Name extends ContentName> = Documents[Name]

type Lists = { [Name in ListName]: Documents[Name][] }
/** All documents of a kind in one language. */
export const listOf = <Name extends ListName>(content: Lists, name: Name): DocumentOf<Name>[] => content[name]

/** A kind of content: what the CMS calls it, and the schema that its answers are parsed with. */
interface Kind<Name extends ContentName> {
  name: Name
  collection: string // or global
  schema: z.ZodType<DocumentOf<Name>>
  drafted: boolean // has drafts, so that only what is published may be asked for
}

/** Every kind of content that the site reads, in the order in which a problem with one is told. */
export const kinds: { [Name in ContentName]: Kind<Name> } = {
  settings: { name: 'settings', collection: 'site-settings', schema: siteSettingsSchema, drafted: false },
  menus: { name: 'menus', collection: 'menus', schema: menusSchema, drafted: false },
  pages: { name: 'pages', collection: 'pages', schema: pageSchema, drafted: true },
  news: { name: 'news', collection: 'news', schema: newsItemSchema, drafted: true },
  quotes: { name: 'quotes', collection: 'quotes', schema: quoteSchema, drafted: true },
  factBoxes: { name: 'factBoxes', collection: 'fact-boxes', schema: factBoxSchema, drafted: true },
  contacts: { name: 'contacts', collection: 'contacts', schema: contactSchema, drafted: true },
  glossaryTerms: { name: 'glossaryTerms', collection: 'glossary-terms', schema: glossaryTermSchema, drafted: true },
  media: { name: 'media', collection: 'media', schema: mediaSchema, drafted: false },
  redirects: { name: 'redirects', collection: 'redirects', schema: redirectSchema, drafted: false },
  signupForms: { name: 'signupForms', collection: 'signup-forms', schema: signupFormSchema, drafted: true },
  plans: { name: 'plans', collection: 'plans', schema: planSchema, drafted: false },
  members: { name: 'members', collection: 'members', schema: listedMemberSchema, drafted: false },
}

export const contentNames = Object.values(kinds).map(({ name }) => name)

const namesByCollection = new Map(Object.values(kinds).map(({ name, collection }) => [collection, name]))

/** The kind of content that a collection or global of the CMS holds; undefined for one the site does not read. */
export const nameOfCollection = (collection: string): ContentName | undefined => namesByCollection.get(collection)

export const isGlobal = (name: ContentName): name is GlobalName => name === 'settings' || name === 'menus'

type Changes = {
  [Name in ContentName]: { name: Name; language: Language; id: string; document: DocumentOf<Name> | null }
}

/** A document as it is now in one language; `null`: it is not published there (any more). A global's id is its collection. */
export type ContentChange<Name extends ContentName = ContentName> = Changes[Name]

/** A change of a kind that is known only by a variable. */
export const changeOf = <Name extends ContentName>(
  name: Name,
  language: Language,
  id: string,
  document: DocumentOf<Name> | null,
): ContentChange<Name> =>
  // TypeScript cannot follow that the four belong together when the name is a variable; the parameters say that they do.
  ({ name, language, id, document }) as ContentChange<Name>

/** Names a document of one language: `pages:7:sv`, or `menus:sv`. */
export const keyOfChange = ({ name, id, language }: { name: ContentName; id: string; language: Language }): string =>
  isGlobal(name) ? `${name}:${language}` : `${name}:${id}:${language}`
