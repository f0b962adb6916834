import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { optionalIdSchema } from 'shared/content/id'
import { z } from 'zod'
import { aside } from './aside.ts'
import { refusedField } from './refusals.ts'

const pageSchema = z.object({ parent: optionalIdSchema })

const parentOf = async (req: PayloadRequest, id: string, draft: boolean): Promise<string | null> => {
  const page: unknown = await req.payload.findByID({
    collection: 'pages',
    id,
    draft,
    depth: 0,
    disableErrors: true,
    select: { parent: true },
    req: aside(req),
  })
  return page ? pageSchema.parse(page).parent : null
}

/**
 * Hook: a page may not lie below itself, neither in the drafts' tree nor in the one visitors see: a draft may have moved
 * a page away that visitors still find in its old place.
 */
export const refuseCycle: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const id = originalDoc?.id === undefined ? null : String(originalDoc.id)
  const { parent } = pageSchema.parse(data)
  if (id === null || parent === null) return data
  // Where nothing moves nothing can come to lie below itself: neither among drafts nor, when published, for visitors.
  const isMoved =
    pageSchema.parse(originalDoc).parent !== parent ||
    (data._status === 'published' && (await parentOf(req, id, false)) !== parent)
  if (!isMoved) return data
  for (const draft of [true, false]) {
    const below = new Set<string>()
    let above: string | null = parent
    while (above !== null && !below.has(above)) {
      if (above === id) throw refusedField(req, { path: 'parent', label: 'pages.parent' }, 'refusal.parent.cycle')
      below.add(above)
      above = await parentOf(req, above, draft)
    }
  }
  return data
}
