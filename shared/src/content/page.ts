import { z } from 'zod'
import { blockSchema, heroSchema } from './blocks.ts'
import { idSchema, optionalIdSchema, optionalTextSchema } from './id.ts'

/** A part of an address: small letters a–z, digits and single hyphens. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** A page in one language, as the site reads it (REST, `depth=0`, `locale=sv|en`, published only). */
export const pageSchema = z.object({
  id: idSchema,
  title: z.string(),
  slug: z.string().regex(slugPattern),
  parent: optionalIdSchema,
  order: z
    .number()
    .nullish()
    .transform((order) => order ?? 0),
  introduction: optionalTextSchema,
  hero: heroSchema.nullish().transform((hero) => hero ?? null),
  blocks: z
    .array(blockSchema)
    .nullish()
    .transform((blocks) => blocks ?? []),
  searchDescription: optionalTextSchema,
  updatedAt: z.string(),
})
export type Page = z.infer<typeof pageSchema>
