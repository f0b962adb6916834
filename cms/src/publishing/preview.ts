import { APIError, Forbidden, type CollectionConfig, type Endpoint, type PayloadRequest } from 'payload'
import { type Language, languages } from 'shared/languages'
import {
  isPreviewedCollection,
  type PreviewLink,
  previewedCollections,
  previewPath,
  readPreviewLink,
  signPreviewLink,
} from 'shared/publishing/preview-link'
import { adminText, type AdminTextKey } from 'shared/translations/admin'
import { z } from 'zod'
import { hasRole } from '../access.ts'
import { contentLanguage } from '../content/refusals.ts'
import { env } from '../env.ts'

const minute = 60_000
const ownMinutes = 2 * 60
const ownStepMinutes = 30
const sharedMinutes = 7 * 24 * 60
const mostDocuments = 100

/** The key of the preference that says whether somebody wants to see other drafts, too. */
const preferenceKey = 'preview'
const preferenceSchema = z.object({ value: z.object({ drafts: z.boolean() }) })

type LivePreview = NonNullable<NonNullable<CollectionConfig['admin']>['livePreview']>

/** The admin takes one label for both languages. */
const widthLabel = (key: AdminTextKey, width: number): string => {
  const { sv, en } = adminText(key)
  return `${sv} / ${en} (${width})`
}

const breakpoints: LivePreview['breakpoints'] = [
  { name: 'phone', label: widthLabel('previewLink.width.phone', 375), width: 375, height: 740 },
  { name: 'tablet', label: widthLabel('previewLink.width.tablet', 768), width: 768, height: 1024 },
  { name: 'desktop', label: widthLabel('previewLink.width.desktop', 1280), width: 1280, height: 800 },
]

type Opens = Omit<PreviewLink, 'expiresAt'>

/**
 * A link for whoever edits. Its time ends on the half hour, so that it stays the same from one save to the next: a new one
 * would load the preview anew, and it is renewed long before it ends.
 */
const ownLink = (opens: Opens): PreviewLink => {
  const step = ownStepMinutes * minute
  const end = Math.ceil((Date.now() + ownMinutes * minute) / step) * step
  return { ...opens, expiresAt: new Date(end).toISOString() }
}

const sharedLink = (opens: Opens): PreviewLink => ({
  ...opens,
  expiresAt: new Date(Date.now() + sharedMinutes * minute).toISOString(),
})

const wantsDrafts = async ({ payload, user }: PayloadRequest): Promise<boolean> => {
  if (!user) return false
  const { docs } = await payload.find({
    collection: 'payload-preferences',
    where: {
      and: [
        { key: { equals: preferenceKey } },
        { 'user.relationTo': { equals: user.collection } },
        { 'user.value': { equals: user.id } },
      ],
    },
    depth: 0,
    limit: 1,
    pagination: false,
  })
  return preferenceSchema.safeParse(docs[0]).data?.value.drafts ?? false
}

/** The preview beside the editor, for a collection's `admin.livePreview`. The link is made anew with every save. */
export const livePreview: LivePreview = {
  breakpoints,
  url: async ({ collectionConfig, data, req }) => {
    const id: unknown = data['id']
    if (!collectionConfig || id === undefined || id === null) return null
    const link = ownLink({
      collection: collectionConfig.slug,
      id: String(id),
      language: contentLanguage(req),
      drafts: await wantsDrafts(req),
    })
    return previewPath(await signPreviewLink(link, env.SITE_KEY))
  },
}

const linkQuerySchema = z.object({
  collection: z.enum(previewedCollections),
  id: z.string().regex(/^\w{1,60}$/),
  language: z.enum(languages),
  drafts: z.enum(['true', 'false']),
  shared: z.enum(['true', 'false']),
})

/**
 * `GET /api/publishing/preview-link?collection=pages&id=7&language=sv&drafts=false&shared=true`: a link that shows a draft
 * to whoever has it, for whoever may edit it.
 */
const previewLink: Endpoint = {
  path: '/publishing/preview-link',
  method: 'get',
  handler: async (req) => {
    if (!hasRole(req, 'administrator', 'publisher', 'communicator')) throw new Forbidden(req.t)
    const query = linkQuerySchema.safeParse(req.query)
    if (!query.success) throw new APIError('Name a collection, an id and a language.', 400, null, true)
    const { collection, id, language, drafts, shared } = query.data
    if ((await draftOf(req, { collection, id, language })) === null) {
      throw new APIError('There is no such document.', 404, null, true)
    }
    const opens = { collection, id, language, drafts: drafts === 'true' }
    const link = shared === 'true' ? sharedLink(opens) : ownLink(opens)
    const path = previewPath(await signPreviewLink(link, env.SITE_KEY))
    return Response.json({ path, address: `${env.SITE_URL}${path}`, expiresAt: link.expiresAt })
  },
}

interface Wanted {
  collection: string
  id: string
  language: Language
}

/** A document in its latest draft, without what no visitor is ever shown; null when it is gone. */
const draftOf = async ({ payload }: PayloadRequest, { collection, id, language }: Wanted): Promise<object | null> => {
  if (!isPreviewedCollection(collection) && collection !== 'media') return null
  const isNumber = payload.db.defaultIDType === 'number'
  if (!(isNumber ? /^[1-9]\d{0,14}$/ : /^[0-9a-f]{24}$/i).test(id)) return null
  const found: object | null = await payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    locale: language,
    fallbackLocale: false,
    disableErrors: true,
  })
  if (found === null) return null
  const { recipients: _, ...document }: { recipients?: unknown } = { ...found }
  return document
}

const documentListSchema = z
  .string()
  .transform((list) => list.split(','))
  .pipe(
    z
      .array(z.string().regex(/^[a-z-]{1,40}:\w{1,60}$/))
      .min(1)
      .max(mostDocuments),
  )
  .transform((names) =>
    names.map((name) => {
      const [collection = '', id = ''] = name.split(':')
      return { collection, id }
    }),
  )
const draftQuerySchema = z.object({ language: z.enum(languages), documents: documentListSchema })

/**
 * `GET /api/publishing/draft?language=sv&documents=pages:7,quotes:3`: latest drafts, for the site, which shows the token of
 * the preview in `X-Preview-Token`. Of other documents than the token's own it gets only pictures, and what the token's
 * maker asked for.
 */
const draft: Endpoint = {
  path: '/publishing/draft',
  method: 'get',
  handler: async (req) => {
    if (!hasRole(req, 'site')) throw new Forbidden(req.t)
    const read = await readPreviewLink(req.headers.get('x-preview-token') ?? '', env.SITE_KEY)
    if ('refusal' in read) throw new Forbidden(req.t)
    const query = draftQuerySchema.safeParse(req.query)
    if (!query.success) throw new APIError('Name a language and documents.', 400, null, true)
    const { language, documents } = query.data
    const { link } = read
    const mayBeShown = ({ collection, id }: { collection: string; id: string }) =>
      link.drafts || collection === 'media' || (collection === link.collection && id === link.id)
    if (!documents.every(mayBeShown)) throw new Forbidden(req.t)
    const found = await Promise.all(
      documents.map(async ({ collection, id }) => ({
        collection,
        id,
        document: await draftOf(req, { collection, id, language }),
      })),
    )
    return Response.json({ documents: found })
  },
}

export const previewEndpoints: Endpoint[] = [previewLink, draft]
