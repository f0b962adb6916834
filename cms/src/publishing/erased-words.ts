import type { Payload } from 'payload'
import { idSchema } from 'shared/content/id'
import { z } from 'zod'
import { wantRelease } from './poke-site.ts'

// Whom to look for in earlier releases must be told to the site, and stored nowhere: the request is a row, and what it is
// about is remembered here. Should this process end before the site has asked, all earlier releases go.
const remembered = new Map<string, readonly string[]>()
const mostRemembered = 100

const rowSchema = z.object({ id: idSchema })

/** Asks the site to take a person who was erased out of the releases that it keeps. */
export const askToForget = async (payload: Payload, by: string, words: readonly string[]): Promise<void> => {
  const row: unknown = await payload.db.create({
    collection: 'release-requests',
    data: { action: 'erased', status: 'requested', requestedBy: by },
  })
  remembered.set(rowSchema.parse(row).id, words)
  for (const id of remembered.keys()) if (remembered.size > mostRemembered) remembered.delete(id)
  wantRelease()
}

/** Whom a request is about; null when nobody knows any more. */
export const wordsOf = (request: string): readonly string[] | null => remembered.get(request) ?? null

/** It is done. */
export const forgetWords = (requests: readonly string[]): void => {
  for (const id of requests) remembered.delete(id)
}
