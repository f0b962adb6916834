import { randomUUID } from 'node:crypto'
import type { Language } from 'shared/languages'
import { z } from 'zod'
import {
  type Deed,
  deedSchema,
  type DeskCounts,
  deskCountsSchema,
  type DeskList,
  deskListSchema,
  type DeskSignup,
  deskSignupSchema,
  type Entered,
  enteredSchema,
  failedEmailsSchema,
  type FailedEmails,
  type Preview,
  previewSchema,
  shownNumberSchema,
} from '../../cms/src/membership/desk-answers.ts'
import type { Answer } from './answer.ts'
import type { Signup } from './company.ts'
import type { StaffMember } from './staff.ts'

type Seen = Pick<DeskSignup, 'id' | 'moves'>

/** A membership officer at the desk. */
export interface Officer {
  /** The list, as it is asked for; what there is to do when nothing is said. */
  finds: (question?: Record<string, unknown>) => Promise<DeskList>
  counts: () => Promise<DeskCounts>
  /** The page of one signup. */
  opens: (id: string) => Promise<DeskSignup>
  /** The page of the signup that a company sent. */
  opensThatOf: (signup: Signup) => Promise<DeskSignup>
  decides: (signups: Seen[], to: string, words?: { reason?: string; note?: string }) => Promise<Deed>
  undoes: (signups: Seen[]) => Promise<Deed>
  previews: (signup: Seen, to: string, reason?: string) => Promise<Preview>
  failedEmails: () => Promise<FailedEmails>
  tries: (ids: string[]) => Promise<number>
  /** Enters a signup by hand. */
  enters: (signup: Signup, key?: string) => Promise<Entered>
  /** Asks to see the number of a sole trader. */
  asksForNumber: (id: string) => Promise<string>
  /** Lets the member of an approved signup be tried again. */
  triesMemberAgain: (id: string) => Promise<Answer>
  /** Writes notes, having read `before`. */
  notes: (id: string, notes: string, before: string) => Promise<Answer>
}

const seen = (signups: Seen[]) => signups.map(({ id, moves }) => ({ id, moves }))

/** Seats a member of staff at the desk; `language` is what they read the admin in. */
export const atDesk = (person: StaffMember, language: Language = 'sv'): Officer => {
  const ask = async <Result>(method: string, path: string, schema: z.ZodType<Result>, body?: object) => {
    const answer = await person.ask(method, `/api/desk/${path}`, body, language)
    const parsed = schema.safeParse(answer.body)
    if (!parsed.success) throw new Error(`${path} was answered ${answer.status}: ${answer.text}`)
    return parsed.data
  }
  const finds = (question = {}) => ask('POST', 'find', deskListSchema, { show: 'todo', ...question })
  const opens = (id: string) => ask('GET', `signups/${id}`, deskSignupSchema)
  return {
    finds,
    counts: () => ask('GET', 'counts', deskCountsSchema),
    opens,
    opensThatOf: async ({ answers }) => {
      const { rows } = await finds({ show: 'all', find: answers['contactEmail'] })
      return opens(rows[0]?.id ?? 'none')
    },
    decides: (signups, to, words = {}) => ask('POST', 'decide', deedSchema, { signups: seen(signups), to, ...words }),
    undoes: (signups) => ask('POST', 'undo', deedSchema, { signups: seen(signups) }),
    previews: ({ id }, to, reason = '') => ask('POST', 'preview', previewSchema, { id, to, reason }),
    failedEmails: () => ask('GET', 'emails', failedEmailsSchema),
    tries: async (ids) => (await ask('POST', 'emails/retry', z.object({ tried: z.number() }), { ids })).tried,
    enters: ({ form, language: own, answers }, key = randomUUID()) =>
      ask('POST', 'signups', enteredSchema, { key, form, language: own, answers, tellsApplicant: true }),
    asksForNumber: async (id) => (await ask('POST', `signups/${id}/number`, shownNumberSchema, {})).number,
    triesMemberAgain: (id) => person.ask('POST', `/api/desk/signups/${id}/member`, {}, language),
    notes: (id, notes, before) => person.ask('POST', `/api/desk/signups/${id}/notes`, { notes, before }, language),
  }
}
