import { z } from 'zod'

/** A document's id: a number on SQLite, a string on MongoDB; everywhere else an opaque string. */
export const idSchema = z.union([z.string(), z.number()]).transform(String)

/** A relation that may be empty. */
export const optionalIdSchema = idSchema.nullish().transform((id) => id ?? null)
/** Several relations. */
export const idListSchema = z
  .array(idSchema)
  .nullish()
  .transform((ids) => ids ?? [])

/** A text that may be missing; an empty one counts as missing. */
export const optionalTextSchema = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null)
