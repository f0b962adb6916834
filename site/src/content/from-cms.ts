import { z } from 'zod'
import { contactSchema } from 'shared/content/contact'
import { factBoxSchema } from 'shared/content/fact-box'
import { glossaryTermSchema } from 'shared/content/glossary-term'
import { mediaSchema } from 'shared/content/media'
import { menusSchema } from 'shared/content/menu'
import { newsItemSchema } from 'shared/content/news-item'
import { pageSchema } from 'shared/content/page'
import { quoteSchema } from 'shared/content/quote'
import { redirectSchema } from 'shared/content/redirect'
import type { LanguageContent, SiteContent } from 'shared/content/site-content'
import { siteSettingsSchema } from 'shared/content/site-settings'
import { type Language, languages } from 'shared/languages'
import { listedMemberSchema } from 'shared/membership/member'
import { planSchema } from 'shared/membership/plan'
import { signupFormSchema } from 'shared/membership/signup-form'
import type { ReleaseProblem } from 'shared/publishing/release-report'
import { type CmsAccess, readCmsAccess } from '../env.ts'

const documentsPerAnswer = 100
const answerTimeoutMilliseconds = 30_000
const developmentMemorySeconds = 2

/** What is published, and the documents that had to be set aside because they do not have the shape they should. */
export interface FetchedContent {
  content: SiteContent
  problems: ReleaseProblem[]
}

/** The CMS did not give what was asked for, so the content is not known. `problems` says it to an editor. */
export class ContentError extends Error {
  readonly problems: ReleaseProblem[]
  constructor(message: string, problems: ReleaseProblem[], options?: ErrorOptions) {
    super(message, options)
    this.problems = problems
  }
}

interface Source extends CmsAccess {
  signal?: AbortSignal | undefined
}

const cmsProblem = (): ReleaseProblem => ({
  collection: 'site',
  id: '',
  title: '',
  code: 'publishing.problem.content-unreachable',
})

const askCms = async ({ cmsUrl, siteKey, signal }: Source, path: string): Promise<Response> => {
  const url = `${cmsUrl}${path}`
  const remedy =
    'Nothing was built and the live site is unchanged. Check that the CMS runs and that CMS_URL points to it.'
  const timeout = AbortSignal.timeout(answerTimeoutMilliseconds)
  let response: Response
  try {
    response = await fetch(url, {
      headers: { authorization: `Site-Key ${siteKey}` },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      redirect: 'error',
    })
  } catch (cause) {
    throw new ContentError(`The CMS did not answer at ${url}. ${remedy}`, [cmsProblem()], { cause })
  }
  if (response.ok) return response
  await response.body?.cancel()
  throw new ContentError(`The CMS answered ${response.status} for ${url}. ${remedy}`, [cmsProblem()])
}

const askCmsForJson = async (source: Source, path: string): Promise<unknown> => {
  const response = await askCms(source, path)
  try {
    return await response.json()
  } catch (cause) {
    throw new ContentError(
      `The CMS answered ${path} with something else than JSON, or broke off. Nothing was built and the live site is unchanged.`,
      [cmsProblem()],
      { cause },
    )
  }
}

const answerSchema = z.object({
  docs: z.array(z.unknown()),
  totalDocs: z.number().int().nonnegative(),
  hasNextPage: z.boolean(),
})

/** Every document of a collection, answer by answer; their number must be the one that the CMS counted. */
const fetchDocuments = async (source: Source, collection: string, query: string): Promise<unknown[]> => {
  const documents: unknown[] = []
  for (let page = 1; ; page += 1) {
    const path = `/api/${collection}?${query}&depth=0&limit=${documentsPerAnswer}&page=${page}&sort=id`
    const answer = answerSchema.safeParse(await askCmsForJson(source, path))
    if (!answer.success) {
      throw new ContentError(
        `The CMS answered ${path} in a form that is not a list of documents. Nothing was built and the live site is unchanged.`,
        [cmsProblem()],
      )
    }
    documents.push(...answer.data.docs)
    if (answer.data.hasNextPage) continue
    if (documents.length === answer.data.totalDocs) return documents
    throw new ContentError(
      `The CMS counted ${answer.data.totalDocs} documents in ${collection} but gave ${documents.length}, so some changed ` +
        'meanwhile. Nothing was built and the live site is unchanged; the next try fetches them anew.',
      [cmsProblem()],
    )
  }
}

const nameOf = z
  .object({ title: z.string(), name: z.string(), term: z.string(), organisationName: z.string(), filename: z.string() })
  .partial()
  .catch({})
  .transform(
    ({ title, name, term, organisationName, filename }) => title ?? name ?? term ?? organisationName ?? filename,
  )
const idOf = z
  .object({ id: z.union([z.string(), z.number()]).transform(String) })
  .catch({ id: '' })
  .transform(({ id }) => id)

const invalidDocument = (
  document: unknown,
  collection: string,
  language: Language,
  error: z.ZodError,
): ReleaseProblem => ({
  collection,
  id: idOf.parse(document),
  title: nameOf.parse(document) ?? idOf.parse(document),
  language,
  code: 'publishing.problem.invalid',
  values: { field: error.issues[0]?.path.join('.') ?? '' },
})

