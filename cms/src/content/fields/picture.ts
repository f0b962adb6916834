import type { UploadField } from 'payload'
import { adminText, type AdminTextKey } from 'shared/translations/admin'

interface PictureOptions {
  name: string
  label: AdminTextKey
  description?: AdminTextKey
  required?: boolean
}

/** A picture from the media library. */
export const pictureField = ({ name, label, description, required = false }: PictureOptions): UploadField => ({
  name,
  type: 'upload',
  relationTo: 'media',
  required,
  label: adminText(label),
  ...(description ? { admin: { description: adminText(description) } } : {}),
})
