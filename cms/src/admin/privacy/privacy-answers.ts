import { z } from 'zod'

/** `POST /api/privacy/find`. */
export const foundPersonSchema = z.object({
  places: z.array(
    z.object({
      collection: z.string(),
      label: z.string(),
      count: z.number(),
      isVersion: z.boolean(),
      ids: z.array(z.string()),
    }),
  ),
  mailFiles: z.number(),
})
export type FoundPerson = z.infer<typeof foundPersonSchema>

/** `POST /api/privacy/export`. */
export const exportedPersonSchema = z.object({ json: z.unknown(), html: z.string() })

/** `POST /api/privacy/erase`. */
export const erasedPersonSchema = z.object({
  signups: z.number(),
  signupsScrubbed: z.number(),
  members: z.number(),
  emails: z.number(),
  consents: z.number(),
  mailFiles: z.number(),
  versions: z.number(),
  left: z.array(z.object({ collection: z.string(), label: z.string(), id: z.string(), isVersion: z.boolean() })),
})
export type ErasedPerson = z.infer<typeof erasedPersonSchema>

/** `GET /api/privacy/retention`. */
export const retentionReportSchema = z.object({
  total: z.number(),
  areAll: z.boolean(),
  due: z.array(
    z.object({
      what: z.enum(['signup', 'member-persons', 'member', 'email', 'consent', 'audit']),
      id: z.string(),
      label: z.string(),
      rule: z.string(),
      limit: z.number(), // days or, of members, calendar years
      since: z.string(),
    }),
  ),
})
