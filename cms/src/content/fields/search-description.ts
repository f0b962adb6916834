import type { TextareaField } from 'payload'
import { adminText } from 'shared/translations/admin'

/** What search engines show below the title. */
export const searchDescriptionField: TextareaField = {
  name: 'searchDescription',
  type: 'textarea',
  localized: true,
  maxLength: 160,
  label: adminText('searchDescription.label'),
  admin: { description: adminText('searchDescription.description'), rows: 3 },
}
