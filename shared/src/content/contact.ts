import { z } from 'zod'
import { idSchema, optionalIdSchema, optionalTextSchema } from './id.ts'

/** Someone to turn to, as a contact card shows it. */
export const contactSchema = z.object({
  id: idSchema,
  name: z.string(),
  jobTitle: optionalTextSchema,
  areasOfWork: z
    .array(z.string())
    .nullish()
    .transform((areas) => areas ?? []),
  photo: optionalIdSchema, // media
  email: optionalTextSchema,
  phone: optionalTextSchema,
})
export type Contact = z.infer<typeof contactSchema>
