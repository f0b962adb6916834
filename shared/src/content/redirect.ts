import { z } from 'zod'
import { idSchema, optionalTextSchema } from './id.ts'
import { isSafeAddress, referenceSchema } from './link.ts'

/** An old address that leads to a new one, or to nothing any more; the same in both languages. */
export const redirectSchema = z.object({
  id: idSchema,
  from: z.string().startsWith('/'),
  document: referenceSchema.nullish().transform((document) => document ?? null),
  gone: z
    .boolean()
    .nullish()
    .transform((gone) => gone ?? false), // what was there was deleted for good
  address: optionalTextSchema.refine((address) => address === null || isSafeAddress(address), 'unsafe-address'),
})
export type Redirect = z.infer<typeof redirectSchema>
