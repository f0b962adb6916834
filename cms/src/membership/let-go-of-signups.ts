import type { CollectionAfterDeleteHook } from 'payload'
import { signupsOfMember } from './erase-person.ts'
import { nameOf } from './member-history.ts'
import type { Move } from './stored-signup.ts'

/** What the history of a signup calls it. */
const note = 'member-deleted'

/**
 * Hook: a signup is kept as long as the member that was made of it. When the member is deleted by hand its time begins to
 * run, and its history tells who did it.
 */
export const letGoOfSignups: CollectionAfterDeleteHook = async ({ id, req }) => {
  const now = new Date().toISOString()
  const by: Move['by'] = { kind: 'staff', name: nameOf(req.user) }
  for (const signup of await signupsOfMember(req.payload, String(id))) {
    const { status } = signup
    await req.payload.db.updateOne({
      collection: 'signups',
      where: { and: [{ id: { equals: signup.id } }, { member: { equals: signup.member } }] },
      data: {
        member: null,
        statusChangedAt: now,
        mailState: 'made', // nobody is welcomed any more
        history: [...signup.history, { at: now, from: status, to: status, by, note }],
        moves: signup.moves + 1,
      },
      options: { atomic: true },
      req,
    })
  }
}
