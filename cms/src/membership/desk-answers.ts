import { languages } from 'shared/languages'
import { signupFormSchema } from 'shared/membership/signup-form'
import { signupStatuses } from 'shared/membership/signup-status'
import { z } from 'zod'
import { deskGroups } from './desk-groups.ts'

// What the desk's endpoints answer and its screens read: one description for both.

const statusSchema = z.enum(signupStatuses)
const waitsSchema = z.enum(['us', 'company']).nullable()

/** A signup as a line of the list. */
const deskRowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  organisationName: z.string(),
  contactName: z.string(),
  language: z.enum(languages),
  status: statusSchema,
  waits: waitsSchema,
  since: z.string(), // when it came to stand where it stands
  createdAt: z.string(),
  moves: z.number(),
  next: z.array(statusSchema),
  undoUntil: z.string().nullable(),
  hasRelated: z.boolean(),
  failedEmails: z.number(),
})
export type DeskRow = z.infer<typeof deskRowSchema>

/** `GET /api/desk/counts`: how much there is of everything, and since when the oldest of it waits for us. */
export const deskCountsSchema = z.object({
  groups: z.record(z.enum(deskGroups), z.number()),
  oldestWait: z.string().nullable(),
  failedEmails: z.number(),
  faulted: z.array(z.object({ id: z.string(), name: z.string() })), // approved, but no member could be made of them
})
export type DeskCounts = z.infer<typeof deskCountsSchema>

/** `POST /api/desk/find`. */
export const deskListSchema = z.object({
  rows: z.array(deskRowSchema),
  total: z.number(),
  mostFound: z.number().nullable(), // set when a search found more than it tells
  forms: z.array(z.object({ slug: z.string(), title: z.string() })),
})
export type DeskList = z.infer<typeof deskListSchema>

const answerRowSchema = z.object({ label: z.string(), value: z.string(), isLong: z.boolean() })

/** An e-mail of a signup, and what has become of it. */
const deskEmailSchema = z.object({
  id: z.string(),
  kind: z.string(), // in words
  to: z.string(),
  state: z.enum(['due', 'sending', 'sent', 'failed', 'dropped']),
  at: z.string().nullable(), // sent, or to be sent
  attempts: z.number(),
  error: z.string().nullable(),
})
export type DeskEmail = z.infer<typeof deskEmailSchema>

const relatedSchema = z.object({
  kind: z.enum(['member', 'signup']),
  id: z.string(),
  name: z.string(),
  why: z.enum(['number', 'email']),
  status: z.string().nullable(), // of a signup, in words
  exists: z.boolean(),
})

/** `GET /api/desk/signups/:id`: all that there is to know of one. */
export const deskSignupSchema = z.object({
  ...deskRowSchema.shape,
  organisationNumber: z.string(),
  isSoleTrader: z.boolean(),
  contactEmail: z.string(),
  formTitle: z.string(),
  formVersion: z.number().nullable(),
  enteredBy: z.string().nullable(),
  confirmBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  reason: z.string().nullable(),
  member: z.string().nullable(),
  isMemberDeleted: z.boolean(), // after it was made
  memberFault: z.object({ reason: z.string(), tryAt: z.string() }).nullable(),
  sections: z.array(z.object({ heading: z.string().nullable(), rows: z.array(answerRowSchema) })),
  logo: z.string().nullable(), // a data address
  consents: z.array(z.object({ text: z.string(), given: z.boolean() })),
  price: z
    .object({
      lines: z.array(z.object({ label: z.string(), amount: z.string() })),
      total: z.object({ label: z.string(), amount: z.string() }),
      notes: z.array(z.string()),
    })
    .nullable(),
  related: z.array(relatedSchema),
  emails: z.array(deskEmailSchema),
  history: z.array(z.object({ at: z.string(), what: z.string(), by: z.string(), note: z.string().nullable() })),
  notes: z.string(),
})
export type DeskSignup = z.infer<typeof deskSignupSchema>

/** `POST /api/desk/signups/:id/number`: the number of a sole trader, of which the page shows where it stands. */
export const shownNumberSchema = z.object({ number: z.string() })

/** `POST /api/desk/preview`: the letter that a move will send; null when it sends none. */
export const previewSchema = z.object({
  letter: z.object({ to: z.string(), language: z.enum(languages), subject: z.string(), text: z.string() }).nullable(),
})
export type Preview = z.infer<typeof previewSchema>

/** `POST /api/desk/decide` and `…/undo`: what was done, and what could not be, in words. */
export const deedSchema = z.object({
  done: z.array(z.object({ id: z.string(), name: z.string(), moves: z.number(), undoUntil: z.string().nullable() })),
  refused: z.array(z.object({ id: z.string(), name: z.string(), message: z.string() })),
})
export type Deed = z.infer<typeof deedSchema>

/** `GET /api/desk/emails`: e-mails that were given up, the latest first. */
export const failedEmailsSchema = z.object({
  total: z.number(),
  areFiles: z.boolean(), // no mail server is set: e-mails are written as files and can be read here
  emails: z.array(
    deskEmailSchema.extend({
      signup: z.object({ id: z.string(), name: z.string(), reference: z.string() }).nullable(),
    }),
  ),
})
export type FailedEmails = z.infer<typeof failedEmailsSchema>

/** A published form in one language, for entering a signup by hand. */
const formToEnterSchema = z.object({
  slug: z.string(),
  language: z.enum(languages),
  title: z.string(),
  items: signupFormSchema.shape.items,
  plans: z.array(z.object({ slug: z.string(), name: z.string() })),
  consents: z.array(z.object({ name: z.string(), text: z.string(), required: z.boolean() })),
})
export type FormToEnter = z.infer<typeof formToEnterSchema>

/** `GET /api/desk/forms`. */
export const formsToEnterSchema = z.object({ forms: z.array(formToEnterSchema) })

/** `POST /api/desk/signups`: stored, or what is wrong by field, in words. */
export const enteredSchema = z.union([
  z.object({ id: z.string(), reference: z.string() }),
  z.object({ errors: z.record(z.string(), z.string()) }),
])
export type Entered = z.infer<typeof enteredSchema>
