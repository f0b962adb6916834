import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from './server-process.ts'
import type { StaffMember } from './staff.ts'

const uploadedSchema = z.object({ doc: z.object({ id: z.union([z.string(), z.number()]) }) })

/** Uploads one of the example's pictures under a name of its own; the id is as a relation takes it. */
export const uploadPicture = async (staff: StaffMember, filename: string): Promise<string | number> => {
  const form = new FormData()
  const bytes = await readFile(join(root, 'cms/src/example/pictures/bordet.webp'))
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/webp' }), filename)
  form.set('_payload', JSON.stringify({ alt: 'Ett bord' }))
  const { body } = await staff.ask('POST', '/api/media?locale=sv&depth=0', form)
  return uploadedSchema.parse(body).doc.id
}
