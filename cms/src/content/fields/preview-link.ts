import type { UIField } from 'payload'
import { adminText } from 'shared/translations/admin'

/** Shows the draft beside the editor, and makes links to it for others. */
export const previewLinkField: UIField = {
  name: 'previewLink',
  type: 'ui',
  label: adminText('previewLink.label'),
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: '/admin/PreviewLink.tsx#PreviewLink' },
  },
}
