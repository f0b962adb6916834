import type { Payload } from 'payload'
import { pagePath } from 'shared/content/page-path'
import { type Language, languages } from 'shared/languages'

const deepestTree = 20

interface PageRow {
  slug?: string | null
  parent?: unknown
}

/** The slugs from the root down to a page, in one language; undefined when the page or one above it is not published there. */
const slugsOfPage = async (payload: Payload, id: string, language: Language): Promise<string[] | undefined> => {
  const { startPage } = await payload.findGlobal({ slug: 'site-settings', depth: 0 })
  const slugs: string[] = []
  let next: string | undefined = id
  for (let level = 0; next !== undefined; level += 1) {
    if (level > deepestTree) return undefined
    if (String(startPage ?? '') === next) return slugs
    const found: { docs: PageRow[] } = await payload.find({
      collection: 'pages',
      locale: language,
      depth: 0,
      limit: 1,
      where: { and: [{ id: { equals: next } }, { _status: { equals: 'published' } }] },
      select: { slug: true, parent: true },
    })
    const page = found.docs[0]
    if (!page?.slug) return undefined
    slugs.unshift(page.slug)
    next = page.parent === null || page.parent === undefined ? undefined : String(page.parent)
  }
  return slugs
}

const slugsOfNews = async (payload: Payload, id: string, language: Language): Promise<string[] | undefined> => {
  const { newsPage } = await payload.findGlobal({ slug: 'site-settings', depth: 0 })
  if (!newsPage) return undefined
  const above = await slugsOfPage(payload, String(newsPage), language)
  const { docs }: { docs: { slug?: string | null }[] } = await payload.find({
    collection: 'news',
    locale: language,
    depth: 0,
    limit: 1,
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    select: { slug: true },
  })
  const slug = docs[0]?.slug
  return above && slug ? [...above, slug] : undefined
}

/** Where visitors find a document, in each language it is published in; nothing for one without an address of its own. */
export const addressesOf = async (
  payload: Payload,
  collection: string,
  id: string,
  siteUrl: string,
): Promise<Partial<Record<Language, string>>> => {
  const slugsOf = { pages: slugsOfPage, news: slugsOfNews }[collection]
  if (!slugsOf) return {}
  const addresses: Partial<Record<Language, string>> = {}
  for (const language of languages) {
    const slugs = await slugsOf(payload, id, language)
    if (slugs) addresses[language] = siteUrl + pagePath(language, slugs)
  }
  return addresses
}
