import type { CollectionConfig, Payload, PayloadRequest, Where } from 'payload'
import { languages } from 'shared/languages'
import { type BehindText, behindTextSchema } from 'shared/publishing/behind-text'
import type { PublishedDocument } from 'shared/publishing/release-report'
import { z } from 'zod'
import { nobody } from '../access.ts'

const collection = 'behind-texts'

/**
 * Texts of one language that the other has left behind: a row from the change in the one language until somebody publishes
 * the other again. Written by `follow-translations.ts`; nobody edits it, and editors read it in the report on languages.
 */
export const BehindTexts: CollectionConfig = {
  slug: collection,
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody, unlock: nobody },
  lockDocuments: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true }, // so that none is noted twice
    { name: 'collectionSlug', type: 'text', required: true },
    { name: 'documentId', type: 'text', required: true, index: true },
    { name: 'documentTitle', type: 'text' },
    { name: 'language', type: 'select', required: true, options: [...languages] },
    { name: 'since', type: 'date', required: true },
  ],
}

const rowSchema = z
  .object({
    collectionSlug: z.string(),
    documentId: z.string(),
    documentTitle: z.string().nullish(),
    language: z.enum(languages),
    since: z.union([z.string(), z.date().transform((date) => date.toISOString())]),
  })
  .transform((row) =>
    behindTextSchema.parse({
      collection: row.collectionSlug,
      id: row.documentId,
      title: row.documentTitle ?? '',
      language: row.language,
      since: row.since,
    }),
  )

/** The texts that were left behind, the latest first. */
export const readBehind = async (payload: Payload, limit: number, where: Where = {}): Promise<BehindText[]> => {
  const { docs } = await payload.find({ collection, where, sort: '-since', limit, pagination: false, depth: 0 })
  return z.array(rowSchema).parse(docs)
}

/** Somebody says that a document's texts are right as they are: they are behind no longer. Gives one that was, if any. */
export const forgetBehind = async (req: PayloadRequest, document: PublishedDocument): Promise<BehindText | null> => {
  const where = { collectionSlug: { equals: document.collection }, documentId: { equals: document.id } }
  const [behind] = await readBehind(req.payload, 1, where)
  await req.payload.db.deleteMany({ collection, where, req })
  return behind ?? null
}

/** How many there are. */
export const countBehind = async (payload: Payload, where: Where): Promise<number> =>
  (await payload.count({ collection, where })).totalDocs
