import type { Language } from '../languages.ts'
import type { ListedMember } from '../membership/member.ts'
import type { Plan } from '../membership/plan.ts'
import type { SignupForm } from '../membership/signup-form.ts'
import type { Contact } from './contact.ts'
import type { FactBox } from './fact-box.ts'
import type { GlossaryTerm } from './glossary-term.ts'
import type { Media } from './media.ts'
import type { Menus } from './menu.ts'
import type { NewsItem } from './news-item.ts'
import type { Page } from './page.ts'
import type { Quote } from './quote.ts'
import type { Redirect } from './redirect.ts'
import type { SiteSettings } from './site-settings.ts'

/** Everything published in one language, as plain data: parsed, and related by id only. */
export interface LanguageContent {
  settings: SiteSettings
  menus: Menus
  pages: Page[]
  news: NewsItem[]
  quotes: Quote[]
  factBoxes: FactBox[]
  contacts: Contact[]
  glossaryTerms: GlossaryTerm[]
  media: Media[]
  redirects: Redirect[]
  signupForms: SignupForm[]
  plans: Plan[]
  members: ListedMember[]
}

/** Everything that is public, in every language. */
export type SiteContent = Record<Language, LanguageContent>
