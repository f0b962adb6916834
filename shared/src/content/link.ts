import { z } from 'zod'
import { idSchema, optionalTextSchema } from './id.ts'

/** The collections that have an address of their own on the site. */
export const linkableCollections = ['pages', 'news', 'glossary-terms'] as const
export type LinkableCollection = (typeof linkableCollections)[number]

/** A reference to a document with an address: `{ relationTo: 'pages', value: '7' }`. */
export const referenceSchema = z.object({ relationTo: z.enum(linkableCollections), value: idSchema })
export type Reference = z.infer<typeof referenceSchema>

/** The addresses a link may lead to: the web, e-mail, telephone, or a place on this site. */
export const isSafeAddress = (address: string): boolean =>
  /^(https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/i.test(address.trim())

/** A link as an editor makes it: to a document of ours, or to an address. */
export const linkSchema = z.object({
  kind: z.enum(['document', 'address']).nullish(),
  label: optionalTextSchema,
  document: referenceSchema.nullish().transform((document) => document ?? null),
  address: optionalTextSchema.refine((address) => address === null || isSafeAddress(address), 'unsafe-address'),
})
export type Link = z.infer<typeof linkSchema>