interface LanguageSource extends Source {
  language: Language
  problems: ReleaseProblem[]
}

const published = 'where[_status][equals]=published'

const fetchCollection = async <Schema extends z.ZodType>(
  source: LanguageSource,
  collection: string,
  schema: Schema,
  { where, isThere }: { where?: string; isThere?: (document: unknown) => boolean } = {},
): Promise<z.infer<Schema>[]> => {
  const { language, problems } = source
  const query = [`locale=${language}`, where].filter(Boolean).join('&')
  const documents = await fetchDocuments(source, collection, query)
  return documents.filter(isThere ?? (() => true)).flatMap((document) => {
    const parsed = schema.safeParse(document)
    if (parsed.success) return [parsed.data]
    problems.push(invalidDocument(document, collection, language, parsed.error))
    return []
  })
}

/** A global has nothing to be set aside for: without it there is no site. */
const fetchGlobal = async <Schema extends z.ZodType>(
  source: LanguageSource,
  global: string,
  schema: Schema,
): Promise<z.infer<Schema>> => {
  const { language } = source
  const document = await askCmsForJson(source, `/api/globals/${global}?locale=${language}&depth=0`)
  const parsed = schema.safeParse(document)
  if (parsed.success) return parsed.data
  const problem = { ...invalidDocument(document, global, language, parsed.error), title: global }
  throw new ContentError(
    `The global "${global}" is not complete in the language "${language}": the field "${problem.values?.['field']}" is ` +
      'missing or wrong. Nothing was built and the live site is unchanged. Fill it in in the admin.',
    [problem],
  )
}

/** A plan has no drafts; it is there in a language as soon as it has a name in it. */
const hasName = (document: unknown): boolean => Boolean(nameOf.parse(document))

const fetchLanguage = async (source: LanguageSource): Promise<LanguageContent> => {
  const drafted = { where: published }
  const [
    settings,
    menus,
    pages,
    news,
    quotes,
    factBoxes,
    contacts,
    glossaryTerms,
    media,
    redirects,
    forms,
    plans,
    members,
  ] = await Promise.all([
    fetchGlobal(source, 'site-settings', siteSettingsSchema),
    fetchGlobal(source, 'menus', menusSchema),
    fetchCollection(source, 'pages', pageSchema, drafted),
    fetchCollection(source, 'news', newsItemSchema, drafted),
    fetchCollection(source, 'quotes', quoteSchema, drafted),
    fetchCollection(source, 'fact-boxes', factBoxSchema, drafted),
    fetchCollection(source, 'contacts', contactSchema, drafted),
    fetchCollection(source, 'glossary-terms', glossaryTermSchema, drafted),
    fetchCollection(source, 'media', mediaSchema),
    fetchCollection(source, 'redirects', redirectSchema),
    fetchCollection(source, 'signup-forms', signupFormSchema, drafted),
    fetchCollection(source, 'plans', planSchema, { isThere: hasName }),
    fetchCollection(source, 'members', listedMemberSchema),
  ])
  return {
    settings,
    menus,
    pages,
    news,
    quotes,
    factBoxes,
    contacts,
    glossaryTerms,
    media,
    redirects,
    signupForms: forms,
    plans,
    members,
  }
}

/**
 * Fetches everything that is public, in every language. A document that does not have the shape it should is left out and
 * reported; anything else that goes wrong throws `ContentError`.
 */
export const fetchContent = async (source: Source): Promise<FetchedContent> => {
  const problems: ReleaseProblem[] = []
  const fetched = await Promise.all(
    languages.map(async (language) => [language, await fetchLanguage({ ...source, language, problems })] as const),
  )
  return { content: Object.fromEntries(fetched) as SiteContent, problems }
}

/** The bytes of a stored file, by its name. Throws `ContentError`. */
export const fetchMedia = async (source: Source, filename: string): Promise<Buffer> => {
  const response = await askCms(source, `/api/media/file/${encodeURIComponent(filename)}`)
  try {
    return Buffer.from(await response.arrayBuffer())
  } catch (cause) {
    throw new ContentError(`The CMS broke off while it sent the file ${filename}.`, [cmsProblem()], { cause })
  }
}

let remembered: { fetchedAt: number; content: Promise<SiteContent> } | undefined

/**
 * The content for `astro build` and `astro dev`, by the settings CMS_URL and SITE_KEY. A build fetches it once; while
 * developing it is fetched anew after a moment, so that a reload shows what was published. A document with the wrong shape
 * fails the build.
 */
export const contentFromCms = (): Promise<SiteContent> => {
  const isOld = import.meta.env.DEV && Date.now() - (remembered?.fetchedAt ?? 0) > developmentMemorySeconds * 1000
  if (!remembered || isOld) remembered = { fetchedAt: Date.now(), content: fetchFaultlessContent() }
  return remembered.content
}

const fetchFaultlessContent = async (): Promise<SiteContent> => {
  const { content, problems } = await fetchContent(readCmsAccess(process.env))
  const [first] = problems
  if (!first) return content
  throw new ContentError(
    `"${first.title}" (${first.collection} ${first.id}, ${first.language}) is not as it should be in the field ` +
      `"${first.values?.['field']}", so nothing was built. Mend it in the admin and build again.`,
    problems,
  )
}
