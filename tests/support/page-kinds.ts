import type { Language } from 'shared/languages'

/** What a page is, as far as measuring it goes. */
export interface PageKind {
  kind: string
  /** Its address in the example, in each language. */
  paths: Record<Language, string>
  /** Is it for search engines? Receipts, the search and pages for whoever has a link are not. */
  isListed: boolean
  /** Does it have the signup form, and so more of a script than other pages? */
  hasForm: boolean
}

const listed = (kind: string, sv: string, en: string): PageKind => ({
  kind,
  paths: { sv: `/sv/${sv}`, en: `/en/${en}` },
  isListed: true,
  hasForm: false,
})
const unlisted = (kind: string, sv: string, en: string): PageKind => ({ ...listed(kind, sv, en), isListed: false })

/** A page of every kind that the example organisation has. */
export const pageKinds: PageKind[] = [
  listed('start', '', ''),
  listed('page', 'vad-ar-ett-kluster/', 'what-is-a-business-cluster/'),
  listed('long page', 'om-oss/sa-arbetar-vi/', 'about-us/how-we-work/'),
  listed('glossary', 'vad-ar-ett-kluster/ordlista/', 'what-is-a-business-cluster/glossary/'),
  listed('members', 'vara-medlemmar/', 'our-members/'),
  listed('member', 'vara-medlemmar/kvarnsele-tra-ab/', 'our-members/kvarnsele-tra-ab/'),
  listed('news', 'nyheter/', 'news/'),
  listed('news item', 'nyheter/barken-som-blev-lim/', 'news/how-bark-became-glue/'),
  listed('contact', 'kontakt/', 'contact/'),
  listed('privacy', 'integritet/', 'privacy/'),
  listed('accessibility statement', 'tillganglighet/', 'accessibility/'),
  { ...listed('signup form', 'bli-medlem/', 'become-a-member/'), hasForm: true },
  unlisted('receipt', 'bli-medlem/tack/?reference=KW-7F3K-92QD', 'become-a-member/thanks/?reference=KW-7F3K-92QD'),
  unlisted('confirm', 'bekrafta/', 'confirm/'),
  unlisted('confirm, bad link', 'bekrafta/?token=KW-7F3K-92QD.0.abc', 'confirm/?token=KW-7F3K-92QD.0.abc'),
  unlisted('own data', 'min-ansokan/', 'my-application/'),
  unlisted('search', 'sok/?q=medlem', 'search/?q=member'),
  unlisted('not found', 'finns-inte/', 'not-there/'),
]
