import type { Language } from 'shared/languages'
import { z } from 'zod'
import type { CmsAccess } from '../env.ts'

const answerTimeoutMilliseconds = 4000
const rememberedMilliseconds = 5000
const mostRemembered = 500

/** Names a document. */
export interface DocumentName {
  collection: string
  id: string
}

/** A document in its latest draft; null: it is gone. */
export interface FetchedDraft extends DocumentName {
  document: Record<string, unknown> | null
}

/** Gets latest drafts from the CMS, as far as the preview's token allows. Throws when the CMS does not answer. */
export type FetchDrafts = (token: string, language: Language, documents: DocumentName[]) => Promise<FetchedDraft[]>

const answerSchema = z.object({
  documents: z.array(
    z.object({ collection: z.string(), id: z.string(), document: z.record(z.string(), z.unknown()).nullable() }),
  ),
})

export const createFetchDrafts =
  ({ cmsUrl, siteKey }: CmsAccess): FetchDrafts =>
  async (token, language, documents) => {
    const names = documents.map(({ collection, id }) => `${collection}:${id}`)
    const query = new URLSearchParams({ language, documents: names.join(',') })
    const response = await fetch(`${cmsUrl}/api/publishing/draft?${query}`, {
      headers: { authorization: `Site-Key ${siteKey}`, 'x-preview-token': token },
      signal: AbortSignal.timeout(answerTimeoutMilliseconds),
      redirect: 'error',
    })
    if (response.ok) return answerSchema.parse(await response.json()).documents
    await response.body?.cancel()
    throw new Error(`The CMS answered ${response.status} when it was asked for a draft.`)
  }

/** The same, asking for each document only every few seconds: somebody who types wants the others again with every letter. */
export const rememberDrafts = (fetchDrafts: FetchDrafts): FetchDrafts => {
  const remembered = new Map<string, { draft: FetchedDraft; until: number }>()
  return async (token, language, documents) => {
    const keyOf = ({ collection, id }: DocumentName) => `${token} ${language} ${collection}:${id}`
    const now = performance.now()
    for (const [key, { until }] of remembered) if (until < now) remembered.delete(key)
    const unknown = documents.filter((document) => !remembered.has(keyOf(document)))
    const known = documents.flatMap((document) => remembered.get(keyOf(document))?.draft ?? [])
    if (unknown.length === 0) return known
    const fetched = await fetchDrafts(token, language, unknown)
    for (const draft of fetched) {
      if (remembered.size < mostRemembered) remembered.set(keyOf(draft), { draft, until: now + rememberedMilliseconds })
    }
    return [...known, ...fetched]
  }
}
