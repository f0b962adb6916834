import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { languages } from 'shared/languages'
import { adminLanguage } from 'shared/translations/admin'
import { z } from 'zod'
import { aside } from './aside.ts'
import { findMentions } from './find-mentions.ts'
import { type DocumentReference, referencesIn } from './references.ts'
import { refusedAction } from './refusals.ts'

const documentSchema = z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) })
type Document = z.infer<typeof documentSchema>

/** Where references are looked for. Redirects go with what they lead to, and signups and requests are history. */
const collectionsThatUse = [
  'pages',
  'news',
  'contacts',
  'fact-boxes',
  'quotes',
  'glossary-terms',
  'signup-forms',
  'plans',
  'members',
] as const
const globalsThatUse = ['site-settings', 'menus'] as const
const mostNamed = 20 // a refusal that names a thousand places helps nobody
const lookedAtOnce = 20

const labelIn = (label: unknown, language: string): string => {
  const labels = z.record(z.string(), z.string()).safeParse(label)
  return (labels.success ? labels.data[language] : undefined) ?? ''
}

const titleOf = (document: Document, titleField: string | undefined): string => {
  const title = titleField ? document[titleField] : undefined
  return typeof title === 'string' && title !== '' ? title : document.id
}

const refersTo = (references: Iterable<DocumentReference>, wanted: DocumentReference): boolean =>
  [...references].some(({ relationTo, id }) => relationTo === wanted.relationTo && id === wanted.id)

/** Names of the documents that use this one, as visitors see them or in their latest draft, in either language. */
const usersOf = async (req: PayloadRequest, wanted: DocumentReference): Promise<string[]> => {
  const { payload } = req
  const named = adminLanguage(req)
  const users = new Set<string>()
  for (const slug of collectionsThatUse) {
    const config = payload.config.collections.find((collection) => collection.slug === slug)
    if (!config) continue
    const candidates = await findMentions(payload, slug, wanted)
    for (let first = 0; first < candidates.length && users.size < mostNamed; first += lookedAtOnce) {
      const where = { id: { in: candidates.slice(first, first + lookedAtOnce) } }
      for (const locale of languages) {
        for (const draft of config.versions?.drafts ? [true, false] : [false]) {
          const question = { collection: slug, where, locale, draft, depth: 0, pagination: false, req: aside(req) }
          const { docs } = await payload.find(question)
          for (const document of z.array(documentSchema).parse(docs)) {
            const itself = slug === wanted.relationTo && document.id === wanted.id
            const leaves = slug === 'members' && document.id === req.context['leaves'] // its picture goes with it
            if (itself || leaves || !refersTo(referencesIn(config.flattenedFields, document), wanted)) continue
            users.add(`${labelIn(config.labels.singular, named)} ”${titleOf(document, config.admin.useAsTitle)}”`)
          }
        }
      }
    }
  }
  for (const slug of globalsThatUse) {
    const config = payload.config.globals.find((global) => global.slug === slug)
    for (const locale of languages) {
      const data: unknown = await payload.findGlobal({ slug, locale, depth: 0, req: aside(req) })
      const document = z.record(z.string(), z.unknown()).parse(data)
      if (config && refersTo(referencesIn(config.flattenedFields, document), wanted))
        users.add(labelIn(config.label, named))
    }
  }
  return [...users]
}

/** Hook: what is in use cannot be deleted; the refusal names where. */
export const refuseWhileUsed: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const places = await usersOf(req, { relationTo: collection.slug, id: String(id) })
  if (places.length === 0) return
  const found: unknown = await req.payload.findByID({
    collection: collection.slug,
    id,
    depth: 0,
    draft: true,
    disableErrors: true,
    req: aside(req),
  })
  const title = found ? titleOf(documentSchema.parse(found), collection.admin.useAsTitle) : String(id)
  throw refusedAction(req, 'refusal.used', { title, places: places.join(', ') })
}
