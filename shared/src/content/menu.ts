import { z } from 'zod'
import { linkSchema } from './link.ts'

const linksSchema = z
  .array(z.object({ link: linkSchema }))
  .nullish()
  .transform((items) => (items ?? []).map((item) => item.link))

/** The global `menus` in one language. A link without a label bears the document's title. */
export const menusSchema = z.object({ main: linksSchema, footer: linksSchema })
export type Menus = z.infer<typeof menusSchema>
