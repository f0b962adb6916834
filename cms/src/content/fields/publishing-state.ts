import type { UIField } from 'payload'
import { adminText } from 'shared/translations/admin'

/** Tells in the sidebar whether visitors see the document yet, and what is planned for it. */
export const publishingStateField: UIField = {
  name: 'publishingState',
  type: 'ui',
  label: adminText('publishingState.label'),
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: '/admin/PublishingSidebar.tsx#PublishingSidebar' },
  },
}
