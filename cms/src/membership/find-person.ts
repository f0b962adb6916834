import type { Payload } from 'payload'
import { z } from 'zod'
import { findMailFiles, findTraces, type Trace } from './find-traces.ts'

const rowsById = async (payload: Payload, collection: 'signups' | 'emails', ids: string[]): Promise<unknown[]> => {
  if (ids.length === 0) return []
  const isNumber = payload.db.defaultIDType === 'number'
  const { docs } = await payload.db.find({
    collection,
    where: { id: { in: isNumber ? ids.map(Number) : ids } },
    limit: 0,
    pagination: false,
  })
  return docs
}

const idsIn = (traces: Trace[], collection: string): string[] =>
  traces.filter((trace) => trace.collection === collection && !trace.isVersion).map(({ id }) => id)

/** The rows of the signups, or of the e-mails, among what was found. */
export const rowsIn = (payload: Payload, traces: Trace[], collection: 'signups' | 'emails'): Promise<unknown[]> =>
  rowsById(payload, collection, idsIn(traces, collection))

/** The members among what was found. */
export const membersIn = async (payload: Payload, traces: Trace[]): Promise<unknown[]> => {
  const ids = idsIn(traces, 'members')
  const documents = await Promise.all(
    ids.map((id) => payload.findByID({ collection: 'members', id, depth: 0, disableErrors: true })),
  )
  return documents.filter((document) => document !== null)
}

/** Where a person was found, as staff are told. */
export interface FoundPerson {
  places: { collection: string; count: number; isVersion: boolean; ids: string[] }[]
  mailFiles: number
}

const mostIds = 20

/** Finds a person by address, and by further words such as a name or a telephone number, everywhere. */
export const findPerson = async (payload: Payload, words: readonly string[]): Promise<FoundPerson> => {
  const traces = await findTraces(payload, words)
  const grouped = Map.groupBy(traces, ({ collection, isVersion }) => `${collection} ${isVersion}`)
  return {
    places: [...grouped.values()].flatMap((found) => {
      const [first] = found
      if (!first) return []
      const ids = found.slice(0, mostIds).map(({ id }) => id)
      return [{ collection: first.collection, isVersion: first.isVersion, count: found.length, ids }]
    }),
    mailFiles: (await findMailFiles(words)).length,
  }
}

/** What staff ask for: an address, and words that a person may also be known by. */
export const personQuerySchema = z.object({
  email: z.email().max(254),
  words: z.array(z.string().min(3).max(200)).max(5).default([]),
})
