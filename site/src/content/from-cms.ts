import { z } from 'zod'
import { type Language, languages } from 'shared/languages'
import { type BehindText, behindTextSchema } from 'shared/publishing/behind-text'
import type { ReleaseProblem } from 'shared/publishing/release-report'
import { type CmsAccess, readCmsAccess } from '../env.ts'
import {
  changeOf,
  type ContentChange,
  type ContentName,
  contentNames,
  isGlobal,
  kinds,
  nameOfCollection,
} from './kinds.ts'
import { createSite, noContent, type Site } from './site.ts'

const documentsPerAnswer = 100
const answerTimeoutMilliseconds = 30_000
const developmentMemorySeconds = 2

/** The CMS did not give what was asked for, so the content is not known. `problems` says it to an editor. */
export class ContentError extends Error {
  readonly problems: ReleaseProblem[]
  readonly status: number | undefined // that the CMS answered with
  constructor(message: string, problems: ReleaseProblem[], options?: ErrorOptions & { status?: number }) {
    super(message, options)
    this.problems = problems
    this.status = options?.status
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
  const { status } = response
  throw new ContentError(`The CMS answered ${status} for ${url}. ${remedy}`, [cmsProblem()], { status })
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

/** The documents of a collection, answer by answer; their number must be the one that the CMS counted. */
async function* documentsOf(source: Source, collection: string, query: string): AsyncGenerator<unknown[]> {
  let count = 0
  let counted: number | undefined
  for (let page = 1; ; page += 1) {
    const path = `/api/${collection}?${query}&depth=0&limit=${documentsPerAnswer}&page=${page}&sort=id`
    const answer = answerSchema.safeParse(await askCmsForJson(source, path))
    if (!answer.success) {
      throw new ContentError(
        `The CMS answered ${path} in a form that is not a list of documents. Nothing was built and the live site is unchanged.`,
        [cmsProblem()],
      )
    }
    const { docs, totalDocs, hasNextPage } = answer.data
    count += docs.length
    counted ??= totalDocs
    // Where one goes from an answer already read, the next begins one too far on, and the sum is right all the same.
    if (counted === totalDocs) {
      yield docs
      if (hasNextPage) continue
      if (count === totalDocs) return
    }
    throw new ContentError(
      `The CMS counted ${totalDocs} documents in ${collection} but gave ${count}, so some changed ` +
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

/** The part of a question that keeps drafts out; the key itself is shown none either. */
const published = 'where[_status][equals]=published'

const statusOf = z
  .object({ _status: z.string().nullish() })
  .catch({})
  .transform(({ _status }) => _status)

/** A plan has no drafts; it is there in a language as soon as it has a name in it. */
const isThere = (name: ContentName, raw: unknown): boolean => name !== 'plans' || Boolean(nameOf.parse(raw))

/** A document of the CMS as the site uses it, or what is wrong with it. */
export const parseDocument = <Name extends ContentName>(
  name: Name,
  language: Language,
  raw: unknown,
): { change: ContentChange<Name> } | { problem: ReleaseProblem } => {
  const { schema, collection } = kinds[name]
  const parsed = schema.safeParse(raw)
  const id = isGlobal(name) ? collection : idOf.parse(raw)
  return parsed.success
    ? { change: changeOf(name, language, id, parsed.data) }
    : { problem: invalidDocument(raw, collection, language, parsed.error) }
}

const draftInside = (raw: unknown, name: ContentName, language: Language): ReleaseProblem => ({
  collection: kinds[name].collection,
  id: idOf.parse(raw),
  title: nameOf.parse(raw) ?? idOf.parse(raw),
  language,
  code: 'publishing.problem.draft-inside',
})

/** What the CMS says of some documents: those that can be used, and what is wrong with the others. */
export interface ReadDocuments {
  changes: ContentChange[]
  problems: ReleaseProblem[]
}

const readDocuments = (name: ContentName, language: Language, raws: unknown[]): ReadDocuments => {
  const changes: ContentChange[] = []
  const problems: ReleaseProblem[] = []
  for (const raw of raws) {
    if (!isThere(name, raw)) continue
    if (kinds[name].drafted && statusOf.parse(raw) === 'draft') {
      problems.push(draftInside(raw, name, language)) // only if the CMS's own rules were broken
      continue
    }
    const read = parseDocument(name, language, raw)
    if ('change' in read) changes.push(read.change)
    else problems.push(read.problem)
  }
  return { changes, problems }
}

const fetchGlobal = async (source: Source, name: ContentName, language: Language): Promise<ReadDocuments> => {
  const raw = await askCmsForJson(source, `/api/globals/${kinds[name].collection}?locale=${language}&depth=0`)
  const read = parseDocument(name, language, raw)
  return 'change' in read
    ? { changes: [read.change], problems: [] }
    : { changes: [], problems: [{ ...read.problem, title: kinds[name].collection }] }
}

/**
 * Everything that is public, kind by kind and language by language, so that not all of it need be held twice. A document
 * that does not have the shape it should is told as a problem; anything else that goes wrong throws `ContentError`.
 */
export async function* fetchEverything(
  source: Source,
): AsyncGenerator<ReadDocuments & { name: ContentName; language: Language }> {
  for (const name of contentNames) {
    for (const language of languages) {
      if (isGlobal(name)) {
        yield { name, language, ...(await fetchGlobal(source, name, language)) }
        continue
      }
      const { collection, drafted } = kinds[name]
      const query = [`locale=${language}`, ...(drafted ? [published] : [])].join('&')
      const read: ReadDocuments = { changes: [], problems: [] }
      for await (const raws of documentsOf(source, collection, query)) {
        const { changes, problems } = readDocuments(name, language, raws)
        read.changes.push(...changes)
        read.problems.push(...problems)
      }
      yield { name, language, ...read }
    }
  }
}

/** A document of the CMS, in no particular language. A global's id is its collection's name. */
export interface DocumentName {
  collection: string
  id: string
}

/**
 * These documents as they are now, in every language; one that is not published (any more) is a change to `null`.
 * Collections that the site does not read are left out.
 */
export const fetchDocuments = async (source: Source, documents: DocumentName[]): Promise<ReadDocuments> => {
  const read: ReadDocuments = { changes: [], problems: [] }
  const byCollection = Map.groupBy(documents, ({ collection }) => collection)
  const questions = [...byCollection].flatMap(([collection, named]) => {
    const name = nameOfCollection(collection)
    if (name === undefined) return []
    const ids = [...new Set(named.map(({ id }) => id))]
    const parts = Array.from({ length: Math.ceil(ids.length / documentsPerAnswer) }, (_, place) =>
      ids.slice(place * documentsPerAnswer, (place + 1) * documentsPerAnswer),
    )
    return languages.flatMap((language) => parts.map((part) => ({ name, language, ids: part })))
  })
  const answers = await Promise.all(
    questions.map(async ({ name, language, ids }): Promise<ReadDocuments> => {
      if (isGlobal(name)) return fetchGlobal(source, name, language)
      const { collection, drafted } = kinds[name]
      const wanted = `where[id][in]=${ids.map(encodeURIComponent).join(',')}`
      const query = [`locale=${language}`, wanted, ...(drafted ? [published] : [])].join('&')
      const raws: unknown[] = []
      for await (const part of documentsOf(source, collection, query)) raws.push(...part)
      const { changes, problems } = readDocuments(name, language, raws)
      const there = new Set([...changes.map(({ id }) => id), ...problems.map(({ id }) => id)])
      const gone = ids.filter((id) => !there.has(id)).map((id) => changeOf(name, language, id, null))
      return { changes: [...changes, ...gone], problems }
    }),
  )
  for (const { changes, problems } of answers) {
    read.changes.push(...changes)
    read.problems.push(...problems)
  }
  return read
}

/** The documents whose text in one language was left behind by a change in the other. Throws `ContentError`. */
export const fetchBehind = async (source: Source): Promise<BehindText[]> =>
  z.array(behindTextSchema).parse(await askCmsForJson(source, '/api/publishing/behind'))

/** The bytes of a stored file, by its name. Throws `ContentError`. */
export const fetchMedia = async (source: Source, filename: string): Promise<Buffer> => {
  const response = await askCms(source, `/api/media/file/${encodeURIComponent(filename)}`)
  try {
    return Buffer.from(await response.arrayBuffer())
  } catch (cause) {
    throw new ContentError(`The CMS broke off while it sent the file ${filename}.`, [cmsProblem()], { cause })
  }
}

let remembered: { fetchedAt: number; site: Promise<Site> } | undefined

/**
 * The content for `astro build` and `astro dev`, by the settings CMS_URL and SITE_KEY. A build fetches it once; while
 * developing it is fetched anew after a moment, so that a reload shows what was published. A document with the wrong shape
 * fails the build.
 */
export const siteFromCms = (): Promise<Site> => {
  const isOld = import.meta.env?.DEV && Date.now() - (remembered?.fetchedAt ?? 0) > developmentMemorySeconds * 1000
  if (!remembered || isOld) remembered = { fetchedAt: Date.now(), site: fetchFaultlessSite() }
  return remembered.site
}

const fetchFaultlessSite = async (): Promise<Site> => {
  const site = createSite(noContent())
  for await (const { changes, problems } of fetchEverything(readCmsAccess(process.env))) {
    const [first] = problems
    if (first) {
      throw new ContentError(
        `"${first.title}" (${first.collection} ${first.id}, ${first.language}) is not as it should be in the field ` +
          `"${first.values?.['field']}", so nothing was built. Mend it in the admin and build again.`,
        problems,
      )
    }
    site.change(changes)
  }
  return site
}
