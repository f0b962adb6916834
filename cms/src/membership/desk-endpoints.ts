import { APIError, type Endpoint, Forbidden, type PayloadRequest } from 'payload'
import { idSchema } from 'shared/content/id'
import type { z } from 'zod'
import { membershipOfficers } from '../access.ts'
import { refusedAction, sayTo } from '../content/refusals.ts'
import { decide, decisionSchema, remind, undo, undoSchema } from './decide-at-desk.ts'
import { enterByHand, enterSchema, readFormsToEnter } from './enter-by-hand.ts'
import { readFailedEmails, retryEmails, retrySchema } from './failed-emails.ts'
import { previewMove, previewWishSchema } from './preview-move.ts'
import { tryMemberAgain } from './member-fault.ts'
import { notesSchema, readDeskSignup, showNumber, writeNotes } from './read-desk-signup.ts'
import { deskQuestionSchema, readCounts, readDesk } from './read-desk.ts'

/** Lets those in who handle memberships, and nobody else. */
const forOfficers =
  (handler: (req: PayloadRequest) => Promise<Response>): Endpoint['handler'] =>
  async (req) => {
    if (!(await membershipOfficers({ req }))) throw new Forbidden(req.t)
    return handler(req)
  }

const readBody = async <Wish>(req: PayloadRequest, schema: z.ZodType<Wish>): Promise<Wish> => {
  const body: unknown = await req.json?.().catch(() => undefined)
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new APIError(sayTo(req, 'refusal.desk.malformed'), 400, null, true)
  return parsed.data
}

const readId = (req: PayloadRequest): string => {
  const id = idSchema.safeParse(req.routeParams?.['id'])
  if (!id.success) throw gone(req)
  return id.data
}

const gone = (req: PayloadRequest) => new APIError(sayTo(req, 'refusal.desk.gone'), 404, null, true)

/** `GET /api/desk/counts`: for the dashboard, and beside the list, which does not wait for it. */
const counts: Endpoint = {
  path: '/desk/counts',
  method: 'get',
  handler: forOfficers(async ({ payload }) => Response.json(await readCounts(payload))),
}

/** `POST /api/desk/find`: a page of the list. A search may be for a personal number, which must be in no address. */
const find: Endpoint = {
  path: '/desk/find',
  method: 'post',
  handler: forOfficers(async (req) => Response.json(await readDesk(req, await readBody(req, deskQuestionSchema)))),
}

/** `GET /api/desk/signups/:id`: all of one signup. */
const one: Endpoint = {
  path: '/desk/signups/:id',
  method: 'get',
  handler: forOfficers(async (req) => {
    const signup = await readDeskSignup(req, readId(req))
    if (!signup) throw gone(req)
    return Response.json(signup)
  }),
}

/** `POST /api/desk/signups/:id/notes`: the internal notes, unless somebody else has changed them meanwhile. */
const notes: Endpoint = {
  path: '/desk/signups/:id/notes',
  method: 'post',
  handler: forOfficers(async (req) => {
    const isWritten = await writeNotes(req, readId(req), await readBody(req, notesSchema))
    if (!isWritten) throw refusedAction(req, 'refusal.desk.notes-overtaken')
    return new Response(null, { status: 204 })
  }),
}

/** `POST /api/desk/preview`: the letter that a decision will send. */
const preview: Endpoint = {
  path: '/desk/preview',
  method: 'post',
  handler: forOfficers(async (req) => Response.json(await previewMove(req, await readBody(req, previewWishSchema)))),
}

/** `POST /api/desk/decide`: moves one signup or several. */
const decideEndpoint: Endpoint = {
  path: '/desk/decide',
  method: 'post',
  handler: forOfficers(async (req) => Response.json(await decide(req, await readBody(req, decisionSchema)))),
}

/** `POST /api/desk/undo`: takes decisions back, within a minute. */
const undoEndpoint: Endpoint = {
  path: '/desk/undo',
  method: 'post',
  handler: forOfficers(async (req) => Response.json(await undo(req, await readBody(req, undoSchema)))),
}

/** `POST /api/desk/signups/:id/link`: sends the link that confirms the address again. */
const link: Endpoint = {
  path: '/desk/signups/:id/link',
  method: 'post',
  handler: forOfficers(async (req) => {
    if (!(await remind(req, readId(req)))) throw refusedAction(req, 'refusal.desk.no-link')
    return new Response(null, { status: 204 })
  }),
}

/** `POST /api/desk/signups/:id/number`: shows the number of a sole trader, and notes that it was shown. */
const number: Endpoint = {
  path: '/desk/signups/:id/number',
  method: 'post',
  handler: forOfficers(async (req) => {
    const shown = await showNumber(req, readId(req))
    if (shown === null) throw gone(req)
    return Response.json({ number: shown })
  }),
}

/** `POST /api/desk/signups/:id/member`: tries again to make the member of an approved signup. */
const member: Endpoint = {
  path: '/desk/signups/:id/member',
  method: 'post',
  handler: forOfficers(async (req) => {
    if (!(await tryMemberAgain(req.payload, readId(req)))) throw refusedAction(req, 'refusal.desk.no-fault')
    return new Response(null, { status: 204 })
  }),
}

/** `GET /api/desk/emails`: the e-mails that were given up. */
const emails: Endpoint = {
  path: '/desk/emails',
  method: 'get',
  handler: forOfficers(async (req) => Response.json(await readFailedEmails(req))),
}

/** `POST /api/desk/emails/retry`: tries them again. */
const retry: Endpoint = {
  path: '/desk/emails/retry',
  method: 'post',
  handler: forOfficers(async (req) =>
    Response.json({ tried: await retryEmails(req, await readBody(req, retrySchema)) }),
  ),
}

/** `GET /api/desk/forms`: what each form asks, for entering a signup by hand. */
const forms: Endpoint = {
  path: '/desk/forms',
  method: 'get',
  handler: forOfficers(async (req) => Response.json(await readFormsToEnter(req))),
}

/** `POST /api/desk/signups`: enters a signup that came on paper or by telephone. */
const enter: Endpoint = {
  path: '/desk/signups',
  method: 'post',
  handler: forOfficers(async (req) => {
    const entered = await enterByHand(req, await readBody(req, enterSchema))
    return Response.json(entered, { status: 'errors' in entered ? 400 : 201 })
  }),
}

/** What the officer's desk asks and does. */
export const deskEndpoints: Endpoint[] = [
  counts,
  find,
  one,
  notes,
  preview,
  decideEndpoint,
  undoEndpoint,
  link,
  number,
  member,
  emails,
  retry,
  forms,
  enter,
]
