import { setImmediate } from 'node:timers/promises'
import type { CollectionSlug, Payload, SelectType, Where } from 'payload'
import { z } from 'zod'

/** How many rows are read at once. */
export const atOnce = 500

const rawIdSchema = z.object({ id: z.union([z.string(), z.number()]) })

/**
 * Every row of a collection, by id, some hundred at a time, so that they need never be in memory whole. In between others are
 * let in: SQLite answers without letting go of the process, and somebody may be waiting to sign up.
 */
export const inBatches = async function* (
  payload: Payload,
  collection: CollectionSlug,
  { where, select }: { where?: Where; select?: SelectType } = {},
): AsyncGenerator<unknown[]> {
  const wanted: Where[] = where ? [where] : []
  let after: Where[] = []
  for (;;) {
    const and = [...wanted, ...after]
    const { docs }: { docs: unknown[] } = await payload.db.find({
      collection,
      ...(and.length > 0 ? { where: { and } } : {}),
      ...(select ? { select } : {}),
      limit: atOnce,
      sort: 'id',
      pagination: false,
    })
    if (docs.length > 0) yield docs
    if (docs.length < atOnce) return
    after = [{ id: { greater_than: rawIdSchema.parse(docs.at(-1)).id } }]
    await setImmediate()
  }
}
