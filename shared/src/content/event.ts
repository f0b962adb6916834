import { z } from 'zod'
import { optionalTextSchema } from './id.ts'

/** When and where something takes place; nothing without a beginning. */
export const optionalEventSchema = z
  .object({
    startsAt: optionalTextSchema, // ISO 8601
    endsAt: optionalTextSchema,
    place: optionalTextSchema,
  })
  .nullish()
  .transform((event) => (event?.startsAt ? { ...event, startsAt: event.startsAt } : null))

export type Event = NonNullable<z.infer<typeof optionalEventSchema>>
