import type { CollectionAdminOptions } from 'payload'

type Views = NonNullable<NonNullable<CollectionAdminOptions['components']>['views']>

/** The officer's desk, in the place of Payload's own list and form of signups. */
export const deskViews: Views = {
  list: { Component: '/admin/desk/DeskList.tsx#DeskList' },
  edit: { root: { Component: '/admin/desk/SignupPage.tsx#SignupPage' } },
  enter: { Component: '/admin/desk/EnterView.tsx#EnterView', path: '/enter', exact: true },
}
